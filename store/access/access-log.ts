import type { Database } from '../open-store.ts';
import { type Page, type PageOptions, pageOf, pageSize, startOf } from '../queries/page.ts';

/** One read of personal data, or one attempt that was refused. */
export interface Access {
  /** ms */
  readonly at: number;
  readonly person: string;
  readonly role: string;
  /** What was asked, as the route says it: `GET /api/v1/cases/:caseNo`. */
  readonly action: string;
  readonly caseNo: string | null;
  readonly outcome: 'read' | 'refused';
  /** Why it was refused. */
  readonly code: string | null;
  readonly requestId: string;
}

export async function logAccess(db: Database, { caseNo, requestId, ...access }: Access): Promise<void> {
  await db.insertInto('access_log').values({ ...access, case_no: caseNo, request_id: requestId }).execute();
}

/** The latest first; of one case, of one person, or of all. */
export async function accesses(db: Database, { caseNo, person }: { readonly caseNo?: string; readonly person?: string } = {}, options: PageOptions = {}): Promise<Page<Access & { readonly id: number }>> {
  const [before] = startOf(options, [Number.MAX_SAFE_INTEGER]);
  const rows = await db.selectFrom('access_log').selectAll().where('id', '<', before)
    .$if(caseNo !== undefined, (query) => query.where('case_no', '=', caseNo!)).$if(person !== undefined, (query) => query.where('person', '=', person!))
    .orderBy('id', 'desc').limit(pageSize(options) + 1).execute();
  return pageOf(rows.map(({ case_no: caseOf, request_id: requestId, ...row }) => ({ ...row, caseNo: caseOf, requestId })), options, (row) => [row.id]);
}
