import { addDays, dateOf, type Instant, instantOf, type PlainDate } from '../../workflows/case/plain-date.ts';

const HOUR = 3_600_000;

/** When an office is open on a working day, in hours of the day (Asia/Shanghai), in order: `[[9, 12], [13, 17]]`. */
export type OfficeHours = readonly (readonly [number, number])[];

/** The working time of an office or of one person in it. Work is counted in milliseconds. */
export interface WorkingTime {
  /** The first instant at or after `at` at which there is work; null when there is none within two years. */
  next(at: Instant): Instant | null;
  /** When work that begins at `at` is done: it rests at night, on rest days and while its person is away. Null as for `next`. */
  after(at: Instant, work: number): Instant | null;
  /** Working time in [from, to). */
  between(from: Instant, to: Instant): number;
}

/** Nobody is away for longer than this. */
const FARTHEST = 731;

export function workingTime(hours: OfficeHours, works: (date: PlainDate) => boolean): WorkingTime {
  const known = new Map<PlainDate, boolean>();
  const isOpen = (date: PlainDate): boolean => {
    let open = known.get(date);
    if (open === undefined) known.set(date, open = works(date));
    return open;
  };
  const after = (at: Instant, work: number): Instant | null => {
    let left = work;
    let date = dateOf(at);
    for (let days = 0; days < FARTHEST; days += 1, date = addDays(date, 1)) {
      if (!isOpen(date)) continue;
      const midnight = instantOf(date);
      for (const [opens, closes] of hours) {
        const begin = Math.max(midnight + opens * HOUR, at);
        const end = midnight + closes * HOUR;
        if (begin >= end) continue;
        if (begin + left <= end) return (begin + left) as Instant;
        left -= end - begin;
      }
    }
    return null;
  };
  return {
    after,
    // A moment's work ends within the first open span, also when `at` is the closing hour itself.
    next: (at) => {
      const done = after(at, 1);
      return done === null ? null : ((done - 1) as Instant);
    },
    between(from, to) {
      let sum = 0;
      for (let date = dateOf(from); instantOf(date) < to; date = addDays(date, 1)) {
        if (!isOpen(date)) continue;
        const midnight = instantOf(date);
        for (const [opens, closes] of hours) sum += Math.max(0, Math.min(midnight + closes * HOUR, to) - Math.max(midnight + opens * HOUR, from));
      }
      return sum;
    },
  };
}

/** Working hours of one day. */
export function hoursADay(hours: OfficeHours): number {
  return hours.reduce((sum, [opens, closes]) => sum + closes - opens, 0);
}
