import type { Calendar, DayInfo } from './calendar.ts';
import type { DepartmentId, ItemId, LegalBasis, Limit } from './case-plan.ts';
import { addDays, addMonths, dateOf, endOf, type Instant, instantOf, type PlainDate, toEpochDay } from './plain-date.ts';

/** What a clock measures. @see docs: domain §4 */
export type ClockKind =
  | 'preReview' | 'draftKept' | 'examination' | 'noticeService' | 'correction' | 'recheck'
  | 'statutory' | 'internal' | 'promised' | 'joint'
  | 'procedure' | 'delivery' | 'urge' | 'ratingWindow' | 'deferred' | 'rectification' | 'complaint'
  | 'renewal' | 'afterCheck' | 'preliminary' | 'consultation' | 'supervision' | 'hearingRight' | 'hearing';

/** `examination`, `joint`, `statutory:food-licence`, `procedure:food-licence:expert-review:1`, … */
export type ClockId = string;

/** Days that do not count: [from, to). `to` null: the clock still stands. */
export interface Suspension {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  /** The procedure that stops the clock, or `joint` for the joint clock's own rule. */
  readonly because: string;
  readonly department: DepartmentId | null;
  readonly basis: LegalBasis | null;
}

export interface Clock {
  readonly id: ClockId;
  readonly kind: ClockKind;
  readonly item: ItemId | null;
  readonly department: DepartmentId | null;
  /** The day of the starting event; never counted. */
  readonly dayZero: PlainDate;
  readonly limit: Limit;
  /** A date that was set, not counted: the clock ends with it, be it a rest day. */
  readonly endsOn?: PlainDate;
  /** Units added by the one extension; 0 without. */
  readonly extendedBy: number;
  readonly suspensions: readonly Suspension[];
  /** When the clock last changed: started, resumed, extended or moved. Nothing on it falls due before this. */
  readonly since: Instant;
  readonly stoppedAt: Instant | null;
  readonly ranOutAt: Instant | null;
  /** Its last day as it stood when it ran out. A calendar amended afterwards does not move it. */
  readonly ranOutOn: PlainDate | null;
  /** In the yellow now. Cleared whenever the clock leaves it, so that each entry is recorded. */
  readonly warned: boolean;
  /** The alarm `calendar.missing` was given for the provisional date on which it would have run out. */
  readonly awaitsCalendar: boolean;
}

/** Where a clock stands, derived from its facts and the calendar alone. */
export interface ClockReading {
  /** Last counted day; null while the clock stands still. */
  readonly dueOn: PlainDate | null;
  /** 24:00 of `dueOn`. At this instant one is late. */
  readonly dueAt: Instant | null;
  /** Some day of the count lies in a year whose calendar is not published. */
  readonly provisional: boolean;
  /** First day on which no more than the warning threshold remains. */
  readonly warnOn: PlainDate | null;
  /** Day with which half of the counted days are used. */
  readonly halfOn: PlainDate | null;
  /** Counted days left when the clock stands still, else null. */
  readonly remainder: number | null;
}

export type DayCount = 'dayZero' | 'counted' | 'weekend' | 'holiday' | 'suspended' | 'movedTo';

/** One line of an explanation: a day, whether it counted, and why. */
export interface ExplainedDay {
  readonly date: PlainDate;
  readonly count: DayCount;
  /** 1 for the first counted day; null for a day that does not count. */
  readonly number: number | null;
  readonly day: DayInfo;
  readonly suspension: Suspension | null;
}

export function isOpen(clock: Clock): boolean {
  return clock.stoppedAt === null;
}

/** Open, and not yet run out. */
export function isRunning(clock: Clock): boolean {
  return clock.stoppedAt === null && clock.ranOutAt === null;
}

export function isSuspended(clock: Clock): boolean {
  return clock.suspensions.some((suspension) => suspension.to === null);
}

const readings = new WeakMap<Clock, { calendar: Calendar; threshold: number; reading: ClockReading }>();

/** Reads a clock. Clocks are immutable values, so a reading is kept for as long as its clock and calendar are the same. */
export function read(clock: Clock, calendar: Calendar, threshold: number): ClockReading {
  const known = readings.get(clock);
  if (known?.calendar === calendar && known.threshold === threshold) return known.reading;
  const reading = compute(clock, calendar, threshold);
  readings.set(clock, { calendar, threshold, reading });
  return reading;
}

/**
 * Every day from day 0 to the deadline, each with the reason why it counts or not. The deadline of {@link read} is the
 * last line of this list: both come from the same walk. While the clock stands still the list ends on the day before the
 * suspension, or on `until` if that is given and later.
 */
export function explain(clock: Clock, calendar: Calendar, until?: PlainDate): ExplainedDay[] {
  const lines: ExplainedDay[] = [];
  walk(clock, calendar, (line) => lines.push(line), until);
  return lines;
}

function compute(clock: Clock, calendar: Calendar, threshold: number): ClockReading {
  const counted: PlainDate[] = [];
  let provisional = false;
  let last: PlainDate = clock.dayZero;
  walk(clock, calendar, (line) => {
    if (line.count === 'dayZero') return;
    if (!line.day.settled) provisional = true;
    if (line.count === 'counted') counted.push(line.date);
    last = line.date;
  });
  if (isSuspended(clock)) {
    return { dueOn: null, dueAt: null, provisional: false, warnOn: null, halfOn: null, remainder: total(clock) - counted.length };
  }
  const warnOn = counted[counted.length - threshold - 1] ?? clock.dayZero;
  const halfOn = counted[Math.ceil(counted.length / 2) - 1] ?? null;
  return { dueOn: last, dueAt: endOf(last), provisional: provisional && clock.ranOutOn === null && clock.endsOn === undefined, warnOn, halfOn, remainder: null };
}

/** Days that have to be counted in all. */
function total({ limit, extendedBy, dayZero }: Clock): number {
  const units = limit.length + extendedBy;
  return limit.unit === 'month' ? toEpochDay(addMonths(dayZero, units)) - toEpochDay(dayZero) : units;
}

/**
 * The one count. Working days: a day counts when it is a working day and not suspended. Calendar days: when it is not
 * suspended. Months: the corresponding day, moved by the days suspended. A calendar period whose last day is a rest day
 * ends on the first working day after it. A clock that has run out keeps its last day, whatever the calendar says since.
 * @see ALL art. 82; Civil Code art. 201-203
 */
function walk(clock: Clock, calendar: Calendar, visit: (line: ExplainedDay) => void, until?: PlainDate): void {
  const workingDays = clock.limit.unit === 'workingDay';
  const goal = clock.endsOn ?? (clock.limit.unit === 'month' ? monthEnd(clock) : null);
  const length = clock.limit.length + clock.extendedBy;
  visit({ date: clock.dayZero, count: 'dayZero', number: null, day: calendar.dayInfo(clock.dayZero), suspension: null });
  let number = 0;
  let date = clock.dayZero;
  for (;;) {
    const reached = date === clock.ranOutOn || (goal ? date >= goal : number >= length);
    if (reached) break;
    date = addDays(date, 1);
    const day = calendar.dayInfo(date);
    const suspension = suspensionOn(clock, date);
    if (suspension?.to === null && (until === undefined || date > until)) return;
    const counts = !suspension && (!workingDays || day.working);
    if (counts) number += 1;
    const why = suspension ? 'suspended' : day.kind === 'weekend' ? 'weekend' : 'holiday';
    visit({ date, count: counts ? 'counted' : why, number: counts ? number : null, day, suspension });
  }
  // The day after the rest may fall into a suspension: then the day of resumption is the last, as for a working-day limit.
  const movesOn = (): boolean => !workingDays && clock.endsOn === undefined && length > 0 && (!calendar.isWorkingDay(date) || Boolean(suspensionOn(clock, date)?.to));
  while (clock.ranOutOn === null ? movesOn() : date < clock.ranOutOn) {
    date = addDays(date, 1);
    visit({ date, count: 'movedTo', number: null, day: calendar.dayInfo(date), suspension: suspensionOn(clock, date) });
  }
}

function suspensionOn(clock: Clock, date: PlainDate): Suspension | null {
  return clock.suspensions.find((one) => one.from <= date && (one.to === null || date < one.to)) ?? null;
}

function monthEnd(clock: Clock): PlainDate {
  let end = addMonths(clock.dayZero, clock.limit.length + clock.extendedBy);
  for (let date = addDays(clock.dayZero, 1); date <= end; date = addDays(date, 1)) {
    const stands = clock.suspensions.some((one) => one.from <= date && (one.to !== null && date < one.to));
    if (stands) end = addDays(end, 1);
  }
  return end;
}

/** Counted days d with `today` < d ≤ the deadline; null while the clock stands still. */
export function remainingDays(clock: Clock, calendar: Calendar, at: Instant): number | null {
  if (isSuspended(clock)) return null;
  const today = dateOf(at);
  return explain(clock, calendar).filter((line) => line.count === 'counted' && line.date > today).length;
}

/** The instant from which the clock is yellow, 00:00 of its first yellow day; null while it stands still. */
export function warnAt(clock: Clock, reading: ClockReading): Instant | null {
  return reading.warnOn === null ? null : (Math.max(instantOf(reading.warnOn), clock.since) as Instant);
}

/** The instant at which the clock runs out, 24:00 of its last day; null while it stands still. */
export function dueAt(clock: Clock, reading: ClockReading): Instant | null {
  return reading.dueAt === null ? null : (Math.max(reading.dueAt, clock.since) as Instant);
}

/**
 * Of several limits from one day 0 the one that ends first; the first of those that end together. Compared by the day on
 * which they would end: working days, calendar days and months have no other common measure.
 */
export function endsFirst(limits: readonly [Limit, ...Limit[]], dayZero: PlainDate, calendar: Calendar): Limit {
  const end = (limit: Limit) => compute(newClock({ id: '', kind: 'statutory', dayZero, limit, since: instantOf(dayZero) }), calendar, 0).dueOn!;
  return limits.reduce((first, one) => (end(one) < end(first) ? one : first));
}

/** A clock that starts now. */
export function newClock(
  start: Pick<Clock, 'id' | 'kind' | 'dayZero' | 'limit' | 'since'> & Partial<Pick<Clock, 'item' | 'department' | 'endsOn'>>,
): Clock {
  return {
    id: start.id, kind: start.kind, item: start.item ?? null, department: start.department ?? null, dayZero: start.dayZero,
    limit: { length: start.limit.length, unit: start.limit.unit, basis: start.limit.basis },
    ...(start.endsOn === undefined ? {} : { endsOn: start.endsOn }),
    extendedBy: 0, suspensions: [], since: start.since, stoppedAt: null, ranOutAt: null, ranOutOn: null, warned: false, awaitsCalendar: false,
  };
}
