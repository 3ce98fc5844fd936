import { Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/language.ts';
import { Loaded } from '../app/loaded.tsx';
import { COLOURS } from '../app/theme.ts';
import type { BoardFilter } from './board-filter.ts';
import { type Dimension, type OnTimeRow, useOnTime } from './board-queries.ts';
import type { ChartOption } from './chart-canvas.tsx';
import { AXIS, COUNTS, TEXT, TOOLTIP } from './chart-look.ts';
import { Chart } from './chart.tsx';
import { percentOf } from './percent.ts';

const DIMENSIONS: readonly Dimension[] = ['department', 'service', 'item', 'person', 'region'];
/** More bars than this nobody compares; the table has all. */
const SHOWN = 12;

/** How much was decided in time, by department, service, item, person or region: the worst first. */
export function RateChart({ filter }: { readonly filter: BoardFilter }) {
  const { t } = useTranslation('manager');
  const [by, setBy] = useState<Dimension>('department');
  return (
    <section className="card" aria-labelledby="rate">
      <div className="card-head">
        <h2 id="rate">{t('rate.title')}</h2>
        <Segmented<Dimension> aria-label={t('rate.by')} size="small" value={by} onChange={setBy} options={DIMENSIONS.map((value) => ({ value, label: t(`rate.dimension.${value}`) }))} />
      </div>
      <Loaded query={useOnTime(filter, by)}>{(rows) => <Rates rows={rows} by={by} />}</Loaded>
      <p className="soft small">{t('rate.note')}</p>
    </section>
  );
}

function Rates({ rows, by }: { readonly rows: readonly OnTimeRow[]; readonly by: Dimension }) {
  const { t } = useTranslation('manager');
  const { say } = useLanguage();
  const nameOf = (row: OnTimeRow) => (row.name ? say(row.name) : t('rate.byRule'));
  const label = t('rate.picture', { by: t(`rate.dimension.${by}`) });
  const worstFirst = useMemo(() => rows.filter(({ rate }) => rate !== null).sort((a, b) => a.rate! - b.rate! || b.decided - a.decided).slice(0, SHOWN), [rows]);
  const option = useMemo((): ChartOption => ({
    grid: { left: 8, right: 20, top: 4, bottom: 4, containLabel: true }, tooltip: { ...TOOLTIP, trigger: 'item', formatter: '{b}' },
    xAxis: { ...COUNTS, max: 100, axisLabel: { ...TEXT, formatter: '{value}%' } }, yAxis: { type: 'category', inverse: true, data: worstFirst.map((row) => `${row.name ? say(row.name) : t('rate.byRule')}  ${percentOf(row.rate!)}`), ...AXIS, axisLabel: { ...TEXT, color: COLOURS.ink, width: window.innerWidth < 760 ? 150 : 230, overflow: 'truncate' } },
    series: [{
      type: 'bar', barMaxWidth: 16,
      data: worstFirst.map(({ rate }) => ({ value: Math.floor(rate! * 1000) / 10, itemStyle: { color: rate! < 0.9 ? COLOURS.bad : rate! < 1 ? '#c98500' : COLOURS.good } })),
    }],
  }), [worstFirst, say, t]);
  const table = (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('rate.title')}>
      <table className="board-table">
        <thead><tr>{(['name', 'decided', 'late', 'rate', 'open', 'nearing', 'overdue'] as const).map((column) => <th key={column} scope="col" className={column === 'name' ? '' : 'figure'}>{t(`rate.column.${column}`)}</th>)}</tr></thead>
        <tbody>{rows.map((row) => (
          <tr key={`${row.id} ${row.service?.id} ${row.department?.id}`}>
            <th scope="row">{nameOf(row)}{row.department && <span className="soft small"> {say(row.department.name)}</span>}{row.service && <span className="soft small"> {say(row.service.name)}</span>}</th>
            <td className="figure">{row.decided}</td><td className="figure">{row.late}</td><td className="figure">{row.rate === null ? t('none') : percentOf(row.rate)}</td><td className="figure">{row.open}</td><td className="figure">{row.nearing}</td><td className="figure">{row.overdue}</td>
          </tr>
        ))}</tbody>
      </table>
    </div>
  );
  if (worstFirst.length === 0) return <><p className="soft">{t('rate.none')}</p>{rows.length > 0 && <details><summary>{t('asTable')}</summary>{table}</details>}</>;
  return <Chart label={label} option={option} height={Math.max(90, worstFirst.length * 30 + 30)} table={table} />;
}
