import type { CasePlan, ItemId } from '../../workflows/case/case-plan.ts';

/** The plan with only these items, as if there were no others: what they wait for elsewhere is taken as given. */
export function extract(plan: CasePlan, items: readonly ItemId[]): CasePlan {
  const kept = plan.items.filter((item) => items.includes(item.id));
  const { consents, ...rest } = plan;
  const asked = (consents ?? []).map((one) => ({ ...one, items: one.items.filter((item) => items.includes(item)) })).filter((one) => one.items.length > 0);
  return {
    ...rest,
    ...(asked.length > 0 ? { consents: asked } : {}),
    items: kept.map((item) => ({ ...item, dependsOn: item.dependsOn.filter((one) => items.includes(one)) })),
    fields: plan.fields.map((field) => ({ ...field, neededBy: field.neededBy.filter((one) => items.includes(one)) })),
    materials: plan.materials.map((material) => ({ ...material, neededBy: material.neededBy.filter((need) => items.includes(need.item)) })),
  };
}
