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
  const [open, decided] = await Promise.all([itemLoads(db, filter), daysOf(db, 'item', period, filter, at)]);
  const rows = new Map<string, Bottleneck>();
  const row = (one: { department: string; service: string; item: string }) => rows.get(keyOf(one)) ?? {
    department: one.department, service: one.service, item: one.item, open: 0, nearing: 0, overdue: 0, decided: 0, late: 0, medianDays: null, ninetiethDays: null,
  };
  for (const { id: item, ...load } of open) {
    const known = row({ ...load, item });
    rows.set(keyOf(known), { ...known, open: load.open, nearing: load.nearing, overdue: load.overdue });
  }
  for (const taken of decided) {
    const known = row(taken);
    rows.set(keyOf(known), { ...known, decided: taken.decided, late: taken.late, medianDays: taken.medianDays, ninetiethDays: taken.ninetiethDays });
  }
  return [...rows.values()].sort((a, b) => b.open - a.open || b.late - a.late || keyOf(a).localeCompare(keyOf(b)));
}

export interface DaysTaken {
  readonly department: string;
  readonly service: string;
  readonly item: string;
  readonly decided: number;
  readonly late: number;
  readonly medianDays: number | null;
  readonly ninetiethDays: number | null;
}

/** How long decisions took: of each item, of all items of a department (then `service` and `item` are empty), or of all (then everything is). */
export async function daysOf(db: Database, by: 'item' | 'department' | 'all', period: Period, filter: BoardFilter, at: number): Promise<DaysTaken[]> {
  const between = await workingDays(db, at);
  // Hundreds of thousands of decisions are first counted by their days as they are: what is worked out is worked out for each count.
  const { rows } = await sql<{ department: string; service: string; item: string; days: number | null; n: number; late: number }>`
    select ${by === 'all' ? sql`''` : sql`department`} as department, ${by === 'item' ? sql`service` : sql`''`} as service, ${by === 'item' ? ITEM : sql`''`} as item, ${between('started', 'day')} as days,
      sum(n)::bigint as n, coalesce(sum(n) filter (where late), 0)::bigint as late
    from (
      select department, service, item, started, day, late, count(*) as n from board_fact where ${DECIDED} ${during(period)} ${boardFilterOf(filter)} group by 1, 2, 3, 4, 5, 6) counted
    group by 1, 2, 3, 4 order by 4`.execute(db);
  return [...Map.groupBy(rows, keyOf).values()].map((own) => {
    const { department, service, item } = own[0]!;
    const taken = own.flatMap(({ days, n }) => (days === null ? [] : [{ days, n }]));
    return { department, service, item, decided: sum(own, 'n'), late: sum(own, 'late'), medianDays: atShare(taken, 0.5), ninetiethDays: atShare(taken, 0.9) };
  });
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
