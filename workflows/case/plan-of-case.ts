import type { CasePlan, ItemId } from './case-plan.ts';

/** What the applicant's choices at receipt make of a service. */
export interface Choices {
  /** The optional items he chose. */
  readonly chosen?: readonly ItemId[];
}

const shaped = new WeakMap<CasePlan, Map<string, CasePlan>>();

/**
 * The plan as it is for one case: an optional item that was not chosen never applies. Everything that reads a plan together
 * with a case reads this one. The same choices give the same object.
 */
export function planOfCase(plan: CasePlan, choices: Choices): CasePlan {
  if (!plan.items.some((item) => item.optional)) return plan;
  const key = [...(choices.chosen ?? [])].sort().join();
  const known = shaped.get(plan) ?? new Map<string, CasePlan>();
  shaped.set(plan, known);
  const made = known.get(key) ?? shape(plan, choices);
  known.set(key, made);
  return made;
}

function shape(plan: CasePlan, { chosen = [] }: Choices): CasePlan {
  return {
    ...plan,
    items: plan.items.map((item) => (item.optional && !chosen.includes(item.id) ? { ...item, condition: { op: 'literal', value: false } } : item)),
  };
}
