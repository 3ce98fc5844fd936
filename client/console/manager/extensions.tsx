import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommand } from '../app/command.ts';
import { useLanguage } from '../app/language.ts';
import type { BoardFilter } from './board-filter.ts';
import { type PendingExtension, usePendingExtensions } from './board-queries.ts';

/** Extensions that wait for a head's word: whoever it is for decides here, others see that it waits. Nothing, when there are none. */
export function Extensions({ filter }: { readonly filter: BoardFilter }) {
  const { t } = useTranslation('manager');
  const { data } = usePendingExtensions(filter);
  if (!data || data.rows.length === 0) return null;
  return (
    <section className="card" aria-labelledby="extensions">
      <h2 id="extensions">{t('extension.title')}</h2>
      <ul className="desk-rows">{data.rows.map((row) => <Row key={`${row.caseNo} ${row.clock}`} row={row} />)}</ul>
    </section>
  );
}

function Row({ row }: { readonly row: PendingExtension }) {
  const { t } = useTranslation('manager');
  const { say } = useLanguage();
  const [asked, setAsked] = useState<'approve' | 'reject' | null>(null);
  const what = row.item ? say(row.item.name) : t('extension.joint');
  return (
    <li>
      <div className="row-head"><b>{what} · {t('extension.days', { days: row.days })}</b>{row.dueOn && <span className={`chip number ${['', 'warn', 'bad'][row.colour]}`}>{t('extension.lapses', { on: row.dueOn })}</span>}</div>
      <p>{row.reason}</p>
      <p className="soft small">{t('extension.asked', { name: row.requestedBy, on: row.requestedOn })} · {t('extension.decidedBy', { name: say(row.department.name) })} · <Link to={`/cases/${row.caseNo}`} className="number">{row.caseNo}</Link></p>
      {row.mine && (
        <div className="row-acts">
          <Button type="primary" size="small" aria-label={t('extension.approveOf', { what })} onClick={() => setAsked('approve')}>{t('extension.approve')}</Button>
          <Button size="small" aria-label={t('extension.rejectOf', { what })} onClick={() => setAsked('reject')}>{t('extension.reject')}</Button>
        </div>
      )}
      {asked && <Decide row={row} what={what} how={asked} onClose={() => setAsked(null)} />}
    </li>
  );
}

function Decide({ row, what, how, onClose }: { readonly row: PendingExtension; readonly what: string; readonly how: 'approve' | 'reject'; readonly onClose: () => void }) {
  const { t } = useTranslation('manager');
  const [form] = Form.useForm<{ reason: string }>();
  const command = useCommand(row.caseNo);
  const of = row.item ? { item: row.item.id } : {};
  const approve = () => command.mutate({ do: 'approveExtension', with: of }, { onSuccess: onClose });
  const reject = ({ reason }: { reason: string }) => command.mutate({ do: 'rejectExtension', with: { ...of, reason } }, { onSuccess: onClose });
  return (
    <Modal
      open title={how === 'approve' ? t('extension.approveOf', { what }) : t('extension.rejectOf', { what })} okText={how === 'approve' ? t('extension.approve') : t('extension.reject')} cancelText={t('extension.cancel')} confirmLoading={command.isPending}
      onCancel={onClose} onOk={() => (how === 'approve' ? approve() : form.submit())} destroyOnHidden
    >
      {how === 'approve' ? <p>{t('extension.approveSure')}</p> : (
        <Form form={form} layout="vertical" requiredMark={false} onFinish={reject}>
          <Form.Item name="reason" label={t('extension.rejectReason')} rules={[{ required: true, whitespace: true, message: t('extension.needed') }]}><Input.TextArea rows={3} maxLength={500} autoFocus /></Form.Item>
        </Form>
      )}
    </Modal>
  );
}
