import { useTranslation } from 'react-i18next';
import { FieldsOfSections } from './fields-of-sections.tsx';
import { sectionsOf } from './sections.ts';
import type { StepProps } from './step-props.ts';

/** The rest of the one form. */
export function FormStep(props: StepProps) {
  const { t } = useTranslation('form');
  const sections = sectionsOf(props.plan, props.asked, (code) => !props.deciding.has(code));
  if (sections.length === 0) return <p className="soft">{t('nothingAsked')}</p>;
  return <FieldsOfSections {...props} sections={sections} />;
}
