import type { CasePlan } from '../../workflows/case/case-plan.ts';
import { type Form, holds } from '../../workflows/case/condition.ts';
import { applies, checkForm, withUnaskedEmptied } from '../../workflows/case/form.ts';
import { answerThatDrops } from './application.ts';

/**
 * What an exploration sees of the form, without its words: which items apply, which rules grant, and, for each correction with
 * which the prover makes an item drop out, which listed targets it touches and where it leads. Two forms of one shape behave alike.
 */
export function formShape(plan: CasePlan, form: Form, targets: readonly string[]): unknown[] {
  const forms = [form];
  const numbers = new Map([[JSON.stringify(form), 0]]);
  const numberOf = (one: Form): number => {
    const key = JSON.stringify(one);
    const known = numbers.get(key) ?? forms.push(one) - 1;
    numbers.set(key, known);
    return known;
  };
  const shape: unknown[] = [];
  // A list is walked to its end, with what is added meanwhile.
  for (const one of forms) {
    shape.push(plan.items.map((item) => {
      if (!applies(item, one)) return 0;
      const answer = answerThatDrops(plan, one, item.id);
      // Dates are told as they are: what lies ahead of one receipt may lie behind another.
      const dates = [item.notBefore?.field, item.renewal?.expires].map((code) => (code === undefined ? null : one[code] ?? null));
      return [item.instant ? holds(item.instant, one) : null, item.commitment?.when ? one : null, item.onSiteCheck?.waiver ? holds(item.onSiteCheck.waiver.when, one) : null, ...dates, answer && correction(plan, one, answer, targets, numberOf)];
    }));
  }
  return shape;
}

function correction(plan: CasePlan, form: Form, answer: Form, targets: readonly string[], numberOf: (form: Form) => number): unknown[] {
  const supplied = withUnaskedEmptied(plan, form, answer);
  const corrected = { ...form, ...supplied };
  const touched = (fields: Form) => targets.flatMap((target, index) => (Object.keys(fields).some((field) => target === JSON.stringify({ field })) ? [index] : []));
  return [touched(answer), touched(supplied), checkForm(plan, corrected).length === 0, numberOf(corrected)];
}
