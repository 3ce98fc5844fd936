import { DeleteOutlined, FlagOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../app/language.ts';
import { COMMON_DEFECTS } from '../opinion/ready-made.ts';
import { type Target, useMarks } from './marks.ts';

/** What is wrong with a material or a field, marked where it stands. */
export function MarkDefect({ target, name }: { readonly target: Target; readonly name: string }) {
  const { t } = useTranslation('department');
  const marks = useMarks();
  const [open, setOpen] = useState(false);
  const own = marks.of(target);
  return (
    <div className="mark">
      {own.map((mark) => (
        <div key={`${mark.problem}${mark.supply}`} className="marked">
          <FlagOutlined aria-hidden />
          <div><b>{mark.problem}</b><p>{t('mark.supplyIs')} {mark.supply}</p></div>
          {marks.open && <Button size="small" type="text" icon={<DeleteOutlined aria-hidden />} aria-label={t('mark.removeOf', { name, problem: mark.problem })} onClick={() => marks.remove(mark)} />}
        </div>
      ))}
      {marks.open && !open && <Button size="small" className="mark-button" icon={<FlagOutlined aria-hidden />} aria-label={t('mark.of', { name })} onClick={() => setOpen(true)}>{t('mark.do')}</Button>}
      {open && <MarkForm target={target} name={name} onClose={() => setOpen(false)} />}
    </div>
  );
}

function MarkForm({ target, name, onClose }: { readonly target: Target; readonly name: string; readonly onClose: () => void }) {
  const { t } = useTranslation('department');
  const { t: app } = useTranslation('app');
  const { say } = useLanguage();
  const marks = useMarks();
  const [form] = Form.useForm<{ problem: string; supply: string }>();
  return (
    <Form form={form} layout="vertical" className="mark-form" onFinish={({ problem, supply }) => { marks.add({ ...target, problem: problem.trim(), supply: supply.trim() }); onClose(); }} aria-label={t('mark.of', { name })}>
      <div className="common" role="group" aria-label={t('mark.common')}>
        {COMMON_DEFECTS[target.kind].map((one) => <Button key={one.name.en} size="small" onClick={() => form.setFieldsValue({ problem: say(one.problem), supply: say(one.supply) })}>{say(one.name)}</Button>)}
      </div>
      <Form.Item name="problem" label={t('mark.problem')} rules={[{ required: true, whitespace: true, message: t('field.missing') }]}><Input.TextArea autoFocus autoSize={{ minRows: 1, maxRows: 5 }} maxLength={1000} /></Form.Item>
      <Form.Item name="supply" label={t('mark.supply')} rules={[{ required: true, whitespace: true, message: t('field.missing') }]}><Input.TextArea autoSize={{ minRows: 1, maxRows: 5 }} maxLength={1000} /></Form.Item>
      <Button size="small" type="primary" htmlType="submit">{t('mark.add')}</Button> <Button size="small" onClick={onClose}>{app('cancel')}</Button>
    </Form>
  );
}
