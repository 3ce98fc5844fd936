import { AutoComplete, Checkbox, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/language.ts';
import { type AgentData, type ApplicantData, PERSON_NUMBER, regionsOf } from './application.ts';
import { LabelledInput } from './labelled-input.tsx';
import { whoProblems } from './missing.ts';
import type { StepProps } from './step-props.ts';
import { UploadFiles } from './upload-files.tsx';

/** Who applies, himself or through whom; where; and how papers reach him. */
export function WhoStep(props: StepProps) {
  const { application, change, mode, own } = props;
  const { t } = useTranslation('form');
  return (
    <>
      <section className="gf-section">
        {mode === 'online' && own && <AsWhom {...props} />}
        <Applicant {...props} />
        {mode === 'window' && (
          <Checkbox checked={application.agent !== null} onChange={({ target }) => change({ agent: target.checked ? { name: '', idNumber: '', powerOfAttorney: '' } : null })}>{t('who.hasAgent')}</Checkbox>
        )}
        {application.agent && <Agent {...props} agent={application.agent} />}
      </section>
      <section className="gf-section">
        <h3>{t('who.where')}</h3>
        <Region {...props} />
        <fieldset className="gf-field">
          <legend>{t('who.serviceWay')}</legend>
          <Radio.Group className="gf-choices" name="serviceWay" value={application.serviceWay} onChange={({ target }) => change({ serviceWay: target.value as 'electronic' | 'paper' })}
            options={[{ value: 'electronic', label: t('who.electronic') }, { value: 'paper', label: t('who.paper') }]} />
          <div className="gf-told small soft">{t(`who.${application.serviceWay}Note`)}</div>
        </fieldset>
      </section>
    </>
  );
}

/** Online one applies for himself, or as the agent that the application names. */
function AsWhom({ application, change, own }: StepProps) {
  const { t } = useTranslation('form');
  const as = application.agent ? 'agent' : 'self';
  const become = (who: string) => change(({ applicant }) => who === 'agent'
    ? { applicant: { name: '', kind: 'person', idNumber: '', phone: '' }, agent: { name: own!.name, idNumber: own!.idNumber, powerOfAttorney: '' } }
    : { applicant: { ...own!, phone: applicant.phone }, agent: null });
  return (
    <fieldset className="gf-field">
      <legend>{t('who.as')}</legend>
      <Radio.Group className="gf-choices" name="as" value={as} onChange={({ target }) => become(target.value as string)} optionType="button" buttonStyle="solid"
        options={[{ value: 'self', label: t('who.self') }, { value: 'agent', label: t('who.agent') }]} />
    </fieldset>
  );
}

function Applicant({ application, change, own, mode, shows, leave }: StepProps) {
  const { t } = useTranslation('form');
  const { applicant, agent } = application;
  const problems = whoProblems(application, mode);
  const fixed = mode === 'online' && own !== null && agent === null;
  const set = (part: Partial<ApplicantData>) => change((now) => ({ applicant: { ...now.applicant, ...part } }));
  const input = (key: 'name' | 'idNumber' | 'phone', more: object = {}) => {
    const id = `who-${key}`;
    const problem = shows(id) ? problems.get(id) : undefined;
    return <LabelledInput id={id} label={t(key === 'name' ? `who.name_${applicant.kind}` : key === 'idNumber' ? `who.idNumber_${applicant.kind}` : 'who.phone')} value={applicant[key]} onChange={(value) => set({ [key]: key === 'idNumber' ? value.trim().toUpperCase() : value })}
      onLeave={() => leave(id)} problem={problem && t(`wrong.${problem}`)} {...more} />;
  };
  return (
    <div className="gf-grid">
      {!fixed && (
        <fieldset className="gf-field gf-wide">
          <legend>{t('who.kind')}</legend>
          <Radio.Group className="gf-choices" name="kind" value={applicant.kind} onChange={({ target }) => set({ kind: target.value as ApplicantData['kind'] })} options={[{ value: 'person', label: t('who.person') }, { value: 'entity', label: t('who.entity') }]} />
        </fieldset>
      )}
      {input('name', { readOnly: fixed, autoComplete: fixed ? 'name' : 'off' })}
      {input('idNumber', { readOnly: fixed, note: fixed ? t('who.fromSignIn') : undefined })}
      {input('phone', { type: 'tel', autoComplete: fixed ? 'tel' : 'off', note: t('who.phoneNote') })}
    </div>
  );
}

function Agent({ application, change, mode, agent, shows, leave }: StepProps & { readonly agent: AgentData }) {
  const { t } = useTranslation('form');
  const problems = whoProblems(application, mode);
  const set = (part: Partial<AgentData>) => change((now) => ({ agent: { ...agent, ...now.agent, ...part } }));
  const fixed = mode === 'online';
  const told = (id: string) => ({ onLeave: () => leave(id), problem: shows(id) && problems.has(id) ? t(`wrong.${problems.get(id)!}`) : undefined });
  return (
    <>
      <h3 className="gf-agent">{t('who.agentTitle')}</h3>
      <div className="gf-grid">
        <LabelledInput id="who-agentName" label={t('who.agentName')} value={agent.name} onChange={(name) => set({ name })} readOnly={fixed} {...told('who-agentName')} />
        <LabelledInput id="who-agentIdNumber" label={t('who.agentIdNumber')} value={agent.idNumber} onChange={(value) => set({ idNumber: value.trim().toUpperCase() })} readOnly={fixed} {...told('who-agentIdNumber')} />
        <LabelledInput id="who-powerOfAttorney" label={t('who.powerOfAttorney')} value={agent.powerOfAttorney} onChange={(powerOfAttorney) => set({ powerOfAttorney })} note={t(`who.powerOfAttorneyNote_${mode}`)} {...told('who-powerOfAttorney')} />
      </div>
      <div className="gf-field" role="group" aria-label={t('who.powerOfAttorneyFile')}>
        <div>{t('who.powerOfAttorneyFile')}{mode === 'window' && <span className="soft">{t('optional')}</span>}</div>
        <UploadFiles name={t('who.powerOfAttorney')} files={agent.powerOfAttorneyFiles ?? []} onChange={(update) => change((now) => ({ agent: now.agent && { ...now.agent, powerOfAttorneyFiles: update(now.agent.powerOfAttorneyFiles ?? []) } }))} />
      </div>
      {fixed && !PERSON_NUMBER.test(agent.idNumber) && <p className="small soft">{t('who.entityAgent')}</p>}
    </>
  );
}

function Region({ application, change, mode, plan, shows, leave }: StepProps) {
  const { t } = useTranslation('form');
  const { language } = useLanguage();
  const problem = shows('who-region') ? whoProblems(application, mode).get('who-region') : undefined;
  const regions = regionsOf(plan);
  const known = regions.find(({ code }) => code === application.region);
  return (
    <div className="gf-field">
      <label htmlFor="who-region">{t('who.region')}</label>
      <AutoComplete
        id="who-region" value={application.region} onChange={(region: string) => change({ region: region.replace(/\D/g, '').slice(0, 6) })} onBlur={() => leave('who-region')} aria-describedby="who-region-told"
        {...(problem ? { status: 'error' as const, 'aria-invalid': true as const } : {})} options={regions.map(({ code, ...name }) => ({ value: code, label: name[language] ? `${name[language]} ${code}` : code }))}
      />
      <div id="who-region-told" className="gf-told small">{problem ? <span className="gf-problem">{t(`wrong.${problem}`)}</span> : <span className="soft">{known?.[language] ? `${known[language]} · ` : ''}{t('who.regionNote')}</span>}</div>
    </div>
  );
}
