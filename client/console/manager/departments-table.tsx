import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/language.ts';
import type { Board } from './board-queries.ts';
import { percentOf } from './percent.ts';

/** What waits and presses in each department. A click narrows the board to one. */
export function DepartmentsTable({ departments, onOnly }: { readonly departments: Board['departments']; readonly onOnly: (department: string) => void }) {
  const { t } = useTranslation('manager');
  const { say } = useLanguage();
  const worst = departments.toSorted((a, b) => b.overdue - a.overdue || b.nearing - a.nearing || b.open - a.open);
  return (
    <section className="card" aria-labelledby="departments">
      <h2 id="departments">{t('departments.title')}</h2>
      <table className="board-table">
        <thead><tr>{(['department', 'open', 'nearing', 'overdue', 'rate'] as const).map((column) => <th key={column} scope="col" className={column === 'department' ? '' : 'figure'}>{t(`departments.column.${column}`)}</th>)}</tr></thead>
        <tbody>{worst.map(({ department, open, nearing, overdue, onTime }) => (
          <tr key={department.id}>
            <th scope="row"><button type="button" className="as-link" aria-label={t('departments.only', { name: say(department.name) })} onClick={() => onOnly(department.id)}>{say(department.name)}</button></th>
            <td className="figure">{open}</td><td className={`figure ${nearing > 0 ? 'is-warn' : ''}`}>{nearing}</td><td className={`figure ${overdue > 0 ? 'is-bad' : ''}`}>{overdue}</td><td className="figure">{onTime.rate === null ? t('none') : percentOf(onTime.rate)}</td>
          </tr>
        ))}</tbody>
      </table>
    </section>
  );
}
