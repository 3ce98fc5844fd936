import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { NewWebhook, WebhookWithSecret } from '../../api/client/generated.ts';
import { useLanguage } from '../app/language.ts';
import { ProblemNotice } from '../app/problem-notice.tsx';
import { useSend } from '../app/send.tsx';
import { useDepartments } from './departments.ts';
import { EVENTS } from './events.ts';

/** Where a system is told, of which messages, of which department. */
export function Subscribe({ onClose, onMade }: { readonly onClose: () => void; readonly onMade: (webhook: WebhookWithSecret) => void }) {
  const { t } = useTranslation('messages');
  const { t: app } = useTranslation('app');
  const { say } = useLanguage();
  const [form] = Form.useForm<NewWebhook>();
  const departments = useDepartments();
  const add = useSend<WebhookWithSecret>({ refresh: [['webhooks']], done: null, ownProblem: true });
  const send = ({ url, events = [], department }: NewWebhook) => add.mutate({ path: '/webhooks', body: { url: url.trim(), events, ...(department ? { department } : {}) } }, { onSuccess: onMade });
  return (
    <Modal open title={t('webhooks.add')} okText={t('webhooks.create')} cancelText={app('cancel')} confirmLoading={add.isPending} onCancel={onClose} onOk={() => form.submit()}>
      <Form<NewWebhook> form={form} layout="vertical" requiredMark={false} onFinish={send}>
        <Form.Item name="url" label={t('webhooks.url')} extra={t('webhooks.urlNote')} rules={[{ required: true, whitespace: true, message: t('webhooks.urlNeeded') }]}><Input inputMode="url" autoFocus maxLength={2000} placeholder="https://" /></Form.Item>
        <Form.Item name="events" label={t('webhooks.events')}><Select mode="multiple" allowClear placeholder={t('webhooks.everyEvent')} showSearch={{ optionFilterProp: 'label' }} options={EVENTS.map((event) => ({ value: event, label: t(`event.${event}`) }))} /></Form.Item>
        <Form.Item name="department" label={t('webhooks.department')}><Select allowClear placeholder={t('webhooks.everyDepartment')} showSearch={{ optionFilterProp: 'label' }} options={(departments.data ?? []).map(({ id, name }) => ({ value: id, label: say(name) }))} /></Form.Item>
      </Form>
      {add.error && <ProblemNotice error={add.error} />}
    </Modal>
  );
}
