import { parsePlainDate, type PlainDate } from './plain-date.ts';
import type { Decree } from './calendar.ts';
import type { CasePlan } from './case-plan.ts';
import type { Defect, DeliveryWay, OutOfScopeGround } from './case-state.ts';
import type { SuppliedMaterial } from './handed-in.ts';
import type { Form, FormValue } from './condition.ts';
import type { HearingAnnouncement, Named, Officer } from './hearing-state.ts';

/** What a command's argument may be. The names are the ones documents, CLI help and JSON Schema show. */
export interface ArgumentTypes {
  item: string;
  items: readonly string[];
  department: string;
  codes: readonly string[];
  clock: string;
  text: string;
  count: number;
  /** A change of this case, by its `seq`. */
  change: number;
  yesNo: boolean;
  date: PlainDate;
  answer: 'complete' | 'deficient' | 'outOfScope';
  ground: OutOfScopeGround;
  way: DeliveryWay;
  defects: readonly Defect[];
  fields: Form;
  value: FormValue;
  materials: readonly SuppliedMaterial[];
  decrees: readonly Decree[];
  plan: CasePlan;
  parties: readonly Named[];
  officers: readonly Officer[];
  announcement: HearingAnnounced;
  minutes: HearingMinutes;
}

/** Date, time, place and chair of a hearing as they are announced. */
export interface HearingAnnounced extends Omit<HearingAnnouncement, 'on' | 'closedBecause'> {
  /** How it was told: by whom, to whom, with what proof. */
  readonly service: string;
  /** Interested parties who were not told before. */
  readonly parties?: readonly Named[];
  /** Why it is not public: state secret, trade secret, privacy. */
  readonly closedBecause?: string;
}

/** What was said in a hearing, and who signed it. */
export interface HearingMinutes {
  readonly attended: readonly string[];
  /** What the examiner presented, and what was answered to it. */
  readonly evidence: string;
  readonly statements: string;
  readonly signedBy: readonly string[];
}
export type ArgumentType = keyof ArgumentTypes;
/** `name: 'text'` is required, `name: 'text?'` may be left out. A list of codes or items that may be left out may be empty: it says that there are none. */
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
    if (optional && (type === 'codes' || type === 'items') && Array.isArray(value) && value.length === 0) continue;
    const path = CHECKS[type](value);
    if (path !== null) return { path: name + path, problem: 'invalid' };
  }
  return null;
}

const NAMED = ['id', 'name'] as const;

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
  codes: listOf(when(text)),
  clock: when(text),
  text: when(text),
  count: when((value) => Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 1000),
  change: when((value) => Number.isSafeInteger(value) && (value as number) >= 1),
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
  fields: (value) => {
    if (!isRecord(value)) return '';
    const wrong = Object.entries(value).find(([, one]) => !formValue(one));
    return wrong ? `.${wrong[0]}` : null;
  },
  value: when(formValue),
  materials: listOf((one) => {
    if (!isRecord(one) || !text(one['material'])) return '.material';
    if (!['paper', 'file', 'fetched'].includes(one['form'] as string)) return '.form';
    // What the certificate store gave is recorded by who asked it: nobody says it for the store.
    if (one['certificate'] !== undefined) return '.certificate';
    return Array.isArray(one['files']) && one['files'].every(isFile) ? null : '.files';
  }),
  // What it says was checked by whoever compiled it; here only that it is one.
  plan: (value) => {
    if (!isRecord(value) || value['format'] !== 1 || !/^[0-9a-f]{64}$/.test(String(value['hash']))) return '.hash';
    return ['items', 'fields', 'materials', 'departments'].every((list) => Array.isArray(value[list])) && isRecord(value['service']) ? null : '.items';
  },
  decrees: listOf((one) => {
    if (!isRecord(one) || !text(one['id'])) return '.id';
    if (one['documentNumber'] !== null && !text(one['documentNumber'])) return '.documentNumber';
    if (!isDate(one['publishedOn'])) return '.publishedOn';
    if (!Array.isArray(one['settlesYears']) || !one['settlesYears'].every(Number.isInteger)) return '.settlesYears';
    return Array.isArray(one['days']) && one['days'].every(isDecreeDay) ? null : '.days';
  }),
  parties: listOf((one) => fieldless(one, NAMED)),
  officers: listOf((one) => fieldless(one, [...NAMED, 'certificate'])),
  announcement: (one) => {
    if (!isRecord(one)) return '';
    if (!isDate(one['date'])) return '.date';
    const missing = fieldless(one, ['time', 'place', 'service']);
    if (missing !== null) return missing;
    const chair = fieldless(one['chair'], NAMED);
    if (chair !== null) return `.chair${chair}`;
    if (one['closedBecause'] !== undefined && !text(one['closedBecause'])) return '.closedBecause';
    const parties = one['parties'] === undefined ? null : CHECKS.parties(one['parties']);
    return parties === null ? null : `.parties${parties}`;
  },
  minutes: (one) => {
    const missing = fieldless(one, ['evidence', 'statements']);
    if (missing !== null || !isRecord(one)) return missing;
    const list = (['attended', 'signedBy'] as const).find((name) => listOf(when(text))(one[name]) !== null);
    return list === undefined ? null : `.${list}`;
  },
};

/** The path of the first of these names under which no text stands. */
function fieldless(value: unknown, names: readonly string[]): string | null {
  if (!isRecord(value)) return '';
  const missing = names.find((name) => !text(value[name]));
  return missing === undefined ? null : `.${missing}`;
}

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
