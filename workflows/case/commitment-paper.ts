import type { DocumentData } from './document.ts';
import type { Commitment } from './case-state.ts';
import { checksDue, unlike } from './after-check.ts';
import { isGrantedAtOnce, promisedMaterials } from './commitment.ts';
import { type Draft, departmentPlan, itemOf, itemPlan, stateOf } from './draft.ts';
import { issue } from './paper.ts';

/** 告知承诺书, one for each item: what is promised, when it will be looked at, and what follows if it is not so. */
export function issueCommitments(draft: Draft): void {
  for (const commitment of stateOf(draft).commitments ?? []) {
    const { item } = commitment;
    const { basis, nature, result } = itemPlan(draft.plan, item);
    issue(draft, {
      kind: 'commitment', item: itemOf(draft, item), basis: unlike(checksDue(draft, item).map((one) => one.basis)),
      data: { nature, result: result.name, requirements: basis.map((one) => ({ ...one })), ...commitmentData(draft, commitment) },
    });
  }
}

/** As the receipt and the commitment itself say it. */
export function commitmentData(draft: Draft, commitment: Commitment): DocumentData {
  const { plan } = draft;
  const state = stateOf(draft);
  const item = itemPlan(plan, commitment.item);
  const limit = commitment.way ? item.commitment?.limit : undefined;
  return {
    name: item.name, department: departmentPlan(plan, item.department).name, way: commitment.way, atOnce: isGrantedAtOnce(state, item),
    limitLength: limit?.length ?? null, limitUnit: limit?.unit ?? null,
    materials: promisedMaterials(plan, state.form, commitment).map(({ name }) => name),
    checks: checksDue(draft, commitment.item).map(({ material, limit: { length, unit } }) => ({
      of: plan.materials.find((one) => one.code === material)?.name ?? null, length, unit,
    })),
  };
}
