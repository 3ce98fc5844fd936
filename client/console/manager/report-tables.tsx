import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../app/language.ts';
import type { MonthlyReport } from './board-queries.ts';
import { percentOf } from './percent.ts';

/** The cases of the month beside those of the month before. */
export function CasesTable({ report: { cases, before, total } }: { readonly report: MonthlyReport }) {
  const { t } = useTranslation('manager');
  const rate = (one: number | null) => (one === null ? t('none') : percentOf(one));
  return (
    <table className="board-table">
      <thead><tr>{(['figure', 'now', 'before', 'change'] as const).map((column) => <th key={column} scope="col" className={column === 'figure' ? '' : 'figure'}>{t(`report.column.${column}`)}</th>)}</tr></thead>
      <tbody>
        {(['received', 'accepted', 'corrected', 'closed'] as const).map((figure) => (
          <tr key={figure}><th scope="row">{t(`report.figure.${figure}`)}</th><td className="figure">{cases[figure]}</td><td className="figure">{before[figure]}</td><td className="figure">{signed(cases[figure] - before[figure])}</td></tr>
        ))}
        <tr><th scope="row">{t('report.figure.onTimeRate')}</th><td className="figure">{rate(total.onTimeRate)}</td><td className="figure">{rate(before.onTimeRate)}</td><td className="figure">{total.onTimeRate === null || before.onTimeRate === null ? t('none') : `${signed(Math.round((total.onTimeRate - before.onTimeRate) * 1000) / 10)}%`}</td></tr>
      </tbody>
    </table>
  );
}

const COLUMNS = ['department', 'received', 'accepted', 'corrected', 'granted', 'refused', 'rate', 'days', 'urged', 'overdue'] as const;
type Figures = MonthlyReport['total'];

/** What each department did with its items. */
export function DepartmentsOfMonth({ report: { departments, total } }: { readonly report: MonthlyReport }) {
  const { t } = useTranslation('manager');
  const { say } = useLanguage();
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('report.departments')}>
      <table className="board-table report-wide">
        <caption className="soft small">{t('report.unit')}</caption>
        <thead><tr>{COLUMNS.map((column) => <th key={column} scope="col" className={column === 'department' ? '' : 'figure'}>{t(`report.of.${column}`)}</th>)}</tr></thead>
        <tbody>{departments.map(({ department, ...figures }) => <Row key={department.id} name={say(department.name)} figures={figures} />)}</tbody>
        <tfoot><Row name={t('report.total')} figures={total} /></tfoot>
      </table>
    </div>
  );
}

function Row({ name, figures }: { readonly name: string; readonly figures: Figures }) {
  const { t } = useTranslation('manager');
  return (
    <tr>
      <th scope="row">{name}</th>
      {(['received', 'accepted', 'corrected', 'granted', 'refused'] as const).map((key) => <td key={key} className="figure">{figures[key]}</td>)}
      <td className="figure">{figures.onTimeRate === null ? t('none') : percentOf(figures.onTimeRate)}</td><td className="figure">{figures.medianDays ?? t('none')}</td>
      <td className="figure">{figures.urged}/{figures.urgesAnswered}</td><td className="figure">{figures.overdue}/{figures.overdueWithReason}</td>
    </tr>
  );
}

/** Every limit that ran out, with what was said about it in public. */
export function OverdueTable({ ranOut: { rows, cut } }: { readonly ranOut: MonthlyReport['ranOut'] }) {
  const { t } = useTranslation('manager');
  const { t: app } = useTranslation('app');
  const { say } = useLanguage();
  if (rows.length === 0) return <p>{t('report.noneOverdue')}</p>;
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('report.overdue')}>
      <table className="board-table">
        <thead><tr>{(['case', 'item', 'department', 'limit', 'due', 'reason'] as const).map((column) => <th key={column} scope="col">{t(`report.list.${column}`)}</th>)}</tr></thead>
        <tbody>{rows.map((row) => (
          <tr key={`${row.caseNo} ${row.kind} ${row.item?.id} ${row.dueOn}`}>
            <td className="number"><Link to={`/cases/${row.caseNo}`}>{row.caseNo}</Link></td><td>{row.item ? say(row.item.name) : t('pressing.wholeCase')}</td><td>{say(row.department.name)}</td><td>{app(`clockKind.${row.kind}`, row.kind)}</td><td className="number">{row.dueOn}</td><td>{row.reason ?? <span className="soft">{t('report.noReason')}</span>}</td>
          </tr>
        ))}</tbody>
      </table>
      {cut && <p className="soft small">{t('report.cut', { number: rows.length })}</p>}
    </div>
  );
}

function signed(change: number): string {
  return change > 0 ? `+${change}` : change < 0 ? `−${-change}` : '0';
}
