import { MoreOutlined } from '@ant-design/icons';
import { Button, Checkbox, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Task } from '../../../api/client/generated.ts';
import { momentInWords, shortDay } from '../../app/civil-day.ts';
import { useLanguage } from '../../app/language.ts';
import { useMe } from '../../app/me.ts';
import { Due } from './due.tsx';
import type { View } from './inbox-filter.ts';
import { keyOf } from './inbox-queries.ts';
import { addressOfTask } from './task-address.ts';

interface Props {
  readonly view: View;
  readonly rows: readonly Task[];
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (keys: readonly string[], isSelected: boolean) => void;
  readonly onClaim: (task: Task) => void;
  readonly onRelease: (task: Task) => void;
  readonly onTransfer: (task: Task) => void;
}

/** The work as a table; on a phone each row is a card. The roles are written out, since cards are no table any more for browsers. */
export function TaskTable(props: Props) {
  const { t } = useTranslation('department');
  const { rows, selected, onSelect } = props;
  const all = rows.length > 0 && rows.every((row) => selected.has(keyOf(row)));
  return (
    <table className="tasks" role="table" aria-label={t('inbox.title')}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col"><Checkbox aria-label={t('column.selectAll')} checked={all} indeterminate={!all && rows.some((row) => selected.has(keyOf(row)))} onChange={(event) => onSelect(rows.map(keyOf), event.target.checked)} /></th>
          {(['due', 'task', 'case', 'applicant', 'since', 'who'] as const).map((column) => <th key={column} role="columnheader" scope="col">{t(`column.${column}`)}</th>)}
        </tr>
      </thead>
      <tbody role="rowgroup">{rows.map((task) => <Row key={keyOf(task)} task={task} {...props} />)}</tbody>
    </table>
  );
}

function Row({ task, view, selected, onSelect, onClaim, onRelease, onTransfer }: { readonly task: Task } & Props) {
  const { t } = useTranslation('department');
  const { say, language } = useLanguage();
  const kind = t(`kind.${task.kind}`, task.kind);
  const name = task.itemName ? say(task.itemName) : kind;
  const key = keyOf(task);
  return (
    <tr role="row" className={`tone-${task.suspended ? 'stands' : task.colour}${selected.has(key) ? ' selected' : ''}`}>
      <td role="cell"><Checkbox aria-label={t('column.select', { name, caseNo: task.caseNo })} checked={selected.has(key)} onChange={(event) => onSelect([key], event.target.checked)} /></td>
      <td role="cell"><Due {...task} /></td>
      <td role="cell" className="task-what"><Link className="task-link" data-task={key} to={addressOfTask(task)}>{name}</Link>{task.itemName && <span className="chip kind">{kind}</span>}</td>
      <td role="cell" className="task-case"><Link to={`/cases/${task.caseNo}`} className="number">{task.caseNo}</Link><span className="soft small">{say(task.serviceName)}</span></td>
      <td role="cell">{task.applicantName}</td>
      <td role="cell" className="number soft"><time dateTime={task.since} title={momentInWords(task.since)}>{shortDay(momentInWords(task.since).slice(0, 10), language)}</time></td>
      <td role="cell" className="task-who"><Who task={task} view={view} onClaim={onClaim} onRelease={onRelease} onTransfer={onTransfer} /></td>
    </tr>
  );
}

function Who({ task, view, onClaim, onRelease, onTransfer }: { readonly task: Task } & Pick<Props, 'view' | 'onClaim' | 'onRelease' | 'onTransfer'>) {
  const { t } = useTranslation('department');
  const me = useMe();
  if (task.claimedBy === null) return <Button size="small" onClick={() => onClaim(task)} aria-label={t('claim.of', { caseNo: task.caseNo, name: task.itemName?.zh ?? '' })}>{t('claim.do')}</Button>;
  const mine = task.claimedBy === me?.person.id;
  const name = task.claimedByName ?? task.claimedBy;
  // Of others, only who they stand in for is in “mine”.
  if (!mine && view !== 'mine') return <span>{name}</span>;
  return (
    <>
      <span>{mine ? t('claim.me') : t('claim.standIn', { name })}</span>
      <Dropdown
        trigger={['click']}
        menu={{ items: [{ key: 'release', label: t('claim.release'), onClick: () => onRelease(task) }, { key: 'transfer', label: t('claim.transfer'), onClick: () => onTransfer(task) }] }}
      >
        <Button size="small" type="text" icon={<MoreOutlined aria-hidden />} aria-label={t('claim.more', { caseNo: task.caseNo })} />
      </Dropdown>
    </>
  );
}
