import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { momentInWords } from '../app/civil-day.ts';
import type { Board } from './board-queries.ts';
import { percentOf } from './percent.ts';
import type { Pressing } from './pressing-list.tsx';

/** The figures that a day begins with. The red and the yellow one lead to their lists. */
export function Stats({ board, onList }: { readonly board: Board; readonly onList: (which: Pressing) => void }) {
  const { t } = useTranslation('manager');
  const sum = (of: 'open' | 'nearing' | 'overdue') => board.departments.reduce((total, row) => total + row[of], 0);
  const running = board.phases.filter(({ phase }) => phase !== 'closed').reduce((total, { cases }) => total + cases, 0);
  const { decided, late, rate } = board.onTime;
  return (
    <ul className="stats">
      {board.phases.length > 0 ? <Stat name={t('stat.open')} value={running} note={t('stat.openNote', { tasks: sum('open') })} /> : <Stat name={t('stat.tasks')} value={sum('open')} />}
      <Stat name={t('stat.overdue')} value={sum('overdue')} tone={sum('overdue') > 0 ? 'bad' : ''} note={t('stat.withoutNote')} act={{ text: t('stat.seeList'), on: () => onList('2') }} />
      <Stat name={t('stat.nearing')} value={sum('nearing')} tone={sum('nearing') > 0 ? 'warn' : ''} note={t('stat.withoutNote')} act={{ text: t('stat.seeList'), on: () => onList('1') }} />
      <Stat name={t('stat.onTime')} value={rate === null ? t('none') : percentOf(rate)} tone={rate === null ? '' : rate < 0.9 ? 'bad' : rate < 1 ? 'warn' : 'good'} note={rate === null ? t('stat.nothingDecided', { days: board.days }) : t('stat.onTimeNote', { days: board.days, decided, late })} />
      {board.lateChances && <Stat name={t('stat.likely')} value={board.lateChances.cases} tone={board.lateChances.cases > 0 ? 'warn' : ''} note={t('stat.likelyNote', { at: momentInWords(board.lateChances.at) })} />}
    </ul>
  );
}

function Stat({ name, value, note, tone = '', act }: { readonly name: string; readonly value: ReactNode; readonly note?: string; readonly tone?: string; readonly act?: { readonly text: string; readonly on: () => void } }) {
  return (
    <li className={`stat ${tone}`}>
      <span className="stat-name">{name}</span>
      <b className="stat-value number">{value}</b>
      {note && <span className="soft small">{note}</span>}
      {act && <button type="button" className="as-link small" onClick={act.on} aria-label={`${name}: ${act.text}`}>{act.text}</button>}
    </li>
  );
}
