import type { CasePlan } from '../workflows/case/case-plan.ts';
import { planOfCase } from '../workflows/case/plan-of-case.ts';

/**
 * A plan in which whatever is repeated stands so many times, or as often as its count allows: for exploring and simulating
 * cases before anybody has said how many there are. Optional items stay to be chosen.
 */
export function someOfEach(plan: CasePlan, many: number): CasePlan {
  const counts = [...new Set([...plan.items, ...plan.fields, ...plan.materials].flatMap(({ repeat }) => repeat ?? []))];
  if (counts.length === 0) return plan;
  const most = (code: string) => Math.min(many, plan.fields.find((field) => field.code === code)?.max ?? many);
  return planOfCase(plan, { repeats: Object.fromEntries(counts.map((code) => [code, most(code)])), chosen: plan.items.filter((item) => item.optional).map((item) => item.id) });
}
