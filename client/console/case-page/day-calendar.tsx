import { useTranslation } from 'react-i18next';
import { addDays, type PlainDate, weekdayOf } from '../../../workflows/case/plain-date.ts';
import { weekday } from '../app/civil-day.ts';
import { useLanguage } from '../app/language.ts';
import type { ExplainedDay } from './case-queries.ts';

/** The explained days as months, Monday first: each counted day with its number, the last one marked. The list beside it says the same. */
export function DayCalendar({ days, dueOn }: { readonly days: readonly ExplainedDay[]; readonly dueOn: string | null }) {
  const { t } = useTranslation('case');
  const { language } = useLanguage();
  const months = [...Map.groupBy(days, ({ date }) => date.slice(0, 7)).entries()];
  return (
    <div className="months" aria-hidden="true">
      {months.map(([month, own]) => (
        <div key={month} className="month-grid">
          <h3>{month.slice(0, 4)} {t(`lanes.month.${Number(month.slice(5))}`)}</h3>
          <div className="days">
            {MONDAY_TO_SUNDAY.map((day) => <span key={day} className="weekday">{language === 'zh' ? weekday(day, 'zh').slice(1) : weekday(day, 'en').slice(0, 2)}</span>)}
            {weeksOf(own).map((date) => (date.startsWith(month) ? <Cell key={date} date={date} day={own.find((one) => one.date === date)} last={date === dueOn} /> : <span key={date} />))}
          </div>
        </div>
      ))}
    </div>
  );
}

/** Some Monday and the days after it. */
const MONDAY_TO_SUNDAY = [5, 6, 7, 8, 9, 10, 11].map((day) => `2026-01-${String(day).padStart(2, '0')}`);

/** Whole weeks around these days. */
function weeksOf(days: readonly ExplainedDay[]): string[] {
  const [first, last] = [days[0]!.date as PlainDate, days.at(-1)!.date as PlainDate];
  const end = addDays(last, 7 - weekdayOf(last));
  const dates: string[] = [];
  for (let date = addDays(first, 1 - weekdayOf(first)); date <= end; date = addDays(date, 1)) dates.push(date);
  return dates;
}

function Cell({ date, day, last }: { readonly date: string; readonly day: ExplainedDay | undefined; readonly last: boolean }) {
  const { t } = useTranslation('case');
  if (!day) return <span className="cell none">{Number(date.slice(8))}</span>;
  return (
    <span className={`cell ${day.count}${day.kind === 'makeUpDay' ? ' makeUpDay' : ''}${last ? ' last' : ''}`}>
      {Number(date.slice(8))}
      <small>{day.number ?? t(`mark.${day.count}`)}</small>
    </span>
  );
}
