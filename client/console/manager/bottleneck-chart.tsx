import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/language.ts';
import { Loaded } from '../app/loaded.tsx';
import { COLOURS } from '../app/theme.ts';
import type { BoardFilter } from './board-filter.ts';
import { type Bottleneck, useBottlenecks } from './board-queries.ts';
import type { ChartOption } from './chart-canvas.tsx';
import { AXIS, COUNTS, TEXT, TOOLTIP } from './chart-look.ts';
import { Chart } from './chart.tsx';
import { percentOf } from './percent.ts';

const SHOWN = 10;

/** Where work piles up: each item's waiting tasks in their colours; how long decisions take. */
export function BottleneckChart({ filter }: { readonly filter: BoardFilter }) {
  const { t } = useTranslation('manager');
  return (
    <section className="card" aria-labelledby="bottlenecks">
      <h2 id="bottlenecks">{t('bottleneck.title')}</h2>
      <Loaded query={useBottlenecks(filter)}>{(rows) => <Piles rows={rows} />}</Loaded>
    </section>
  );
}

function Piles({ rows }: { readonly rows: readonly Bottleneck[] }) {
  const { t } = useTranslation('manager');
  const { t: app } = useTranslation('app');
  const { say } = useLanguage();
  const shown = useMemo(() => rows.filter(({ open }) => open > 0).slice(0, SHOWN), [rows]);
  const option = useMemo((): ChartOption => {
    const bar = (colour: 0 | 1 | 2, color: string, of: (row: Bottleneck) => number) => ({ name: app(`colour.${colour}`), type: 'bar' as const, stack: 'open', color, barMaxWidth: 16, data: shown.map(of) });
    const narrow = window.innerWidth < 760;
    return {
      grid: { left: 8, right: 16, top: 30, bottom: 4, containLabel: true }, tooltip: { ...TOOLTIP, axisPointer: { type: 'shadow' } }, legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 8, textStyle: TEXT },
      xAxis: COUNTS, yAxis: { type: 'category', inverse: true, data: shown.map(({ item, department }) => `${say(item.name)}\n${say(department.name)}`), ...AXIS, axisLabel: { ...TEXT, width: narrow ? 130 : 210, overflow: 'truncate', lineHeight: 15 } },
      series: [bar(2, COLOURS.bad, ({ overdue }) => overdue), bar(1, '#c98500', ({ nearing }) => nearing), bar(0, '#a9c1de', ({ open, nearing, overdue }) => open - nearing - overdue)],
    };
  }, [shown, say, app]);
  if (rows.length === 0) return <p className="soft">{t('bottleneck.none')}</p>;
  const days = (count: number | null) => (count === null ? t('none') : t('bottleneck.days', { count }));
  const table = (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('bottleneck.title')}>
      <table className="board-table">
        <thead><tr>{(['item', 'department', 'open', 'median', 'ninetieth', 'late'] as const).map((column) => <th key={column} scope="col" className={['item', 'department'].includes(column) ? '' : 'figure'}>{t(`bottleneck.${column}`)}</th>)}</tr></thead>
        <tbody>{rows.map((row) => (
          <tr key={`${row.department.id} ${row.service.id} ${row.item.id}`}>
            <th scope="row">{say(row.item.name)}</th><td>{say(row.department.name)}</td><td className="figure">{row.open}</td><td className="figure">{days(row.medianDays)}</td><td className="figure">{days(row.ninetiethDays)}</td><td className="figure">{row.lateShare === null ? t('none') : percentOf(row.lateShare)}</td>
          </tr>
        ))}</tbody>
      </table>
    </div>
  );
  return <Chart label={t('bottleneck.picture')} option={option} height={Math.max(110, shown.length * 40 + 60)} table={table} />;
}
