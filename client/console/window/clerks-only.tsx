import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Heading } from '../app/heading.tsx';
import { useMe } from '../app/me.ts';

/** Receiving is the window's: whoever else comes here is told before he fills anything in, not when he sends it. */
export function ClerksOnly({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('window');
  const me = useMe();
  if (me && me.person.role !== 'clerk') return <><Heading title={t('receive')} /><p role="alert">{t('clerksOnly')}</p></>;
  return <>{children}</>;
}
