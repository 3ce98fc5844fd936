import { sql } from 'kysely';
import type { Instant } from '../../workflows/case/plain-date.ts';
import type { Database } from '../open-store.ts';
import { type Page, type PageOptions, pageOf, pageSize, startOf } from './page.ts';

/** A third party's work on an item: whose, from when to when. */
export interface IntermediaryService {
  readonly caseNo: string;
  readonly seq: number;
  readonly item: string;
  readonly procedure: string;
  /** By name, as the written notice had it. */
  readonly by: string;
  readonly paidBy: 'authority' | 'applicant';
  /** Working days that were told. */
  readonly told: number;
  readonly stopsClock: boolean;
  readonly from: Instant;
  /** Null: it goes on. */
  readonly until: Instant | null;
}

/** What intermediaries took, in the order in which they began. */
export async function intermediaries(db: Database, options: PageOptions = {}): Promise<Page<IntermediaryService>> {
  const [at, caseNo, seq] = startOf(options, [0, '', 0]);
  const { rows } = await sql<IntermediaryService>`
    select s.case_no as "caseNo", s.seq, s.change->>'item' as item, s.change->>'procedure' as procedure, s.change->>'conductedBy' as by,
      s.change->'intermediary'->>'paidBy' as "paidBy", (s.change->>'days')::integer as told, s.change->>'stopsClock' is not null as "stopsClock",
      s.at as "from", e.at as until
    from case_change s left join lateral (
      select at from case_change where case_no = s.case_no and seq > s.seq and kind = 'procedureEnded'
        and change->>'item' = s.change->>'item' and change->>'procedure' = s.change->>'procedure' order by seq limit 1) e on true
    where s.kind = 'procedureStarted' and s.change->'intermediary' is not null and (s.at, s.case_no, s.seq) > (${at}, ${caseNo}, ${seq})
    order by s.at, s.case_no, s.seq limit ${pageSize(options) + 1}`.execute(db);
  return pageOf(rows, options, (row) => [row.from, row.caseNo, row.seq]);
}
