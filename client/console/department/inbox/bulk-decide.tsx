import { Alert, Form, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Task, TaskResults } from '../../../api/client/generated.ts';
import { useEffects } from '../../app/command-effects.ts';
import { useLanguage } from '../../app/language.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useSend } from '../../app/send.tsx';
import { OpinionField } from '../opinion/opinion-field.tsx';
import type { Results } from './results.tsx';

/** Kinds of work of which several may be done in one go, by which command, and what it is told. Everything else is read one by one. */
const BULK = {
  examine: { command: 'examine', opinion: null, with: { answer: 'complete' } },
  recheck: { command: 'recheck', opinion: null, with: { satisfied: true } },
  decide: { command: 'proposeGrant', opinion: 'grant', with: {} },
  confirm: { command: 'confirm', opinion: 'confirm', with: {} },
} as const;
export type BulkKind = keyof typeof BULK;

/** The one kind that all of these have in common, if several of it may be done in one go. */
export function bulkKindOf(tasks: readonly Task[]): BulkKind | null {
  const kind = tasks[0]?.kind;
  return kind !== undefined && Object.hasOwn(BULK, kind) && tasks.every((one) => one.kind === kind) ? (kind as BulkKind) : null;
}

/** As many as one request takes. */
const AT_MOST = 50;

export function BulkDecide({ kind, tasks, onClose, onDone }: { readonly kind: BulkKind; readonly tasks: readonly Task[]; readonly onClose: () => void; readonly onDone: (results: Results) => void }) {
  const { t } = useTranslation('department');
  const { t: app } = useTranslation('app');
  const { say } = useLanguage();
  const effects = useEffects();
  const [form] = Form.useForm<{ opinion?: string }>();
  const send = useSend<TaskResults>({ done: null, ownProblem: true });
  const { command, opinion, with: args } = BULK[kind];
  const some = tasks.slice(0, AT_MOST);
  const title = t(`bulk.${kind}`, { count: some.length });
  const submit = async (given: { opinion?: string }) => {
    const body = { do: command, with: { ...args, ...(opinion ? { opinion: given.opinion?.trim() } : {}) }, tasks: some.map(({ caseNo, id: taskId }) => ({ caseNo, taskId })) };
    const { results } = await send.mutateAsync({ path: '/inbox/decide', body });
    onDone({ title, results, tasks: some });
  };
  return (
    <Modal open title={title} onCancel={onClose} onOk={form.submit} confirmLoading={send.isPending} okText={t(`bulk.do.${kind}`)} cancelText={app('cancel')} width={620}>
      <p>{effects(command)}</p>
      <Alert type="warning" showIcon title={t(`bulk.warn.${kind}`)} />
      <ul className="bulk-list">{some.map((task) => <li key={`${task.caseNo} ${task.id}`}><b>{task.itemName ? say(task.itemName) : task.id}</b> <span className="soft small number">{task.caseNo} · {task.applicantName}</span></li>)}</ul>
      <Form form={form} layout="vertical" onFinish={(given) => void submit(given).catch(() => undefined)}>
        {opinion && <OpinionField name="opinion" purpose={opinion} label={t('bulk.opinion')} />}
      </Form>
      {send.error && <ProblemNotice error={send.error} />}
    </Modal>
  );
}
