import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { addressOf, type InboxFilter, VIEWS } from './inbox-filter.ts';
import { useCounts } from './inbox-queries.ts';

/** Mine, what nobody of my group has taken yet, all of my group: with how many there are under the filter, and how many press. */
export function ViewTabs({ filter }: { readonly filter: InboxFilter }) {
  const { t } = useTranslation('department');
  const { t: app } = useTranslation('app');
  const { data: counts } = useCounts(filter);
  return (
    <nav className="view-tabs" aria-label={t('view.label')}>
      <ul>
        {VIEWS.map((view) => (
          <li key={view}><Link to={`?${addressOf({ ...filter, view })}`} {...(view === filter.view ? { 'aria-current': 'page' as const } : {})}>{t(`view.${view}`)} <span className="count number">{counts?.[view] ?? '…'}</span></Link></li>
        ))}
      </ul>
      {counts && (
        <p className="soft small pressing">
          {([2, 1] as const).map((colour) => <Link key={colour} className={`chip ${colour === 2 ? 'bad' : 'warn'}`} to={`?${addressOf({ ...filter, view: 'all', colour: String(colour) as '1' | '2' })}`}>{app(`colour.${colour}`)} {counts.byColour[colour]}</Link>)}
        </p>
      )}
    </nav>
  );
}
