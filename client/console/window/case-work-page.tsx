import '../case-page/case-page.css';
import './window.css';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import type { SeenCase } from '../../api/schemas/seen-case.ts';
import { useEvents } from '../app/events.ts';
import { Heading } from '../app/heading.tsx';
import { useLanguage } from '../app/language.ts';
import { Loaded } from '../app/loaded.tsx';
import { useCase } from '../case-page/case-queries.ts';
import { Documents } from '../case-page/documents.tsx';
import { Facts } from '../case-page/facts.tsx';
import { Notice } from '../case-page/notice.tsx';
import { Phases } from '../case-page/phases.tsx';
import { AnswerUrge } from './answer-urge.tsx';
import { CorrectOnSpot } from './correct-on-spot.tsx';
import { HandOver } from './hand-over.tsx';
import { HearingAtWindow } from './hearing-at-window.tsx';
import { ItemsAtWindow } from './items-at-window.tsx';
import { OverdueReason } from './overdue-reason.tsx';
import { RecordService } from './record-service.tsx';

/** `/window/cases/:caseNo`: what the window does on a running case: only what may be done now, each with its effect in words. */
export function Page() {
  const { caseNo = '' } = useParams();
  const { t } = useTranslation('window');
  const query = useCase(caseNo);
  useEvents(query.data ? { case: caseNo } : null, [['case', caseNo]]);
  if (query.data === undefined) return <><Heading title={t('workOn')} note={<code>{caseNo}</code>} /><Loaded query={query}>{() => null}</Loaded></>;
  return <Work seen={query.data} />;
}

function Work({ seen }: { readonly seen: SeenCase }) {
  const { t } = useTranslation('window');
  const { t: app } = useTranslation('app');
  const { say } = useLanguage();
  // A task of the desk leads to its own form: `#handOver`.
  const { hash } = useLocation();
  const asked = hash.slice(1) || null;
  const may = (name: string) => seen.permitted.some((one) => one.do === name);
  const nothing = !ACTIONS.some(may);
  return (
    <>
      <Heading
        title={t('workOnOf', { service: say(seen.service.name) })} note={<><Link to={`/cases/${seen.caseNo}`}>{t('casePage')}</Link> · <Link to={`/window/received/${seen.caseNo}`}>{t('receipt')}</Link></>}
        extra={<><span className="chip open">{app(`phase.${seen.phase}`, seen.phase)}</span><span className={`chip ${['good', 'warn', 'bad'][seen.colour]}`}>{app(`colour.${seen.colour}`)}</span></>}
      />
      <div className="card"><Facts seen={seen} /><Phases seen={seen} /></div>
      <div className="work-columns">
        <div>
          {may('recordService') && <RecordService seen={seen} asked={asked} />}
          {may('handOver') && <HandOver seen={seen} asked={asked} />}
          {may('answerUrge') && <AnswerUrge seen={seen} asked={asked} />}
          {may('requestHearing') && <HearingAtWindow seen={seen} asked={asked} />}
          {may('correctOnSpot') && <CorrectOnSpot seen={seen} asked={asked} />}
          {may('stateOverdueReason') && <OverdueReason seen={seen} asked={asked} />}
          {nothing && <section className="card"><p className="soft">{seen.phase === 'preReview' ? <Link to={`/window/pre-reviews/${seen.caseNo}`}>{t('toPreReview')}</Link> : t('nothingPermitted')}</p></section>}
        </div>
        <div><ItemsAtWindow seen={seen} /><Notice seen={seen} /><Documents seen={seen} /></div>
      </div>
    </>
  );
}

const ACTIONS = ['recordService', 'handOver', 'answerUrge', 'requestHearing', 'correctOnSpot', 'stateOverdueReason'];
