import type { CasePlan, ItemId } from '../../workflows/case/case-plan.ts';

/** Items explored together. */
export interface Group {
  readonly items: readonly ItemId[];
  readonly kind: 'item' | 'dependentPair' | 'independentPair' | 'cycle' | 'whole';
}

/** Each item, each pair of items, and whatever waits for itself in a circle. */
export function groupsOf({ items }: CasePlan): Group[] {
  const ids = items.map((item) => item.id);
  const needs = (one: ItemId, other: ItemId) => items.find((item) => item.id === one)!.dependsOn.includes(other) || items.find((item) => item.id === other)!.main !== undefined;
  const pairs = ids.flatMap((one, index) => ids.slice(index + 1).map((other): Group =>
    ({ items: [one, other], kind: needs(one, other) || needs(other, one) ? 'dependentPair' : 'independentPair' })));
  const cycle = cycleOf(items);
  return [
    ...ids.map((id): Group => ({ items: [id], kind: 'item' })),
    ...pairs.filter((one) => one.kind === 'dependentPair'), ...pairs.filter((one) => one.kind === 'independentPair'),
    ...(cycle && cycle.length > 2 ? [{ items: cycle, kind: 'cycle' } as const] : []),
  ];
}

/** Items that wait for one another in a circle; null when there are none. */
function cycleOf(items: CasePlan['items']): ItemId[] | null {
  let left = items;
  for (;;) {
    const free = left.filter((item) => !item.dependsOn.some((one) => left.some((other) => other.id === one)));
    if (free.length === 0) break;
    left = left.filter((item) => !free.includes(item));
  }
  return left.length === 0 ? null : left.map((item) => item.id);
}
