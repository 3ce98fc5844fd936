import './manager.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { momentInWords } from '../app/civil-day.ts';
import { useEvents } from '../app/events.ts';
import { Heading } from '../app/heading.tsx';
import { useLanguage } from '../app/language.ts';
import { Loaded } from '../app/loaded.tsx';
import { useMe } from '../app/me.ts';
import { type BoardFilter, useBoardFilter } from './board-filter.ts';
import { type Board, LIVE, useBoard } from './board-queries.ts';
import { BottleneckChart } from './bottleneck-chart.tsx';
import { DepartmentsTable } from './departments-table.tsx';
import { ExportMenu } from './export-menu.tsx';
import { Extensions } from './extensions.tsx';
import { FilterBar } from './filter-bar.tsx';
import { PhaseBars } from './phase-bars.tsx';
import { type Pressing, PressingList } from './pressing-list.tsx';
import { RateChart } from './rate-chart.tsx';
import { Stats } from './stats.tsx';
import { TrendChart } from './trend-chart.tsx';
import { WorkTable } from './work-table.tsx';

/** `/board`: how everything stands, live. What it is narrowed to is in the address. */
export function Page() {
  const { t } = useTranslation('manager');
  const { say } = useLanguage();
  const me = useMe();
  const { search } = useLocation();
  const { filter, narrow } = useBoardFilter();
  const board = useBoard(filter);
  useEvents({ board: true }, [LIVE]);
  const ofHead = me?.person.role === 'headOfAuthority' && me.person.department ? me.person.department : null;
  return (
    <>
      <Heading
        title={ofHead ? t('board.ofDepartment', { name: say(ofHead.name) }) : t('board.title')} note={board.data ? <span className="small">{t('board.asOf', { at: momentInWords(board.data.at) })}</span> : null}
        extra={<><Link to={`/board/report${search}`}><Button tabIndex={-1}>{t('board.report')}</Button></Link><ExportMenu filter={filter} /></>}
      />
      <FilterBar />
      <Loaded query={board}>{(data) => <Whole board={data} filter={filter} ofItems={ofHead !== null || filter.department !== undefined} onOnly={(department) => narrow('department', department)} />}</Loaded>
    </>
  );
}

function Whole({ board, filter, ofItems, onOnly }: { readonly board: Board; readonly filter: BoardFilter; readonly ofItems: boolean; readonly onOnly: (department: string) => void }) {
  const [which, setWhich] = useState<Pressing>('2');
  const toList = (wanted: Pressing) => {
    setWhich(wanted);
    const heading = document.getElementById('pressing');
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  };
  return (
    <>
      <Stats board={board} onList={toList} />
      <Extensions filter={filter} />
      <div className="board-columns">
        {ofItems ? <WorkTable work={board.work} /> : <DepartmentsTable departments={board.departments} onOnly={onOnly} />}
        <div>
          {board.phases.length > 0 && <PhaseBars phases={board.phases} />}
          <TrendChart filter={filter} ofItems={ofItems} />
        </div>
      </div>
      <PressingList filter={filter} which={which} onWhich={setWhich} />
      <div className="board-columns">
        <RateChart filter={filter} />
        <BottleneckChart filter={filter} />
      </div>
    </>
  );
}
