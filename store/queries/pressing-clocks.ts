import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../open-store.ts';
import { type BoardFilter, boardFilterOf } from './board-filter.ts';
import { type Page, type PageOptions, pageOf, pageSize, startOf } from './page.ts';

/** An open clock that is yellow or red, as a manager sees it. */
export interface PressingClock {
  readonly caseNo: string;
  readonly clock: string;
  readonly kind: string;
  readonly service: string;
  readonly region: string;
  readonly item: string | null;
  readonly department: string;
  readonly applicantName: string;
  readonly applicantKind: 'person' | 'entity';
  readonly dueOn: string | null;
  readonly provisional: boolean;
  /** ms; null while it is only near. */
  readonly ranOutAt: number | null;
  /** Why it is overdue, as stated to the public; null until somebody has. */
  readonly reason: string | null;
  /** The chance that the case will be late, as the last forecast found; null when it was not forecast. */
  readonly lateChance: number | null;
  /** Somebody was urged about it and has not answered: until when he has to. */
  readonly urgedUntil: string | null;
}

export interface ClockFilter extends BoardFilter {
  readonly kind?: string;
}

/** Yellow clocks, the first due first. */
export function nearing(db: Database, filter: ClockFilter = {}, page: PageOptions = {}): Promise<Page<PressingClock>> {
  return pressing(db, sql`colour = 1`, filter, page);
}

/** Red clocks that still run, the longest overdue first. */
export function overdue(db: Database, filter: ClockFilter = {}, page: PageOptions = {}): Promise<Page<PressingClock>> {
  return pressing(db, sql`colour = 2`, filter, page);
}

export interface PressingCount {
  readonly department: string;
  readonly nearing: number;
  readonly overdue: number;
}

/** How many clocks press in each department that has any. */
export async function pressingCounts(db: Database, filter: ClockFilter = {}): Promise<PressingCount[]> {
  const { rows } = await sql<PressingCount>`
    select department, coalesce(sum(n) filter (where colour = 1), 0)::bigint as nearing, coalesce(sum(n) filter (where colour = 2), 0)::bigint as overdue
    from clock_count where true ${wanted(filter)} group by department having sum(n) > 0 order by department`.execute(db);
  return rows;
}

async function pressing(db: Database, colour: RawBuilder<unknown>, filter: ClockFilter, options: PageOptions): Promise<Page<PressingClock>> {
  const [dueAt, caseNo, id] = startOf(options, [0, '', '']);
  const limit = sql.lit(pageSize(options) + 1);
  const { rows } = await sql<PressingClock & { dueAt: number }>`
    select t.case_no as "caseNo", t.id as clock, t.kind, t.service, t.region, t.item, t.department, c.applicant_name as "applicantName",
      coalesce(c.state->'applicant'->>'kind', 'person') as "applicantKind", t.due_on as "dueOn",
      t.due_at as "dueAt", t.provisional, t.ran_out_at as "ranOutAt", t.reason, l.chance as "lateChance",
      (select max(u.due_on) from clock u where u.case_no = t.case_no and u.kind = 'urge' and u.stopped_at is null and u.item is not distinct from t.item) as "urgedUntil"
    from (
      select due_at, case_no, id from clock
      where ${colour} and colour > 0 and stopped_at is null and (due_at, case_no, id) > (${dueAt}, ${caseNo}, ${id}) ${wanted(filter)}
      order by due_at, case_no, id limit ${limit}) k
    join clock t on t.case_no = k.case_no and t.id = k.id join case_record c on c.case_no = t.case_no left join late_chance l on l.case_no = t.case_no
    order by k.due_at, k.case_no, k.id`.execute(db);
  const page = pageOf(rows, options, (row) => [row.dueAt, row.caseNo, row.clock]);
  return { ...page, rows: page.rows.map(({ dueAt: _, ...row }) => row) };
}

function wanted({ kind, ...filter }: ClockFilter): RawBuilder<unknown> {
  return sql.join([boardFilterOf(filter), kind === undefined ? sql`` : sql`and kind = ${kind}`], sql` `);
}
