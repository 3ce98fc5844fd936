import { Alert, Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FormValue } from '../../../workflows/case/condition.ts';
import type { FieldPlan } from '../../../workflows/case/case-plan.ts';
import { useLanguage } from '../app/language.ts';
import type { Missing, Step } from './missing.ts';
import { answerInWords } from './answer-words.ts';
import type { StepProps } from './step-props.ts';

interface Props extends StepProps {
  readonly missing: readonly Missing[];
  readonly goTo: (step: Step, target?: string) => void;
  readonly sure: boolean;
  readonly onSure: (sure: boolean) => void;
}

/** Everything once more before it is sent, each part with the way back to it. */
export function ReviewStep(props: Props) {
  const { asked, application, missing, goTo, mode, sure, onSure } = props;
  const { t } = useTranslation('form');
  const { say } = useLanguage();
  const absent = asked.materials.filter(({ state }) => state === 'missing');
  const committed = asked.items.filter(({ id }) => asked.committed.includes(id));
  return (
    <>
      {missing.length > 0 && (
        <Alert type="warning" showIcon title={t('review.missing', { count: missing.length })} description={
          <ul className="gf-missing">{missing.map((one) => <li key={one.target}><Button type="link" size="small" onClick={() => goTo(one.step, one.target)}>{one.label}</Button> {one.problem}</li>)}</ul>
        } />
      )}
      {absent.length > 0 && <Alert type="info" showIcon title={t('review.absent', { count: absent.length })} description={<><p>{t('review.absentNote')}</p><ul className="gf-missing">{absent.map(({ material }) => <li key={material.code}>{say(material.name)}</li>)}</ul></>} action={<Button size="small" onClick={() => goTo('materials')}>{t('review.toMaterials')}</Button>} />}
      <Part title={t('step.who')} onEdit={() => goTo('who')} rows={[
        [t(`who.name_${application.applicant.kind}`), application.applicant.name], [t(`who.idNumber_${application.applicant.kind}`), application.applicant.idNumber], [t('who.phone'), application.applicant.phone],
        ...(application.agent ? [[t('who.agentName'), application.agent.name], [t('who.powerOfAttorney'), [application.agent.powerOfAttorney, ...(application.agent.powerOfAttorneyFiles ?? []).map(({ name }) => name)].filter(Boolean).join(t('comma'))]] as const : []),
        [t('who.region'), application.region], [t('who.serviceWay'), t(`who.${application.serviceWay}`)], ...(application.policy === 'allOrNothing' ? [[t('situation.policy'), t('situation.allOrNothing')]] as const : []),
      ]} />
      <Answers {...props} />
      <Part title={t('step.materials')} onEdit={() => goTo('materials')} rows={asked.materials.map(({ material, state }) => [say(material.name), materialInWords(material.code, state)])} />
      {committed.length > 0 && <Alert type="info" title={t('review.commitments')} description={<ul className="gf-missing">{committed.map(({ id, name }) => <li key={id}>{say(name)}</li>)}</ul>} />}
      {mode === 'online' && <Checkbox checked={sure} onChange={({ target }) => onSure(target.checked)}>{t('review.sure')}</Checkbox>}
    </>
  );

  function materialInWords(code: string, state: string): string {
    const given = application.materials.find(({ material }) => material === code);
    return state !== 'given' || !given ? t(`materials.state.${state}`) : [given.form === 'paper' ? t('materials.paper') : '', ...given.files.map(({ name }) => name)].filter(Boolean).join(t('comma'));
  }
}

function Answers({ asked, goTo, deciding }: Props) {
  const { t } = useTranslation('form');
  const { say } = useLanguage();
  const row = (field: FieldPlan): readonly [string, string] => [say(field.label), answerInWords(field, asked.form[field.code] as FormValue | undefined, { say, t })];
  const first = asked.fields.filter(({ code }) => deciding.has(code.split('#')[0]!));
  const rest = asked.fields.filter((field) => !first.includes(field));
  return (
    <>
      {first.length > 0 && <Part title={t('step.situation')} onEdit={() => goTo('situation')} rows={first.map(row)} />}
      {rest.length > 0 && <Part title={t('step.form')} onEdit={() => goTo('form')} rows={rest.map(row)} />}
    </>
  );
}

function Part({ title, rows, onEdit }: { readonly title: string; readonly rows: readonly (readonly [string, string])[]; readonly onEdit: () => void }) {
  const { t } = useTranslation('form');
  return (
    <section className="gf-section">
      <div className="gf-part-head"><h3>{title}</h3><Button type="link" size="small" onClick={onEdit} aria-label={t('review.editOf', { part: title })}>{t('review.edit')}</Button></div>
      <dl className="gf-answers">{rows.map(([label, value], index) => <div key={`${label}${index}`}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>
    </section>
  );
}
