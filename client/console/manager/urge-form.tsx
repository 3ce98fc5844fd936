import { Form, Input, InputNumber, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../app/command.ts';
import { useLanguage } from '../app/language.ts';
import type { PressingClock } from './board-queries.ts';

/** Limits whose item is decided already: who is late is the window, about the case. */
const OF_THE_WINDOW: readonly string[] = ['delivery', 'noticeService', 'joint'];

interface Said {
  readonly message: string;
  readonly days: number;
}

/** A manager urges whoever has the matter in hand; the answer is due in so many working days, and the department gets a task. */
export function UrgeForm({ clock, onClose }: { readonly clock: PressingClock; readonly onClose: () => void }) {
  const { t } = useTranslation('manager');
  const { t: app } = useTranslation('app');
  const { say } = useLanguage();
  const [form] = Form.useForm<Said>();
  const command = useCommand(clock.caseNo, { done: t('urge.done') });
  const item = OF_THE_WINDOW.includes(clock.kind) ? null : clock.item;
  const send = ({ message, days }: Said) => command.mutate({ do: 'urge', with: { message, days, ...(item ? { item: item.id } : {}) } }, { onSuccess: onClose });
  return (
    <Modal open title={t('urge.title')} okText={t('urge.send')} cancelText={app('cancel')} confirmLoading={command.isPending} onCancel={onClose} onOk={() => form.submit()} destroyOnHidden>
      <p>{item ? t('urge.about', { department: say(clock.department.name), item: say(item.name) }) : t('urge.atWindow')} <span className="soft number">{clock.caseNo}</span></p>
      <Form<Said> form={form} layout="vertical" requiredMark={false} initialValues={{ days: 2 }} onFinish={send}>
        <Form.Item name="message" label={t('urge.message')} rules={[{ required: true, whitespace: true, message: t('urge.needed') }]}><Input.TextArea rows={3} maxLength={500} autoFocus placeholder={t('urge.messageExample')} /></Form.Item>
        <Form.Item name="days" label={t('urge.days')} rules={[{ required: true }]}><InputNumber min={1} max={10} precision={0} /></Form.Item>
      </Form>
    </Modal>
  );
}
