import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SeenCase, SeenItem } from '../../api/schemas/seen-case.ts';
import { useLanguage } from '../app/language.ts';
import { ItemState } from './item-state.tsx';

/** An item's name and how it stands; whoever works on it goes on from here to its page. */
export function ItemLabel({ seen, item, top, beside }: { readonly seen: SeenCase; readonly item: SeenItem; readonly top: number; readonly beside: boolean }) {
  const { t } = useTranslation('case');
  const { say } = useLanguage();
  const name = say(item.name);
  return (
    <div className={beside ? 'lane-label beside' : 'lane-label'} style={{ top }}>
      <span className="lane-name" title={name}>{item.own ? <Link to={`/cases/${seen.caseNo}/items/${item.id}`}>{name}</Link> : name}</span>
      <span className="lane-state"><ItemState state={item.state} />{item.committed && <span className="chip">{t('lanes.committed')}</span>}</span>
    </div>
  );
}
