import type { Change } from '../../workflows/case/case-change.ts';
import type { Database } from '../open-store.ts';
import { type Page, type PageOptions, pageOf, pageSize, startOf } from './page.ts';

export interface TimelineEntry {
  readonly change: Change;
  /** The change's link in the case's chain. */
  readonly hash: string;
}

/** What happened to a case, in order. An unknown case has no timeline. */
export async function timeline(db: Database, caseNo: string, options: PageOptions = {}): Promise<Page<TimelineEntry>> {
  const [after] = startOf(options, [0]);
  const rows = await db.selectFrom('case_change').select(['change', 'hash'])
    .where('case_no', '=', caseNo).where('seq', '>', after).where('hash', 'is not', null).orderBy('seq').limit(pageSize(options) + 1).execute();
  return pageOf(rows.map((row) => ({ change: row.change as Change, hash: row.hash! })), options, (row) => [row.change.seq]);
}
