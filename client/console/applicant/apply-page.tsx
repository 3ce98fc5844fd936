import { useTranslation } from 'react-i18next';
import { Heading } from '../app/heading.tsx';

export function Page() {
  const { t } = useTranslation('applicant');
  return <Heading title={t('apply.title')} />;
}
