import { useTranslation } from 'react-i18next';
import type { SeenClock } from '../../api/schemas/seen-case.ts';
import { weekday } from '../app/civil-day.ts';
import { useLanguage } from '../app/language.ts';
import type { ExplainedDay } from './case-queries.ts';
import { type ClockRule, ClockSentence } from './clock-sentence.tsx';
import { DayCalendar } from './day-calendar.tsx';
import { Ground } from './ground.tsx';

export interface ExplainedClock {
  readonly clock: ClockRule & Pick<SeenClock, 'name' | 'dueOn'>;
  readonly days: readonly ExplainedDay[];
}

/** A limit in a sentence, its days as a small calendar, and each with its reason. */
export function Explanation({ of: { clock, days } }: { readonly of: ExplainedClock }) {
  const { t } = useTranslation('case');
  const { say } = useLanguage();
  return (
    <>
      <h2>{say(clock.name)}</h2>
      <ClockSentence clock={clock} />
      <DayCalendar days={days} dueOn={clock.dueOn} />
      <table className="plain-table why-days">
        <caption className="visually-hidden">{t('why.list')}</caption>
        <thead><tr><th scope="col">{t('why.date')}</th><th scope="col">{t('why.count')}</th><th scope="col">{t('why.reason')}</th></tr></thead>
        <tbody>{days.map((day) => <DayRow key={day.date} day={day} last={day.date === clock.dueOn} />)}</tbody>
      </table>
    </>
  );
}

function DayRow({ day, last }: { readonly day: ExplainedDay; readonly last: boolean }) {
  const { t } = useTranslation('case');
  const { language } = useLanguage();
  return (
    <tr className={`${day.count}${last ? ' last' : ''}`}>
      <th scope="row" className="number">{day.date} {weekday(day.date, language)}</th>
      <td>{day.number === null ? t(`count.${day.count}`) : t('count.number', { number: day.number })}</td>
      <td><Reason day={day} />{last && <b> {t('why.last')}</b>}</td>
    </tr>
  );
}

function Reason({ day }: { readonly day: ExplainedDay }) {
  const { t } = useTranslation('case');
  const { say } = useLanguage();
  const unsettled = day.settled ? '' : t('why.unsettled');
  if (day.count === 'dayZero') return <>{t('why.dayZero')}</>;
  if (day.because) return <>{t('why.stood')} {say(day.because)} {day.basis && <Ground basis={day.basis} />}</>;
  if (day.count === 'movedTo') return <>{t('why.movedTo')}{day.name ? ` ${say(day.name)}` : ''}{unsettled}</>;
  return <>{day.name ? say(day.name) : t(`dayKind.${day.kind}`)}{unsettled}</>;
}
