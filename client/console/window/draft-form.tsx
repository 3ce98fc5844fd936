import { useTranslation } from 'react-i18next';
import type { CasePlan } from '../../../workflows/case/case-plan.ts';
import type { FormValue } from '../../../workflows/case/condition.ts';
import type { SeenCase, SeenField } from '../../api/schemas/seen-case.ts';
import { useLanguage } from '../app/language.ts';
import { MarkMissing } from './mark-missing.tsx';
import type { Marking } from './missing.ts';

/** The form as it was filled in; while it is looked at, each field can be marked. */
export function DraftForm({ seen, plan, mark }: { readonly seen: SeenCase; readonly plan: CasePlan; readonly mark: Marking | null }) {
  const { say } = useLanguage();
  // Nothing may be asked for that no item of this draft needs.
  const needed = (field: SeenField) => (seen.preReview?.items ?? []).some(({ id }) => field.neededBy.includes(id));
  return (
    <ul className="answers">
      {seen.fields.map((field) => (
        <li key={field.code} className={mark?.missing[`field:${field.code}`] ? 'marked' : ''}>
          <div className="answer-name soft">{say(field.label)}</div>
          <div className="answer-value"><FieldValue field={field} plan={plan} /></div>
          {mark && needed(field) && <MarkMissing target={`field:${field.code}`} name={say(field.label)} mark={mark} />}
        </li>
      ))}
    </ul>
  );
}

/** An answer in words: choices by their labels, yes or no, nothing as a dash. */
export function FieldValue({ field, plan }: { readonly field: Pick<SeenField, 'code' | 'value'>; readonly plan: CasePlan }) {
  const { t } = useTranslation('window');
  const { say } = useLanguage();
  const { t: app } = useTranslation('app');
  // `plateNumber#2` is the second `plateNumber`.
  const choices = plan.fields.find(({ code }) => code === field.code.split('#')[0])?.choices ?? [];
  const one = (value: FormValue): string => {
    if (value === null || value === '') return '—';
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    const choice = choices.find((each) => each.value === value);
    return choice ? say(choice.label) : String(value);
  };
  return <>{Array.isArray(field.value) ? field.value.map(one).join(app('listComma')) || '—' : one(field.value as FormValue)}</>;
}
