import { useTranslation } from 'react-i18next';
import { Heading } from '../app/heading.tsx';

export function Page() {
  const { t } = useTranslation('window');
  return <Heading title={t('title')} />;
}
