import { BY_LAW } from './actor.ts';
import type { CasePlan, ItemId, LegalBasis } from './case-plan.ts';
import type { CommandOf } from './command-table.ts';
import type { Defect, DefectTarget } from './case-state.ts';
import type { SuppliedMaterial } from './handed-in.ts';
import { endCommitmentsThatNoLongerHold, refusePromised } from './commitment.ts';
import type { Form } from './condition.ts';
import { type Draft, emit, itemOf, itemPlan, itemsOf, stateOf } from './draft.ts';
import { applies, requireFit, withUnaskedEmptied } from './form.ts';
import { itemFor, moved, moveOrRefuse } from './item-event.ts';
import { dueOf, openDeferred } from './deferred.ts';
import { Refused } from './refuse.ts';
import { supplied } from './supplied.ts';

/**
 * A department answers for its item. It may change its answer until the notice or the acceptance; of an item examined on
 * the spot, what was not told on the spot is complete.
 */
export function examine(draft: Draft, { with: args }: CommandOf<'examine'>): void {
  const item = itemFor(draft, args.item);
  const type = args.answer === 'complete' ? 'examineComplete' : args.answer === 'deficient' ? 'examineDeficient' : 'examineOutOfScope';
  const to = moveOrRefuse(draft, item, { type });
  const plan = itemPlan(draft.plan, item.id);
  if (args.answer !== 'complete' && plan.examination.mode === 'onTheSpot') throw new Refused('examine.onTheSpot', { item: item.id });
  if (args.answer !== 'complete' && plan.automatic) throw new Refused('examine.automatic', { item: item.id });
  if (args.answer === 'deficient' && !args.defects) throw new Refused('examine.defectsMissing');
  if (args.answer !== 'deficient' && args.defects) throw new Refused('examine.defectsNotAsked', { answer: args.answer });
  checkDefects(draft.plan, item.id, args.defects ?? []);
  refusePromised(draft.plan, stateOf(draft).commitments ?? [], item.id, args.defects ?? []);
  for (const { target } of args.defects ?? []) {
    const later = 'material' in target ? openDeferred(stateOf(draft)).find((one) => one.material === target.material) : undefined;
    if (later) throw new Refused('examine.deferred', { material: later.material, when: dueOf(draft, later) });
  }
  const outOfScope = args.answer === 'outOfScope' ? outOfScopeOf(args) : null;
  emit(draft, {
    kind: 'itemExamined', item: item.id, to, answer: args.answer, defects: args.defects ?? [], outOfScope, byWindow: false,
  });
}

/** The window answers on the department's behalf; silence means complete. */
export function examineOnTheSpot(draft: Draft, id: ItemId, defects: readonly Defect[]): void {
  const answer = defects.length > 0 ? 'deficient' : 'complete';
  const { to } = moved(itemOf(draft, id), { type: answer === 'deficient' ? 'examineDeficient' : 'examineComplete' });
  emit(draft, { kind: 'itemExamined', item: id, to, answer, defects, outOfScope: null, byWindow: true });
}

/** Of an item that needs no application there is nothing to examine. */
export function completeByRule(draft: Draft, id: ItemId, automatic: LegalBasis): void {
  const { to } = moved(itemOf(draft, id), { type: 'examineComplete' });
  emit(draft, { kind: 'itemExamined', item: id, to, answer: 'complete', defects: [], outOfScope: null, byWindow: false, automatic }, { by: BY_LAW });
}

/** A defect concerns a material or a field that the item needs: nothing else may be asked for. @see ALL art. 31 */
export function checkDefects(plan: CasePlan, item: ItemId, defects: readonly Defect[]): void {
  for (const { target } of defects) {
    if ('material' in target) {
      const material = plan.materials.find((one) => one.code === target.material);
      if (!material) throw new Refused('material.unknown', { material: target.material });
      if (!material.neededBy.some((need) => need.item === item)) throw new Refused('material.notNeeded', { material: target.material, item });
    } else {
      const field = plan.fields.find((one) => one.code === target.field);
      if (!field?.neededBy.includes(item)) throw new Refused('field.unknown', { field: target.field, item });
    }
  }
}

/** The window corrects on the spot what can be. Defects already listed on what was corrected are taken off the list. */
export function correctOnSpot(draft: Draft, { with: args }: CommandOf<'correctOnSpot'>): void {
  const fields = withUnaskedEmptied(draft.plan, stateOf(draft).form, args.fields ?? {});
  const materials = supplied(draft, args.materials ?? []);
  if (Object.keys(fields).length === 0 && materials.length === 0) throw new Refused('correction.nothingGiven');
  checkSupplied(draft, fields, materials);
  emit(draft, { kind: 'correctedOnSpot', fields, materials, note: args.note });
  dropItemsThatNoLongerApply(draft);
  for (const item of itemsOf(draft)) {
    if (item.state !== 'deficient') continue;
    const left = item.defects.filter((defect) => !isCorrected(defect.target, fields, materials));
    if (left.length === item.defects.length) continue;
    const to = left.length === 0 ? moved(item, { type: 'defectsCleared' }).to : item.state;
    emit(draft, { kind: 'defectsCorrectedOnSpot', item: item.id, to, left });
    if (left.length === 0 && itemPlan(draft.plan, item.id).examination.mode === 'onTheSpot') examineOnTheSpot(draft, item.id, []);
  }
}

/** Supplied fields must fit the form and may make items drop out, never add one. */
export function checkSupplied(draft: Draft, fields: Form, materials: readonly SuppliedMaterial[]): void {
  const { plan } = draft;
  const state = stateOf(draft);
  for (const { material } of materials) {
    if (!plan.materials.some((one) => one.code === material)) throw new Refused('material.unknown', { material });
  }
  const form = { ...state.form, ...fields };
  const grown = Object.entries(state.repeats ?? {}).find(([code, count]) => Number(form[code]) > count);
  if (grown) throw new Refused('correction.addsItem', { item: grown[0] });
  requireFit(plan, form);
  const added = plan.items.find((item) => applies(item, form) && !applies(item, state.form));
  if (added) throw new Refused('correction.addsItem', { item: added.id });
}

/** Items whose condition no longer holds leave the case; that is recorded. */
export function dropItemsThatNoLongerApply(draft: Draft): void {
  const { form } = stateOf(draft);
  for (const item of itemsOf(draft)) {
    const plan = draft.plan.items.find((one) => one.id === item.id)!;
    if (item.leftOn === null && !applies(plan, form)) {
      emit(draft, { kind: 'itemDropped', ...moved(item, { type: 'drop' }) });
    }
  }
  endCommitmentsThatNoLongerHold(draft);
}

function isCorrected(target: DefectTarget, fields: Form, materials: readonly SuppliedMaterial[]): boolean {
  return 'material' in target ? materials.some((one) => one.material === target.material) : Object.hasOwn(fields, target.field);
}

function outOfScopeOf(args: CommandOf<'examine'>['with']) {
  if (!args.ground || !args.reason) throw new Refused('examine.groundMissing');
  if (args.ground === 'otherAuthority' && !args.rightAuthority) throw new Refused('examine.rightAuthorityMissing');
  return { ground: args.ground, rightAuthority: args.rightAuthority ?? null, reason: args.reason };
}
