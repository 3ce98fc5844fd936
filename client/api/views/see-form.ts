import { read } from '../../../workflows/case/clock.ts';
import { committedItems } from '../../../workflows/case/commitment.ts';
import { needsLeft } from '../../../workflows/case/needs-left.ts';
import type { CasePlan, ItemPlan } from '../../../workflows/case/case-plan.ts';
import type { CaseState } from '../../../workflows/case/case-state.ts';
import { applies, fieldsAsked } from '../../../workflows/case/form.ts';
import { maskedValue } from '../rights/masked.ts';
import type { SeenField, SeenMaterial } from '../schemas/seen-case.ts';
import type { Seeing } from './seeing.ts';

/** The answers somebody sees: all, his items' own, or where only the course of the case concerns him, none that is personal. */
export function seeFields({ plan, state, standing: { sight } }: Seeing): SeenField[] {
  if (sight.of === 'questions' || sight.of === 'consent' || sight.of === 'hearing') return [];
  return fieldsAsked(plan, state.form)
    .filter((field) => sight.of !== 'items' || field.neededBy.length === 0 || field.neededBy.some((item) => sight.items.has(item)))
    .map((field) => {
      const value = state.form[field.code] ?? null;
      const masked = sight.of === 'course' && field.personal && value !== null;
      return { code: field.code, label: field.label, type: field.type, value: masked ? maskedValue(field, value) : value, masked, personal: field.personal, neededBy: [...field.neededBy] };
    });
}

/** The one set of materials, as far as it concerns somebody: what is there, what was promised, what is still awaited. */
export function seeMaterials({ plan, calendar, state, standing: { sight } }: Seeing): SeenMaterial[] {
  if (sight.of === 'questions' || sight.of === 'consent' || sight.of === 'hearing') return [];
  const inCase = itemsOf(plan, state);
  const draft = draftOf(state);
  const committed = new Set(draft ? draft.committedMaterials ?? [] : (state.commitments ?? []).flatMap((one) => one.materials));
  return plan.materials.flatMap((material) => {
    const needs = needsLeft(material, inCase, state.form, draft ? draft.committed ?? [] : committedItems(state));
    const supplied = state.materials.filter((one) => one.material === material.code);
    const neededBy = needs.map((need) => need.item);
    if (needs.length === 0 && supplied.length === 0) return [];
    if (sight.of === 'items' && !neededBy.some((item) => sight.items.has(item))) return [];
    const last = supplied.at(-1);
    const deferred = state.deferred.find((one) => one.material === material.code);
    const clock = deferred && state.clocks[deferred.clock];
    const state_ = last ? 'supplied' as const : deferred || draft?.deferred.includes(material.code) ? 'deferred' as const : committed.has(material.code) ? 'committed' as const : material.source === 'applicant' ? 'awaited' as const : 'fetched' as const;
    return [{
      code: material.code, name: material.name, source: material.source, neededBy, state: state_, form: last?.form ?? null,
      // What supervision does not need is not handed to it: it sees that a material is there.
      files: sight.of === 'course' ? [] : supplied.flatMap((one) => one.files.map((file) => ({ ...file }))), certificate: sight.of === 'course' ? null : last?.certificate ?? null, suppliedOn: last?.suppliedOn || deferred?.suppliedOn || null,
      dueOn: clock ? read(clock, calendar, plan.warningThreshold).dueOn : null,
    }];
  });
}

/** The items of a case; of a draft those that its answers make. */
export function itemsOf(plan: CasePlan, state: CaseState): readonly ItemPlan[] {
  return draftOf(state) ? plan.items.filter((item) => applies(item, state.form)) : plan.items.filter((item) => state.items[item.id]);
}

/** A draft that is not received yet; null: it is a case. */
function draftOf({ phase, preReview }: CaseState): CaseState['preReview'] | null {
  return phase === 'preReview' ? preReview ?? null : null;
}
