import type { Calendar } from '../../workflows/case/calendar.ts';
import { addDays, type Instant, instantOf, type PlainDate } from '../../workflows/case/plain-date.ts';
import { randomOf } from './random.ts';
import { hoursADay, type OfficeHours } from './working-time.ts';

/** When cases come to the window on one day: a Poisson process over its opening hours; none on a rest day. In order of time. */
export function arrivalsOn(date: PlainDate, perDay: number, { calendar, hours }: { calendar: Calendar; hours: OfficeHours }, ...keys: readonly number[]): readonly Instant[] {
  if (!calendar.isWorkingDay(date)) return [];
  const random = randomOf(...keys, instantOf(date));
  const times: Instant[] = [];
  // A day is a stretch of length 1; the gaps are exponential.
  for (let at = -Math.log(1 - random.next()) / perDay; at < 1; at -= Math.log(1 - random.next()) / perDay) times.push(timeOfDay(date, at, hours));
  return times;
}

function timeOfDay(date: PlainDate, share: number, hours: OfficeHours): Instant {
  let left = share * hoursADay(hours);
  for (const [opens, closes] of hours) {
    if (left < closes - opens) return Math.floor(instantOf(date, opens + left)) as Instant;
    left -= closes - opens;
  }
  return instantOf(date, hours.at(-1)![1]);
}

/** So many working days before a day. */
export function workingDaysBefore(date: PlainDate, days: number, calendar: Calendar): PlainDate {
  let day = date;
  for (let left = days; left > 0; ) {
    day = addDays(day, -1);
    if (calendar.isWorkingDay(day)) left -= 1;
  }
  return day;
}
