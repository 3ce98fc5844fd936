import { sql } from 'kysely';
import type { Database } from '../open-store.ts';
import { itemLoads } from './board.ts';
import { type BoardFilter, boardFilterOf, DECIDED, during, ITEM, type Period } from './board-filter.ts';
import { workingDays } from './working-days.ts';

/** Where work piles up, or takes long: one item of one department. */
export interface Bottleneck {
  readonly department: string;
  readonly service: string;
  readonly item: string;
  /** Tasks that wait now, and how many of them are yellow and red. */
  readonly open: number;
  readonly nearing: number;
  readonly overdue: number;
  readonly decided: number;
  readonly late: number;
  /** Working days from the item's start to its decision; null when nothing was decided. */
  readonly medianDays: number | null;
  /** Nine of ten decisions took no longer. */
  readonly ninetiethDays: number | null;
}

/** Every item with work or decisions; where the most waits comes first. */
export async function bottlenecks(db: Database, period: Period, filter: BoardFilter = {}, at: number = Date.now()): Promise<Bottleneck[]> {
  const [open, decided] = await Promise.all([itemLoads(db, filter), decidedIn(db, period, filter, at)]);
  const rows = new Map<string, Bottleneck>();
  const row = (one: { department: string; service: string; item: string }) => rows.get(keyOf(one)) ?? {
    department: one.department, service: one.service, item: one.item, open: 0, nearing: 0, overdue: 0, decided: 0, late: 0, medianDays: null, ninetiethDays: null,
  };
  for (const { id: item, ...load } of open) {
    const known = row({ ...load, item });
    rows.set(keyOf(known), { ...known, open: load.open, nearing: load.nearing, overdue: load.overdue });
  }
  for (const own of Map.groupBy(decided, keyOf).values()) {
    const known = row(own[0]!);
    rows.set(keyOf(known), { ...known, ...daysTaken(own) });
  }
  return [...rows.values()].sort((a, b) => b.open - a.open || b.late - a.late || keyOf(a).localeCompare(keyOf(b)));
}

export interface DaysTaken {
  readonly decided: number;
  readonly late: number;
  readonly medianDays: number | null;
  readonly ninetiethDays: number | null;
}

/** Decisions of one item that took so many working days; null: longer than is looked back. */
export interface DecidedIn {
  readonly department: string;
  readonly service: string;
  readonly item: string;
  readonly days: number | null;
  readonly n: number;
  readonly late: number;
}

/** How many decisions took how long, in order of the days. */
export async function decidedIn(db: Database, period: Period, filter: BoardFilter, at: number): Promise<DecidedIn[]> {
  const between = await workingDays(db, at);
  return db.transaction().execute(async (tx) => {
    // Counted in memory, not sorted on disk: that takes four times as long.
    await sql`set local work_mem = '64MB'`.execute(tx);
    // Hundreds of thousands of decisions are first counted by their days as they are: what is worked out is worked out for each count.
    const { rows } = await sql<DecidedIn>`
      select department, service, ${ITEM} as item, ${between('started', 'day')} as days, sum(n)::bigint as n, coalesce(sum(n) filter (where late), 0)::bigint as late
      from (
        select department, service, item, started, day, late, count(*) as n from board_fact where ${DECIDED} ${during(period)} ${boardFilterOf(filter)} group by 1, 2, 3, 4, 5, 6) counted
      group by 1, 2, 3, 4 order by 4`.execute(tx);
    return rows;
  });
}

/** How long decisions took altogether. @param decided in order of their days */
export function daysTaken(decided: readonly DecidedIn[]): DaysTaken {
  const taken = decided.flatMap(({ days, n }) => (days === null ? [] : [{ days, n }]));
  return { decided: sum(decided, 'n'), late: sum(decided, 'late'), medianDays: atShare(taken, 0.5), ninetiethDays: atShare(taken, 0.9) };
}

/** The smallest number of days that covers this share of the decisions; `taken` in order of days. */
function atShare(taken: readonly { readonly days: number; readonly n: number }[], share: number): number | null {
  const wanted = share * taken.reduce((total, { n }) => total + n, 0);
  let covered = 0;
  for (const { days, n } of taken) {
    covered += n;
    if (covered >= wanted) return days;
  }
  return null;
}

function sum<K extends string>(rows: readonly Readonly<Record<K, number>>[], of: K): number {
  return rows.reduce((total, row) => total + row[of], 0);
}

function keyOf({ department, service, item }: { readonly department: string; readonly service: string; readonly item: string }): string {
  return `${department} ${service} ${item}`;
}
