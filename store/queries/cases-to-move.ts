import type { Database } from '../open-store.ts';

const PAGE = 200;

/** The numbers of a service's running cases that are under another plan than this one, in order. */
export async function* casesToMove(db: Database, service: string, planHash: string): AsyncGenerator<string> {
  for (let after = ''; ;) {
    const rows = await db.selectFrom('case_record').select('case_no')
      .where('service', '=', service).where('plan_hash', '<>', planHash).where('phase', 'not in', ['closed', 'archived']).where('case_no', '>', after)
      .orderBy('case_no').limit(PAGE).execute();
    yield* rows.map((row) => row.case_no);
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.case_no;
  }
}
