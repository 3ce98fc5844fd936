import './manager.css';
import './report.css';
import { PrinterOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { momentInWords, today } from '../app/civil-day.ts';
import { Heading } from '../app/heading.tsx';
import { useLanguage } from '../app/language.ts';
import { Loaded } from '../app/loaded.tsx';
import { useMe } from '../app/me.ts';
import { useBoardFilter } from './board-filter.ts';
import { type MonthlyReport, useReport } from './board-queries.ts';
import { FilterBar } from './filter-bar.tsx';
import { percentOf } from './percent.ts';
import { CasesTable, DepartmentsOfMonth, OverdueTable } from './report-tables.tsx';

const MONTHS_BACK = 24;

/** `/board/report?month=2026-03`: the month's performance on paper: A4, black on white. */
export function Page() {
  const { t } = useTranslation('manager');
  const { language } = useLanguage();
  const [search, setSearch] = useSearchParams();
  const { filter } = useBoardFilter();
  const current = today().slice(0, 7);
  const asked = search.get('month') ?? '';
  const month = /^20\d\d-(0[1-9]|1[0-2])$/.test(asked) && asked <= current ? asked : current;
  const go = (to: string) => setSearch((before) => {
    const next = new URLSearchParams(before);
    next.set('month', to);
    return next;
  }, { replace: true });
  const months = Array.from({ length: MONTHS_BACK }, (_, index) => monthsBefore(current, index));
  const nameOf = (one: string) => t('report.monthOf', { year: one.slice(0, 4), month: language === 'zh' ? Number(one.slice(5)) : one.slice(5) });
  const back = new URLSearchParams(search);
  back.delete('month');
  return (
    <div className="report-page">
      <div className="no-print">
        <Heading
          title={t('report.title')} note={<Link to={`/board?${back}`}>{t('report.back')}</Link>}
          extra={<>
            <Button onClick={() => go(monthsBefore(month, 1))}>{t('report.before')}</Button>
            <Select aria-label={t('report.month')} value={month} onChange={go} options={months.map((value) => ({ value, label: nameOf(value) }))} popupMatchSelectWidth={false} />
            <Button disabled={month >= current} onClick={() => go(monthsBefore(month, -1))}>{t('report.after')}</Button>
            <Button type="primary" icon={<PrinterOutlined />} onClick={() => window.print()}>{t('report.print')}</Button>
          </>}
        />
        <FilterBar />
      </div>
      <Loaded query={useReport(filter, month)}>{(report) => <Paper report={report} name={nameOf(report.month)} />}</Loaded>
    </div>
  );
}

function Paper({ report, name }: { readonly report: MonthlyReport; readonly name: string }) {
  const { t } = useTranslation('manager');
  const { language, say } = useLanguage();
  const me = useMe();
  const { filter } = useBoardFilter();
  const decided = report.total.granted + report.total.refused;
  const of = [
    filter.department === undefined ? null : report.departments.find(({ department }) => department.id === filter.department)?.department.name, null,
  ].flatMap((one) => (one ? [say(one)] : []));
  const covers = [...of, ...(filter.service === undefined ? [] : [filter.service]), ...(filter.region === undefined ? [] : [filter.region])];
  const rated = report.ratings.reduce((sum, n) => sum + n, 0);
  return (
    <article className="card report" lang={language === 'en' ? 'en' : 'zh-CN'}>
      <header>
        <h2 className="report-title">{t('report.title')}</h2>
        <p className="report-month">{name}</p>
        {covers.length > 0 && <p>{t('report.only', { what: covers.join(' · ') })}</p>}
      </header>
      <p className="report-lead">{t('report.lead', {
        received: report.cases.received, accepted: report.cases.accepted, closed: report.cases.closed, decided, onTime: decided - report.total.late, rate: report.total.onTimeRate === null ? t('none') : percentOf(report.total.onTimeRate),
      })}{!report.over && ` ${t('report.running')}`}</p>
      <section><h3>{t('report.cases')}</h3><CasesTable report={report} /></section>
      <section><h3>{t('report.departments')}</h3><DepartmentsOfMonth report={report} /></section>
      <section>
        <h3>{t('report.satisfaction')}</h3>
        <ul className="report-points">
          <li>{rated === 0 ? t('report.noRatings') : <>{t('report.ratings', { number: rated, rate: percentOf(report.satisfaction ?? 0) })} {report.ratings.flatMap((number, index) => (number > 0 ? [t('report.level', { level: t(`unresolved.level.${index + 1}`), number })] : [])).join(language === 'en' ? ', ' : '，')}</>}</li>
          <li>{t('report.rectified', { number: report.rectified })}</li>
          <li>{t('report.complaints', { number: report.complained, settled: report.complaintsSettled })}</li>
          <li>{t('report.urges', { number: report.total.urged, answered: report.total.urgesAnswered })}</li>
        </ul>
      </section>
      <section><h3>{t('report.overdue')}</h3><OverdueTable ranOut={report.ranOut} /></section>
      <footer className="soft small"><span>{me?.person.name}</span><span className="number">{t('report.made', { at: momentInWords(report.at) })}</span></footer>
    </article>
  );
}

/** So many months before a month; a negative number: after it. */
function monthsBefore(month: string, n: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 - n;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}
