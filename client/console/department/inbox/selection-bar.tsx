import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Task } from '../../../api/client/generated.ts';
import { type BulkKind, bulkKindOf } from './bulk-decide.tsx';

interface Props {
  readonly tasks: readonly Task[];
  readonly onClaim: () => void;
  readonly onRelease: () => void;
  readonly onTransfer: () => void;
  readonly onDecide: (kind: BulkKind) => void;
  readonly onClear: () => void;
}

/** What may be done with all that is selected. It stays in sight at the bottom. */
export function SelectionBar({ tasks, onClaim, onRelease, onTransfer, onDecide, onClear }: Props) {
  const { t } = useTranslation('department');
  if (tasks.length === 0) return null;
  const kind = bulkKindOf(tasks);
  return (
    <div className="selection-bar" role="region" aria-label={t('selection.label')}>
      <b role="status">{t('selection.count', { count: tasks.length })}</b>
      <Button onClick={onClaim}>{t('claim.do')}</Button>
      <Button onClick={onRelease}>{t('claim.release')}</Button>
      <Button onClick={onTransfer}>{t('claim.transfer')}</Button>
      {kind ? <Button type="primary" onClick={() => onDecide(kind)}>{t(`bulk.open.${kind}`)}</Button> : <span className="soft small">{t('selection.notAlike')}</span>}
      <Button type="text" onClick={onClear}>{t('selection.clear')}</Button>
    </div>
  );
}
