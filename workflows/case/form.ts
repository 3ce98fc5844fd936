import type { CasePlan, FieldPlan, ItemPlan } from './case-plan.ts';
import { type Form, type FormValue, holds } from './condition.ts';
import { parsePlainDate } from './plain-date.ts';
import { Refused } from './refuse.ts';
import type { Text } from './calendar.ts';

export interface FormProblem {
  readonly path: string;
  readonly problem: Text;
}

/** The fields asked on this form: those whose condition holds. */
export function fieldsAsked(plan: CasePlan, form: Form): readonly FieldPlan[] {
  return plan.fields.filter((field) => !field.when || holds(field.when, form));
}

/** Corrected fields, and an empty answer to every question that is not asked any more because of them. */
export function withUnaskedEmptied(plan: CasePlan, form: Form, fields: Form): Form {
  const corrected = { ...form, ...fields };
  const asked = new Set(fieldsAsked(plan, corrected).map((field) => field.code));
  const gone = Object.keys(form).filter((code) => (corrected[code] ?? null) !== null && !asked.has(code) && !Object.hasOwn(fields, code));
  if (gone.length === 0) return fields;
  return withUnaskedEmptied(plan, form, { ...fields, ...Object.fromEntries(gone.map((code) => [code, null])) });
}

/** An item is part of the case when its condition holds on the form. */
export function applies(item: ItemPlan, form: Form): boolean {
  return !item.condition || holds(item.condition, form);
}

/** Everything on a form that does not fit, in the form's own order. Also says so of a field that was never asked. */
export function checkForm(plan: CasePlan, form: Form): FormProblem[] {
  const problems: FormProblem[] = [];
  const asked = new Set(fieldsAsked(plan, form).map((field) => field.code));
  for (const field of plan.fields) {
    const value = form[field.code] ?? null;
    if (!asked.has(field.code)) {
      if (value !== null) problems.push({ path: field.code, problem: { zh: '按所填内容不需要填写', en: 'is not asked with these answers' } });
    } else {
      const problem = problemOf(field, value);
      if (problem) problems.push({ path: field.code, problem });
    }
  }
  const known = new Set(plan.fields.map((field) => field.code));
  for (const code of Object.keys(form)) {
    if (!known.has(code)) problems.push({ path: code, problem: { zh: '申请表没有该字段', en: 'is not a field of this form' } });
  }
  return problems;
}

/** Refuses a form that does not fit, with everything that is wrong on it. `path` is the first field's. */
export function requireFit(plan: CasePlan, form: Form): void {
  const problems = checkForm(plan, form);
  if (problems.length === 0) return;
  const said = (lang: 'zh' | 'en', between: string) => problems.map(({ path, problem }) => `“${path}”${lang === 'en' ? ' ' : ''}${problem[lang]}`).join(between);
  throw new Refused('form.invalid', { path: problems[0]!.path, problem: said('en', '; '), zhProblem: said('zh', '；') });
}

/** What is wrong with what stands in a field that is asked, be it nothing; null when it fits. */
export function problemOf(field: FieldPlan, value: FormValue): Text | null {
  if (value === null || value === '') return field.required ? { zh: '必填', en: 'is required' } : null;
  return misfit(field, value);
}

/** What is wrong with an answer; null when it fits. */
export function misfit(field: Pick<FieldPlan, 'type' | 'choices' | 'min' | 'max' | 'pattern'>, value: FormValue): Text | null {
  switch (field.type) {
    case 'text':
      if (typeof value !== 'string') return { zh: '应为文字', en: 'must be text' };
      if (field.pattern && !new RegExp(`^(?:${field.pattern})$`, 'u').test(value)) return { zh: `格式不符（${field.pattern}）`, en: `must match ${field.pattern}` };
      return range(field, [...value].length, { zh: '字数', en: 'length' });
    case 'integer':
    case 'decimal':
      if (typeof value !== 'number' || !Number.isFinite(value)) return { zh: '应为数字', en: 'must be a number' };
      if (field.type === 'integer' && !Number.isInteger(value)) return { zh: '应为整数', en: 'must be a whole number' };
      return range(field, value, { zh: '数值', en: 'value' });
    case 'boolean':
      return typeof value === 'boolean' ? null : { zh: '应为是或否', en: 'must be true or false' };
    case 'date':
      return typeof value === 'string' && parsePlainDate(value) ? null : { zh: '应为日期（年-月-日）', en: 'must be a date YYYY-MM-DD' };
    case 'choice':
      return offered(field, value) ? null : notOffered(field);
    case 'choices':
      return Array.isArray(value) && value.every((one) => offered(field, one)) ? null : notOffered(field);
    default:
      return field.type satisfies never;
  }
}

function range(field: Pick<FieldPlan, 'min' | 'max'>, value: number, what: Text): Text | null {
  if (field.min !== undefined && value < field.min) return { zh: `${what.zh}不得小于 ${field.min}`, en: `${what.en} must be at least ${field.min}` };
  if (field.max !== undefined && value > field.max) return { zh: `${what.zh}不得大于 ${field.max}`, en: `${what.en} must be at most ${field.max}` };
  return null;
}

function offered(field: Pick<FieldPlan, 'choices'>, value: FormValue): boolean {
  return field.choices.some((choice) => choice.value === value);
}

function notOffered(field: Pick<FieldPlan, 'choices'>): Text {
  const values = field.choices.map((choice) => choice.value).join(', ');
  return { zh: `应为以下之一：${values}`, en: `must be one of: ${values}` };
}
