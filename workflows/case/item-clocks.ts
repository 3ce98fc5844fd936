import type { ItemPlan, Limit } from './case-plan.ts';
import { type Clock, type ClockKind, newClock } from './clock.ts';
import { limitsInCase } from './commitment.ts';
import { type Draft, stateOf } from './draft.ts';
import type { PlainDate } from './plain-date.ts';

/** The clocks of one item: its law's own, its part of the joint limit, and the promise. */
export function itemClocks(draft: Draft, item: ItemPlan, dayZero: PlainDate): Clock[] {
  const of = (kind: ClockKind, limit: Limit | undefined) =>
    limit ? [newClock({ id: `${kind}:${item.id}`, kind, item: item.id, department: item.department, dayZero, limit, since: draft.now })] : [];
  const { statutory, internal, promised } = limitsInCase(stateOf(draft), item);
  return [...of('statutory', statutory), ...of('internal', internal), ...of('promised', promised)];
}
