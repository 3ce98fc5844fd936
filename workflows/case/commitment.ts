import type { CasePlan, ItemId, ItemLimits, ItemPlan, MaterialCode, MaterialNeed, MaterialPlan } from './case-plan.ts';
import type { CaseState, Commitment, Defect } from './case-state.ts';
import type { SuppliedMaterial } from './handed-in.ts';
import { type Form, holds } from './condition.ts';
import { type Draft, emit, itemPlan, stateOf } from './draft.ts';
import { needsLeft } from './needs-left.ts';
import { Refused } from './refuse.ts';

/** What a receipt says of the one set of materials: brought, promised for later, or promised in writing for good. */
export interface Promises {
  readonly form: Form;
  readonly materials: readonly SuppliedMaterial[];
  readonly deferred?: readonly MaterialCode[];
  readonly committed?: readonly ItemId[];
  readonly committedMaterials?: readonly MaterialCode[];
}

/**
 * 告知承诺: what the applicant promised in writing at receipt, item by item. He chooses the way by commitment for a whole item,
 * or promises in place of single materials: then every item that asks for such a material must allow it.
 * @see 国办发〔2020〕42号
 */
export function commitmentsIn({ plan }: Draft, receipt: Promises, items: readonly ItemPlan[]): Commitment[] {
  const { form, committed = [], committedMaterials = [] } = receipt;
  for (const id of committed) {
    const offered = items.find((one) => one.id === id)?.commitment;
    if (!offered) throw new Refused('receipt.noCommitment', { item: id });
    if (offered.when && !holds(offered.when, form)) throw new Refused('receipt.commitmentNotAllowed', { item: id });
  }
  const promised = [...new Set(committedMaterials)].map((code) => ({ code, needs: needsPromised(plan, receipt, items, code) }));
  return items.flatMap(({ id }) => {
    const way = committed.includes(id);
    const materials = promised.filter(({ needs }) => needs.some((need) => need.item === id)).map(({ code }) => code);
    return way || materials.length > 0 ? [{ item: id, way, materials }] : [];
  });
}

function needsPromised(plan: CasePlan, receipt: Promises, items: readonly ItemPlan[], code: MaterialCode): readonly MaterialNeed[] {
  const material = plan.materials.find((one) => one.code === code);
  if (!material) throw new Refused('material.unknown', { material: code });
  if (receipt.materials.some((one) => one.material === code)) throw new Refused('receipt.committedAndGiven', { material: code });
  const needs = needsLeft(material, items, receipt.form, receipt.committed ?? []);
  const replaceable = needs.length > 0 && needs.every((need) => need.commitment) && !receipt.deferred?.includes(code);
  if (!replaceable) throw new Refused('receipt.notReplaceable', { material: code });
  return needs;
}

export function commitmentOf({ commitments }: CaseState, item: ItemId): Commitment | undefined {
  return commitments?.find((one) => one.item === item);
}

/** Items that go the way by commitment. */
export function committedItems({ commitments }: CaseState): readonly ItemId[] {
  return (commitments ?? []).filter(({ way }) => way).map(({ item }) => item);
}

/** Everything that a commitment takes the place of and that would have been asked for on this form, in the plan's order. */
export function promisedMaterials(plan: CasePlan, form: Form, commitment: Commitment): readonly MaterialPlan[] {
  return plan.materials.filter(({ code, neededBy }) =>
    takesPlaceOf(plan, commitment, code) && neededBy.some(({ item, when }) => item === commitment.item && (!when || holds(when, form))));
}

/** What the applicant promised in place of bringing it is not missing. */
export function refusePromised(plan: CasePlan, commitments: readonly Commitment[], item: ItemId, defects: readonly Defect[]): void {
  const commitment = commitments.find((one) => one.item === item);
  for (const { target } of commitment ? defects : []) {
    if ('material' in target && takesPlaceOf(plan, commitment!, target.material)) throw new Refused('examine.committed', { material: target.material, item });
  }
}

export function takesPlaceOf(plan: CasePlan, { item, way, materials }: Commitment, code: MaterialCode): boolean {
  return materials.includes(code) || (way && (itemPlan(plan, item).commitment?.replaces?.includes(code) ?? false));
}

/** Its commitment has no limit of its own: granted when it starts. */
export function isGrantedAtOnce(state: CaseState, { id, commitment }: ItemPlan): boolean {
  return commitment !== undefined && commitment.limit === undefined && commitmentOf(state, id)?.way === true;
}

/** The limits of an item in this case: on the way by commitment its own shorter one takes the place of the promised one. */
export function limitsInCase(state: CaseState, { id, limits, commitment }: ItemPlan): ItemLimits {
  if (!commitment?.limit || !commitmentOf(state, id)?.way) return limits;
  return { ...limits, promised: { ...commitment.limit, suspendedBy: limits.promised?.suspendedBy ?? 'procedures' } };
}

/** A corrected form may take the ground from under a commitment: its item goes on in the ordinary way, and that is recorded. */
export function endCommitmentsThatNoLongerHold(draft: Draft): void {
  for (const item of committedItems(stateOf(draft))) {
    const { when } = itemPlan(draft.plan, item).commitment!;
    if (stateOf(draft).items[item]!.leftOn === null && when && !holds(when, stateOf(draft).form)) emit(draft, { kind: 'commitmentEnded', item });
  }
}
