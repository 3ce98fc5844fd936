import type { Text } from '../../workflows/case/calendar.ts';
import type { FieldPlan } from '../../workflows/case/case-plan.ts';
import type { Expr, FormScalar } from '../../workflows/case/condition.ts';

type Fields = readonly Pick<FieldPlan, 'code' | 'label' | 'type' | 'choices'>[];

/**
 * A condition in the words of the form, to be read after 当 or “if”.
 *
 * @example
 * conditionInWords(expr, plan.fields) // shopArea >= 300
 * // { zh: '“经营面积（平方米）”不少于300', en: '“Area (m²)” is at least 300' }
 */
export function conditionInWords(condition: Expr, fields: Fields): Text {
  return told(condition, fields);
}

/** A phrase that stands for true or false. */
function told(expr: Expr, fields: Fields): Text {
  switch (expr.op) {
    case 'literal':
      return expr.value === true ? { zh: '始终', en: 'always' } : { zh: '从不', en: 'never' };
    case 'field':
      return answer(expr.code, true, fields);
    case 'has':
      return phrase`填写了${label(expr.code, fields)}|${label(expr.code, fields)} is answered`;
    case 'not':
      return negated(expr.arg, fields);
    case 'and':
      return joined(expr.args.map((arg) => grouped(arg, fields, ['or', 'if'])), '，且', ' and ');
    case 'or':
      return joined(expr.args.map((arg) => grouped(arg, fields, ['and', 'if'])), '，或者', ' or ');
    case 'if':
      return phrase`若${grouped(expr.test, fields)}则须${grouped(expr.then, fields)}，否则须${grouped(expr.else, fields)}|if ${grouped(expr.test, fields)} then ${grouped(expr.then, fields)}, otherwise ${grouped(expr.else, fields)}`;
    case 'eq':
    case 'ne':
    case 'lt':
    case 'le':
    case 'gt':
    case 'ge':
      return comparison(expr.op, expr.left, expr.right, fields);
    case 'in':
      return membership(expr.left, expr.right, fields);
    case 'size':
    case 'add':
    case 'sub':
    case 'mul':
      return value(expr, fields);
    default:
      return expr satisfies never;
  }
}

type Comparison = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge';

const COMPARISONS: Readonly<Record<Comparison, Text>> = {
  eq: { zh: '为', en: 'is' }, ne: { zh: '不为', en: 'is not' },
  lt: { zh: '少于', en: 'is less than' }, le: { zh: '不超过', en: 'is at most' }, gt: { zh: '超过', en: 'is more than' }, ge: { zh: '不少于', en: 'is at least' },
};
const DATES: Readonly<Partial<Record<Comparison, Text>>> = {
  lt: { zh: '早于', en: 'is before' }, le: { zh: '不晚于', en: 'is not after' }, gt: { zh: '晚于', en: 'is after' }, ge: { zh: '不早于', en: 'is not before' },
};
const MIRRORED: Readonly<Record<Comparison, Comparison>> = { eq: 'eq', ne: 'ne', lt: 'gt', le: 'ge', gt: 'lt', ge: 'le' };

function comparison(op: Comparison, left: Expr, right: Expr, fields: Fields): Text {
  // “300 is at most the area” is read the other way round.
  if (left.op === 'literal' && right.op !== 'literal') return comparison(MIRRORED[op], right, left, fields);
  if (right.op === 'literal' && typeof right.value === 'boolean' && (op === 'eq' || op === 'ne')) {
    const holds = right.value === (op === 'eq');
    if (left.op === 'field') return answer(left.code, holds, fields);
    return holds ? told(left, fields) : negated(left, fields);
  }
  const field = fieldOf(left, fields) ?? fieldOf(right, fields);
  const words = (field?.type === 'date' ? DATES[op] : null) ?? COMPARISONS[op];
  return phrase`${value(left, fields)}${words}${value(right, fields, field)}|${value(left, fields)} ${words} ${value(right, fields, field)}`;
}

function membership(left: Expr, right: Expr, fields: Fields): Text {
  if (right.op === 'field') return phrase`${label(right.code, fields)}包括${value(left, fields, fieldOf(right, fields))}|${label(right.code, fields)} includes ${value(left, fields, fieldOf(right, fields))}`;
  const list = right.op === 'literal' && Array.isArray(right.value) ? (right.value as readonly FormScalar[]) : null;
  if (!list) return phrase`${value(left, fields)}属于${value(right, fields)}|${value(left, fields)} is one of ${value(right, fields)}`;
  const field = fieldOf(left, fields);
  const values = joined(list.map((one) => scalar(one, field)), '或', ' or ');
  return phrase`${value(left, fields)}为${values}|${value(left, fields)} is ${values}`;
}

/** A condition that is not met also when the field it reads was not filled in. */
function negated(expr: Expr, fields: Fields): Text {
  if (expr.op === 'field') return phrase`${label(expr.code, fields)}不为“是”|${label(expr.code, fields)} is not answered yes`;
  if (expr.op === 'has') return phrase`未填写${label(expr.code, fields)}|${label(expr.code, fields)} is not answered`;
  if (expr.op === 'not') return told(expr.arg, fields);
  return phrase`并非（${told(expr, fields)}）|not (${told(expr, fields)})`;
}

function answer(code: string, yes: boolean, fields: Fields): Text {
  return yes ? phrase`${label(code, fields)}为“是”|${label(code, fields)} is answered yes` : phrase`${label(code, fields)}为“否”|${label(code, fields)} is answered no`;
}

/** A phrase that stands for a value: a field's label, a choice's, a number. */
function value(expr: Expr, fields: Fields, of?: Fields[number]): Text {
  switch (expr.op) {
    case 'field':
      return label(expr.code, fields);
    case 'literal':
      return Array.isArray(expr.value) ? joined((expr.value as readonly FormScalar[]).map((one) => scalar(one, of)), '、', ', ') : scalar(expr.value as FormScalar, of);
    case 'size':
      return fieldOf(expr.arg, fields)?.type === 'choices'
        ? phrase`${value(expr.arg, fields)}的选项数|the number of choices in ${value(expr.arg, fields)}`
        : phrase`${value(expr.arg, fields)}的位数|the length of ${value(expr.arg, fields)}`;
    case 'add':
    case 'sub':
    case 'mul': {
      const sign = ({ add: '+', sub: '−', mul: '×' } as const)[expr.op];
      return phrase`（${value(expr.left, fields)} ${sign} ${value(expr.right, fields)}）|(${value(expr.left, fields)} ${sign} ${value(expr.right, fields)})`;
    }
    default:
      return told(expr, fields);
  }
}

/** Brackets where an “or” stands inside an “and”. */
function grouped(expr: Expr, fields: Fields, loose: readonly Expr['op'][] = ['and', 'or', 'if']): Text {
  const words = told(expr, fields);
  return loose.includes(expr.op) ? phrase`（${words}）|(${words})` : words;
}

function fieldOf(expr: Expr, fields: Fields): Fields[number] | undefined {
  return expr.op === 'field' ? fields.find(({ code }) => code === expr.code) : undefined;
}

function label(code: string, fields: Fields): Text {
  const { zh, en } = fields.find((field) => field.code === code)?.label ?? { zh: code, en: code };
  return { zh: `“${zh}”`, en: `“${en}”` };
}

function scalar(value: FormScalar, field?: Fields[number]): Text {
  if (value === null) return { zh: '空', en: 'empty' };
  if (typeof value === 'boolean') return value ? { zh: '“是”', en: 'yes' } : { zh: '“否”', en: 'no' };
  if (typeof value === 'number') return { zh: String(value), en: String(value) };
  const chosen = field?.choices.find((choice) => choice.value === value)?.label;
  return field?.type === 'date' && !chosen ? { zh: value, en: value } : { zh: `“${chosen?.zh ?? value}”`, en: `“${chosen?.en ?? value}”` };
}

function joined(texts: readonly Text[], zh: string, en: string): Text {
  return { zh: texts.map((text) => text.zh).join(zh), en: texts.map((text) => text.en).join(en) };
}

/** `中文|English`, each with the same inserts in its language. The bar that separates them is the template's own, never an insert's. */
function phrase(strings: TemplateStringsArray, ...inserts: readonly (Text | string)[]): Text {
  const told = { zh: '', en: '' };
  let lang: 'zh' | 'en' = 'zh';
  strings.forEach((string, index) => {
    const [before = '', after] = string.split('|');
    told[lang] += before;
    if (after !== undefined) {
      lang = 'en';
      told.en += after;
    }
    const insert = inserts[index];
    if (insert !== undefined) told[lang] += typeof insert === 'string' ? insert : insert[lang];
  });
  return told;
}
