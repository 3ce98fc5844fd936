/**
 * Civil dates and instants. The law counts civil days in Asia/Shanghai; the machine counts milliseconds.
 * This file is the only place where one becomes the other.
 *
 * China has kept UTC+8 without daylight saving since 1992, so the offset is a constant here: the pure core
 * needs no zone database, and gives the same answer in every sandbox.
 */

/** A civil day in Asia/Shanghai, `YYYY-MM-DD`. */
export type PlainDate = string & { readonly __brand: 'PlainDate' };

/** Milliseconds since the epoch, UTC. */
export type Instant = number & { readonly __brand: 'Instant' };

/** Days since 1970-01-01, for counting. Never leaves the core. */
export type EpochDay = number & { readonly __brand: 'EpochDay' };

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SHANGHAI = 8 * HOUR;

/** The civil day that an instant falls on in Asia/Shanghai. */
export function dateOf(at: Instant): PlainDate {
  return fromEpochDay(Math.floor((at + SHANGHAI) / DAY) as EpochDay);
}

/** 00:00 Asia/Shanghai of a day; with `hour` (0-24, fractions allowed) that time of the day. */
export function instantOf(date: PlainDate, hour = 0): Instant {
  return (toEpochDay(date) * DAY - SHANGHAI + hour * HOUR) as Instant;
}

/** 24:00 Asia/Shanghai: the first instant at which the day is over. At this instant one is late. */
export function endOf(date: PlainDate): Instant {
  return instantOf(date, 24);
}

/** `YYYY-MM-DDTHH:mm` (Asia/Shanghai), for people. */
export function localTime(at: Instant): string {
  return new Date(at + SHANGHAI).toISOString().slice(0, 16);
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return fromEpochDay((toEpochDay(date) + days) as EpochDay);
}

/**
 * The corresponding day `months` later, or the month's last day where there is none.
 * @see Civil Code art. 202
 */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const [year, month, day] = parts(date);
  const index = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = (index % 12) + 1;
  const last = new Date(Date.UTC(targetYear, targetMonth, 0)).getUTCDate();
  return format(targetYear, targetMonth, Math.min(day, last));
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(date: PlainDate): number {
  return ((((toEpochDay(date) + 3) % 7) + 7) % 7) + 1;
}

export function yearOf(date: PlainDate): number {
  return parts(date)[0];
}

/** Clocks walk over the same few hundred days again and again: each is read and spelled once. Only days that exist are kept. */
const numbers = new Map<PlainDate, EpochDay>();
const spellings = new Map<EpochDay, PlainDate>();
const KEPT = 50_000;

export function toEpochDay(date: PlainDate): EpochDay {
  const known = numbers.get(date);
  if (known !== undefined) return known;
  const [year, month, day] = parts(date);
  return (Date.UTC(year, month - 1, day) / DAY) as EpochDay;
}

export function fromEpochDay(day: EpochDay): PlainDate {
  const known = spellings.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * DAY).toISOString().slice(0, 10) as PlainDate;
  if (spellings.size < KEPT) {
    spellings.set(day, date);
    numbers.set(date, day);
  }
  return date;
}

/**
 * Reads `YYYY-MM-DD`. Returns null for anything else, also for a day that does not exist (2026-02-30).
 */
export function parsePlainDate(text: string): PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const date = text as PlainDate;
  const [, month, day] = parts(date);
  if (month < 1 || month > 12 || day < 1) return null;
  return fromEpochDay(toEpochDay(date)) === date ? date : null;
}

function parts(date: PlainDate): [number, number, number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

function format(year: number, month: number, day: number): PlainDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as PlainDate;
}
