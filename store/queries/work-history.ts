import type { Change, FactKind } from '../../workflows/case/case-change.ts';
import type { CaseState } from '../../workflows/case/case-state.ts';
import type { Database } from '../open-store.ts';

/** What tells how long work takes and what becomes of items. */
const TELLING: readonly FactKind[] = [
  'caseReceived', 'itemExamined', 'noticeIssued', 'correctionEnded', 'itemRechecked', 'itemStarted', 'procedureStarted', 'procedureEnded',
  'decisionProposed', 'itemGranted', 'itemRefused', 'caseAssembled', 'itemsHandedOver',
];
const CASES = 200;

/**
 * What happened to the cases received since `since` (ms), case by case, each in order. Stories played in simulated time are left
 * out. Read in pages: a long history needs no more memory than a short one.
 */
export async function* workHistory(db: Database, since: number): AsyncGenerator<{ readonly caseNo: string; readonly change: Change }> {
  for (let after = ''; ; ) {
    const cases = await db.selectFrom('case_record').select('case_no').where('received_at', '>=', since).where('simulated', '=', false)
      .where('case_no', '>', after).orderBy('case_no').limit(CASES).execute();
    if (cases.length === 0) return;
    const numbers = cases.map((row) => row.case_no);
    const rows = await db.selectFrom('case_change').select(['case_no', 'change']).where('case_no', 'in', numbers).where('kind', 'in', TELLING)
      .where('hash', 'is not', null).orderBy('case_no').orderBy('seq').execute();
    for (const row of rows) yield { caseNo: row.case_no, change: row.change as Change };
    after = numbers.at(-1)!;
  }
}

export interface RunningRecord {
  readonly planHash: string;
  readonly state: CaseState;
}

/** Every case that is not closed, as it stands, in order of its number. */
export async function* runningCases(db: Database): AsyncGenerator<RunningRecord> {
  for (let after = ''; ; ) {
    const rows = await db.selectFrom('case_record').select(['case_no', 'plan_hash', 'state']).where('phase', 'not in', ['closed', 'archived'])
      .where('case_no', '>', after).orderBy('case_no').limit(CASES).execute();
    for (const row of rows) yield { planHash: row.plan_hash, state: row.state as CaseState };
    if (rows.length < CASES) return;
    after = rows.at(-1)!.case_no;
  }
}
