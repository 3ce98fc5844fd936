import { sql } from 'kysely';
import type { Database } from '../open-store.ts';
import type { Colour } from '../schema.ts';
import { type BoardFilter, boardFilterOf, ITEM } from './board-filter.ts';

/** How much work waits somewhere, and how many limits press. */
export interface Load {
  readonly id: string;
  /** Tasks that somebody has to do. */
  readonly open: number;
  /** Limits that are yellow. */
  readonly nearing: number;
  /** Limits that ran out and still run. */
  readonly overdue: number;
}

/** What waits and presses in each department, service or region that has anything. */
export async function loads(db: Database, by: 'department' | 'service' | 'region', filter: BoardFilter = {}): Promise<Load[]> {
  const of = sql.raw(by);
  const { rows } = await sql<Load>`
    select id, sum(open)::bigint as open, sum(nearing)::bigint as nearing, sum(overdue)::bigint as overdue
    from (
      select ${of} as id, sum(n) as open, 0 as nearing, 0 as overdue from task_count where true ${boardFilterOf(filter)} group by 1
      union all
      select ${of}, 0, sum(n) filter (where colour = 1), sum(n) filter (where colour = 2) from clock_count where true ${boardFilterOf(filter)} group by 1) both_counts
    group by id having coalesce(sum(open), 0) + coalesce(sum(nearing), 0) + coalesce(sum(overdue), 0) > 0 order by id`.execute(db);
  return rows.map(({ id, open, nearing, overdue }) => ({ id, open: open ?? 0, nearing: nearing ?? 0, overdue: overdue ?? 0 }));
}

export interface WorkCount {
  readonly kind: string;
  readonly colour: Colour;
  readonly tasks: number;
}

/** What kinds of work wait, by colour: the board of one department. */
export async function workCounts(db: Database, filter: BoardFilter = {}): Promise<WorkCount[]> {
  const { rows } = await sql<WorkCount>`
    select kind, colour, sum(n)::bigint as tasks from task_count where true ${boardFilterOf(filter)} group by kind, colour having sum(n) > 0 order by kind, colour`.execute(db);
  return rows;
}

/** What waits with each item, in colours: tasks, not limits. */
export async function itemLoads(db: Database, filter: BoardFilter = {}): Promise<(Load & { readonly service: string; readonly department: string })[]> {
  const { rows } = await sql<Load & { service: string; department: string }>`
    select ${ITEM} as id, service, department, sum(n)::bigint as open, coalesce(sum(n) filter (where colour = 1), 0)::bigint as nearing, coalesce(sum(n) filter (where colour = 2), 0)::bigint as overdue
    from task_count where item <> '' ${boardFilterOf(filter)} group by 1, 2, 3 having sum(n) > 0 order by 4 desc, 1`.execute(db);
  return rows;
}

/** What each person has claimed, in colours. */
export async function personLoads(db: Database, filter: BoardFilter = {}): Promise<(Load & { readonly name: string | null; readonly department: string })[]> {
  const { rows } = await sql<Load & { name: string | null; department: string }>`
    select g.*, p.name from (
      select claimed_by as id, department, count(*) as open, count(*) filter (where colour = 1) as nearing, count(*) filter (where colour = 2) as overdue
      from task where claimed_by is not null ${boardFilterOf(filter)} group by 1, 2) g left join person p on p.id = g.id order by g.overdue desc, g.open desc, g.id`.execute(db);
  return rows;
}
