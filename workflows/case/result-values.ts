import type { ItemPlan } from './case-plan.ts';
import type { CaseState } from './case-state.ts';
import type { Text } from './calendar.ts';
import type { Form, FormValue } from './condition.ts';
import { misfit } from './form.ts';
import { Refused } from './refuse.ts';

/** What a grant must state, as it was given: everything, and nothing else. */
export function statedValues({ id, result }: ItemPlan, given: Form = {}): { readonly values?: Form } {
  const asked = result.values ?? [];
  const stray = Object.keys(given).find((code) => !asked.some((one) => one.code === code));
  if (stray !== undefined) throw new Refused('grant.valueNotStated', { item: id, value: stray });
  const missing = asked.filter(({ code }) => (given[code] ?? null) === null);
  if (missing.length > 0) throw new Refused('grant.valuesMissing', { item: id, values: missing.map(({ code }) => code).join(', ') });
  for (const value of asked) {
    const problem = misfit(value, given[value.code]!);
    if (problem) throw new Refused('grant.valueInvalid', { value: value.code, problem: problem.en, zhProblem: problem.zh });
  }
  return asked.length > 0 ? { values: given } : {};
}

/** The form, and what the items granted so far state, as `result.CODE`. */
export function formAndResults({ form, items }: CaseState): Form {
  const stated = Object.values(items).flatMap((item) => Object.entries(item.values ?? {}).map(([code, value]) => [`result.${code}`, value] as const));
  return { ...form, ...Object.fromEntries(stated) };
}

/** For the paper: each value under its label. */
export function valuesInWords({ result }: ItemPlan, values: Form): readonly { readonly label: Text; readonly value: Text }[] {
  return (result.values ?? []).map(({ code, label, choices }) => ({ label, value: inWords(values[code] ?? null, choices) }));
}

function inWords(value: FormValue, choices: readonly { readonly value: string; readonly label: Text }[]): Text {
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
  const labels = [value].flat().map((one) => choices.find((choice) => choice.value === one)?.label ?? { zh: String(one), en: String(one) });
  return { zh: labels.map(({ zh }) => zh).join('、'), en: labels.map(({ en }) => en).join(', ') };
}
