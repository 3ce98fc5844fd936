import type { Calendar } from '../workflows/case/calendar.ts';
import type { CasePlan, ItemId, ItemPlan, Limit } from '../workflows/case/case-plan.ts';
import { type Clock, type ClockId, type ClockKind, newClock, read } from '../workflows/case/clock.ts';
import { instantOf, type PlainDate } from '../workflows/case/plain-date.ts';
import { inDependencyOrder } from './compiler/dependency-order.ts';
import { examinationLimit } from '../workflows/case/receipt.ts';

/** How the clocks of a plain case would stand: no correction, no special procedure, no extension, every item applied for. */
export interface Course {
  readonly acceptedOn: PlainDate;
  /** `examination`, `joint`, then for each item `preliminary`, `statutory`, `internal`, `promised` and `delivery`. */
  readonly clocks: readonly Clock[];
  /** What each clock's day 0 is the day of. */
  readonly startedBy: Readonly<Record<ClockId, StartedBy>>;
  readonly decidedOn: Readonly<Record<ItemId, PlainDate>>;
  readonly lastDecisionOn: PlainDate;
}

/** The receipt, the acceptance, the grant of an item (of the last that is waited for, or of the one that is delivered), or its lower authority's report. */
export type StartedBy = 'receipt' | 'acceptance' | { readonly grantOf: ItemId } | { readonly reportOn: ItemId };

/** Both ends of what may happen after a receipt. They have the same clocks in the same order. */
export interface WhatIf {
  readonly receivedOn: PlainDate;
  /** Everybody answers on his last day: examination complete, and each item granted, on the last day of its promise. */
  readonly latest: Course;
  /**
   * Complete at receipt, and each item granted on the day it starts. Silence in examination counts from the same day:
   * the case is then accepted from the day of receipt.
   * @see ALL art. 32(4)
   */
  readonly earliest: Course;
}

/**
 * The dates of a service's limits if it is applied for on a day. An item starts when the last of those it depends on is
 * granted, as in a running case.
 *
 * @example
 * const { latest } = whatIf(plan, '2026-02-10' as PlainDate, calendarOf(loadDecrees()));
 */
export function whatIf(plan: CasePlan, receivedOn: PlainDate, calendar: Calendar): WhatIf {
  const examination = clockOf('examination', null, receivedOn, examinationLimit(plan, plan.items, receivedOn, calendar));
  const onTheSpot = plan.items.every((item) => item.examination.mode === 'onTheSpot');
  const lastDay = onTheSpot ? receivedOn : dueOf(examination, calendar);
  return {
    receivedOn,
    latest: course(plan, examination, lastDay, (dayZero, clocks) => lastDayOf(clocks, calendar) ?? dayZero),
    earliest: course(plan, examination, receivedOn, (dayZero) => dayZero),
  };
}

/** Last counted day of a clock that nothing stopped. */
export function dueOf(clock: Clock, calendar: Calendar): PlainDate {
  return read(clock, calendar, 0).dueOn ?? clock.dayZero;
}

/** A date that counts days of a year whose calendar is not published may still move. */
export function isProvisional(clock: Clock, calendar: Calendar): boolean {
  return read(clock, calendar, 0).provisional;
}

type Decides = (dayZero: PlainDate, clocks: readonly Clock[]) => PlainDate;

function course(plan: CasePlan, examination: Clock, acceptedOn: PlainDate, decides: Decides): Course {
  const decidedOn: Record<ItemId, PlainDate> = {};
  const clocks: Clock[] = [];
  const startedBy: Record<ClockId, StartedBy> = {};
  const start = (by: StartedBy, ...started: readonly Clock[]): void => {
    for (const clock of started) startedBy[clock.id] = by;
    clocks.push(...started);
  };
  start('receipt', examination);
  const joint = plan.joint ? [clockOf('joint', null, acceptedOn, plan.joint)] : [];
  start('acceptance', ...joint);
  for (const item of inDependencyOrder(plan.items)) {
    const [dayZero, by] = item.dependsOn.reduce<[PlainDate, StartedBy]>((latest, before) => {
      const granted = decidedOn[before] ?? acceptedOn;
      return granted > latest[0] || latest[1] === 'acceptance' ? [later(granted, latest[0]), { grantOf: before }] : latest;
    }, [acceptedOn, 'acceptance']);
    const report = item.preliminary ? clockOf('preliminary', item, dayZero, item.preliminary.limit, item.preliminary.department) : null;
    const reported = report ? decides(dayZero, [report]) : dayZero;
    const own = limitsOf(item).map(([kind, limit]) => clockOf(kind, item, reported, limit));
    // What has no limit of its own may take as long as the joint one.
    const decided = decides(reported, own.length > 0 ? own : joint);
    decidedOn[item.id] = decided;
    if (report) start(by, report);
    start(report ? { reportOn: item.id } : by, ...own);
    start({ grantOf: item.id }, clockOf('delivery', item, decided, plan.delivery));
  }
  return { acceptedOn, clocks, startedBy, decidedOn, lastDecisionOn: Object.values(decidedOn).reduce(later, acceptedOn) };
}

/** The last permitted day: of the promise, else of the department's part, else of the law. */
function lastDayOf(clocks: readonly Clock[], calendar: Calendar): PlainDate | null {
  const first = (['preliminary', 'promised', 'internal', 'statutory', 'joint'] as const).map((kind) => clocks.find((clock) => clock.kind === kind)).find(Boolean);
  return first ? dueOf(first, calendar) : null;
}

function limitsOf({ limits }: ItemPlan): (readonly [ClockKind, Limit])[] {
  return (['statutory', 'internal', 'promised'] as const).flatMap((kind) => {
    const limit = limits[kind];
    return limit ? [[kind, limit] as const] : [];
  });
}

function clockOf(kind: ClockKind, item: ItemPlan | null, dayZero: PlainDate, limit: Limit, department = item?.department ?? null): Clock {
  return newClock({ id: item ? `${kind}:${item.id}` : kind, kind, item: item?.id ?? null, department, dayZero, limit, since: instantOf(dayZero) });
}

function later(a: PlainDate, b: PlainDate): PlainDate {
  return a > b ? a : b;
}
