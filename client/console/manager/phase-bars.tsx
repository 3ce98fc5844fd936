import { useTranslation } from 'react-i18next';
import type { Board } from './board-queries.ts';

const ORDER = ['preReview', 'examination', 'correction', 'recheck', 'handling', 'delivery', 'closed'];

/** How many cases are in each phase, with the share that is yellow and red. */
export function PhaseBars({ phases }: { readonly phases: Board['phases'] }) {
  const { t } = useTranslation('manager');
  const { t: app } = useTranslation('app');
  const rows = ORDER.map((phase) => {
    const of = (colour: number) => phases.filter((one) => one.phase === phase && one.colour === colour).reduce((sum, { cases }) => sum + cases, 0);
    return { phase, calm: of(0), nearing: of(1), overdue: of(2), cases: of(0) + of(1) + of(2) };
  });
  const most = Math.max(1, ...rows.map(({ cases }) => cases));
  const width = (cases: number) => ({ width: `${(cases / most) * 100}%` });
  return (
    <section className="card" aria-labelledby="phases">
      <h2 id="phases">{t('phases.title')}</h2>
      <ul className="phase-bars">
        {rows.map(({ phase, calm, nearing, overdue, cases }) => (
          <li key={phase}>
            <span className="visually-hidden">{t('phases.picture', { phase: app(`phase.${phase}`), cases, nearing, overdue })}</span>
            <span aria-hidden>{app(`phase.${phase}`)}</span>
            <span className="phase-bar" aria-hidden><i className="bad" style={width(overdue)} /><i className="warn" style={width(nearing)} /><i className="calm" style={width(calm)} /></span>
            <span className="number" aria-hidden>{t('phases.count', { cases })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
