import { Alert, Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Task, TaskResult } from '../../../api/client/generated.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useSend } from '../../app/send.tsx';
import { useColleagues } from './inbox-queries.ts';

/** What is given away: back to the group, or to a colleague. */
export interface HandedOn {
  readonly to: 'group' | 'colleague';
  readonly tasks: readonly Pick<Task, 'caseNo' | 'id'>[];
}

interface Props {
  readonly what: HandedOn | null;
  readonly onClose: () => void;
  readonly onDone: (results: readonly TaskResult[], to: HandedOn['to']) => void;
}

/** Gives tasks back, or to a colleague, with a note for whoever takes them. */
export function HandOn({ what, onClose, onDone }: Props) {
  return what && <Dialog what={what} onClose={onClose} onDone={onDone} />;
}

function Dialog({ what: { to, tasks }, onClose, onDone }: Omit<Props, 'what'> & { readonly what: HandedOn }) {
  const { t } = useTranslation('department');
  const { t: app } = useTranslation('app');
  const [form] = Form.useForm<{ to?: string; note?: string }>();
  const colleagues = useColleagues();
  const send = useSend<TaskResult>({ done: null, ownProblem: true, refresh: [['inbox'], ['case']] });
  const submit = async (given: { to?: string; note?: string }) => {
    const results: TaskResult[] = [];
    for (const { caseNo, id: taskId } of tasks) {
      const body = { caseNo, taskId, ...(given.note?.trim() ? { note: given.note.trim() } : {}), ...(to === 'colleague' ? { to: given.to } : {}) };
      results.push(await send.mutateAsync({ path: to === 'colleague' ? '/inbox/transfer' : '/inbox/release', body }));
    }
    onDone(results, to);
  };
  return (
    <Modal
      open title={t(`handOn.${to}`, { count: tasks.length })} onCancel={onClose} onOk={form.submit} confirmLoading={send.isPending} okText={t(to === 'colleague' ? 'claim.transfer' : 'claim.release')} cancelText={app('cancel')}
    >
      <Form form={form} layout="vertical" onFinish={(given) => void submit(given).catch(() => undefined)}>
        {to === 'colleague' && (
          <Form.Item name="to" label={t('handOn.who')} rules={[{ required: true, message: t('handOn.whoMissing') }]}>
            <Select showSearch={{ optionFilterProp: 'label' }} loading={colleagues.isPending} options={(colleagues.data ?? []).map(({ id, name }) => ({ value: id, label: name }))} />
          </Form.Item>
        )}
        <Form.Item name="note" label={t('handOn.note')}><Input.TextArea rows={3} maxLength={1000} /></Form.Item>
      </Form>
      {colleagues.data?.length === 0 && to === 'colleague' && <Alert type="info" title={t('handOn.nobody')} />}
      {send.error && <ProblemNotice error={send.error} />}
    </Modal>
  );
}
