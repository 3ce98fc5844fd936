import './manager.css';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { Access, Refusal } from '../../api/client/generated.ts';
import { api } from '../app/api.ts';
import { momentInWords } from '../app/civil-day.ts';
import { Heading } from '../app/heading.tsx';
import { useLanguage } from '../app/language.ts';
import { Endless } from './endless.tsx';

const TABS = ['accesses', 'refused'] as const;

/** `/audit`: who read personal data, who was refused what; of one case, of one person, or of all. */
export function Page() {
  const { t } = useTranslation('manager');
  const [search, setSearch] = useSearchParams();
  const tab = TABS.find((one) => one === search.get('tab')) ?? 'accesses';
  const [caseNo, person] = [search.get('case') ?? '', search.get('person') ?? ''];
  const asked = (next: { tab?: string; case?: string; person?: string }) => {
    const whole = { tab, case: caseNo, person, ...next };
    setSearch(Object.fromEntries(Object.entries(whole).flatMap(([key, value]) => (value.trim() === '' ? [] : [[key, value.trim()]]))), { replace: true });
  };
  return (
    <>
      <Heading title={t('audit.title')} note={t('audit.note')} />
      <section className="card">
        <Form layout="inline" className="filter-bar" key={`${caseNo} ${person} ${tab}`} initialValues={{ case: caseNo, person }} onFinish={(given: { case?: string; person?: string }) => asked({ case: given.case ?? '', person: given.person ?? '' })}>
          <Form.Item name="case" label={t('audit.case')}><Input allowClear /></Form.Item>
          {tab === 'accesses' && <Form.Item name="person" label={t('audit.person')}><Input allowClear /></Form.Item>}
          <Button htmlType="submit">{t('audit.search')}</Button>
        </Form>
        <Tabs activeKey={tab} onChange={(key) => asked({ tab: key })} destroyOnHidden items={[
          { key: 'accesses', label: t('audit.accesses'), children: <Accesses caseNo={caseNo} person={person} /> }, { key: 'refused', label: t('audit.refused'), children: <Refused caseNo={caseNo} /> },
        ]} />
      </section>
    </>
  );
}

function Accesses({ caseNo, person }: { readonly caseNo: string; readonly person: string }) {
  const { t } = useTranslation('manager');
  const { t: app } = useTranslation('app');
  const people = useQuery({ queryKey: ['people'], queryFn: () => api.people.listPeople(), staleTime: 300_000 });
  const nameOf = (id: string) => people.data?.find((one) => one.id === id)?.name;
  return (
    <Endless<Access> queryKey={['audit', 'accesses', caseNo, person]} path="/audit/accesses" query={{ ...(caseNo && { case: caseNo }), ...(person && { person }) }} none={t('audit.none')}>
      {(rows) => (
        <table className="board-table stacks">
          <thead><tr>{(['at', 'person', 'role', 'action', 'case', 'outcome', 'request'] as const).map((column) => <th key={column} scope="col">{t(`audit.column.${column}`)}</th>)}</tr></thead>
          <tbody>{rows.map((row) => (
            <tr key={row.id}>
              <td data-label={t('audit.column.at')} className="number">{momentInWords(row.at)}</td>
              <td data-label={t('audit.column.person')}><span>{nameOf(row.person) ?? row.person}</span>{nameOf(row.person) && <> <span className="soft small">{row.person}</span></>}</td>
              <td data-label={t('audit.column.role')}>{app(`role.${row.role}`, row.role)}</td>
              <td data-label={t('audit.column.action')}><code>{row.action}</code></td>
              <td data-label={t('audit.column.case')}>{row.caseNo ? <Link className="number" to={`/cases/${row.caseNo}`}>{row.caseNo}</Link> : t('none')}</td>
              <td data-label={t('audit.column.outcome')}><span className={`chip ${row.outcome === 'read' ? '' : 'bad'}`}>{row.outcome === 'read' ? t('audit.outcome.read') : t('audit.outcome.refused')}</span>{row.code && <> <code className="small">{row.code}</code></>}</td>
              <td data-label={t('audit.column.request')}><code className="soft small">{row.requestId.slice(0, 8)}</code></td>
            </tr>
          ))}</tbody>
        </table>
      )}
    </Endless>
  );
}

function Refused({ caseNo }: { readonly caseNo: string }) {
  const { t } = useTranslation('manager');
  const { t: app } = useTranslation('app');
  const { say } = useLanguage();
  return (
    <Endless<Refusal> queryKey={['audit', 'refused', caseNo]} path="/audit/refused" query={caseNo ? { case: caseNo } : {}} none={t('audit.none')}>
      {(rows) => (
        <table className="board-table stacks">
          <thead><tr>{(['at', 'person', 'role', 'command', 'case', 'why'] as const).map((column) => <th key={column} scope="col">{t(`audit.column.${column}`)}</th>)}</tr></thead>
          <tbody>{rows.map((row) => (
            <tr key={row.id}>
              <td data-label={t('audit.column.at')} className="number">{momentInWords(row.at)}</td>
              <td data-label={t('audit.column.person')}><span>{row.name}</span> <span className="soft small">{row.person}</span></td>
              <td data-label={t('audit.column.role')}>{app(`role.${row.role}`, row.role)}</td>
              <td data-label={t('audit.column.command')}>{app(`command.${row.command}`, row.command)}</td>
              <td data-label={t('audit.column.case')}>{row.caseNo.length > 3 ? <Link className="number" to={`/cases/${row.caseNo}`}>{row.caseNo}</Link> : t('none')}</td>
              <td data-label={t('audit.column.why')}><span>{say(row.text)}</span> <code className="soft small">{row.code}</code></td>
            </tr>
          ))}</tbody>
        </table>
      )}
    </Endless>
  );
}
