import { useTranslation } from 'react-i18next';
import type { CasePlan, ItemPlan } from '../../../workflows/case/case-plan.ts';
import { useLanguage } from '../app/language.ts';
import { Loaded } from '../app/loaded.tsx';
import { useServicePlan } from '../app/services.ts';

/** The items of a service, each with its department and limit, before anything is filled in: which of them it will be the form decides. */
export function WhatItConsistsOf({ service }: { readonly service: string }) {
  const plan = useServicePlan(service);
  return <Loaded query={plan}>{(definition) => <Items plan={definition} />}</Loaded>;
}

function Items({ plan }: { readonly plan: CasePlan }) {
  const { t } = useTranslation('window');
  const { say } = useLanguage();
  const toBring = plan.materials.filter(({ source }) => source === 'applicant').length;
  return (
    <>
      <ul className="plain-rows">
        {plan.items.map((item) => (
          <li key={item.id}>
            <div className="pair"><b>{say(item.name)}</b><Limit item={item} /></div>
            <span className="soft small">{say(plan.departments.find(({ id }) => id === item.department)!.name)}{hintsOf(item).map((hint) => <span key={hint}> · {t(`itemHint.${hint}`)}</span>)}</span>
          </li>
        ))}
      </ul>
      <p className="soft small">{t('asks', { fields: plan.fields.length, materials: toBring })}</p>
    </>
  );
}

function Limit({ item: { limits } }: { readonly item: ItemPlan }) {
  const { t: app } = useTranslation('app');
  const limit = limits.promised ?? limits.statutory;
  return limit ? <span className="soft small number">{app(`unit.${limit.unit}`, { count: limit.length })}</span> : null;
}

function hintsOf({ optional, condition, commitment, examination, repeat, fees }: ItemPlan): string[] {
  return [
    ...(optional ? ['optional'] : []), ...(condition ? ['conditional'] : []), ...(repeat ? ['repeated'] : []), ...(commitment ? ['commitment'] : []), ...(examination.mode === 'onTheSpot' ? ['onTheSpot'] : []), ...(fees ? ['fees'] : []),
  ];
}
