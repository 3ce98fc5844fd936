import { sql } from 'kysely';
import type { Database } from '../open-store.ts';
import { type BoardFilter, boardFilterOf, type Period, ranOutDuring } from './board-filter.ts';

/** A limit that ran out, with what was stated in public about it. Overdue is recorded for ever, settled or not. */
export interface RanOutClock {
  readonly caseNo: string;
  readonly clock: string;
  readonly kind: string;
  readonly service: string;
  readonly item: string | null;
  readonly department: string;
  readonly dueOn: string | null;
  readonly reason: string | null;
  /** Whether it has come to an end since. */
  readonly over: boolean;
}

/** The limits that ran out in a period, in order; at most so many. */
export async function ranOut(db: Database, period: Period, filter: BoardFilter, most: number): Promise<RanOutClock[]> {
  const { rows } = await sql<RanOutClock>`
    select case_no as "caseNo", id as clock, kind, service, item, department, due_on as "dueOn", reason, stopped_at is not null as over
    from clock where ${ranOutDuring(period)} ${boardFilterOf(filter)} order by ran_out_at, case_no, id limit ${sql.lit(most)}`.execute(db);
  return rows;
}
