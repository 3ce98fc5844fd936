import type { CasePlan, FieldPlan, ItemId } from '../../workflows/case/case-plan.ts';
import type { Expr, Form, FormValue } from '../../workflows/case/condition.ts';
import { holds } from '../../workflows/case/condition.ts';
import { applies, checkForm, fieldsAsked } from '../../workflows/case/form.ts';
import { planAsChosen } from '../chosen.ts';
import { matchingText } from './matching-text.ts';

/** So many forms are tried at most. */
const TRIED = 4096;

/**
 * Forms with which the wanted items are part of the case, and as few others as possible: one for each way in which the rules
 * of instant items and of commitments can decide. Empty when none was found.
 */
export function formsFor(plan: CasePlan, wanted: readonly ItemId[]): readonly Form[] {
  const found = new Map<string, { form: Form; others: number }>();
  for (const form of fittingForms(plan)) {
    const items = plan.items.filter((item) => applies(item, form));
    if (!wanted.every((id) => items.some((item) => item.id === id))) continue;
    const own = items.filter((item) => wanted.includes(item.id));
    const rules = [
      ...own.flatMap((item) => [item.instant, item.commitment?.when, item.onSiteCheck?.waiver?.when]).flatMap((rule) => (rule ? [holds(rule, form)] : [])),
      ...own.flatMap((item) => [item.notBefore?.field, item.renewal?.expires].map((code) => (code === undefined ? '' : form[code]))),
    ];
    const known = found.get(rules.join());
    const others = items.length - wanted.length;
    if (!known || others < known.others) found.set(rules.join(), { form, others });
  }
  return [...found.values()].map(({ form }) => form);
}

/** Forms without a mistake under which something applies. */
export function someForms(plan: CasePlan): readonly Form[] {
  return fittingForms(plan).filter((form) => plan.items.some((item) => applies(item, form)));
}

/** A correction of one answer with which the item is no longer part of the case, and no other one is added; null if there is none. */
export function answerThatDrops(plan: CasePlan, form: Form, item: ItemId): Form | null {
  const condition = plan.items.find((one) => one.id === item)?.condition;
  for (const code of condition ? fieldsIn(condition) : []) {
    const field = plan.fields.find((one) => one.code === code);
    for (const value of field ? answersTo(plan, field) : []) {
      const corrected = asked(plan, { ...form, [code]: value });
      const now = plan.items.filter((one) => applies(one, corrected));
      const added = now.some((one) => !applies(one, form));
      if (!added && !now.some((one) => one.id === item) && checkForm(plan, corrected).length === 0) return { [code]: value };
    }
  }
  return null;
}

const fitting = new WeakMap<CasePlan, readonly Form[]>();

/** Forms without a mistake, in every combination of the answers on which something depends. */
function fittingForms(plan: CasePlan): readonly Form[] {
  const known = fitting.get(plan);
  if (known) return known;
  const deciding = new Set([...plan.items.flatMap(decidingIn), ...plan.fields.map((field) => field.when)]
    .flatMap((expr) => (expr ? [...fieldsIn(expr)] : [])));
  for (const field of plan.fields) if (isAwaited(plan, field.code)) deciding.add(field.code);
  let forms: Form[] = [{}];
  for (const field of plan.fields) {
    const answers = answersTo(plan, field);
    const tried = deciding.has(field.code) ? [...answers, ...(field.required ? [] : [undefined])] : answers.slice(0, 1);
    if (tried.length > 0) forms = forms.flatMap((form) => tried.map((value) => (value === undefined ? form : { ...form, [field.code]: value }))).slice(0, TRIED);
  }
  const result = forms.map((form) => asked(plan, form)).filter((form) => checkForm(planAsChosen(plan, form), form).length === 0);
  fitting.set(plan, result);
  return result;
}

/** On what it depends whether an item is part of a case, and how it goes. */
function decidingIn({ condition, instant, commitment, onSiteCheck }: CasePlan['items'][number]): (Expr | undefined)[] {
  return [condition, instant, commitment?.when, onSiteCheck?.waiver?.when];
}

/** Without answers to questions that are not asked. */
function asked(plan: CasePlan, form: Form): Form {
  const codes = new Set(fieldsAsked(planAsChosen(plan, form), form).map((field) => field.code));
  const left = Object.fromEntries(Object.entries(form).filter(([code]) => codes.has(code)));
  return Object.keys(left).length === Object.keys(form).length ? left : asked(plan, left);
}

/** Answers worth trying: every choice, and what stands beside a number or word that some condition names. */
export function answersTo(plan: CasePlan, field: Pick<FieldPlan, 'code' | 'type' | 'choices' | 'min' | 'max' | 'pattern'>): readonly FormValue[] {
  const named = [...plan.items.flatMap(decidingIn), ...plan.fields.map((one) => one.when)]
    .flatMap((expr) => (expr && [...fieldsIn(expr)].includes(field.code) ? literalsIn(expr) : []));
  const within = (value: number) => value >= (field.min ?? -Infinity) && value <= (field.max ?? Infinity);
  switch (field.type) {
    case 'boolean':
      return [false, true];
    case 'choice':
      return field.choices.map((one) => one.value);
    case 'choices':
      return [...field.choices.map((one) => [one.value]), field.choices.map((one) => one.value)];
    case 'integer':
    case 'decimal': {
      const numbers = named.filter((one) => typeof one === 'number').flatMap((one) => [one - 1, one, one + 1]);
      return [...new Set([field.min ?? 1, ...numbers])].filter(within);
    }
    case 'date':
      return ['2026-01-05', ...(isAwaited(plan, field.code) ? ['2026-04-20'] : []), ...named.filter((one) => typeof one === 'string')];
    case 'text': {
      const text = field.pattern ? matchingText(field.pattern) : '示例'.padEnd(field.min ?? 0, '例').slice(0, field.max);
      return [...(text === null ? [] : [text]), ...named.filter((one) => typeof one === 'string')];
    }
    default:
      return field.type satisfies never;
  }
}

/** Dates on which a start or an expiry lies ahead, for receipts of early March. */
function isAwaited({ items }: CasePlan, code: string): boolean {
  return items.some((item) => item.notBefore?.field === code || item.renewal?.expires === code);
}

function fieldsIn(expr: Expr): Set<string> {
  return new Set(nodesOf(expr).flatMap((one) => (one.op === 'field' || one.op === 'has' ? [one.code] : [])));
}

function literalsIn(expr: Expr): FormValue[] {
  return nodesOf(expr).flatMap((one) => (one.op === 'literal' ? [one.value].flat() : []));
}

function nodesOf(expr: Expr): Expr[] {
  const inner = Object.values(expr).flat().filter((one): one is Expr => typeof one === 'object' && one !== null && 'op' in one);
  return [expr, ...inner.flatMap(nodesOf)];
}
