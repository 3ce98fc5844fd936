import { type RawBuilder, sql } from 'kysely';
import { type Calendar, calendarOf } from '../../workflows/case/calendar.ts';
import { dateOf, type EpochDay, fromEpochDay, type Instant, toEpochDay } from '../../workflows/case/plain-date.ts';
import { currentDecrees } from '../current-calendar.ts';
import type { Database } from '../open-store.ts';

/** How far back a decision's first day may lie; older ones are left out of medians. */
const BACK_DAYS = 3 * 366;

/** Working days between two day columns of `board_fact`, by the calendar in force: the first is not counted, the last is. */
export async function workingDays(db: Database, at: number): Promise<(from: string, to: string) => RawBuilder<unknown>> {
  const { base, numbers } = numbered(calendarOf(await currentDecrees(db)), at);
  const array = sql.raw(`'{${numbers.join(',')}}'::integer[]`);
  const number = (column: string) => sql`(${array})[${sql.ref(column)} - ${sql.lit(base)} + 1]`;
  return (from, to) => sql`${number(to)} - ${number(from)}`;
}

/** How many working days there were up to each day. */
function numbered(calendar: Calendar, at: number): { base: number; numbers: readonly number[] } {
  const base = toEpochDay(dateOf(at as Instant)) - BACK_DAYS;
  const numbers: number[] = [];
  for (let day = 0; day <= BACK_DAYS + 1; day += 1) {
    numbers.push((numbers.at(-1) ?? 0) + (calendar.isWorkingDay(fromEpochDay((base + day) as EpochDay)) ? 1 : 0));
  }
  return { base, numbers };
}
