import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommand } from '../app/command.ts';
import { useLanguage } from '../app/language.ts';
import { useMe } from '../app/me.ts';
import type { DeskRating } from './desk-queries.ts';
import { Owner } from './owner.tsx';

/** A bad rating: what was said, until when it is to be rectified, what was done. */
export function RatingRow({ row }: { readonly row: DeskRating }) {
  const { t } = useTranslation('manager');
  const { say } = useLanguage();
  const me = useMe();
  const [rectifying, setRectifying] = useState(false);
  const { rectified } = row;
  const what = row.text ?? t('unresolved.noText');
  return (
    <li>
      <div className="row-head">
        <span><span className="chip bad">{t(`unresolved.level.${row.level}`)}</span> <b>{what}</b></span>
        {rectified ? <span className="chip good number">{t('unresolved.settledOn', { at: rectified.on })}</span>
          : row.dueOn && <span className={`chip number ${['', 'warn', 'bad'][row.colour]}`}>{row.colour === 2 ? t('unresolved.overRectify', { on: row.dueOn }) : t('unresolved.dueRectify', { on: row.dueOn })}</span>}
      </div>
      <p className="soft small">{t('unresolved.rated', { name: row.applicantName, on: row.on })} · {say(row.service.name)} · <Link to={`/cases/${row.caseNo}`} className="number">{row.caseNo}</Link></p>
      {rectified && <><p>{t('unresolved.measures', { text: rectified.measures })}</p><p>{t('unresolved.followedUp', { text: rectified.followUp })} <span className="soft small">{rectified.by}</span></p></>}
      {!rectified && (
        <div className="row-acts">
          <Owner caseNo={row.caseNo} taskId="rectifyRating" owner={row.owner} what={what} />
          {me?.person.role === 'manager' && <Button size="small" type="primary" onClick={() => setRectifying(true)}>{t('unresolved.rectify')}</Button>}
        </div>
      )}
      {rectifying && <Rectify row={row} onClose={() => setRectifying(false)} />}
    </li>
  );
}

interface Said {
  readonly measures: string;
  readonly followUp: string;
}

function Rectify({ row, onClose }: { readonly row: DeskRating; readonly onClose: () => void }) {
  const { t } = useTranslation('manager');
  const { t: app } = useTranslation('app');
  const [form] = Form.useForm<Said>();
  const command = useCommand(row.caseNo);
  return (
    <Modal open title={t('unresolved.rectify')} okText={t('unresolved.send')} cancelText={app('cancel')} confirmLoading={command.isPending} onCancel={onClose} onOk={() => form.submit()} destroyOnHidden>
      <Form<Said> form={form} layout="vertical" requiredMark={false} onFinish={({ measures, followUp }) => command.mutate({ do: 'rectifyRating', with: { measures, followUp } }, { onSuccess: onClose })}>
        <Form.Item name="measures" label={t('unresolved.measuresLabel')} rules={[{ required: true, whitespace: true, message: t('unresolved.measuresNeeded') }]}><Input.TextArea rows={3} maxLength={1000} autoFocus /></Form.Item>
        <Form.Item name="followUp" label={t('unresolved.followUp')} rules={[{ required: true, whitespace: true, message: t('unresolved.followUpNeeded') }]}><Input.TextArea rows={2} maxLength={1000} /></Form.Item>
      </Form>
    </Modal>
  );
}
