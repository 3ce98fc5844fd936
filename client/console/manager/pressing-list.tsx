import { Button, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../app/language.ts';
import { useMe } from '../app/me.ts';
import type { BoardFilter } from './board-filter.ts';
import { LIVE, type PressingClock } from './board-queries.ts';
import { Endless } from './endless.tsx';
import { percentOf } from './percent.ts';
import { UrgeForm } from './urge-form.tsx';

/** Red or yellow. */
export type Pressing = '2' | '1';

/** Limits of supervision's own desk. */
const OWN_DESK: readonly string[] = ['complaint', 'rectification'];
/** What an officer can be urged about: not what an applicant owes, and not what follows the decision. */
const NOT_URGED: readonly string[] = [...OWN_DESK, 'deferred', 'afterCheck', 'supervision', 'correction'];

/** Yellow and red limits, the first due first: whose, until when, whether somebody was urged; a click leads to the case. */
export function PressingList({ filter, which, onWhich }: { readonly filter: BoardFilter; readonly which: Pressing; readonly onWhich: (which: Pressing) => void }) {
  const { t } = useTranslation('manager');
  const [urged, setUrged] = useState<PressingClock | null>(null);
  const list = (
    <Endless<PressingClock> key={which} queryKey={[...LIVE, 'clocks', which, filter]} path="/board/clocks" query={{ ...filter, colour: which }} none={t('pressing.none')}>
      {(rows) => <Rows rows={rows} which={which} onUrge={setUrged} />}
    </Endless>
  );
  return (
    <section className="card" aria-labelledby="pressing">
      <h2 id="pressing" tabIndex={-1}>{t('pressing.title')}</h2>
      <Tabs activeKey={which} onChange={(key) => onWhich(key as Pressing)} destroyOnHidden items={[{ key: '2', label: t('pressing.overdue'), children: list }, { key: '1', label: t('pressing.nearing'), children: list }]} />
      {urged && <UrgeForm clock={urged} onClose={() => setUrged(null)} />}
    </section>
  );
}

const COLUMNS = ['case', 'item', 'department', 'limit', 'due', 'urged', 'act'] as const;

function Rows({ rows, which, onUrge }: { readonly rows: readonly PressingClock[]; readonly which: Pressing; readonly onUrge: (clock: PressingClock) => void }) {
  const { t } = useTranslation('manager');
  const { t: app } = useTranslation('app');
  const { say } = useLanguage();
  const me = useMe();
  const urges = me?.person.role === 'manager';
  const columns = COLUMNS.filter((column) => column !== 'act' || urges);
  return (
    <table className="board-table stacks pressing">
      <caption className="visually-hidden">{t('pressing.caption', { what: which === '2' ? t('pressing.overdue') : t('pressing.nearing') })}</caption>
      <thead><tr>{columns.map((column) => <th key={column} scope="col">{t(`pressing.column.${column}`)}</th>)}</tr></thead>
      <tbody>{rows.map((row) => {
        const item = row.item ? say(row.item.name) : t('pressing.wholeCase');
        return (
          <tr key={`${row.caseNo} ${row.clock}`}>
            <td data-label={t('pressing.column.case')}><Link to={`/cases/${row.caseNo}`} className="number">{row.caseNo}</Link><br /><span className="soft small">{say(row.service.name)} · {row.applicantName}</span></td>
            <td data-label={t('pressing.column.item')} className="item">{item}{row.lateChance !== null && row.lateChance >= 0.5 && <><br /><span className="chip warn">{t('pressing.chance', { percent: percentOf(row.lateChance) })}</span></>}</td>
            <td data-label={t('pressing.column.department')} className="of">{say(row.department.name)}</td>
            <td data-label={t('pressing.column.limit')} className="limit">{t('pressing.kindLimit', { kind: app(`clockKind.${row.kind}`, row.kind) })}</td>
            <td data-label={t('pressing.column.due')} className="due">
              <span className={`chip number ${which === '2' ? 'bad' : 'warn'}`}>{row.dueOn ?? t('none')}{row.provisional && ` ${t('pressing.provisional')}`}</span>
              {which === '2' && <><br /><span className="soft small">{row.reason === null ? t('pressing.noReason') : `${t('pressing.reason')} ${row.reason}`}</span></>}
            </td>
            <td data-label={t('pressing.column.urged')} className={`urged small ${row.urgedUntil === null ? 'no' : ''}`}>{row.urgedUntil === null ? <span className="soft">{t('none')}</span> : <span className="chip open number">{t('pressing.urgedUntil', { on: row.urgedUntil })}</span>}</td>
            {urges && (
              <td data-label={t('pressing.column.act')} className="act">
                {OWN_DESK.includes(row.kind) ? <Link to="/unresolved">{t('pressing.toDesk')}</Link>
                  : !NOT_URGED.includes(row.kind) && <Button size="small" onClick={() => onUrge(row)} aria-label={t('pressing.urgeOf', { item, caseNo: row.caseNo })}>{t('pressing.urge')}</Button>}
              </td>
            )}
          </tr>
        );
      })}</tbody>
    </table>
  );
}
