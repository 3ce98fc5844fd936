import './case-page.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { SeenCase } from '../../api/schemas/seen-case.ts';
import { useEvents } from '../app/events.ts';
import { Heading } from '../app/heading.tsx';
import { useLanguage } from '../app/language.ts';
import { Loaded } from '../app/loaded.tsx';
import { useMe } from '../app/me.ts';
import { useCase } from './case-queries.ts';
import { Clocks } from './clocks.tsx';
import { Documents } from './documents.tsx';
import { Facts } from './facts.tsx';
import { LaneChart } from './lane-chart.tsx';
import { Notice } from './notice.tsx';
import { Phases } from './phases.tsx';
import { Supervision } from './supervision.tsx';
import { Timeline } from './timeline.tsx';
import { WhyThisDate } from './why-this-date.tsx';

/** `/cases/:caseNo`: everything about a case that the reader may see. It follows the case without being loaded again. */
export function Page() {
  const { caseNo = '' } = useParams();
  const { t } = useTranslation('case');
  const query = useCase(caseNo);
  useEvents(query.data ? { case: caseNo } : null, [['case', caseNo]]);
  if (query.data === undefined) return <><Heading title={t('title')} note={<code>{caseNo}</code>} /><Loaded query={query}>{() => null}</Loaded></>;
  return <Case seen={query.data} />;
}

function Case({ seen }: { readonly seen: SeenCase }) {
  const { t } = useTranslation('case');
  const { t: app } = useTranslation('app');
  const { say } = useLanguage();
  const me = useMe();
  const [why, setWhy] = useState<string | null>(null);
  const tone = ['good', 'warn', 'bad'][seen.colour]!;
  return (
    <>
      <Heading
        title={say(seen.service.name)}
        extra={<>{me?.person.role === 'citizen' && <Link to={`/my/${seen.caseNo}`}>{t('mine')}</Link>}{me?.person.role === 'clerk' && <Link to={`/window/${seen.phase === 'preReview' ? 'pre-reviews' : 'cases'}/${seen.caseNo}`}>{t('atWindow')}</Link>}<span className="chip open">{app(`phase.${seen.phase}`, seen.phase)}</span><span className={`chip ${tone}`}>{app(`colour.${seen.colour}`)}</span>{seen.simulated && <span className="chip warn">{t('simulated')}</span>}</>}
      />
      <div className="card"><Facts seen={seen} /><Phases seen={seen} /></div>
      <section className="card" aria-labelledby="lanes">
        <h2 id="lanes">{t('course')}</h2>
        <LaneChart seen={seen} onWhy={setWhy} />
      </section>
      <div className="columns">
        <div><Timeline caseNo={seen.caseNo} /></div>
        <div><Notice seen={seen} /><Clocks seen={seen} onWhy={setWhy} /><Supervision seen={seen} /><Documents seen={seen} /></div>
      </div>
      <WhyThisDate caseNo={seen.caseNo} clock={why} onClose={() => setWhy(null)} />
    </>
  );
}
