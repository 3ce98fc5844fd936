import { useTranslation } from 'react-i18next';
import type { Board } from './board-queries.ts';

/** What kinds of work wait in one department, in their colours. */
export function WorkTable({ work }: { readonly work: Board['work'] }) {
  const { t } = useTranslation('manager');
  const { t: app } = useTranslation('app');
  const kinds = [...Map.groupBy(work, ({ kind }) => kind)].map(([kind, own]) => {
    const of = (colour: number) => own.filter((one) => one.colour === colour).reduce((sum, { tasks }) => sum + tasks, 0);
    return { kind, nearing: of(1), overdue: of(2), open: of(0) + of(1) + of(2) };
  });
  return (
    <section className="card" aria-labelledby="work">
      <h2 id="work">{t('work.title')}</h2>
      {kinds.length === 0 ? <p className="soft">{t('work.none')}</p> : (
        <table className="board-table">
          <thead><tr><th scope="col">{t('work.kind')}</th>{(['open', 'nearing', 'overdue'] as const).map((column) => <th key={column} scope="col" className="figure">{t(`departments.column.${column}`)}</th>)}</tr></thead>
          <tbody>{kinds.toSorted((a, b) => b.overdue - a.overdue || b.open - a.open).map(({ kind, open, nearing, overdue }) => (
            <tr key={kind}><th scope="row">{kind === 'decide' ? t('work.decide') : app(`command.${kind}`, kind)}</th><td className="figure">{open}</td><td className={`figure ${nearing > 0 ? 'is-warn' : ''}`}>{nearing}</td><td className={`figure ${overdue > 0 ? 'is-bad' : ''}`}>{overdue}</td></tr>
          ))}</tbody>
        </table>
      )}
    </section>
  );
}
