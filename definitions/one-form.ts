import type { CasePlan, FieldPlan, ItemId, MaterialNeed, MaterialPlan } from '../workflows/case/case-plan.ts';

/** What one item sees of the one form and the one set of materials. */
export interface ItemPart {
  readonly fields: readonly FieldPlan[];
  readonly materials: readonly { readonly material: MaterialPlan; readonly need: MaterialNeed }[];
}

/**
 * The fields and materials that an item sees: those it needs, and no others. What several items need is asked once
 * and seen by each of them.
 *
 * @throws RangeError when the plan has no such item.
 * @see ALL art. 29, art. 31
 */
export function partOf(plan: CasePlan, item: ItemId): ItemPart {
  if (!plan.items.some(({ id }) => id === item)) throw new RangeError(`The plan ${plan.service.code} has no item ${item}`);
  return {
    fields: plan.fields.filter(({ neededBy }) => neededBy.includes(item)),
    materials: plan.materials.flatMap((material) => material.neededBy.filter((need) => need.item === item).map((need) => ({ material, need }))),
  };
}
