import './applicant.css';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Draft, MyCase } from '../../api/client/generated.ts';
import { momentInWords } from '../app/civil-day.ts';
import { Heading } from '../app/heading.tsx';
import { useLanguage } from '../app/language.ts';
import { Loaded } from '../app/loaded.tsx';
import { ProblemNotice } from '../app/problem-notice.tsx';
import { useSend } from '../app/send.tsx';
import { useServices } from '../app/services.ts';
import { useDrafts } from '../guided-form/use-draft.ts';
import { useMyCases } from './applicant-queries.ts';
import { WayButton } from './way-button.tsx';

/** `/my`: where each of my cases is and what comes next; what I have begun to fill in. */
export function Page() {
  const { t } = useTranslation('applicant');
  const { t: app } = useTranslation('app');
  const cases = useMyCases();
  const drafts = useDrafts();
  const rows = cases.data?.pages.flatMap((page) => page.rows);
  return (
    <>
      <Heading title={t('my.title')} extra={<WayButton to="/services" type="primary">{t('my.new')}</WayButton>} />
      <Loaded query={drafts}>{(all) => (all.length > 0 ? <Drafts drafts={all} /> : null)}</Loaded>
      {cases.error && <ProblemNotice error={cases.error} onRetry={() => void cases.refetch()} />}
      {rows?.length === 0 && <p className="card soft">{t('my.none')} <Link to="/services">{t('my.new')}</Link></p>}
      <ul className="my-cases">{rows?.map((one) => <Case key={one.caseNo} one={one} />)}</ul>
      {cases.hasNextPage && <Button block loading={cases.isFetchingNextPage} onClick={() => void cases.fetchNextPage()}>{app('more')}</Button>}
    </>
  );
}

function Case({ one: { caseNo, serviceName, applicantName, phase, colour, receivedOn, next } }: { readonly one: MyCase }) {
  const { t } = useTranslation('applicant');
  const { t: app } = useTranslation('app');
  const { say } = useLanguage();
  return (
    <li className="card">
      <div className="case-head"><h2><Link to={`/my/${caseNo}`}>{say(serviceName)}</Link></h2><span className={`chip ${phase === 'correction' ? 'warn' : 'open'}`}>{app(`phase.${phase}`)}</span></div>
      <p>{say(next)}</p>
      <p className="small soft number">{caseNo} · {applicantName} · {t('my.since', { on: receivedOn })}{colour === 2 ? ` · ${app('colour.2')}` : ''}</p>
    </li>
  );
}

function Drafts({ drafts }: { readonly drafts: readonly Draft[] }) {
  const { t } = useTranslation('applicant');
  const { say } = useLanguage();
  const services = useServices();
  const drop = useSend<unknown>({ refresh: [['drafts']], done: t('my.dropped') });
  const nameOf = (code: string) => {
    const found = services.data?.find((one) => one.code === code);
    return found ? say(found.name) : code;
  };
  return (
    <section className="card" aria-labelledby="drafts">
      <h2 id="drafts">{t('my.drafts')}</h2>
      <ul className="rows plain">
        {drafts.map(({ id, service, savedAt }) => (
          <li key={id} className="case-head">
            <span><Link to={`/apply/${service}?draft=${encodeURIComponent(id)}`}>{nameOf(service)}</Link> <span className="small soft number">{momentInWords(savedAt)}</span></span>
            <Button size="small" onClick={() => drop.mutate({ method: 'DELETE', path: `/drafts/${encodeURIComponent(id)}` })} aria-label={t('my.dropOf', { name: `${nameOf(service)} ${momentInWords(savedAt)}` })}>{t('my.drop')}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
