import { describe, expect, it } from '@jest/globals';
import type { CasePlan, FieldPlan } from './case-plan.ts';
import type { Form } from './condition.ts';
import { checkForm, fieldsAsked } from './form.ts';

function field(code: string, type: FieldPlan['type'], more: Partial<FieldPlan> = {}): FieldPlan {
  return {
    code, label: { zh: code, en: code }, type, choices: [], required: false, personal: false,
    neededBy: [], ...more,
  };
}

const choices = ['bar', 'canteen'].map((value) => ({ value, label: { zh: value, en: value } }));
const plan = {
  fields: [
    field('shop-name', 'text', { required: true, min: 2, max: 4 }),
    field('post-code', 'text', { pattern: '\\d{6}' }),
    field('staff', 'integer', { min: 1, max: 500 }),
    field('area', 'decimal', { min: 0.5 }),
    field('has-signboard', 'boolean'),
    field('signboard-width', 'decimal', { when: { op: 'field', code: 'has-signboard' }, required: true }),
    field('opens-on', 'date'),
    field('kind', 'choice', { choices }),
    field('kinds', 'choices', { choices }),
  ],
} as unknown as CasePlan;

const problems = (form: Form) => checkForm(plan, { 'shop-name': '面馆', ...form }).map(({ path, problem }) => `${path} ${problem.en}`);

describe('the one form', () => {
  it('asks a field only when its condition holds', () => {
    const asked = (form: Form) => fieldsAsked(plan, form).some((one) => one.code === 'signboard-width');
    expect([asked({}), asked({ 'has-signboard': false }), asked({ 'has-signboard': true })]).toEqual([false, false, true]);
  });

  it.each([
    ['nothing wrong', {}, []],
    ['everything filled in', { 'post-code': '276000', staff: 3, area: 80.5, 'has-signboard': true, 'signboard-width': 2, 'opens-on': '2026-03-02', kind: 'bar', kinds: ['bar', 'canteen'] }, []],
    ['a required field is missing', { 'shop-name': null }, ['shop-name is required']],
    ['or empty', { 'shop-name': '' }, ['shop-name is required']],
    ['a text is too short', { 'shop-name': '面' }, ['shop-name length must be at least 2']],
    ['or too long, counted in characters', { 'shop-name': '𠮷野家面馆' }, ['shop-name length must be at most 4']],
    ['or not text', { 'shop-name': 5 }, ['shop-name must be text']],
    ['a pattern fits only as a whole', { 'post-code': '2760001' }, ['post-code must match \\d{6}']],
    ['a part of a whole number', { staff: 2.5 }, ['staff must be a whole number']],
    ['a number out of range', { staff: 0, area: 0.4 }, ['staff value must be at least 1', 'area value must be at least 0.5']],
    ['a number as text', { area: '80' }, ['area must be a number']],
    ['neither yes nor no', { 'has-signboard': 'yes' }, ['has-signboard must be true or false']],
    ['a required field, asked by an answer', { 'has-signboard': true }, ['signboard-width is required']],
    ['a field that is not asked', { 'signboard-width': 2 }, ['signboard-width is not asked with these answers']],
    ['a day that does not exist', { 'opens-on': '2026-02-30' }, ['opens-on must be a date YYYY-MM-DD']],
    ['a choice that is not offered', { kind: 'teahouse' }, ['kind must be one of: bar, canteen']],
    ['one choice where several may be made', { kinds: 'bar' }, ['kinds must be one of: bar, canteen']],
    ['a field that the form does not have', { colour: 'red' }, ['colour is not a field of this form']],
  ] satisfies [string, Form, string[]][])('%s', (_, form, expected) => {
    expect(problems(form)).toEqual(expected);
  });
});
