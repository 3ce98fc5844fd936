import { DeleteOutlined } from '@ant-design/icons';
import { Button, Form, Input, Popover } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../app/language.ts';
import { useMe } from '../../app/me.ts';
import { useKept } from '../kept.ts';
import { type Purpose, READY_MADE } from './ready-made.ts';

interface Props {
  readonly name: string;
  readonly label: string;
  readonly purpose: Purpose;
  readonly required?: boolean;
  readonly rows?: number;
  readonly extra?: string;
}

const NONE: readonly string[] = [];

/** A text with templates: those that come with the project, and one's own. */
export function OpinionField({ name, label, purpose, required = true, rows = 3, extra }: Props) {
  const { t } = useTranslation('department');
  const form = Form.useFormInstance();
  return (
    <div className="opinion">
      <Form.Item name={name} label={label} {...(extra ? { extra } : {})} rules={required ? [{ required: true, whitespace: true, message: t('field.missing') }] : []}>
        <Input.TextArea autoSize={{ minRows: rows, maxRows: 12 }} maxLength={4000} />
      </Form.Item>
      <Templates purpose={purpose} label={label} current={() => String(form.getFieldValue(name) ?? '')} onChoose={(text) => form.setFieldValue(name, text)} />
    </div>
  );
}

function Templates({ purpose, label, current, onChoose }: { readonly purpose: Purpose; readonly label: string; readonly current: () => string; readonly onChoose: (text: string) => void }) {
  const { t } = useTranslation('department');
  const { say } = useLanguage();
  const me = useMe();
  const [own, keep] = useKept(`onething.templates.${me?.person.id ?? ''}.${purpose}`, NONE);
  const [open, setOpen] = useState(false);
  const choose = (text: string) => {
    // What was typed stays: a template is added to it.
    const typed = current().trim();
    onChoose(typed === '' || typed === text ? text : `${typed}\n${text}`);
    setOpen(false);
  };
  const typed = open ? current().trim() : '';
  const list = (
    <div className="templates">
      <ul>
        {own.map((text) => (
          <li key={text}><button type="button" onClick={() => choose(text)}>{text}</button><Button size="small" type="text" icon={<DeleteOutlined aria-hidden />} aria-label={t('template.forget', { text })} onClick={() => keep(own.filter((one) => one !== text))} /></li>
        ))}
        {READY_MADE[purpose].map((text) => <li key={text.en}><button type="button" onClick={() => choose(say(text))}>{say(text)}</button></li>)}
      </ul>
      <Button size="small" disabled={typed === '' || own.includes(typed)} onClick={() => { keep([typed, ...own].slice(0, 30)); setOpen(false); }}>{t('template.keep')}</Button>
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" open={open} onOpenChange={setOpen} content={list}>
      <Button size="small" type="link" className="template-button" aria-label={t('template.of', { label })}>{t('template.open')}</Button>
    </Popover>
  );
}
