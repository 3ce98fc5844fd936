import './window.css';
import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Desk } from '../../api/client/generated.ts';
import { useEvents } from '../app/events.ts';
import { Heading } from '../app/heading.tsx';
import { Loaded } from '../app/loaded.tsx';
import { CaseCounts } from './case-counts.tsx';
import { CaseSearch } from './case-search.tsx';
import { LatestReceipts } from './latest-receipts.tsx';
import { TaskList } from './task-list.tsx';
import { useAltKey } from './alt-key.ts';
import { useDesk } from './window-queries.ts';

/** `/window`: what a clerk begins the day with. It follows what happens without being loaded again. */
export function Page() {
  const { t } = useTranslation('window');
  const navigate = useNavigate();
  const desk = useDesk();
  useEvents(desk.data ? { inbox: true } : null, [['window']]);
  const receive = () => void navigate('/window/receive');
  useAltKey('n', receive);
  return (
    <>
      <Heading title={t('title')} extra={<Button type="primary" size="large" icon={<PlusOutlined aria-hidden />} aria-keyshortcuts="Alt+N" onClick={receive}>{t('receive')} <kbd aria-hidden className="wide-only">Alt N</kbd></Button>} />
      <CaseSearch />
      <Loaded query={desk}>{(read) => <Work desk={read} />}</Loaded>
    </>
  );
}

function Work({ desk: { preReviews, tasks, counts, received, phases } }: { readonly desk: Desk }) {
  const { t } = useTranslation('window');
  return (
    <>
      <CaseCounts phases={phases} />
      <div className="desk-columns">
        <div>
          <section className="card" aria-labelledby="pre-reviews">
            <h2 id="pre-reviews">{t('preReviews')} <span className="count">{preReviews.rows.length}{preReviews.next ? '+' : ''}</span></h2>
            <TaskList tasks={preReviews.rows} none={t('noPreReviews')} more={preReviews.next === null ? null : '/inbox?kind=answerPreReview'} />
          </section>
          <section className="card" aria-labelledby="own-tasks">
            <h2 id="own-tasks">{t('tasks')} <span className="count">{Math.max(0, counts.all - preReviews.rows.length)}</span></h2>
            <p className="soft small">{t('taskCounts', { mine: counts.mine, unclaimed: counts.unclaimed })}</p>
            <TaskList tasks={tasks.rows} none={t('noTasks')} more={tasks.next === null ? null : '/inbox'} />
          </section>
        </div>
        <LatestReceipts cases={received.rows} />
      </div>
    </>
  );
}
