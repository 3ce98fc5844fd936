import type { Calendar, Text } from '../../workflows/case/calendar.ts';
import type { Change } from '../../workflows/case/case-change.ts';
import type { CasePlan, DepartmentId, ItemId } from '../../workflows/case/case-plan.ts';
import type { CaseState } from '../../workflows/case/case-state.ts';
import { type Clock, read } from '../../workflows/case/clock.ts';
import { planOfCase } from '../../workflows/case/plan-of-case.ts';
import type { PlainDate } from '../../workflows/case/plain-date.ts';
import type { EventName, EventParams } from './events.ts';
import type { Recipient } from './recipient.ts';

/** One message to some people, as a change of a case brings it about. */
export interface Telling<E extends EventName = EventName> {
  readonly event: E;
  readonly to: readonly Recipient[];
  readonly params: EventParams[E];
  /** Whose item it is about; null: the whole case, or items of several. */
  readonly department: DepartmentId | null;
}

export function tell<E extends EventName>(event: E, to: readonly Recipient[], params: EventParams[E], department: DepartmentId | null = null): Telling<E> {
  return { event, to, params, department };
}

/** A change, and the case before and after it. */
export interface Occasion {
  readonly plan: CasePlan;
  readonly calendar: Calendar;
  readonly change: Change;
  /** Null before a case's first change. */
  readonly before: CaseState | null;
  readonly after: CaseState;
}

/** Items as people call them. What the plan does not know any more keeps its id. */
export function namesOf({ plan, after }: Pick<Occasion, 'plan' | 'after'>, ids: readonly ItemId[]): readonly Text[] {
  const { items } = planOfCase(plan, after);
  return ids.map((id) => items.find((item) => item.id === id)?.name ?? { zh: id, en: id });
}

/** The last day of a clock; null while it stands still. */
export function lastDayOf({ plan, calendar }: Pick<Occasion, 'plan' | 'calendar'>, clock: Clock | null | undefined): PlainDate | null {
  return clock ? read(clock, calendar, plan.warningThreshold).dueOn : null;
}
