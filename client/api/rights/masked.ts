import type { SignedIn } from '../../../store/access/signed-in.ts';
import type { FieldPlan } from '../../../workflows/case/case-plan.ts';
import type { FormValue } from '../../../workflows/case/condition.ts';

/** `371302********0014`; of a short one less is shown. */
export function maskedNumber(number: string): string {
  const [head, tail] = number.length >= 14 ? [6, 4] : [1, 1];
  return number.length <= 2 ? '*'.repeat(number.length) : `${number.slice(0, head)}${'*'.repeat(number.length - head - tail)}${number.slice(-tail)}`;
}

/** `138****0000` */
export function maskedPhone(phone: string): string {
  return phone.length < 7 ? '*'.repeat(phone.length) : `${phone.slice(0, 3)}${'*'.repeat(phone.length - 7)}${phone.slice(-4)}`;
}

/** `欧**兰`: the first and the last character of a long name, the first of a short one. */
export function maskedName(name: string): string {
  const characters = [...name];
  if (characters.length <= 2) return characters[0] === undefined ? '' : `${characters[0]}*`;
  return `${characters[0]}${'*'.repeat(characters.length - 2)}${characters.at(-1)}`;
}

/** Personal answers of a form, for who needs no more. */
export function maskedValue({ personal }: Pick<FieldPlan, 'personal'>, value: FormValue): FormValue {
  if (!personal || value === null) return value;
  return '***';
}

/** Who sees how people are called in lists: the window and departments; supervision sees how cases go, not whose they are. */
export function nameInList({ role }: Pick<SignedIn, 'role'>, { applicantName, applicantKind }: { readonly applicantName: string; readonly applicantKind: 'person' | 'entity' }): string {
  return applicantKind === 'person' && SUPERVISES.has(role) ? maskedName(applicantName) : applicantName;
}

/** Whose names somebody may look for: whoever sees persons' names masked must not find out by trying. */
export function namesToFind({ role }: Pick<SignedIn, 'role'>): 'all' | 'entities' {
  return SUPERVISES.has(role) ? 'entities' : 'all';
}

const SUPERVISES: ReadonlySet<string> = new Set(['manager', 'headOfGovernment', 'auditor']);
