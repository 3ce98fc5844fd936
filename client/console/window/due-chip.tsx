import { useTranslation } from 'react-i18next';
import { shortDay } from '../app/civil-day.ts';
import { useLanguage } from '../app/language.ts';

/** Until when, in the colour of its limit. */
export function DueChip({ dueOn, colour, suspended = false }: { readonly dueOn: string | null; readonly colour: 0 | 1 | 2; readonly suspended?: boolean }) {
  const { t } = useTranslation('window');
  const { t: app } = useTranslation('app');
  const { language } = useLanguage();
  if (suspended) return <span className="chip">{t('standsStill')}</span>;
  if (dueOn === null) return <span className="chip">{t('noLimit')}</span>;
  return <span className={`chip number ${['', 'warn', 'bad'][colour]}`}>{t('dueOn', { day: shortDay(dueOn, language) })}{colour > 0 && ` · ${app(`colour.${colour}`)}`}</span>;
}
