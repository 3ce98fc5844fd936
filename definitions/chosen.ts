import type { CasePlan, ItemId } from '../workflows/case/case-plan.ts';
import { type Form, holds } from '../workflows/case/condition.ts';
import { applies } from '../workflows/case/form.ts';
import { planOfCase } from '../workflows/case/plan-of-case.ts';

/** The optional items that whoever fills in this form chooses: all that apply and of which he answers what they ask. */
export function chosenOn({ items, fields }: CasePlan, form: Form): readonly ItemId[] {
  const isAnswered = (code: string) => (form[code] ?? '') !== '';
  return items.filter((item) => item.optional && applies(item, form)
    && fields.every((field) => !field.required || !field.neededBy.includes(item.id) || (field.when && !holds(field.when, form)) || isAnswered(field.code)))
    .map(({ id }) => id);
}

/** The plan with those optional items in it. Its repeated parts must have been numbered before, see `someOfEach`. */
export function planAsChosen(plan: CasePlan, form: Form): CasePlan {
  return plan.items.some((item) => item.optional) ? planOfCase(plan, { chosen: chosenOn(plan, form) }) : plan;
}
