import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { CasePlan } from '../../../workflows/case/case-plan.ts';
import type { SeenCase } from '../../api/schemas/seen-case.ts';
import { useEffects } from '../app/command-effects.ts';
import { useCommand } from '../app/command.ts';
import { useLanguage } from '../app/language.ts';
import { defectsOf, type Missing } from './missing.ts';
import { DueChip } from './due-chip.tsx';

interface Props {
  readonly seen: SeenCase;
  readonly plan: CasePlan;
  readonly awaits: boolean;
  readonly missing: Missing;
}

/** The window's answer to a draft: ready, what is missing, or specially complex; or what was answered. */
export function PreReviewAnswer({ seen, plan, awaits, missing }: Props) {
  const { t } = useTranslation('window');
  const clock = seen.clocks.find(({ kind, open }) => kind === 'preReview' && open);
  return (
    <section className="card" aria-labelledby="answer">
      <h2 id="answer">{t('answer')} {clock && <DueChip dueOn={clock.dueOn} colour={clock.colour} />}</h2>
      <OutstandingConsents seen={seen} />
      {awaits ? <Answer seen={seen} plan={plan} missing={missing} /> : <Answered seen={seen} />}
    </section>
  );
}

function Answer({ seen, plan, missing }: Omit<Props, 'awaits'>) {
  const { t } = useTranslation('window');
  const { say } = useLanguage();
  const navigate = useNavigate();
  const effect = useEffects()('answerPreReview');
  const command = useCommand(seen.caseNo, { done: t('answered') });
  const marked = Object.keys(missing).length;
  const defects = defectsOf(missing);
  const nameOf = (target: (typeof defects)[number]['target']) => {
    const named = 'field' in target ? seen.fields.find(({ code }) => code === target.field)?.label : seen.materials.find(({ code }) => code === target.material)?.name;
    return named ? say(named) : '';
  };
  // Ready and nobody's consent outstanding: it is received, and its receipt can be printed.
  const give = (args: Record<string, unknown>) => command.mutateAsync({ do: 'answerPreReview', with: args }).then(({ changes }) => void navigate(changes.includes('caseReceived') ? `/window/received/${seen.caseNo}` : '/window'), () => undefined);
  const mayBeComplex = plan.preReview?.complexLimit !== undefined && seen.preReview?.complex === false;
  return (
    <div className="answer-ways">
      {effect && <p className="soft small effect">{effect}</p>}
      {marked === 0
        ? <><Button type="primary" block loading={command.isPending} onClick={() => give({ ready: true })}>{t('ready')}</Button><p className="soft small">{t('readyHow')}</p></>
        : (
          <>
            <ul className="plain-rows">{defects.map(({ target, problem, supply }) => <li key={JSON.stringify(target)}><b>{nameOf(target)}</b><br /><span className="small">{problem} → {supply}</span></li>)}</ul>
            {defects.length < marked && <p className="small warn-text">{t('markUnfinished', { count: marked - defects.length })}</p>}
            <Button type="primary" block disabled={defects.length < marked} loading={command.isPending} onClick={() => give({ missing: defects })}>{t('tellMissing', { count: defects.length })}</Button>
            <p className="soft small">{t('tellMissingHow')}</p>
          </>
        )}
      {mayBeComplex && marked === 0 && <><Button block loading={command.isPending} onClick={() => command.mutate({ do: 'answerPreReview', with: { complex: true } })}>{t('complex')}</Button><p className="soft small">{t('complexHow')}</p></>}
      {seen.preReview?.complex && <p className="small"><span className="chip">{t('isComplex')}</span></p>}
    </div>
  );
}

function Answered({ seen: { preReview, phase } }: { readonly seen: SeenCase }) {
  const { t } = useTranslation('window');
  const { t: app } = useTranslation('app');
  const { say } = useLanguage();
  if (preReview === null) return <p>{t('noDraft')}</p>;
  return (
    <>
      <p><b>{t(`preReviewOutcome.${preReview.outcome ?? 'none'}`)}</b>{phase !== 'preReview' && <> · {app(`phase.${phase}`)}</>}</p>
      <ul className="plain-rows">{preReview.missing.map((one) => <li key={JSON.stringify(one.target)}><b>{say(one.name)}</b><br /><span className="small">{one.problem} → {one.supply}</span></li>)}</ul>
    </>
  );
}

/** A draft is received only when everybody has consented. */
function OutstandingConsents({ seen: { consents } }: { readonly seen: SeenCase }) {
  const { t } = useTranslation('window');
  const { say } = useLanguage();
  if (consents.length === 0) return null;
  return (
    <ul className="plain-rows small">
      {consents.map((one) => <li key={`${one.consent} ${one.person}`}>{say(one.who)} {one.name ?? one.person} <span className={`chip ${one.agrees === true ? 'good' : one.agrees === false ? 'bad' : 'warn'}`}>{t(`consent.${one.agrees === true ? 'given' : one.agrees === false ? 'refused' : 'outstanding'}`)}</span></li>)}
    </ul>
  );
}
