import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMe } from '../app/me.ts';
import { useClaim } from './claim.ts';
import { useCaseTasks } from './window-queries.ts';

/** Who has a task, and taking it. Whoever does not take it may still do it as long as nobody else has. */
export function TaskOwner({ caseNo, taskId }: { readonly caseNo: string; readonly taskId: string }) {
  const { t } = useTranslation('window');
  const me = useMe();
  const task = useCaseTasks(caseNo).data?.find(({ id }) => id === taskId);
  const { claim, release, busy } = useClaim([{ caseNo, taskId }]);
  if (!task) return null;
  if (task.claimedBy === null) return <Button loading={busy} onClick={claim}>{t('claim')}</Button>;
  if (task.claimedBy === me?.person.id) return <><span className="chip open">{t('mine')}</span><Button loading={busy} onClick={release}>{t('release')}</Button></>;
  return <span className="chip warn">{t('heldBy', { name: task.claimedByName })}</span>;
}
