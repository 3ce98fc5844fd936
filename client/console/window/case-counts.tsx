import { useTranslation } from 'react-i18next';
import type { Desk } from '../../api/client/generated.ts';

const ORDER = ['preReview', 'examination', 'correction', 'recheck', 'handling', 'delivery', 'closed'] as const;

/** How many cases are in each phase, and how many of them press. What is archived is over. */
export function CaseCounts({ phases }: { readonly phases: Desk['phases'] }) {
  const { t } = useTranslation('window');
  const { t: app } = useTranslation('app');
  const number = (phase: string, colour?: number) => phases.reduce((sum, one) => (one.phase === phase && (colour === undefined || one.colour === colour) ? sum + one.cases : sum), 0);
  return (
    <section aria-label={t('counts')}>
      <ul className="tiles">
        {ORDER.map((phase) => (
          <li key={phase} className="tile">
            <span className="soft">{app(`phase.${phase}`)}</span>
            <b className="number">{number(phase)}</b>
            <span className="tile-colours">
              {number(phase, 1) > 0 && <span className="chip warn">{app('colour.1')} {number(phase, 1)}</span>}
              {number(phase, 2) > 0 && <span className="chip bad">{app('colour.2')} {number(phase, 2)}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
