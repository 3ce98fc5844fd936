import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeenCase, SeenItem } from '../../api/schemas/seen-case.ts';
import { dayInWords } from '../app/civil-day.ts';
import { useCommand } from '../app/command.ts';
import { useLanguage } from '../app/language.ts';
import { ItemState } from '../case-page/item-state.tsx';
import { itemsFor, mayDo } from './permitted.ts';

/** Item by item where each stands and until when; what is no longer wanted can be withdrawn. */
export function MyItems({ seen }: { readonly seen: SeenCase }) {
  const { t } = useTranslation('applicant');
  const { say } = useLanguage();
  const [leaving, setLeaving] = useState<SeenItem | 'case' | null>(null);
  const withdrawable = itemsFor(seen, 'withdrawItem');
  return (
    <section className="card" aria-labelledby="my-items">
      <h2 id="my-items">{t('items.title')}</h2>
      {seen.items.length === 0 && <p className="soft">{t('items.notYet')}</p>}
      <ul className="rows">{seen.items.map((item) => <li key={item.id}><Item item={item} seen={seen} onWithdraw={withdrawable.includes(item) ? () => setLeaving(item) : null} /></li>)}</ul>
      {seen.notApplicable.length > 0 && <p className="small soft">{t('items.notNeeded', { items: seen.notApplicable.map(({ name }) => say(name)).join(t('comma')) })}</p>}
      {mayDo(seen, 'withdrawCase') && <Button danger onClick={() => setLeaving('case')}>{t('withdraw.case')}</Button>}
      <Withdraw seen={seen} what={leaving} onClose={() => setLeaving(null)} />
    </section>
  );
}

function Item({ item, seen, onWithdraw }: { readonly item: SeenItem; readonly seen: SeenCase; readonly onWithdraw: (() => void) | null }) {
  const { t } = useTranslation('applicant');
  const { say, language } = useLanguage();
  const due = seen.clocks.filter((clock) => clock.open && clock.item === item.id && clock.dueOn !== null && ['promised', 'statutory', 'delivery', 'preliminary'].includes(clock.kind)).map(({ dueOn }) => dueOn!).sort()[0];
  const running = item.procedures.filter(({ endedOn }) => endedOn === null);
  return (
    <>
      <div className="row-head"><b>{say(item.name)}</b><ItemState state={item.state} /></div>
      <div className="row-head small soft">
        <span>{say(item.authority)}{item.decision ? ` · ${dayInWords(item.decision.on, language)}` : due ? ` · ${t('until', { day: dayInWords(due, language) })}` : ''}{item.delivery ? ` · ${t(item.delivery.servedOn ? 'items.served' : 'items.handedOver', { on: item.delivery.servedOn ?? item.delivery.handedOverOn })}` : ''}</span>
        {onWithdraw && <Button size="small" type="link" onClick={onWithdraw} aria-label={t('withdraw.itemOf', { name: say(item.name) })}>{t('withdraw.item')}</Button>}
      </div>
      {running.map((one) => <p key={one.id} className="small">{t(one.stopsClock ? 'items.procedureStops' : 'items.procedure', { name: say(one.name), by: one.by })}{one.dueOn ? ` ${t('until', { day: dayInWords(one.dueOn, language) })}` : ''}</p>)}
    </>
  );
}

function Withdraw({ seen, what, onClose }: { readonly seen: SeenCase; readonly what: SeenItem | 'case' | null; readonly onClose: () => void }) {
  const { t } = useTranslation('applicant');
  const { t: app } = useTranslation('app');
  const { say } = useLanguage();
  const [reason, setReason] = useState('');
  const command = useCommand(seen.caseNo, { done: t('withdraw.done') });
  const end = () => { setReason(''); onClose(); };
  const send = () => command.mutate({ do: what === 'case' ? 'withdrawCase' : 'withdrawItem', with: { ...(what !== null && what !== 'case' ? { item: what.id } : {}), ...(reason.trim() ? { reason: reason.trim() } : {}) } }, { onSuccess: end });
  return (
    <Modal
      open={what !== null} title={what === 'case' ? t('withdraw.caseTitle') : t('withdraw.itemTitle', { name: what === null ? '' : say(what.name) })} onCancel={end} onOk={send} okText={t('withdraw.sure')} cancelText={app('cancel')}
      okButtonProps={{ danger: true, loading: command.isPending }} destroyOnHidden
    >
      <p>{t(what === 'case' ? 'withdraw.caseNote' : 'withdraw.itemNote')}</p>
      <label htmlFor="withdraw-reason">{t('withdraw.reason')}</label>
      <Input.TextArea id="withdraw-reason" value={reason} onChange={({ target }) => setReason(target.value)} autoSize={{ minRows: 2, maxRows: 5 }} maxLength={1000} />
    </Modal>
  );
}
