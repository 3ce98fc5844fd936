import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { shortDay } from '../app/civil-day.ts';
import { useLanguage } from '../app/language.ts';
import { Loaded } from '../app/loaded.tsx';
import { COLOURS } from '../app/theme.ts';
import type { BoardFilter } from './board-filter.ts';
import { type TrendDay, useTrend } from './board-queries.ts';
import type { ChartOption } from './chart-canvas.tsx';
import { AXIS, COUNTS, TEXT, TOOLTIP } from './chart-look.ts';
import { Chart } from './chart.tsx';

const DAYS = 30;

/** Day by day: what came in, what was settled, which limits ran out. */
export function TrendChart({ filter, ofItems }: { readonly filter: BoardFilter; readonly ofItems: boolean }) {
  const { t } = useTranslation('manager');
  return (
    <section className="card" aria-labelledby="trend">
      <h2 id="trend">{t('trend.title', { days: DAYS })}</h2>
      <Loaded query={useTrend(filter, DAYS)}>{(days) => <Lines days={days} ofItems={ofItems} />}</Loaded>
    </section>
  );
}

function Lines({ days, ofItems }: { readonly days: readonly TrendDay[]; readonly ofItems: boolean }) {
  const { t } = useTranslation('manager');
  const { language } = useLanguage();
  const [received, settled, overdue] = [ofItems ? t('trend.receivedItems') : t('trend.received'), ofItems ? t('trend.settledItems') : t('trend.settled'), t('trend.overdue')];
  const option = useMemo((): ChartOption => ({
    grid: { left: 8, right: 12, top: 34, bottom: 4, containLabel: true }, tooltip: TOOLTIP, legend: { top: 0, left: 0, itemWidth: 16, itemHeight: 8, textStyle: TEXT, icon: 'roundRect' },
    xAxis: { type: 'category', data: days.map(({ day }) => shortDay(day, language)), ...AXIS }, yAxis: COUNTS,
    series: [
      { name: received, type: 'line', data: days.map((one) => one.received), color: COLOURS.blue, symbol: 'circle', symbolSize: 4, lineStyle: { width: 2 } },
      { name: settled, type: 'line', data: days.map((one) => one.settled), color: COLOURS.good, symbol: 'rect', symbolSize: 4, lineStyle: { width: 2, type: 'dashed' } },
      { name: overdue, type: 'bar', data: days.map((one) => one.overdue), color: '#d9827f', barMaxWidth: 12 },
    ],
  }), [days, language, received, settled, overdue]);
  const table = (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('trend.title', { days: DAYS })}>
      <table className="board-table">
        <thead><tr><th scope="col">{t('trend.day')}</th><th scope="col" className="figure">{received}</th><th scope="col" className="figure">{settled}</th><th scope="col" className="figure">{overdue}</th></tr></thead>
        <tbody>{days.toReversed().map((one) => <tr key={one.day}><th scope="row" className="number">{one.day}</th><td className="figure">{one.received}</td><td className="figure">{one.settled}</td><td className="figure">{one.overdue}</td></tr>)}</tbody>
      </table>
    </div>
  );
  return <Chart label={t('trend.picture', { received, settled, overdue })} option={option} height={260} table={table} />;
}
