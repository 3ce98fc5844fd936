import './applicant.css';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { CasePlan, ItemPlan } from '../../../workflows/case/case-plan.ts';
import { Heading } from '../app/heading.tsx';
import { useLanguage } from '../app/language.ts';
import { Loaded } from '../app/loaded.tsx';
import { useMe } from '../app/me.ts';
import { useServicePlan } from '../app/services.ts';
import { WayButton } from './way-button.tsx';

/** `/services/:service`: what one thing consists of, before anything is filled in. */
export function Page() {
  const { service = '' } = useParams();
  const { t } = useTranslation('applicant');
  const query = useServicePlan(service);
  if (query.data === undefined) return <><Heading title={t('services.title')} /><Loaded query={query}>{() => null}</Loaded></>;
  return <Service plan={query.data} />;
}

function Service({ plan }: { readonly plan: CasePlan }) {
  const { t } = useTranslation('applicant');
  const { say } = useLanguage();
  const me = useMe();
  const mayApply = me === null || me?.person.role === 'citizen';
  const code = plan.service.code;
  return (
    <>
      <Heading title={say(plan.service.name)} note={t('services.consists', { items: plan.items.length, departments: new Set(plan.items.map(({ department }) => department)).size })} extra={
        <>
          {plan.preReview && mayApply && <WayButton to={`/apply/${code}`} type="primary" size="large">{t('services.apply')}</WayButton>}
          {!plan.preReview && <span className="chip warn">{t('services.window')}</span>}
        </>
      } />
      <section className="card" aria-labelledby="items">
        <h2 id="items">{t('service.items')}</h2>
        <p className="soft">{t('service.itemsNote')}</p>
        <ul className="service-items">{plan.items.map((item) => <Item key={item.id} item={item} plan={plan} />)}</ul>
      </section>
      <section className="card" aria-labelledby="materials">
        <h2 id="materials">{t('service.materials')}</h2>
        <ul className="service-materials">{plan.materials.map((one) => <li key={one.code}>{say(one.name)} {one.source !== 'applicant' && <span className="chip good">{t('service.spared')}</span>}</li>)}</ul>
      </section>
    </>
  );
}

function Item({ item, plan }: { readonly item: ItemPlan; readonly plan: CasePlan }) {
  const { t } = useTranslation('applicant');
  const { t: app } = useTranslation('app');
  const { say } = useLanguage();
  const limit = item.limits.promised ?? item.limits.statutory ?? item.limits.internal;
  const when = item.optional ? 'optional' : item.automatic ? 'automatic' : item.condition || item.conditionOnResult ? 'sometimes' : 'always';
  return (
    <li>
      <div><b>{say(item.name)}</b> <span className={`chip ${when === 'always' ? 'open' : ''}`}>{t(`service.when.${when}`)}</span></div>
      <p className="small soft">
        {say(plan.departments.find(({ id }) => id === item.department)!.name)}{limit ? ` · ${t('service.limit', { length: app(`unit.${limit.unit}`, { count: limit.length }) })}` : ''} · {t('service.result', { result: say(item.result.name) })}
        {item.commitment && ` · ${t('service.commitment')}`} · {item.fees?.length ? item.fees.map((fee) => `${say(fee.name)} ${typeof fee.amount === 'number' ? t('service.yuan', { amount: fee.amount }) : say(fee.amount)}`).join(t('comma')) : t('service.free')}
      </p>
    </li>
  );
}
