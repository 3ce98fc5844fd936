import { useTranslation } from 'react-i18next';
import type { SeenCase } from '../../api/schemas/seen-case.ts';
import { useLanguage } from '../app/language.ts';
import { ItemState } from '../case-page/item-state.tsx';

/** Where each item stands, and whether its result has left. */
export function ItemsAtWindow({ seen }: { readonly seen: SeenCase }) {
  const { t } = useTranslation('window');
  const { say } = useLanguage();
  return (
    <section className="card" aria-labelledby="items">
      <h2 id="items">{t('items')}</h2>
      <ul className="plain-rows">
        {seen.items.map((item) => (
          <li key={item.id}>
            <div className="pair"><span>{say(item.name)}</span><ItemState state={item.state} /></div>
            <span className="soft small">{say(item.department.name)}{item.delivery && <> · {t(item.delivery.servedOn ? 'delivered' : 'underWay', { way: t(`ways.${item.delivery.way}`), on: item.delivery.servedOn ?? item.delivery.handedOverOn })}</>}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
