import { read } from '../../../workflows/case/clock.ts';
import { committedItems } from '../../../workflows/case/commitment.ts';
import { needsLeft } from '../../../workflows/case/needs-left.ts';
import { fieldsAsked } from '../../../workflows/case/form.ts';
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
  const inCase = plan.items.filter((item) => state.items[item.id]);
  const committed = new Set((state.commitments ?? []).flatMap((one) => one.materials));
  return plan.materials.flatMap((material) => {
    const needs = needsLeft(material, inCase, state.form, committedItems(state));
    const supplied = state.materials.filter((one) => one.material === material.code);
    const neededBy = needs.map((need) => need.item);
    if (needs.length === 0 && supplied.length === 0) return [];
    if (sight.of === 'items' && !neededBy.some((item) => sight.items.has(item))) return [];
    const last = supplied.at(-1);
    const deferred = state.deferred.find((one) => one.material === material.code);
    const clock = deferred && state.clocks[deferred.clock];
    const state_ = last ? 'supplied' as const : deferred ? 'deferred' as const : committed.has(material.code) ? 'committed' as const : material.source === 'applicant' ? 'awaited' as const : 'fetched' as const;
    return [{
      code: material.code, name: material.name, source: material.source, neededBy, state: state_, form: last?.form ?? null,
      // What supervision does not need is not handed to it: it sees that a material is there.
      files: sight.of === 'course' ? [] : supplied.flatMap((one) => one.files.map((file) => ({ ...file }))), suppliedOn: last?.suppliedOn || deferred?.suppliedOn || null,
      dueOn: clock ? read(clock, calendar, plan.warningThreshold).dueOn : null,
    }];
  });
}
