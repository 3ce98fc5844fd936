import './guided-form.css';
import { Alert, Button, Drawer } from 'antd';
import { type ReactNode, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CasePlan } from '../../../workflows/case/case-plan.ts';
import type { Identity } from '../../api/client/generated.ts';
import { momentInWords } from '../app/civil-day.ts';
import { useLanguage } from '../app/language.ts';
import { ProblemError } from '../app/problem-error.ts';
import { ProblemNotice } from '../app/problem-notice.tsx';
import { useSend } from '../app/send.tsx';
import type { Application, Change, Mode } from './application.ts';
import { type Asked, askedOf, bodyOf, decidingFields } from './asked.ts';
import { FormStep } from './form-step.tsx';
import { MaterialsStep } from './materials-step.tsx';
import { missingOf, type Step, STEPS } from './missing.ts';
import { PreviewPanel } from './preview-panel.tsx';
import { ReviewStep } from './review-step.tsx';
import { SituationStep } from './situation-step.tsx';
import type { StepProps } from './step-props.ts';
import { StepList } from './step-list.tsx';
import { type DraftState, useDraft } from './use-draft.ts';
import { usePreview } from './use-preview.ts';
import { WhoStep } from './who-step.tsx';

/** What a submission led to. */
export interface Begun {
  readonly caseNo: string; readonly changes: readonly string[]; readonly progressCode: string; readonly progressUrl: string;
}

export interface GuidedFormProps {
  /** As published: `GET /services/{code}`. */
  readonly plan: CasePlan;
  readonly mode: Mode;
  /** Online: who fills it in. At the window: null. */
  readonly own: Identity | null;
  readonly draftId: string;
  /** What is there already: a resumed draft's, or `emptyApplication(plan, own)`. */
  readonly initial: Application;
  readonly savedAt?: string | null;
  readonly firstStep?: Step;
  /** The case has begun, and its draft is gone. */
  readonly onBegun: (begun: Begun, application: Application) => void;
  /** The first change: from then on there is something to come back to. */
  readonly onTyped?: () => void;
  /** What the window adds before it receives: what it found on the spot, consents that it has seen. */
  readonly beforeSubmit?: (props: StepProps & { readonly consents: readonly PreviewConsent[] }) => ReactNode;
}

export interface PreviewConsent {
  readonly consent: string; readonly who: { readonly zh: string; readonly en: string }; readonly to: { readonly zh: string; readonly en: string }; readonly person: string; readonly name: string | null;
}

/**
 * The one guided form and the one set of materials, for the applicant online and for the clerk at the window. The plan says
 * what is asked; beside it stands what the case will consist of. What is typed is kept.
 */
export function GuidedForm({ plan, mode, own, draftId, initial, savedAt = null, firstStep = 'who', onBegun, onTyped, beforeSubmit }: GuidedFormProps) {
  const { t } = useTranslation('form');
  const { say } = useLanguage();
  const [application, setApplication] = useState(initial);
  const [step, setStep] = useState<Step>(firstStep);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [ended, setEnded] = useState<ReadonlySet<Step>>(new Set());
  const [sure, setSure] = useState(false);
  const [goal, setGoal] = useState<string | null>(null);
  const deciding = useMemo(() => decidingFields(plan), [plan]);
  const asked = useMemo(() => askedOf(plan, application), [plan, application]);
  const missing = useMemo(() => missingOf(asked, application, { mode, deciding, t, say }), [asked, application, mode, deciding, t, say]);
  const draft = useDraft({ id: draftId, service: plan.service.code, application, step, savedAt });
  const preview = usePreview(plan.service.code, asked, application);
  const submission = useSubmission({ mode, plan, draft, draftId, asked, application, change: setApplicationPart, onBegun });
  const title = useRef<HTMLHeadingElement>(null);
  const steps = STEPS.filter((one) => one !== 'situation' || deciding.size > 0 || plan.outcome.allOrNothingAllowed || plan.items.some(({ optional }) => optional));
  const at = steps.indexOf(step);
  const here = missing.filter((one) => one.step === step);

  function setApplicationPart(part: Parameters<Change>[0]): void {
    setApplication((now) => ({ ...now, ...(typeof part === 'function' ? part(now) : part) }));
  }
  function goTo(next: Step, target?: string): void {
    setStep(next);
    setGoal(target ?? 'step-title');
    if (target !== undefined) setEnded((now) => new Set([...now, next]));
  }
  function goOn(): void {
    setEnded((now) => new Set([...now, step]));
    if (here.length > 0) return setGoal(here[0]!.target);
    goTo(steps[at + 1]!);
  }

  const typed = application !== initial || step !== firstStep;
  const tell = useEffectEvent(() => onTyped?.());
  useEffect(() => {
    if (typed) tell();
  }, [typed]);
  useEffect(() => {
    if (goal === null) return;
    const element = goal === 'step-title' ? title.current : document.getElementById(goal);
    const input = element?.matches('fieldset') ? element.querySelector('input') : element;
    (input as HTMLElement | null | undefined)?.focus();
    element?.scrollIntoView({ block: goal === 'step-title' ? 'start' : 'center' });
    setGoal(null);
  }, [goal]);

  const props: StepProps = {
    plan, mode, own, application, asked, change: setApplicationPart, deciding, shows: (id) => ended.has(step) || left.has(id), leave: (id) => setLeft((now) => (now.has(id) ? now : new Set([...now, id]))),
  };
  return (
    <div className="gf">
      <StepList steps={steps} current={step} open={(one) => missing.some((each) => each.step === one) || (one === 'materials' && asked.materials.some(({ state }) => state === 'missing'))} onChoose={(one) => goTo(one)} />
      <div className="gf-columns">
        <form className="card gf-main" noValidate onSubmit={(event) => { event.preventDefault(); if (step !== 'review') goOn(); }}>
          <div className="gf-step-head"><h2 id="step-title" ref={title} tabIndex={-1}>{t(`step.${step}`)}</h2><DraftNote draft={draft} /></div>
          <p className="soft">{t(`about.${step}_${mode}`)}</p>
          {step === 'who' && <WhoStep {...props} />}
          {step === 'situation' && <SituationStep {...props} />}
          {step === 'form' && <FormStep {...props} />}
          {step === 'materials' && <MaterialsStep {...props} />}
          {step === 'review' && <ReviewStep {...props} missing={missing} goTo={goTo} sure={sure} onSure={setSure} />}
          {step === 'review' && beforeSubmit?.({ ...props, consents: preview.preview?.consents ?? [] })}
          {step === 'review' && preview.preview?.refusal && missing.length === 0 && preview.preview.refusal.code !== 'form.invalid' && <Alert type="warning" showIcon title={say(preview.preview.refusal.text)} />}
          {submission.error && step === 'review' && <ProblemNotice error={submission.error} />}
          {ended.has(step) && here.length > 0 && <p className="gf-problem" role="alert">{t('stepMissing', { count: here.length })}</p>}
          <div className="gf-actions">
            {at > 0 && <Button onClick={() => goTo(steps[at - 1]!)}>{t('back')}</Button>}
            {step === 'review'
              ? <Button type="primary" loading={submission.sending} disabled={missing.length > 0 || (mode === 'online' && !sure)} onClick={submission.submit}>{t(`submit.${mode}`)}</Button>
              : <Button type="primary" htmlType="submit">{t('next')}</Button>}
          </div>
        </form>
        <Preview>{<PreviewPanel state={preview} missing={missing} />}</Preview>
      </div>
    </div>
  );
}

/** Beside the form; on a phone behind a button. */
function Preview({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('form');
  const [open, setOpen] = useState(false);
  return (
    <>
      <aside className="card gf-preview gf-beside" aria-labelledby="preview-title" tabIndex={0}><h2 id="preview-title">{t('preview.title')}</h2>{children}</aside>
      <div className="gf-preview-bar"><Button block onClick={() => setOpen(true)}>{t('preview.open')}</Button></div>
      <Drawer title={t('preview.title')} open={open} onClose={() => setOpen(false)} placement="bottom" size="large" destroyOnHidden><div className="gf-preview">{children}</div></Drawer>
    </>
  );
}

function DraftNote({ draft: { savedAt, error } }: { readonly draft: DraftState }) {
  const { t } = useTranslation('form');
  if (error) return <span className="gf-saved gf-problem small" role="status">{t(error.code === 'identity.needed' ? 'draft.signedOut' : 'draft.notSaved')}</span>;
  return <span className="gf-saved soft small number" role="status">{savedAt ? t('draft.saved', { at: momentInWords(savedAt).slice(11) }) : t('draft.willBe')}</span>;
}

/** Sends it under one key for as long as nobody has answered: whatever is lost on the way, there is one case. */
function useSubmission({ mode, plan, draft, draftId, asked, application, change, onBegun }: {
  readonly mode: Mode; readonly plan: CasePlan; readonly draft: DraftState; readonly draftId: string; readonly asked: Asked; readonly application: Application; readonly change: Change; readonly onBegun: GuidedFormProps['onBegun'];
}) {
  const sending = useSend<Begun>({ ownProblem: true, done: null, refresh: [['my'], ['window'], ['drafts']] });
  const body = { service: plan.service.code, ...bodyOf(asked, application), ...(mode === 'window' ? { consents: application.consents, onTheSpot: application.onTheSpot } : {}) };
  const submit = () => sending.mutate({ path: mode === 'online' ? '/applications' : '/cases', body, idempotencyKey: `${draftId}/${application.attempt}/${digest(JSON.stringify(body))}` }, {
    onSuccess: (begun) => void draft.drop().then(() => onBegun(begun, application)),
    onError: (error) => {
      if (error instanceof ProblemError && error.problem.status >= 400 && error.problem.status < 500) change(({ attempt }) => ({ attempt: attempt + 1 }));
    },
  });
  return { submit, sending: sending.isPending, error: sending.error };
}

/** Tells two contents of one draft apart (FNV-1a); nobody's secret depends on it. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193) >>> 0;
  return `${text.length}-${hash.toString(36)}`;
}
