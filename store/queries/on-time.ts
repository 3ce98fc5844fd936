import { sql } from 'kysely';
import type { Database } from '../open-store.ts';
import { type BoardFilter, boardFilterOf, DECIDED, during, ITEM, type Period } from './board-filter.ts';

export type OnTimeBy = 'department' | 'service' | 'item' | 'person' | 'region';

/** Decisions of one department, service, item, person or region: how many, and how many after a limit of the item had run out. */
export interface OnTime {
  /** Null: decided by a rule, by nobody. */
  readonly id: string | null;
  /** What a person is called; null for the others, and for who is not in the directory. */
  readonly name: string | null;
  /** Of an item. */
  readonly service: string | null;
  /** Of an item or a person. */
  readonly department: string | null;
  readonly decided: number;
  readonly late: number;
}

const GROUPS = {
  department: sql.raw(`department as id, null as service, null as department`),
  service: sql.raw(`service as id, null as service, null as department`),
  region: sql.raw(`region as id, null as service, null as department`),
  /** Every department of every service in every region: sums of these are the three above, for one reading. */
  each: sql.raw(`region as id, service, department`),
  item: sql.join([ITEM, sql.raw(`as id, service, department`)], sql` `),
  person: sql.raw(`person as id, null as service, department`),
} as const;

/**
 * On time: decided before the item's statutory, internal or promised limit ran out. Items that are not decided yet are not in it:
 * they are among the overdue ones. Those with the most late decisions first.
 */
export async function onTime(db: Database, by: OnTimeBy | 'each', period: Period, filter: BoardFilter = {}): Promise<OnTime[]> {
  const { rows } = await sql<OnTime>`
    select g.id, p.name, g.service, g.department, g.decided, g.late
    from (
      select ${GROUPS[by]}, count(*) as decided, count(*) filter (where late) as late
      from board_fact where ${DECIDED} ${during(period)} ${boardFilterOf(filter)} group by 1, 2, 3) g
    left join person p on ${sql.lit(by === 'person')} and p.id = g.id
    order by g.late desc, g.decided desc, g.id`.execute(db);
  return rows;
}
