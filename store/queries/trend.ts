import { sql } from 'kysely';
import { addDays, type EpochDay, fromEpochDay, type PlainDate } from '../../workflows/case/plain-date.ts';
import type { Database } from '../open-store.ts';
import { type BoardFilter, boardFilterOf, during, type Period, ranOutDuring } from './board-filter.ts';

/** One civil day. Of a department: items, not cases. */
export interface TrendDay {
  readonly day: PlainDate;
  readonly received: number;
  /** Cases that were closed; items that a department decided. */
  readonly settled: number;
  /** Limits that ran out. */
  readonly overdue: number;
}

/** What came in, what was settled and which limits ran out, day by day; days without anything as well. */
export async function trend(db: Database, period: Period, filter: BoardFilter = {}): Promise<TrendDay[]> {
  const [received, settled] = filter.department === undefined ? [['received'], ['closed']] : [['itemReceived'], ['granted', 'refused']];
  const [facts, ranOut] = await Promise.all([
    sql<{ day: number; received: number; settled: number }>`
      select day, count(*) filter (where kind = any(${received})) as received, count(*) filter (where kind = any(${settled})) as settled
      from board_fact where kind = any(${[...received, ...settled]}) ${during(period)} ${boardFilterOf(filter)} group by day`.execute(db),
    sql<{ day: number; overdue: number }>`
      select ((ran_out_at - 1 + 28800000) / 86400000)::integer as day, count(*) as overdue from clock
      where ${ranOutDuring(period)} ${boardFilterOf(filter)} group by 1`.execute(db),
  ]);
  const byDay = new Map(facts.rows.map((row) => [fromEpochDay(row.day as EpochDay), row]));
  const overdue = new Map(ranOut.rows.map((row) => [fromEpochDay(row.day as EpochDay), row.overdue]));
  const days: TrendDay[] = [];
  for (let day = period.from; day <= period.to; day = addDays(day, 1)) {
    days.push({ day, received: byDay.get(day)?.received ?? 0, settled: byDay.get(day)?.settled ?? 0, overdue: overdue.get(day) ?? 0 });
  }
  return days;
}
