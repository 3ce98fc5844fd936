import { Form, InputNumber, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OpinionField } from '../opinion/opinion-field.tsx';
import { CommandForm } from './command-form.tsx';
import { useDeskCase } from './desk-case.ts';

type Asked = { readonly days: number; readonly reason: string };

/** Asks for the one extension, before the limit ends; who decides on it is another person. `joint`: of the joint limit of all items. */
export function RequestExtension({ joint = false }: { readonly joint?: boolean }) {
  const { t } = useTranslation('department');
  return (
    <CommandForm<Asked> command="requestExtension" part={joint ? 'joint' : ''} ofCase={joint} submit={t('extension.request')} arguments={({ days, reason }) => ({ days, reason: reason.trim() })}>
      <Form.Item name="days" label={t('extension.days')} rules={[{ required: true, message: t('field.missing') }]}><InputNumber min={1} max={1000} precision={0} suffix={t('unit.workingDays')} /></Form.Item>
      <OpinionField name="reason" label={t('extension.reason')} purpose="extension" extra={t('extension.told')} />
    </CommandForm>
  );
}

/** The head approves or rejects what was asked for. */
export function DecideExtension({ joint = false }: { readonly joint?: boolean }) {
  const { t } = useTranslation('department');
  const { seen, item } = useDeskCase();
  const clock = joint ? 'joint' : `statutory:${item?.id ?? ''}`;
  const asked = seen.extensions.find((one) => one.clock === clock);
  const [way, setWay] = useState<'approve' | 'reject'>('approve');
  return (
    <>
      {asked && <div className="proposed"><p><b>{t('course.extension', { count: asked.days })}</b> <span className="soft small">{asked.requestedBy.name} {asked.requestedOn}</span></p><p>{asked.reason}</p></div>}
      <Segmented block aria-label={t('extension.way')} value={way} onChange={setWay} options={(['approve', 'reject'] as const).map((value) => ({ value, label: t(`extension.${value}`) }))} />
      {way === 'approve'
        ? <CommandForm key="approve" command="approveExtension" part={clock} ofCase={joint} submit={t('extension.approveDo')} final arguments={() => ({})} />
        : (
          <CommandForm<{ reason: string }> key="reject" command="rejectExtension" part={clock} ofCase={joint} submit={t('extension.rejectDo')} final danger arguments={({ reason }) => ({ reason: reason.trim() })}>
            <OpinionField name="reason" label={t('extension.rejectReason')} purpose="rejectExtension" />
          </CommandForm>
        )}
    </>
  );
}
