import '../case-page/case-page.css';
import './window.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { CasePlan } from '../../../workflows/case/case-plan.ts';
import type { SeenCase } from '../../api/schemas/seen-case.ts';
import { useEvents } from '../app/events.ts';
import { Heading } from '../app/heading.tsx';
import { useLanguage } from '../app/language.ts';
import { Loaded } from '../app/loaded.tsx';
import { useCase } from '../case-page/case-queries.ts';
import { Facts } from '../case-page/facts.tsx';
import { DraftForm } from './draft-form.tsx';
import { DraftMaterials } from './draft-materials.tsx';
import type { Missing } from './missing.ts';
import { PreReviewAnswer } from './pre-review-answer.tsx';
import { TaskOwner } from './task-owner.tsx';
import { usePlan } from '../app/plan.ts';

/** `/window/pre-reviews/:caseNo`: a draft's form and materials, and what the window says of it. */
export function Page() {
  const { caseNo = '' } = useParams();
  const { t } = useTranslation('window');
  const query = useCase(caseNo);
  useEvents(query.data ? { case: caseNo } : null, [['case', caseNo]]);
  if (query.data === undefined) return <><Heading title={t('preReview')} note={<code>{caseNo}</code>} /><Loaded query={query}>{() => null}</Loaded></>;
  return <Draft seen={query.data} />;
}

function Draft({ seen }: { readonly seen: SeenCase }) {
  const { t } = useTranslation('window');
  const { say } = useLanguage();
  const plan = usePlan(seen.planHash);
  const awaits = seen.permitted.some((one) => one.do === 'answerPreReview');
  return (
    <>
      <Heading
        title={t('preReviewOf', { service: say(seen.service.name) })} note={<><Link to={`/cases/${seen.caseNo}`} className="number">{seen.caseNo}</Link>{seen.preReview && seen.preReview.submissions > 1 && ` · ${t('submissions', { number: seen.preReview.submissions })}`}</>}
        extra={awaits && <TaskOwner caseNo={seen.caseNo} taskId="answerPreReview" />}
      />
      <div className="card"><Facts seen={seen} /></div>
      <Loaded query={plan}>{(definition) => <Look seen={seen} plan={definition} awaits={awaits} />}</Loaded>
    </>
  );
}

function Look({ seen, plan, awaits }: { readonly seen: SeenCase; readonly plan: CasePlan; readonly awaits: boolean }) {
  const { t } = useTranslation('window');
  const { say } = useLanguage();
  const [missing, setMissing] = useState<Missing>({});
  const mark = awaits ? { missing, onChange: setMissing } : null;
  return (
    <div className="work-columns">
      <div>
        <section className="card" aria-labelledby="draft-form"><h2 id="draft-form">{t('form')}</h2><DraftForm seen={seen} plan={plan} mark={mark} /></section>
        <section className="card" aria-labelledby="draft-materials"><h2 id="draft-materials">{t('materials')}</h2><DraftMaterials seen={seen} mark={mark} /></section>
      </div>
      <div className="beside">
        <PreReviewAnswer seen={seen} plan={plan} awaits={awaits} missing={missing} />
        <section className="card" aria-labelledby="draft-items">
          <h2 id="draft-items">{t('consistsOf')}</h2>
          <ul className="plain-rows">{(seen.preReview?.items ?? seen.items).map((item) => <li key={item.id}>{say(item.name)} <span className="soft small">{say(item.department.name)}</span></li>)}</ul>
        </section>
      </div>
    </div>
  );
}
