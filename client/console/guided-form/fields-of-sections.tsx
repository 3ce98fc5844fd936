import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/language.ts';
import type { Section } from './sections.ts';
import { FieldInput, fieldId } from './field-input.tsx';
import type { StepProps } from './step-props.ts';

/** Questions, grouped by the items that need them. */
export function FieldsOfSections({ sections, application, asked, change, shows, leave }: StepProps & { readonly sections: readonly Section[] }) {
  const { t } = useTranslation('form');
  const { say } = useLanguage();
  return sections.map(({ id, items, blocks }) => (
    <section key={id} className="gf-section">
      {id !== 'general' && <h3>{id === 'shared' ? t('shared', { count: items.length }) : say(items[0]!.name)}</h3>}
      {id === 'shared' && <p className="small soft">{items.map(({ name }) => say(name)).join(t('comma'))}</p>}
      {blocks.map(({ number, count, fields }) => (
        <div key={`${count?.code}${number}`} className={number === null ? 'gf-grid' : 'gf-grid gf-block'} {...(number === null ? {} : { role: 'group', 'aria-label': t('nth', { what: count ? say(count.label) : '', number }) })}>
          {number !== null && <p className="gf-wide gf-block-title" aria-hidden="true">{t('nth', { what: count ? say(count.label) : '', number })}</p>}
          {fields.map((field) => (
            <FieldInput
              key={field.code} field={field} value={application.form[field.code] ?? null} problem={shows(fieldId(field.code)) ? asked.problems.get(field.code) : undefined}
              onChange={(value) => change(({ form }) => ({ form: { ...form, [field.code]: value } }))} onLeave={() => leave(fieldId(field.code))}
            />
          ))}
        </div>
      ))}
    </section>
  ));
}
