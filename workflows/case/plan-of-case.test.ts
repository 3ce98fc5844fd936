import { describe, expect, it } from '@jest/globals';
import type { CasePlan } from './case-plan.ts';
import { checkForm } from './form.ts';
import { planOfCase, repeatsOf } from './plan-of-case.ts';

const field = (code: string, more = {}) => ({ code, label: { zh: code, en: code }, type: 'integer', choices: [], required: true, personal: false, neededBy: [], ...more });
const item = (id: string, more = {}) => ({ id, name: { zh: id, en: id }, dependsOn: [], ...more });
const company = (max = 50) => ({
  items: [item('registration'), item('insured', { repeat: 'employees' }), item('seal', { optional: true })], materials: [],
  fields: [field('employees', { min: 1, max }), field('employeeName', { type: 'text', repeat: 'employees' })],
}) as unknown as CasePlan;

describe('how many there are of what is repeated', () => {
  it('is what the form says, as far as the counting field allows; the form is refused beyond', () => {
    const plan = company();
    expect(repeatsOf(plan, { employees: 3 })).toEqual({ employees: 3 });
    const form = { employees: 100_000_000 };
    const repeats = repeatsOf(plan, form)!;
    expect(repeats).toEqual({ employees: 50 });
    expect(checkForm(planOfCase(plan, { repeats }), form)).toContainEqual({ path: 'employees', problem: { zh: '数值不得大于 50', en: 'value must be at most 50' } });
  });

  it('is bounded where no field says so, and never less than none', () => {
    const unbounded = { ...company(), fields: [field('employees'), field('employeeName', { type: 'text', repeat: 'employees' })] } as unknown as CasePlan;
    expect(repeatsOf(unbounded, { employees: 100_000_000 })).toEqual({ employees: 500 });
    for (const said of [-5, 1.5, Number.NaN, '7', null]) expect(repeatsOf(company(), { employees: said })).toEqual({ employees: 0 });
  });
});

describe('the plan of a case', () => {
  it('is one object for the same choices, whatever else was chosen that is not there', () => {
    const plan = company();
    const chosen = planOfCase(plan, { chosen: ['seal'] });
    expect(planOfCase(plan, { chosen: ['seal', 'seal', 'registration', 'nonsense'] })).toBe(chosen);
    expect(planOfCase(plan, { chosen: [] })).not.toBe(chosen);
  });

  it('is not remembered for ever', () => {
    const plan = company(500);
    const first = planOfCase(plan, { repeats: { employees: 1 } });
    expect(planOfCase(plan, { repeats: { employees: 1 } })).toBe(first);
    for (let many = 2; many <= 201; many += 1) planOfCase(plan, { repeats: { employees: many } });
    expect(planOfCase(plan, { repeats: { employees: 1 } })).not.toBe(first);
    expect(planOfCase(plan, { repeats: { employees: 1 } })).toEqual(first);
  });
});
