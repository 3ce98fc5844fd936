import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Task, TaskResult } from '../../../api/client/generated.ts';
import { useLanguage } from '../../app/language.ts';
import { addressOfTask } from './task-address.ts';

export interface Results {
  /** What was tried, in words. */
  readonly title: string;
  readonly results: readonly TaskResult[];
  readonly tasks: readonly Task[];
}

/** What became of each of several tasks; whatever did not go through says why. */
export function ResultList({ shown, onClose }: { readonly shown: Results | null; readonly onClose: () => void }) {
  const { t } = useTranslation('department');
  const { say } = useLanguage();
  if (!shown) return null;
  const { title, results, tasks } = shown;
  const failed = results.filter(({ ok }) => !ok).length;
  return (
    <Modal open title={title} onCancel={onClose} onOk={onClose} cancelButtonProps={{ style: { display: 'none' } }} okText={t('results.close')} width={640}>
      <p role="status">{t('results.count', { done: results.length - failed, failed })}</p>
      <ul className="result-list">
        {results.map((result) => {
          const task = tasks.find((one) => one.caseNo === result.task.caseNo && one.id === result.task.taskId);
          return (
            <li key={`${result.task.caseNo} ${result.task.taskId}`} className={result.ok ? 'good' : 'bad'}>
              {result.ok ? <CheckCircleFilled aria-label={t('results.ok')} /> : <CloseCircleFilled aria-label={t('results.notOk')} />}
              <div>
                <Link to={task ? addressOfTask(task) : `/cases/${result.task.caseNo}`}>{task?.itemName ? say(task.itemName) : result.task.taskId}</Link> <span className="soft small number">{result.task.caseNo} {task?.applicantName}</span>
                {result.text && <p>{say(result.text)}</p>}
              </div>
            </li>
          );
        })}
      </ul>
    </Modal>
  );
}
