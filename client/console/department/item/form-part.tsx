import { useTranslation } from 'react-i18next';
import type { SeenField } from '../../../api/schemas/seen-case.ts';
import { useDeskItem } from './desk-case.ts';
import { MarkDefect } from './mark-defect.tsx';
import { useLanguage } from '../../app/language.ts';
import { useMarks } from './marks.ts';
import { usePlan } from '../../app/plan.ts';

/** The answers that this item needs, and no others. */
export function FormPart() {
  const { t } = useTranslation('department');
  const { say } = useLanguage();
  const { seen, item } = useDeskItem();
  const marks = useMarks();
  const fields = seen.fields.filter((field) => field.neededBy.includes(item.id));
  const plan = usePlan(seen.planHash).data;
  const choicesOf = (code: string) => plan?.fields.find((field) => field.code === code)?.choices ?? [];
  if (fields.length === 0) return null;
  return (
    <section className="card" aria-labelledby="form-part">
      <h2 id="form-part">{t('form.title')}</h2>
      <dl className="answers">
        {fields.map((field) => (
          <div key={field.code} className={marks.of({ kind: 'field', code: field.code }).length > 0 ? 'has-mark' : ''}>
            <dt>{say(field.label)}</dt>
            <dd><FieldValue field={{ ...field, choices: choicesOf(field.code) }} />{(marks.open || marks.of({ kind: 'field', code: field.code }).length > 0) && <MarkDefect target={{ kind: 'field', code: field.code }} name={say(field.label)} />}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function FieldValue({ field: { value, choices = [] } }: { readonly field: Pick<SeenField, 'value'> & { readonly choices?: readonly { readonly value: string; readonly label: { readonly zh: string; readonly en: string } }[] } }) {
  const { t } = useTranslation('department');
  const { t: app } = useTranslation('app');
  const { say } = useLanguage();
  const one = (each: unknown) => {
    if (typeof each === 'boolean') return t(each ? 'form.yes' : 'form.no');
    const choice = choices.find((known) => known.value === each);
    return choice ? say(choice.label) : String(each);
  };
  if (value === null || value === '') return <span className="soft">{t('form.empty')}</span>;
  return <span className="answer">{(Array.isArray(value) ? value : [value]).map(one).join(app('listComma'))}</span>;
}
