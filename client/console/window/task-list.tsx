import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Task } from '../../api/client/generated.ts';
import { useLanguage } from '../app/language.ts';
import { useMe } from '../app/me.ts';
import { useClaim } from './claim.ts';
import { DueChip } from './due-chip.tsx';

/** Pieces of work, the first due first: what, whose case, until when, who has it. Claimed with a click or Enter. */
export function TaskList({ tasks, none, more }: { readonly tasks: readonly Task[]; readonly none: string; readonly more: string | null }) {
  const { t } = useTranslation('window');
  if (tasks.length === 0) return <p className="soft">{none}</p>;
  return (
    <>
      <ul className="work-rows">{[...Map.groupBy(tasks, (task) => `${task.caseNo} ${task.kind}`)].map(([key, together]) => <Row key={key} tasks={together} />)}</ul>
      {more !== null && <p className="small"><Link to={more}>{t('allTasks')}</Link></p>}
    </>
  );
}

/** What the same case wants done in the same way is one row: three results of it are handed over at once. */
function Row({ tasks }: { readonly tasks: readonly Task[] }) {
  const { t } = useTranslation('window');
  const { t: app } = useTranslation('app');
  const { say } = useLanguage();
  const me = useMe();
  const { claim, release, busy } = useClaim(tasks.map(({ caseNo, id }) => ({ caseNo, taskId: id })));
  const task = tasks[0]!;
  const what = task.kind === 'answerPreReview' ? say(task.serviceName) : app(`command.${task.kind}`, task.kind);
  const about = task.kind === 'answerPreReview' ? null : tasks.length > 1 ? t('several', { service: say(task.serviceName), count: tasks.length }) : say(task.itemName ?? task.serviceName);
  const mine = task.claimedBy !== null && task.claimedBy === me?.person.id;
  return (
    <li className={['', 'warn', 'bad'][task.colour]}>
      <div className="work-what">
        <Link to={placeOf(task)}><b>{what}</b>{about && <> · {about}</>}</Link>
        <span className="soft small">{task.applicantName} · <span className="number">{task.caseNo}</span></span>
      </div>
      <DueChip dueOn={task.dueOn} colour={task.colour} suspended={task.suspended} />
      <div className="work-whose">
        {task.claimedBy === null && <Button size="small" loading={busy} onClick={claim} aria-label={t('claimOf', { what, caseNo: task.caseNo })}>{t('claim')}</Button>}
        {mine && <><span className="chip open">{t('mine')}</span><Button size="small" type="link" loading={busy} onClick={release} aria-label={t('releaseOf', { what, caseNo: task.caseNo })}>{t('release')}</Button></>}
        {task.claimedBy !== null && !mine && <span className="soft small">{task.claimedByName}</span>}
      </div>
    </li>
  );
}

/** Where the work is done. */
function placeOf({ kind, caseNo, id }: Task): string {
  return kind === 'answerPreReview' ? `/window/pre-reviews/${caseNo}` : `/window/cases/${caseNo}#${id.split(':')[0]}`;
}
