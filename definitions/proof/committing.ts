import type { CasePlan, ItemId, MaterialCode } from '../../workflows/case/case-plan.ts';
import { needsLeft } from '../../workflows/case/needs-left.ts';
import { type Form, holds } from '../../workflows/case/condition.ts';
import { applies } from '../../workflows/case/form.ts';

/** Everything that may be committed to on a form, in one application: what else may be said of it is the same as without. */
export function committingOn(plan: CasePlan, form: Form): { readonly committed: readonly ItemId[]; readonly committedMaterials: readonly MaterialCode[] } {
  const inCase = plan.items.filter((item) => applies(item, form));
  const committed = inCase.filter(({ commitment }) => commitment && (!commitment.when || holds(commitment.when, form))).map(({ id }) => id);
  const committedMaterials = plan.materials.filter((material) => {
    const needs = needsLeft(material, inCase, form, committed);
    return needs.length > 0 && needs.every((need) => need.commitment);
  }).map(({ code }) => code);
  return { committed, committedMaterials };
}

export function mayCommit(plan: CasePlan, form: Form): boolean {
  const { committed, committedMaterials } = committingOn(plan, form);
  return committed.length + committedMaterials.length > 0;
}
