import type { CasePlan, ItemId } from '../workflows/case/case-plan.ts';
import { type Form, holds } from '../workflows/case/condition.ts';
import { applies } from '../workflows/case/form.ts';
import { planOfCase, repeatsOf } from '../workflows/case/plan-of-case.ts';

/** The optional items that whoever fills in this form chooses: all that apply and of which he answers what they ask. */
export function chosenOn({ items, fields }: CasePlan, form: Form): readonly ItemId[] {
  const isAnswered = (code: string) => (form[code] ?? '') !== '';
  return items.filter((item) => item.optional && applies(item, form)
    && fields.every((field) => !field.required || field.repeat !== undefined || !field.neededBy.includes(item.id) || (field.when && !holds(field.when, form)) || isAnswered(field.code)))
    .map(({ id }) => id);
}

/** The plan of the case that this form begins, with those optional items in it. */
export function planAsChosen(plan: CasePlan, form: Form): CasePlan {
  const repeats = repeatsOf(plan, form);
  return planOfCase(plan, { chosen: chosenOn(plan, form), ...(repeats ? { repeats } : {}) });
}
