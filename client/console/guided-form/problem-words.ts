import type { TFunction } from 'i18next';
import type { Text } from '../../../workflows/case/calendar.ts';
import type { FieldPlan } from '../../../workflows/case/case-plan.ts';
import type { FormValue } from '../../../workflows/case/condition.ts';

/** What the patterns of the catalogue ask for, as people say it; of another one the pattern itself is shown. */
const PATTERNS: readonly (readonly [RegExp, 'capitals' | 'digits' | 'digitsFromTo' | 'personNumber'])[] = [
  [/^\[0-9A-Z\]\{(\d+)\}$/, 'capitals'], [/^\[0-9\]\{17\}\[0-9X\]$/, 'personNumber'], [/^\[0-9\]\{(\d+)\}$/, 'digits'], [/^\[0-9\]\{(\d+),(\d+)\}$/, 'digitsFromTo'],
];

/** What an answer has to look like; null: nothing can be said of it in words. */
export function patternInWords({ pattern }: Pick<FieldPlan, 'pattern'>, t: TFunction<'form'>): string | null {
  if (pattern === undefined) return null;
  for (const [form, name] of PATTERNS) {
    const [found, from = '', to = ''] = form.exec(pattern) ?? [];
    if (found !== undefined) return t(`pattern.${name}`, { from, to });
  }
  return null;
}

/** What is wrong with an answer, for who gave it. */
export function problemInWords(field: FieldPlan, value: FormValue, problem: Text, { t, say }: { readonly t: TFunction<'form'>; readonly say: (text: Text) => string }): string {
  const misspelt = field.pattern !== undefined && typeof value === 'string' && value !== '' && !new RegExp(`^(?:${field.pattern})$`, 'u').test(value);
  return (misspelt ? patternInWords(field, t) : null) ?? say(problem);
}

/** Where only capitals fit, small letters are meant as capitals. */
export function asTyped({ pattern }: Pick<FieldPlan, 'pattern'>, typed: string): string {
  return pattern !== undefined && /A-Z|X/.test(pattern) && !/a-z|x/.test(pattern) ? typed.toUpperCase() : typed;
}
