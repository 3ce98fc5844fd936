import { useTranslation } from 'react-i18next';
import { dayInWords } from '../app/civil-day.ts';
import { useLanguage } from '../app/language.ts';
import type { Axis, AxisDay } from './axis.ts';

/** Its height, in pixels. */
export const HEADER = 44;

/** Rest days shaded from top to bottom. */
export function Shading({ axis, height }: { readonly axis: Axis; readonly height: number }) {
  return <g className="shade">{axis.days.filter((day) => !day.working).map((day) => <rect key={day.date} className={day.kind} x={day.x} width={day.width} y={0} height={height} />)}</g>;
}

/** The end of today, through all lanes. */
export function TodayLine({ axis, today, height }: { readonly axis: Axis; readonly today: string; readonly height: number }) {
  return axis.has(today) ? <line className="today-line" x1={axis.end(today)} x2={axis.end(today)} y1={34} y2={height} /> : null;
}

/** Months, days of the month, which of them are rest days, and today. */
export function DayHeader({ axis, today }: { readonly axis: Axis; readonly today: string }) {
  return (
    <g className="day-header">
      <rect className="day-header-ground" x={0} y={0} width={axis.width + 8} height={HEADER} />
      {axis.days.map((day, index) => <Day key={day.date} day={day} first={index === 0} isToday={day.date === today} />)}
      <line className="lane-rule" x1={0} x2={axis.width + 8} y1={HEADER} y2={HEADER} />
    </g>
  );
}

function Day({ day, first, isToday }: { readonly day: AxisDay; readonly first: boolean; readonly isToday: boolean }) {
  const { t } = useTranslation('case');
  const { language, say } = useLanguage();
  const number = Number(day.date.slice(8));
  const middle = day.x + day.width / 2;
  const named = number === 1 || first;
  return (
    <g className={isToday ? `${day.kind} today` : day.kind}>
      <title>{`${isToday ? `${t('lanes.today')} ` : ''}${dayInWords(day.date, language)}${day.name ? ` ${say(day.name)}` : ''}`}</title>
      {named && <text className="month" x={day.x + 2} y={13}>{t(`lanes.month.${Number(day.date.slice(5, 7))}`)}</text>}
      {number === 1 && !first && <line className="month-line" x1={day.x} x2={day.x} y1={2} y2={HEADER} />}
      {isToday && <rect x={middle - 10} y={17.5} width={20} height={16} rx={4} />}
      <text className="number" x={middle} y={29} textAnchor="middle" fontSize={day.working ? 11 : 9}>{number}</text>
      {day.kind === 'makeUpDay' && <text className="mark" x={middle} y={40} textAnchor="middle">{t('lanes.makeUp')}</text>}
      {day.kind === 'holiday' && <text className="mark" x={middle} y={40} textAnchor="middle">{t('lanes.rest')}</text>}
    </g>
  );
}
