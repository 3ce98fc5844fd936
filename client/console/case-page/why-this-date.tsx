import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { weekday } from '../app/civil-day.ts';
import { useLanguage } from '../app/language.ts';
import { Loaded } from '../app/loaded.tsx';
import { type ExplainedDay, useExplanation } from './case-queries.ts';
import { ClockSentence } from './clock-sentence.tsx';
import { DayCalendar } from './day-calendar.tsx';
import { Ground } from './ground.tsx';

/** 为什么是这一天: the limit in a sentence, its days as a small calendar, and each with its reason. */
export function WhyThisDate({ caseNo, clock, onClose }: { readonly caseNo: string; readonly clock: string | null; readonly onClose: () => void }) {
  const { t } = useTranslation('case');
  const { say } = useLanguage();
  const explanation = useExplanation(caseNo, clock);
  return (
    <Drawer title={t('why.title')} open={clock !== null} onClose={onClose} size={560} destroyOnHidden rootClassName="why">
      <Loaded query={explanation}>
        {({ clock: explained, days }) => (
          <>
            <h2>{say(explained.name)}</h2>
            <ClockSentence clock={explained} />
            <DayCalendar days={days} dueOn={explained.dueOn} />
            <table className="plain-table why-days">
              <caption className="visually-hidden">{t('why.list')}</caption>
              <thead><tr><th scope="col">{t('why.date')}</th><th scope="col">{t('why.count')}</th><th scope="col">{t('why.reason')}</th></tr></thead>
              <tbody>{days.map((day) => <DayRow key={day.date} day={day} last={day.date === explained.dueOn} />)}</tbody>
            </table>
          </>
        )}
      </Loaded>
    </Drawer>
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
