import { Checkbox, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../app/command.ts';
import type { DeskComplaint } from './desk-queries.ts';

interface Said {
  readonly answer: string;
  readonly ended?: boolean;
  readonly followUp?: string;
}

/** Answers a complaint. What got stuck goes on after an answer, until the matter is at its end and the applicant was asked again. */
export function AnswerForm({ row, onClose }: { readonly row: DeskComplaint; readonly onClose: () => void }) {
  const { t } = useTranslation('manager');
  const { t: app } = useTranslation('app');
  const [form] = Form.useForm<Said>();
  const ended = Form.useWatch('ended', form) === true;
  const command = useCommand(row.caseNo);
  const send = ({ answer, followUp }: Said) =>
    command.mutate({ do: 'resolveComplaint', with: { complaint: row.complaint, answer, ...(ended && followUp ? { followUp } : {}) } }, { onSuccess: onClose });
  return (
    <Modal open title={t('unresolved.answer')} okText={t('unresolved.send')} cancelText={app('cancel')} confirmLoading={command.isPending} onCancel={onClose} onOk={() => form.submit()} destroyOnHidden>
      <p><b>{row.text}</b></p>
      <Form<Said> form={form} layout="vertical" requiredMark={false} onFinish={send}>
        <Form.Item name="answer" label={t('unresolved.answerLabel')} rules={[{ required: true, whitespace: true, message: t('unresolved.answerNeeded') }]}><Input.TextArea rows={4} maxLength={2000} autoFocus /></Form.Item>
        {row.unresolved && (
          <>
            <Form.Item name="ended" valuePropName="checked"><Checkbox>{t('unresolved.ended')}</Checkbox></Form.Item>
            {ended
              ? <Form.Item name="followUp" label={t('unresolved.followUp')} rules={[{ required: true, whitespace: true, message: t('unresolved.followUpNeeded') }]}><Input.TextArea rows={2} maxLength={1000} /></Form.Item>
              : <p className="soft small">{t('unresolved.goesOn')}</p>}
          </>
        )}
      </Form>
    </Modal>
  );
}
