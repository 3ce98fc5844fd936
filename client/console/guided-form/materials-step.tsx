import { Checkbox, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CertificateOfMaterial } from '../../api/client/generated.ts';
import { useLanguage } from '../app/language.ts';
import { dayCount } from './limit-words.ts';
import type { GivenMaterial } from './application.ts';
import type { AskedMaterial } from './asked.ts';
import { InStore } from './in-store.tsx';
import type { StepProps } from './step-props.ts';
import { UploadFiles } from './upload-files.tsx';
import { useCertificates } from './use-certificates.ts';

/** The one set of materials: each is asked for once, whoever needs it. Before them, the items that may be granted on a promise. */
export function MaterialsStep(props: StepProps) {
  const { asked } = props;
  const { t } = useTranslation('form');
  const toBring = asked.materials.filter(({ material, state }) => material.source === 'applicant' || state === 'given');
  const spared = asked.materials.filter((one) => !toBring.includes(one));
  const { found, loading } = useCertificates(props);
  return (
    <>
      {asked.committable.length > 0 && <Commitments {...props} />}
      <section className="gf-section">
        <h3>{t('materials.bring', { count: toBring.length })}</h3>
        {toBring.length === 0 && <p className="soft">{t('materials.none')}</p>}
        <ul className="gf-materials">{toBring.map((one) => <Material key={one.material.code} one={one} {...props} />)}</ul>
      </section>
      {spared.length > 0 && (
        <section className="gf-section">
          <h3>{t('materials.spared', { count: spared.length })}</h3>
          <p className="small soft">{t('materials.sparedNote')}</p>
          <ul className="gf-materials">{spared.map((one) => <Spared key={one.material.code} one={one} inStore={found.get(one.material.code)} loading={loading} />)}</ul>
        </section>
      )}
    </>
  );
}

/** 告知承诺: for each item that offers it, the ordinary way or the way by commitment. */
function Commitments({ asked, application, change }: StepProps) {
  const { t } = useTranslation('form');
  const { t: app } = useTranslation('app');
  const { say } = useLanguage();
  return (
    <section className="gf-section">
      <h3>{t('commitment.title')}</h3>
      <p className="small soft">{t('commitment.note')}</p>
      {asked.committable.map(({ id, name, commitment }) => {
        const spares = asked.plan.materials.filter(({ code }) => commitment!.replaces?.includes(code));
        return (
          <fieldset key={id} className="gf-field">
            <legend>{say(name)}</legend>
            <Radio.Group className="gf-choices gf-column" name={`commitment-${id}`} value={application.committed.includes(id) ? 'committed' : 'ordinary'}
              onChange={({ target }) => change(({ committed }) => ({ committed: target.value === 'committed' ? [...committed, id] : committed.filter((one) => one !== id) }))}
              options={[{ value: 'ordinary', label: t('commitment.ordinary') }, { value: 'committed', label: t(commitment!.limit ? 'commitment.within' : 'commitment.atOnce', { length: commitment!.limit ? dayCount(app, commitment!.limit) : '', check: dayCount(app, commitment!.afterCheck) }) }]} />
            {spares.length > 0 && <div className="gf-told small soft">{t('commitment.spares', { materials: spares.map((one) => say(one.name)).join(t('comma')) })}</div>}
          </fieldset>
        );
      })}
    </section>
  );
}

function Material({ one, application, change, mode }: StepProps & { readonly one: AskedMaterial }) {
  const { t } = useTranslation('form');
  const { say } = useLanguage();
  const { material: { code, name }, items, state, deferrable, committable } = one;
  const given = application.materials.find(({ material }) => material === code);
  const promised = state === 'deferred' || state === 'committed';
  const give = (next: (now: GivenMaterial | undefined) => GivenMaterial | null) => change(({ materials, deferred, committedMaterials }) => {
    const made = next(materials.find(({ material }) => material === code));
    const others = materials.filter(({ material }) => material !== code);
    // What is brought need not be promised any more.
    return { materials: made ? [...others, made] : others, ...(made ? { deferred: deferred.filter((id) => id !== code), committedMaterials: committedMaterials.filter((id) => id !== code) } : {}) };
  });
  const promise = (list: 'deferred' | 'committedMaterials', yes: boolean) => change((now) => ({
    materials: yes ? now.materials.filter(({ material }) => material !== code) : now.materials, deferred: now.deferred.filter((id) => id !== code), committedMaterials: now.committedMaterials.filter((id) => id !== code),
    ...(yes ? { [list]: [...now[list].filter((id) => id !== code), code] } : {}),
  }));
  return (
    <li id={`material-${code.replace('#', '_')}`}>
      <div className="gf-material-head"><b>{say(name)}</b><span className={`chip ${state === 'given' ? 'good' : state === 'missing' ? 'warn' : ''}`}>{t(`materials.state.${state}`)}</span></div>
      <p className="small soft">{t('materials.for', { items: items.map((item) => say(item.name)).join(t('comma')) })}</p>
      {mode === 'window' && <Checkbox checked={given?.form === 'paper'} disabled={promised} onChange={({ target }) => give((now) => (target.checked ? { material: code, form: 'paper', files: now?.files ?? [] } : now?.files.length ? { ...now, form: 'file' } : null))}>{t('materials.paper')}</Checkbox>}
      {!promised && <UploadFiles name={say(name)} files={given?.files ?? []} onChange={(update) => give((now) => {
        const files = update(now?.files ?? []);
        return files.length > 0 || now?.form === 'paper' ? { material: code, form: now?.form ?? 'file', files } : null;
      })} />}
      {deferrable && <Checkbox checked={state === 'deferred'} onChange={({ target }) => promise('deferred', target.checked)}>{t('materials.defer')}<Later one={one} /></Checkbox>}
      {committable && <Checkbox checked={state === 'committed'} onChange={({ target }) => promise('committedMaterials', target.checked)}>{t('materials.commit')}</Checkbox>}
    </li>
  );
}

/** Until when what is promised has to come: the shortest time that an item gives. */
function Later({ one: { material, items } }: { readonly one: AskedMaterial }) {
  const { t } = useTranslation('form');
  const { t: app } = useTranslation('app');
  const limits = material.neededBy.filter(({ item }) => items.some(({ id }) => id === item)).flatMap(({ deferrable }) => deferrable ?? []);
  const shortest = limits.sort((a, b) => a.length - b.length)[0];
  return shortest ? <> {t('materials.within', { length: dayCount(app, shortest) })}</> : null;
}

/** What an authority has already. */
function Spared({ one: { material: { name, source }, items }, inStore, loading }: { readonly one: AskedMaterial; readonly inStore: CertificateOfMaterial | undefined; readonly loading: boolean }) {
  const { t } = useTranslation('form');
  const { say } = useLanguage();
  return (
    <li>
      <div className="gf-material-head"><b>{say(name)}</b><span className="chip good">{t('materials.state.fetched')}</span></div>
      <p className="small soft">{t(`materials.source.${source}`)} · {items.map((item) => say(item.name)).join(t('comma'))}</p>
      {source === 'certificateStore' && <InStore one={inStore} loading={loading} />}
    </li>
  );
}
