import './messages.css';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Webhook, WebhookWithSecret } from '../../api/client/generated.ts';
import { momentInWords } from '../app/civil-day.ts';
import { Heading } from '../app/heading.tsx';
import { useLanguage } from '../app/language.ts';
import { Loaded } from '../app/loaded.tsx';
import { useSend } from '../app/send.tsx';
import { DeskWays } from './desk-ways.tsx';
import { useDepartments } from './departments.ts';
import { SecretOnce } from './secret-once.tsx';
import { Subscribe } from './subscribe.tsx';
import { useWebhooks } from './webhooks.ts';

/** `/messages/webhooks`: which systems are told, of what; a new one, and the end of one. */
export function Page() {
  const { t } = useTranslation('messages');
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<WebhookWithSecret | null>(null);
  const list = useWebhooks();
  return (
    <>
      <Heading title={t('webhooks.title')} note={t('webhooks.note')} extra={<><DeskWays />{list.data && <Button type="primary" onClick={() => setAdding(true)}>{t('webhooks.add')}</Button>}</>} />
      <section className="card">
        <Loaded query={list}>
          {(webhooks) => (webhooks.length === 0 ? <p className="soft">{t('webhooks.none')}</p> : <ul className="message-rows">{inOrder(webhooks).map((one) => <Row key={one.id} webhook={one} />)}</ul>)}
        </Loaded>
      </section>
      {adding && <Subscribe onClose={() => setAdding(false)} onMade={(webhook) => { setAdding(false); setMade(webhook); }} />}
      {made && <SecretOnce webhook={made} onKept={() => setMade(null)} />}
    </>
  );
}

/** Those that are told first, the latest on top. */
function inOrder(webhooks: readonly Webhook[]): Webhook[] {
  return webhooks.toReversed().sort((a, b) => Number(a.endedAt !== null) - Number(b.endedAt !== null));
}

function Row({ webhook: { id, url, events, department, createdBy, createdAt, endedAt, endedBecause } }: { readonly webhook: Webhook }) {
  const { t } = useTranslation('messages');
  const { t: app } = useTranslation('app');
  const { say } = useLanguage();
  const { modal } = App.useApp();
  const departments = useDepartments();
  const end = useSend<unknown>({ refresh: [['webhooks'], ['undelivered']], done: t('webhooks.endDone') });
  const name = departments.data?.find((one) => one.id === department);
  const ask = () => modal.confirm({ title: t('webhooks.endOf', { url }), content: t('webhooks.endSure'), okText: t('webhooks.end'), cancelText: app('cancel'), okButtonProps: { danger: true }, onOk: () => end.mutateAsync({ method: 'DELETE', path: `/webhooks/${id}` }).catch(() => undefined) });
  return (
    <li>
      <div className="message-head"><b className="web-address">{url}</b><span className={`chip ${endedAt === null ? 'open' : ''}`}>{t(endedAt === null ? 'webhooks.active' : 'webhooks.ended')}</span></div>
      <p className="small">{t('webhooks.about', { department: department === null ? t('webhooks.everyDepartment') : name ? say(name.name) : department, events: events.length === 0 ? t('webhooks.everyEvent') : events.map((event) => t(`event.${event}`, event)).join(app('listComma')) })}</p>
      <div className="message-head">
        <span className="soft small">{t('webhooks.by', { by: createdBy, at: momentInWords(createdAt) })}{endedAt !== null && <> · {t('webhooks.endedAt', { at: momentInWords(endedAt), because: endedBecause ?? '' })}</>}</span>
        {endedAt === null && <Button size="small" danger onClick={ask} aria-label={t('webhooks.endOf', { url })}>{t('webhooks.end')}</Button>}
      </div>
    </li>
  );
}
