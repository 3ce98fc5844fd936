import type { ItemPlan, Limit } from './case-plan.ts';
import { type Clock, newClock, read } from './clock.ts';
import { type Draft, itemOf, itemPlan, stateOf } from './draft.ts';
import { grant } from './decision.ts';
import { FINAL } from './item-machine.ts';
import { addDays, addMonths, dateOf, type Instant, parsePlainDate, type PlainDate, toEpochDay } from './plain-date.ts';

/**
 * The clock that runs to the expiry of the licence an item renews, from acceptance on. None when the applicant came later than
 * the law lets him, or what he brought was complete only after the expiry: then silence renews nothing.
 * @see ALL art. 50
 */
export function renewalClock(draft: Draft, { id, department, renewal }: ItemPlan, dayZero: PlainDate): Clock[] {
  const { form, receivedOn } = stateOf(draft);
  const named = renewal ? form[renewal.expires] : null;
  const expiry = typeof named === 'string' ? parsePlainDate(named) : null;
  if (!renewal || expiry === null || expiry < dayZero || lastDayOf(draft, renewal.applyBefore, receivedOn) > expiry) return [];
  const limit = { length: toEpochDay(expiry) - toEpochDay(dayZero), unit: 'calendarDay' as const, basis: renewal.basis };
  return [newClock({ id: `renewal:${id}`, kind: 'renewal', item: id, department, dayZero, limit, endsOn: expiry, since: draft.now })];
}

/** Not decided by 24:00 of the licence's last day: it is renewed by operation of law, on that day. */
export function deemRenewed(draft: Draft, { item: id }: Clock): void {
  const item = itemOf(draft, id!);
  if (FINAL.includes(item.state)) return;
  const { basis } = itemPlan(draft.plan, item.id).renewal!;
  grant(draft, item, {
    byRule: true, opinion: '许可有效期届满前未作出决定，视为准予延续', reviewer: null, approver: null,
    deemed: { on: dateOf((draft.now - 1) as Instant), basis },
  });
}

/** The applicant's period is not a time limit on an authority: rest days do not move its end. */
function lastDayOf({ calendar, plan }: Draft, limit: Limit, from: PlainDate): PlainDate {
  if (limit.unit === 'calendarDay') return addDays(from, limit.length);
  if (limit.unit === 'month') return addMonths(from, limit.length);
  return read(newClock({ id: '', kind: 'renewal', dayZero: from, limit, since: 0 as Instant }), calendar, plan.warningThreshold).dueOn!;
}
