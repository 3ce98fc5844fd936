import type { CasePlan, ItemId } from '../../workflows/case/case-plan.ts';

/** The plan with only these items, as if there were no others: what they wait for elsewhere is taken as given. */
export function extract(plan: CasePlan, items: readonly ItemId[]): CasePlan {
  const kept = plan.items.filter((item) => items.includes(item.id));
  return {
    ...plan,
    items: kept.map((item) => ({ ...item, dependsOn: item.dependsOn.filter((one) => items.includes(one)) })),
    fields: plan.fields.map((field) => ({ ...field, neededBy: field.neededBy.filter((one) => items.includes(one)) })),
    materials: plan.materials.map((material) => ({ ...material, neededBy: material.neededBy.filter((need) => items.includes(need.item)) })),
  };
}
