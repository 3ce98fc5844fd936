import type { ItemId, ItemPlan, MaterialNeed, MaterialPlan } from './case-plan.ts';
import { type Form, holds } from './condition.ts';

/** Who still asks for a material: items that need it on this form, but for those whose way by commitment takes its place. */
export function needsLeft(material: MaterialPlan, items: readonly ItemPlan[], form: Form, committed: readonly ItemId[]): readonly MaterialNeed[] {
  return material.neededBy.filter(({ item, when }) => {
    const of = items.find((one) => one.id === item);
    return of !== undefined && (!when || holds(when, form)) && !(committed.includes(item) && of.commitment?.replaces?.includes(material.code));
  });
}
