import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Contact } from '../../api/client/generated.ts';
import { useLanguage } from '../app/language.ts';
import { ProblemNotice } from '../app/problem-notice.tsx';
import { useSend } from '../app/send.tsx';

interface Given {
  readonly address: string;
  readonly language: Contact['language'];
  readonly choice?: Contact['choice'];
}

/** One's e-mail address or mobile number: kept, changed, taken back. */
export function ContactForm({ channel, contact }: { readonly channel: Contact['channel']; readonly contact: Contact | null }) {
  const { t } = useTranslation('messages');
  const { language } = useLanguage();
  const [form] = Form.useForm<Given>();
  const save = useSend<Contact>({ refresh: [['contacts']], done: t('own.saved'), ownProblem: true });
  const drop = useSend<unknown>({ refresh: [['contacts']], done: t('own.dropped') });
  const path = `/notifications/contacts/${channel}`;
  const first: Given = contact ?? { address: '', language, choice: 'all' };
  const mail = channel === 'mail';
  return (
    <section className="card" aria-labelledby={channel}>
      <div className="message-head"><h2 id={channel}>{t(`own.${channel}`)}</h2>{!contact && <span className="chip">{t('own.none')}</span>}</div>
      <Form<Given> form={form} name={channel} layout="vertical" requiredMark={false} initialValues={first} onFinish={(body) => save.mutate({ method: 'PUT', path, body }, { onSuccess: ({ address }) => form.setFieldValue('address', address) })}>
        <Form.Item name="address" label={t(`own.address.${channel}`)} rules={[{ required: true, whitespace: true, message: t('own.needed') }]}>
          <Input inputMode={mail ? 'email' : 'tel'} autoComplete={mail ? 'email' : 'tel'} maxLength={254} />
        </Form.Item>
        <Form.Item name="language" label={t('own.language')}>
          <Select options={(['zh', 'en'] as const).map((one) => ({ value: one, label: t(mail ? `own.${one}` : `own.${one}Only`) }))} />
        </Form.Item>
        {mail && (
          <Form.Item name="choice" label={t('own.choice')}>
            <Select options={(['all', 'important'] as const).map((one) => ({ value: one, label: t(`own.${one}`) }))} />
          </Form.Item>
        )}
        {!mail && <p className="soft small">{t('own.smsNote')}</p>}
        {save.error && <ProblemNotice error={save.error} />}
        <div className="contact-acts">
          <Button type="primary" htmlType="submit" loading={save.isPending}>{t('own.save')}</Button>
          {contact && <Button loading={drop.isPending} aria-label={t(`own.dropOf.${channel}`)} onClick={() => drop.mutate({ method: 'DELETE', path }, { onSuccess: () => form.setFieldsValue({ address: '' }) })}>{t('own.drop')}</Button>}
        </div>
      </Form>
    </section>
  );
}
