import '../guided-form/guided-form.css';
import { Button, Input } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CasePlan } from '../../../workflows/case/case-plan.ts';
import type { SeenCase } from '../../api/schemas/seen-case.ts';
import { dayInWords } from '../app/civil-day.ts';
import { useCommand } from '../app/command.ts';
import { useLanguage } from '../app/language.ts';
import { Loaded } from '../app/loaded.tsx';
import type { Application } from '../guided-form/application.ts';
import { type Asked, askedOf, decidingFields } from '../guided-form/asked.ts';
import { FieldInput } from '../guided-form/field-input.tsx';
import { FormStep } from '../guided-form/form-step.tsx';
import { MaterialsStep } from '../guided-form/materials-step.tsx';
import { SituationStep } from '../guided-form/situation-step.tsx';
import { UploadFiles } from '../guided-form/upload-files.tsx';
import { usePlan } from '../app/plan.ts';
import { applicationOf } from './application-of-case.ts';
import { suppliedAs } from './supplied-as.ts';
import { dueOf, mayDo } from './permitted.ts';

/** The window's answer to the draft: what is missing, to be added and submitted again. */
export function PreReview({ seen }: { readonly seen: SeenCase }) {
  const { t } = useTranslation('applicant');
  const { language } = useLanguage();
  const plan = usePlan(seen.planHash);
  if (seen.phase !== 'preReview' || !seen.preReview || !mayDo(seen, 'submitDraft')) return null;
  const { outcome, missing, complex } = seen.preReview;
  const asks = outcome === 'missing';
  const dueOn = dueOf(seen, asks ? 'draftKept' : 'preReview');
  return (
    <section className={`card${asks ? ' asks' : ''}`} aria-labelledby="pre-review">
      <h2 id="pre-review"><span>{t(asks ? 'preReview.missing' : 'preReview.title', { count: missing.length })}</span>{asks && dueOn && <span className="until">{t('until', { day: dayInWords(dueOn, language) })}</span>}</h2>
      <p className="soft">{t(asks ? 'preReview.missingNote' : outcome === null ? (complex ? 'preReview.complex' : 'preReview.waiting') : 'preReview.ready')}</p>
      {/* Keyed by what was answered: after a resubmission it begins anew. */}
      <Loaded query={plan}>{(pinned) => <Resubmit key={`${seen.preReview!.submissions}${outcome}`} seen={seen} pinned={pinned} />}</Loaded>
    </section>
  );
}

function Resubmit({ seen, pinned }: { readonly seen: SeenCase; readonly pinned: CasePlan }) {
  const { t } = useTranslation('applicant');
  const before = useMemo(() => applicationOf(seen, pinned), [seen, pinned]);
  const [application, setApplication] = useState(before);
  const [note, setNote] = useState('');
  const [more, setMore] = useState(false);
  const [tried, setTried] = useState(false);
  const deciding = useMemo(() => decidingFields(pinned), [pinned]);
  const asked = useMemo(() => askedOf(pinned, application), [pinned, application]);
  const command = useCommand(seen.caseNo, { done: t('preReview.resubmitted') });
  const { missing = [] } = seen.preReview ?? {};
  const props = {
    plan: pinned, mode: 'online' as const, own: null, application, asked, deciding, shows: () => true, leave: () => undefined,
    change: (part: Partial<Application> | ((now: Application) => Partial<Application>)) => setApplication((now) => ({ ...now, ...(typeof part === 'function' ? part(now) : part) })),
  };
  const send = () => {
    setTried(true);
    if (asked.problems.size > 0) return setMore(true);
    command.mutate({ do: 'submitDraft', with: { ...changesIn(before, application, asked), ...(note.trim() ? { note: note.trim() } : {}) } });
  };
  return (
    <form onSubmit={(event) => { event.preventDefault(); send(); }} noValidate>
      {missing.length > 0 && <ol className="asks-lines">{missing.map((one, index) => <li key={`${one.name.zh}${index}`}><MissingOne one={one} {...props} showProblem={tried} /></li>)}</ol>}
      <details className="resubmit-more" open={more} onToggle={({ currentTarget }) => setMore(currentTarget.open)}>
        <summary>{t(missing.length > 0 ? 'preReview.changeMore' : 'preReview.change')}</summary>
        {more && <><SituationStep {...props} plan={withoutPolicy(pinned)} /><FormStep {...props} /><MaterialsStep {...props} /></>}
      </details>
      {(missing.length > 0 || more) && (
        <>
          <div className="gf-field"><label htmlFor="resubmit-note">{t('preReview.note')}</label><Input.TextArea id="resubmit-note" value={note} onChange={({ target }) => setNote(target.value)} autoSize={{ minRows: 1, maxRows: 5 }} maxLength={2000} /></div>
          {tried && asked.problems.size > 0 && <p className="gf-problem" role="alert">{t('preReview.problems', { count: asked.problems.size })}</p>}
          <Button type="primary" htmlType="submit" loading={command.isPending}>{t('preReview.resubmit')}</Button>
        </>
      )}
    </form>
  );
}

function MissingOne({ one, application, asked, change, showProblem }: {
  readonly one: NonNullable<SeenCase['preReview']>['missing'][number]; readonly application: Application; readonly asked: Asked; readonly showProblem: boolean;
  readonly change: (part: (now: Application) => Partial<Application>) => void;
}) {
  const { say } = useLanguage();
  const { target } = one;
  const field = 'field' in target ? asked.fields.find(({ code }) => code === target.field) : undefined;
  return (
    <>
      <b>{say(one.name)}</b>
      <div className="asks-remarks"><p>{one.problem} → <b>{one.supply}</b></p></div>
      {field && <FieldInput field={field} prefix="missing" value={application.form[field.code] ?? null} problem={showProblem ? asked.problems.get(field.code) : undefined} onChange={(value) => change(({ form }) => ({ form: { ...form, [field.code]: value } }))} />}
      {'material' in target && <UploadFiles name={say(one.name)} files={application.materials.find(({ material }) => material === target.material)?.files ?? []} onChange={(update) => change(({ materials }) => {
        const files = update(materials.find(({ material }) => material === target.material)?.files ?? []);
        return { materials: [...materials.filter(({ material }) => material !== target.material), ...(files.length > 0 ? [{ material: target.material, form: 'file' as const, files }] : [])] };
      })} />}
    </>
  );
}

/** Only what is not as it was; the rest stays as it was submitted. */
function changesIn(before: Application, now: Application, asked: Asked) {
  const fields = Object.fromEntries([...new Set([...Object.keys(before.form), ...Object.keys(asked.form)])].map((code) => [code, asked.form[code] ?? null] as const)
    .filter(([code, value]) => JSON.stringify(value) !== JSON.stringify(before.form[code] ?? null) && (value !== null || asked.fields.some((field) => field.code === code))));
  const materials = asked.materials.flatMap(({ material: { code }, state }) => {
    const given = now.materials.find(({ material }) => material === code);
    const had = before.materials.find(({ material }) => material === code);
    return state === 'given' && given && given.files.length > 0 && JSON.stringify(given.files) !== JSON.stringify(had?.files ?? []) ? [suppliedAs(code, given.files)] : [];
  });
  const list = (state: string) => asked.materials.filter((one) => one.state === state).map(({ material }) => material.code);
  const lists = { deferred: list('deferred'), chosen: asked.chosen, committed: asked.committed, committedMaterials: list('committed') };
  // An empty list takes back what was chosen.
  const changed = Object.entries(lists).filter(([name, all]) => JSON.stringify(all) !== JSON.stringify(before[name as keyof typeof lists]));
  return { fields, ...(materials.length > 0 ? { materials } : {}), ...Object.fromEntries(changed) };
}

/** How the items hang together was chosen for good with the first submission. */
function withoutPolicy(plan: CasePlan): CasePlan {
  return { ...plan, outcome: { ...plan.outcome, allOrNothingAllowed: false } };
}
