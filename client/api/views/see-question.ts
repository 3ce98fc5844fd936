import { openConsultations } from '../../../workflows/case/consultation.ts';
import type { SeenQuestion } from '../schemas/seen-case.ts';
import { isOfficial, type Seeing } from './seeing.ts';

/** Consultations: those of one's own items, and those one's department was asked, with just what was shared. */
export function seeQuestions(seeing: Seeing): SeenQuestion[] {
  const { plan, state, standing: { sight }, signedIn } = seeing;
  if (!isOfficial(seeing) || sight.of === 'all') return [];
  const open = new Set(openConsultations(state).map(({ id }) => id));
  return (state.consultations ?? [])
    .filter((one) => sight.of === 'course' || one.department === signedIn.department || (sight.of === 'items' && sight.items.has(one.item)))
    .map((one) => {
      const asked = one.department === signedIn.department;
      return {
        id: one.id, item: one.item, department: one.department, question: one.question, answer: one.answer?.text ?? null, silentOn: one.silentOn, open: open.has(one.id),
        fields: asked ? plan.fields.filter((field) => one.shares.includes(field.code)).map((field) => ({
          code: field.code, label: field.label, type: field.type, value: state.form[field.code] ?? null, masked: false, personal: field.personal, neededBy: [...field.neededBy],
        })) : [],
        materials: asked ? plan.materials.filter((material) => one.shares.includes(material.code)).map((material) => {
          const supplied = state.materials.filter((each) => each.material === material.code);
          return {
            code: material.code, name: material.name, source: material.source, neededBy: material.neededBy.map((need) => need.item), state: supplied.length > 0 ? 'supplied' as const : 'awaited' as const,
            form: supplied.at(-1)?.form ?? null, files: supplied.flatMap((each) => each.files.map((file) => ({ ...file }))), certificate: supplied.at(-1)?.certificate ?? null, suppliedOn: supplied.at(-1)?.suppliedOn || null, dueOn: null,
          };
        }) : [],
      };
    });
}
