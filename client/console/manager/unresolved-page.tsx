import './manager.css';
import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useEvents } from '../app/events.ts';
import { Heading } from '../app/heading.tsx';
import { ComplaintRow } from './complaint-row.tsx';
import { DESK, type DeskComplaint, type DeskRating } from './desk-queries.ts';
import { Endless } from './endless.tsx';
import { RatingRow } from './rating-row.tsx';

const TABS = ['open', 'bad', 'settled', 'rectified'] as const;
type Tab = (typeof TABS)[number];

/** `/unresolved`: complaints, what got stuck, bad ratings: each with an owner and a due answer, followed to its end. */
export function Page() {
  const { t } = useTranslation('manager');
  const [search, setSearch] = useSearchParams();
  const tab = TABS.find((one) => one === search.get('tab')) ?? 'open';
  useEvents({ board: true }, [DESK]);
  return (
    <>
      <Heading title={t('unresolved.title')} note={t('unresolved.note')} />
      <section className="card">
        <Tabs activeKey={tab} onChange={(key) => setSearch({ tab: key }, { replace: true })} destroyOnHidden items={TABS.map((key) => ({ key, label: t(`unresolved.${key}`), children: <List tab={key} /> }))} />
      </section>
    </>
  );
}

function List({ tab }: { readonly tab: Tab }) {
  const { t } = useTranslation('manager');
  const none = t(`unresolved.nothing.${tab}`);
  if (tab === 'open' || tab === 'settled') {
    return (
      <Endless<DeskComplaint> queryKey={[...DESK, tab]} path="/unresolved" query={{ state: tab }} none={none}>
        {(rows) => <ul className="desk-rows">{rows.map((row) => <ComplaintRow key={`${row.caseNo} ${row.complaint}`} row={row} />)}</ul>}
      </Endless>
    );
  }
  return (
    <Endless<DeskRating> queryKey={[...DESK, tab]} path="/ratings/bad" query={{ state: tab === 'bad' ? 'open' : 'settled' }} none={none}>
      {(rows) => <ul className="desk-rows">{rows.map((row) => <RatingRow key={row.caseNo} row={row} />)}</ul>}
    </Endless>
  );
}
