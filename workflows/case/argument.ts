import { parsePlainDate, type PlainDate } from './plain-date.ts';
import type { Decree } from './calendar.ts';
import type { Defect, DeliveryWay, OutOfScopeGround, SuppliedMaterial } from './case-state.ts';
import type { Form, FormValue } from './condition.ts';

/** What a command's argument may be. The names are the ones documents, CLI help and JSON Schema show. */
export interface ArgumentTypes {
  item: string;
  items: readonly string[];
  department: string;
  clock: string;
  text: string;
  count: number;
  yesNo: boolean;
  date: PlainDate;
  answer: 'complete' | 'deficient' | 'outOfScope';
  ground: OutOfScopeGround;
  way: DeliveryWay;
  defects: readonly Defect[];
  codes: readonly string[];
  fields: Form;
  value: FormValue;
  materials: readonly SuppliedMaterial[];
  decrees: readonly Decree[];
}
export type ArgumentType = keyof ArgumentTypes;
/** `name: 'text'` is required, `name: 'text?'` may be left out. */
export type ArgumentSpec = Readonly<Record<string, ArgumentType | `${ArgumentType}?`>>;

type Required<S extends ArgumentSpec> = { readonly [K in keyof S as S[K] extends `${string}?` ? never : K]: S[K] extends ArgumentType ? ArgumentTypes[S[K]] : never };
type Optional<S extends ArgumentSpec> = { readonly [K in keyof S as S[K] extends `${string}?` ? K : never]?: S[K] extends `${infer T extends ArgumentType}?` ? ArgumentTypes[T] : never };
export type ArgumentsOf<S extends ArgumentSpec> = Required<S> & Optional<S>;

export type ArgumentProblem = { readonly path: string; readonly problem: 'missing' | 'invalid' | 'unknown' };

/** Checks given arguments against a spec. Total: any JSON value is an answer, never an exception. */
export function checkArguments(spec: ArgumentSpec, given: unknown): ArgumentProblem | null {
  if (!isRecord(given)) return { path: 'with', problem: 'invalid' };
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(spec, name)) return { path: name, problem: 'unknown' };
  }
  for (const [name, declared] of Object.entries(spec)) {
    const optional = declared.endsWith('?');
    const value = given[name];
    if (value === undefined || value === null) {
      if (optional || (declared === 'value' && value === null)) continue;
      return { path: name, problem: 'missing' };
    }
    const type = (optional ? declared.slice(0, -1) : declared) as ArgumentType;
    const path = CHECKS[type](value);
    if (path !== null) return { path: name + path, problem: 'invalid' };
  }
  return null;
}

/** Null when the value fits, else the path inside it that does not. */
type Check = (value: unknown) => string | null;

const when = (fits: (value: unknown) => boolean): Check => (value) => (fits(value) ? null : '');
const oneOf = (...values: string[]): Check => when((value) => values.includes(value as string));
const text = (value: unknown) => typeof value === 'string' && value.trim() !== '' && value.length <= 4000;
const scalar = (value: unknown) => value === null || ['string', 'number', 'boolean'].includes(typeof value);
const formValue = (value: unknown) => scalar(value) || (Array.isArray(value) && value.every(scalar));
const listOf = (check: Check): Check => (value) => {
  if (!Array.isArray(value) || value.length === 0 || value.length > 500) return '';
  for (const [index, one] of value.entries()) {
    const path = check(one);
    if (path !== null) return `[${index}]${path}`;
  }
  return null;
};

const CHECKS: Readonly<Record<ArgumentType, Check>> = {
  item: when(text),
  items: listOf(when(text)),
  department: when(text),
  clock: when(text),
  text: when(text),
  count: when((value) => Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 1000),
  yesNo: when((value) => typeof value === 'boolean'),
  date: when(isDate),
  answer: oneOf('complete', 'deficient', 'outOfScope'),
  ground: oneOf('noLicenceNeeded', 'otherAuthority'),
  way: oneOf('pickUp', 'courier', 'electronic'),
  defects: listOf((one) => {
    if (!isRecord(one) || !isRecord(one['target'])) return '.target';
    const { target } = one as { target: Record<string, unknown> };
    if (text(target['material']) === text(target['field'])) return '.target';
    if (!text(one['problem'])) return '.problem';
    return text(one['supply']) ? null : '.supply';
  }),
  codes: listOf(when(text)),
  fields: (value) => {
    if (!isRecord(value)) return '';
    const wrong = Object.entries(value).find(([, one]) => !formValue(one));
    return wrong ? `.${wrong[0]}` : null;
  },
  value: when(formValue),
  materials: listOf((one) => {
    if (!isRecord(one) || !text(one['material'])) return '.material';
    if (!['paper', 'file', 'fetched'].includes(one['form'] as string)) return '.form';
    return Array.isArray(one['files']) && one['files'].every(isFile) ? null : '.files';
  }),
  decrees: listOf((one) => {
    if (!isRecord(one) || !text(one['id'])) return '.id';
    if (one['documentNumber'] !== null && !text(one['documentNumber'])) return '.documentNumber';
    if (!isDate(one['publishedOn'])) return '.publishedOn';
    if (!Array.isArray(one['settlesYears']) || !one['settlesYears'].every(Number.isInteger)) return '.settlesYears';
    return Array.isArray(one['days']) && one['days'].every(isDecreeDay) ? null : '.days';
  }),
};

function isDate(value: unknown): boolean {
  return typeof value === 'string' && parsePlainDate(value) !== null;
}

function isDecreeDay(value: unknown): boolean {
  if (!isRecord(value) || !isDate(value['date']) || !isRecord(value['name'])) return false;
  return (value['kind'] === 'rest' || value['kind'] === 'work') && text(value['name']['zh']) && text(value['name']['en']);
}

function isFile(value: unknown): boolean {
  return isRecord(value) && text(value['id']) && /^[0-9a-f]{64}$/.test(String(value['sha256'])) && Number.isInteger(value['size']) && text(value['type']);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
