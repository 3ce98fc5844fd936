import { App, Alert, Button, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { WebhookWithSecret } from '../../api/client/generated.ts';

/** The key of the signatures, shown once: it closes by its own button alone, not by a click beside it. */
export function SecretOnce({ webhook: { url, secret }, onKept }: { readonly webhook: WebhookWithSecret; readonly onKept: () => void }) {
  const { t } = useTranslation('messages');
  const { message } = App.useApp();
  // The clipboard is there over https alone; what cannot be copied is selected by hand.
  const copy = () => navigator.clipboard?.writeText(secret).then(() => message.success(t('webhooks.copied')), () => undefined);
  return (
    <Modal open title={t('webhooks.secret')} closable={false} keyboard={false} mask={{ closable: false }} footer={<Button type="primary" onClick={onKept}>{t('webhooks.kept')}</Button>}>
      <p className="web-address">{url}</p>
      <div className="secret-once">
        <Input readOnly value={secret} aria-label={t('webhooks.secret')} onFocus={(event) => event.target.select()} />
        <Button onClick={() => void copy()}>{t('webhooks.copy')}</Button>
      </div>
      <Alert type="warning" showIcon title={t('webhooks.secretNote')} />
    </Modal>
  );
}
