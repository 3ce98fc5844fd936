import type { Calendar } from './calendar.ts';
import type { ItemPlan } from './case-plan.ts';
import { newClock, read } from './clock.ts';
import type { Form } from './condition.ts';
import { addDays, instantOf, parsePlainDate, type PlainDate } from './plain-date.ts';

/**
 * The first day on which an item may start: the date its form names, or the day after the period that runs from it. Null when
 * nothing holds it back.
 */
export function startDate({ notBefore }: ItemPlan, form: Form, calendar: Calendar): PlainDate | null {
  const named = notBefore ? form[notBefore.field] : null;
  const from = typeof named === 'string' ? parsePlainDate(named) : null;
  if (!notBefore || from === null) return null;
  if (!notBefore.plus) return from;
  const limit = { ...notBefore.plus, basis: notBefore.basis };
  const period = newClock({ id: '', kind: 'statutory', dayZero: from, limit, since: instantOf(from) });
  return addDays(read(period, calendar, 0).dueOn!, 1);
}
