import { Checkbox, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/language.ts';
import { FieldsOfSections } from './fields-of-sections.tsx';
import { sectionsOf } from './sections.ts';
import type { StepProps } from './step-props.ts';

/** The answers that decide what the case consists of, and what of it may be chosen. */
export function SituationStep(props: StepProps) {
  const { plan, asked, application, change, deciding } = props;
  const { t } = useTranslation('form');
  const { say } = useLanguage();
  const [all] = sectionsOf(plan, { ...asked, items: [] }, (code) => deciding.has(code));
  return (
    <>
      {all && <FieldsOfSections {...props} sections={[all]} />}
      {asked.optional.length > 0 && (
        <fieldset className="gf-section gf-options">
          <legend>{t('situation.optional')}</legend>
          {asked.optional.map(({ id, name, department }) => (
            <Checkbox key={id} checked={application.chosen.includes(id)} onChange={({ target }) => change(({ chosen }) => ({ chosen: target.checked ? [...chosen, id] : chosen.filter((one) => one !== id) }))}>
              {say(name)} <span className="soft small">{say(plan.departments.find((one) => one.id === department)!.name)}</span>
            </Checkbox>
          ))}
        </fieldset>
      )}
      {plan.outcome.allOrNothingAllowed && (
        <fieldset className="gf-section gf-options">
          <legend>{t('situation.policy')}</legend>
          <Radio.Group className="gf-choices gf-column" name="policy" value={application.policy} onChange={({ target }) => change({ policy: target.value as 'separable' | 'allOrNothing' })}
            options={[{ value: 'separable', label: t('situation.separable') }, { value: 'allOrNothing', label: t('situation.allOrNothing') }]} />
        </fieldset>
      )}
    </>
  );
}
