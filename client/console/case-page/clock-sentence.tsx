import { useTranslation } from 'react-i18next';
import type { SeenClock } from '../../api/schemas/seen-case.ts';
import { dayInWords } from '../app/civil-day.ts';
import { useLanguage } from '../app/language.ts';
import { Ground } from './ground.tsx';

/** What of a limit says how long it is. */
export type ClockRule = Pick<SeenClock, 'dayZero' | 'length' | 'unit' | 'extendedBy' | 'basis'>;

/** From which day, how long, on what ground. */
export function ClockSentence({ clock }: { readonly clock: ClockRule }) {
  const { t } = useTranslation('case');
  const { t: app } = useTranslation('app');
  const { language } = useLanguage();
  return (
    <p className="soft small">
      {t('clock.rule', { from: dayInWords(clock.dayZero, language), length: app(`unit.${clock.unit}`, { count: clock.length }) })}
      {clock.extendedBy > 0 && t('clock.extended', { length: app(`unit.${clock.unit}`, { count: clock.extendedBy }) })} <Ground basis={clock.basis} />
    </p>
  );
}
