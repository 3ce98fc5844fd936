import './applicant.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import type { CasePlan } from '../../../workflows/case/case-plan.ts';
import type { Draft, Identity } from '../../api/client/generated.ts';
import { momentInWords } from '../app/civil-day.ts';
import { Heading } from '../app/heading.tsx';
import { useLanguage } from '../app/language.ts';
import { Loaded } from '../app/loaded.tsx';
import { useMe } from '../app/me.ts';
import { useServicePlan } from '../app/services.ts';
import { emptyApplication, readApplication } from '../guided-form/application.ts';
import { type Begun, GuidedForm } from '../guided-form/guided-form.tsx';
import { type Step, STEPS } from '../guided-form/missing.ts';
import { newDraftId, unsavedDraft, useDrafts } from '../guided-form/use-draft.ts';
import { useOwnIdentity } from './applicant-queries.ts';
import { BegunCase } from './begun-case.tsx';

/** `/apply/:service`: applying online. The draft is in the address, so that a reload and a sign-in come back to it. */
export function Page() {
  const { service = '' } = useParams();
  const { t } = useTranslation('applicant');
  const { say } = useLanguage();
  const me = useMe();
  const plan = useServicePlan(service);
  const title = plan.data ? say(plan.data.service.name) : t('apply.title');
  if (me && me.person.role !== 'citizen') return <><Heading title={title} /><p role="alert">{t('apply.citizensOnly')}</p></>;
  return (
    <>
      <Heading title={title} note={t('apply.title')} />
      <Loaded query={plan}>{(published) => (published.preReview ? <Drafts plan={published} /> : <p>{t('apply.windowOnly')}</p>)}</Loaded>
    </>
  );
}

function Drafts({ plan }: { readonly plan: CasePlan }) {
  const own = useOwnIdentity();
  const drafts = useDrafts();
  return <Loaded query={own}>{(identity) => <Loaded query={drafts}>{(all) => <Apply plan={plan} own={identity} drafts={all.filter((one) => one.service === plan.service.code)} />}</Loaded>}</Loaded>;
}

function Apply({ plan, own, drafts }: { readonly plan: CasePlan; readonly own: Identity; readonly drafts: readonly Draft[] }) {
  const [search, setSearch] = useSearchParams();
  const [fresh] = useState(newDraftId);
  // As they were when the page came: what is saved meanwhile is on the screen already.
  const [before] = useState(drafts);
  const [begun, setBegun] = useState<Begun | null>(null);
  const chosen = search.get('draft');
  const begin = (id: string) => setSearch({ draft: id }, { replace: true });
  if (begun) return <BegunCase begun={begun} />;
  if (chosen === null && before.length > 0) return <Resume drafts={before} onResume={begin} onNew={() => begin(fresh)} />;
  const id = chosen ?? fresh;
  const saved = before.find((one) => one.id === id);
  const body = unsavedDraft(id) ?? saved?.body;
  return (
    <GuidedForm
      key={id} plan={plan} mode="online" own={own} draftId={id} initial={readApplication(body, emptyApplication(plan, own))} savedAt={saved?.savedAt ?? null} firstStep={stepOf(body)} onBegun={setBegun}
      onTyped={() => chosen === null && begin(id)}
    />
  );
}

function Resume({ drafts, onResume, onNew }: { readonly drafts: readonly Draft[]; readonly onResume: (id: string) => void; readonly onNew: () => void }) {
  const { t } = useTranslation('applicant');
  return (
    <section className="card" aria-labelledby="drafts">
      <h2 id="drafts">{t('apply.unfinished')}</h2>
      <ul className="rows plain">{drafts.map(({ id, savedAt }) => <li key={id}><Button type="primary" onClick={() => onResume(id)}>{t('apply.resume', { at: momentInWords(savedAt) })}</Button></li>)}</ul>
      <Button onClick={onNew}>{t('apply.anew')}</Button> <Link to="/my">{t('my.title')}</Link>
    </section>
  );
}

function stepOf(body: Readonly<Record<string, unknown>> | undefined): Step {
  return STEPS.find((one) => one === body?.['step']) ?? 'who';
}
