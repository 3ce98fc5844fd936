import '../case-page/case-page.css';
import './applicant.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { SeenCase } from '../../api/schemas/seen-case.ts';
import { useEvents } from '../app/events.ts';
import { Heading } from '../app/heading.tsx';
import { useLanguage } from '../app/language.ts';
import { Loaded } from '../app/loaded.tsx';
import { useCase } from '../case-page/case-queries.ts';
import { Clocks } from '../case-page/clocks.tsx';
import { Documents } from '../case-page/documents.tsx';
import { Phases } from '../case-page/phases.tsx';
import { WhyThisDate } from '../case-page/why-this-date.tsx';
import { AnswerNotice } from './answer-notice.tsx';
import { Complaints } from './complaints.tsx';
import { Consents } from './consents.tsx';
import { HearingRights } from './hearing-rights.tsx';
import { MyItems } from './my-items.tsx';
import { PreReview } from './pre-review.tsx';
import { ProgressCode } from './progress-code.tsx';
import { Rating } from './rating.tsx';
import { SupplyDeferred } from './supply-deferred.tsx';

/** `/my/:caseNo`: where my case is, what comes next, and what I can do now. */
export function Page() {
  const { caseNo = '' } = useParams();
  const { t } = useTranslation('applicant');
  const query = useCase(caseNo);
  useEvents(query.data ? { case: caseNo } : null, [['case', caseNo]]);
  if (query.data === undefined) return <><Heading title={t('my.case')} note={<code>{caseNo}</code>} /><Loaded query={query}>{() => null}</Loaded></>;
  return <MyCase seen={query.data} />;
}

function MyCase({ seen }: { readonly seen: SeenCase }) {
  const { t } = useTranslation('applicant');
  const { t: app } = useTranslation('app');
  const { say } = useLanguage();
  const [why, setWhy] = useState<string | null>(null);
  const whole = seen.sight === 'all';
  return (
    <>
      <Heading title={say(seen.service.name)} note={<><span className="number">{seen.caseNo}</span> · {seen.applicant.name}{seen.agent ? ` · ${t('my.through', { agent: seen.agent.name })}` : ''}</>}
        extra={<><span className="chip open">{app(`phase.${seen.phase}`, seen.phase)}</span>{seen.simulated && <span className="chip warn">{t('simulated')}</span>}</>} />
      <section className="card" aria-labelledby="where">
        <h2 id="where" className="visually-hidden">{t('my.where')}</h2>
        <p className="next">{say(seen.next)}</p>
        <Phases seen={seen} />
      </section>
      <div className="columns">
        <div>
          <AnswerNotice seen={seen} />
          <PreReview seen={seen} />
          <Consents seen={seen} />
          <SupplyDeferred seen={seen} />
          <HearingRights seen={seen} />
          <Rating seen={seen} />
          <MyItems seen={seen} />
          {whole && <Complaints seen={seen} />}
        </div>
        <div>
          {whole && <section className="card" aria-labelledby="code"><h2 id="code">{t('code.title')}</h2><ProgressCode caseNo={seen.caseNo} /></section>}
          <Clocks seen={seen} onWhy={setWhy} />
          <Documents seen={seen} />
          <p><Link to={`/cases/${seen.caseNo}`}>{t('my.whole')}</Link></p>
        </div>
      </div>
      <WhyThisDate caseNo={seen.caseNo} clock={why} onClose={() => setWhy(null)} />
    </>
  );
}
