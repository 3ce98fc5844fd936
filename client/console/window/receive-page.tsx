import './window.css';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import type { CasePlan } from '../../../workflows/case/case-plan.ts';
import type { Draft } from '../../api/client/generated.ts';
import { Heading } from '../app/heading.tsx';
import { useLanguage } from '../app/language.ts';
import { Loaded } from '../app/loaded.tsx';
import { useServicePlan } from '../app/services.ts';
import { emptyApplication, readApplication } from '../guided-form/application.ts';
import { GuidedForm } from '../guided-form/guided-form.tsx';
import { STEPS } from '../guided-form/missing.ts';
import { newDraftId, unsavedDraft, useDrafts } from '../guided-form/use-draft.ts';
import { BeforeReceipt } from './before-receipt.tsx';
import { ClerksOnly } from './clerks-only.tsx';
import { useFirstFocus } from './first-focus.ts';

/** Most of whoever comes to a window lives where the one before him does. */
const LAST_REGION = 'onething.window.region';

/** `/window/receive/:service`: one form and one set of materials, filled in with whoever stands at the window; `?draft=` goes on with one. */
export function Page() {
  return <ClerksOnly><Receive /></ClerksOnly>;
}

function Receive() {
  const { service = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const { t } = useTranslation('window');
  const { say } = useLanguage();
  const plan = useServicePlan(service);
  const drafts = useDrafts();
  const [fresh] = useState(newDraftId);
  const draftId = search.get('draft') ?? fresh;
  // The address names what is being filled in, so that a page that is loaded again goes on with it.
  const begin = () => setSearch({ draft: draftId }, { replace: true });
  return (
    <>
      <Heading title={plan.data ? t('receiveOf', { service: say(plan.data.service.name) }) : t('receive')} note={<Link to="/window/receive">{t('otherService')}</Link>} />
      <Loaded query={plan}>{(definition) => <Loaded query={drafts}>{(saved) => <Filling key={draftId} plan={definition} draftId={draftId} saved={saved.find(({ id }) => id === draftId)} named={search.has('draft')} onBegin={begin} />}</Loaded>}</Loaded>
    </>
  );
}

interface FillingProps {
  readonly plan: CasePlan;
  readonly draftId: string;
  readonly saved: Draft | undefined;
  readonly named: boolean;
  readonly onBegin: () => void;
}

function Filling({ plan, draftId, saved, named, onBegin }: FillingProps) {
  const navigate = useNavigate();
  const [start] = useState(() => {
    const body = { ...saved?.body, ...unsavedDraft(draftId) };
    return { initial: readApplication(body, emptyApplication(plan, null, localStorage.getItem(LAST_REGION) ?? undefined)), step: STEPS.find((one) => one === body['step']) ?? 'who', savedAt: saved?.savedAt ?? null };
  });
  const box = useRef<HTMLDivElement>(null);
  // The clerk types at once: what stands before the first line he reaches backwards.
  useFirstFocus(box, 'form input[type=text]');
  return (
    <div ref={box} onChange={named ? undefined : onBegin}>
      <GuidedForm
        plan={plan} mode="window" own={null} draftId={draftId} initial={start.initial} firstStep={start.step} savedAt={start.savedAt} beforeSubmit={(props) => <BeforeReceipt {...props} />}
        onBegun={({ caseNo }, { region }) => {
          localStorage.setItem(LAST_REGION, region);
          void navigate(`/window/received/${caseNo}`);
        }}
      />
    </div>
  );
}
