import type { TFunction } from 'i18next';
import type { Text } from '../../../workflows/case/calendar.ts';
import type { FieldPlan } from '../../../workflows/case/case-plan.ts';
import type { FormValue } from '../../../workflows/case/condition.ts';

/** An answer as people say it: yes, the choice's name, a figure. */
export function answerInWords({ choices }: Pick<FieldPlan, 'choices'>, value: FormValue | undefined, { say, t }: { readonly say: (text: Text) => string; readonly t: TFunction<'form'> }): string {
  if (value === undefined || value === null || value === '') return '—';
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  const name = (one: unknown) => {
    const choice = choices.find((offered) => offered.value === one);
    return choice ? say(choice.label) : String(one);
  };
  return Array.isArray(value) ? value.map(name).join(t('comma')) : name(value);
}
