import { useTranslation } from 'react-i18next';
import type { Task } from '../../../api/client/generated.ts';
import { parsePlainDate, toEpochDay } from '../../../../workflows/case/plain-date.ts';
import { shortDay, today, weekday } from '../../app/civil-day.ts';
import { useLanguage } from '../../app/language.ts';

const TONES = ['good', 'warn', 'bad'] as const;

/** When something is due: the day, how far it is, and how it stands, in words as well as in colour. */
export function Due({ dueOn, suspended, colour }: Pick<Task, 'dueOn' | 'suspended' | 'colour'>) {
  const { t } = useTranslation('department');
  const { t: app } = useTranslation('app');
  const { language } = useLanguage();
  const chip = <span className={`chip ${suspended ? '' : TONES[colour]}`}>{suspended ? t('due.stands') : app(`colour.${colour}`)}</span>;
  if (dueOn === null) return <span className="due">{suspended ? chip : <span className="soft">{t('due.none')}</span>}</span>;
  return (
    <span className="due">
      {chip}
      <span className="number"><time dateTime={dueOn} title={dueOn}>{shortDay(dueOn, language)}</time> <span className="soft small">{weekday(dueOn, language)} · <Distance dueOn={dueOn} /></span></span>
    </span>
  );
}

function Distance({ dueOn }: { readonly dueOn: string }) {
  const { t } = useTranslation('department');
  const days = toEpochDay(parsePlainDate(dueOn)!) - toEpochDay(parsePlainDate(today())!);
  if (days === 0) return <b>{t('due.today')}</b>;
  if (days === 1) return <>{t('due.tomorrow')}</>;
  return <>{t(days < 0 ? 'due.ago' : 'due.in', { count: Math.abs(days) })}</>;
}
