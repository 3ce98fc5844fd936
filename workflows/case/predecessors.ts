import type { ItemState } from './case-state.ts';
import { type Draft, itemPlan, itemsOf, stateOf } from './draft.ts';
import type { PlainDate } from './plain-date.ts';
import { Refused } from './refuse.ts';
import { startDate } from './start-date.ts';

/** The items of the case that an item waits for. One that was not part of it, dropped out, or needs no licence, holds nobody up. */
export function predecessorsOf(draft: Draft, item: ItemState): readonly ItemState[] {
  const { dependsOn } = itemPlan(draft.plan, item.id);
  return itemsOf(draft).filter((one) => dependsOn.includes(one.id) && !isNotNeeded(one));
}

export function isNotNeeded(item: ItemState): boolean {
  return item.state === 'dropped' || (item.state === 'outOfScope' && item.outOfScope?.ground === 'noLicenceNeeded');
}

/** The day on which it was decided or left the case. */
export function settledOn(item: ItemState): PlainDate | null {
  return item.decision?.on ?? item.leftOn;
}

/** What an item that has not started waits for: the items before it, or its day. */
export function notStarted(draft: Draft, item: ItemState): Refused {
  const plan = itemPlan(draft.plan, item.id);
  const waitsFor = predecessorsOf(draft, item).filter((one) => one.state !== 'granted').map(({ id }) => id).join(', ');
  const date = startDate(plan, stateOf(draft).form, draft.calendar);
  if (waitsFor === '' && plan.notBefore && date !== null) {
    const { law, article } = plan.notBefore.basis;
    return new Refused('item.beforeItsDay', { item: item.id, date, law: `${law}${article ?? ''}` });
  }
  return new Refused('item.notStarted', { item: item.id, waitsFor });
}
