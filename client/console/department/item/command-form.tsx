import { App, Button, Form, type FormInstance } from 'antd';
import { type ReactNode, useEffect, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useEffects } from '../../app/command-effects.ts';
import { read } from '../kept.ts';
import { useDeskCase } from './desk-case.ts';

interface Props<Values> {
  readonly command: string;
  /** What the command is told; the item is put in where there is one. */
  readonly arguments: (values: Values) => Readonly<Record<string, unknown>>;
  readonly submit: string;
  /** It cannot be undone: asked once more, with what it does. */
  readonly final?: boolean | ((values: Values) => boolean);
  readonly danger?: boolean;
  readonly initial?: Partial<Values>;
  readonly children?: ReactNode;
  readonly form?: FormInstance<Values>;
  /** Several forms of one command are kept apart by this. */
  readonly part?: string;
  /** The command is about the case, though the page is about an item. */
  readonly ofCase?: boolean;
  readonly disabled?: boolean;
  readonly onDone?: () => void;
}

/** A command with what it needs and what it does. What is typed is kept until it is sent: a lost line or session loses none of it. */
export function CommandForm<Values extends object>({ command, arguments: argumentsOf, submit, final = false, danger = false, initial, children, form: given, part = '', ofCase = false, disabled = false, onDone }: Props<Values>) {
  const { t } = useTranslation('department');
  const { t: app } = useTranslation('app');
  const { modal } = App.useApp();
  const { seen, item, give, pending } = useDeskCase();
  const effect = useEffects()(command);
  const [form] = Form.useForm<Values>(given);
  // A page has several forms with fields of one name: without it their labels would all point at the first.
  const name = useId();
  const keptAs = `onething.typed.${seen.caseNo}.${item?.id ?? ''}.${command}.${part}`;
  useEffect(() => {
    const kept = read<Partial<Values> | null>(keptAs, null, sessionStorage);
    if (kept) form.setFieldsValue(kept as Parameters<typeof form.setFieldsValue>[0]);
  }, [form, keptAs]);
  const keep = (values: Values) => {
    try {
      sessionStorage.setItem(keptAs, JSON.stringify(values));
    } catch {
      // Full: it stays in the form.
    }
  };
  const send = async (values: Values) => {
    const isDone = await give({ do: command, with: { ...(item && !ofCase ? { item: item.id } : {}), ...argumentsOf(values) } });
    if (!isDone) return;
    sessionStorage.removeItem(keptAs);
    form.resetFields();
    onDone?.();
  };
  const ask = (values: Values) => {
    const isFinal = typeof final === 'function' ? final(values) : final;
    if (!isFinal) return void send(values);
    modal.confirm({ title: t('final.title', { what: submit }), content: <><p>{effect}</p><p>{t('final.text')}</p></>, okText: submit, cancelText: app('cancel'), okButtonProps: { danger }, onOk: () => send(values) });
  };
  return (
    <Form form={form} name={name} layout="vertical" requiredMark="optional" className="command-form" disabled={pending} {...(initial ? { initialValues: initial } : {})} onValuesChange={(_, values) => keep(values)} onFinish={ask} scrollToFirstError={{ focus: true }}>
      {children}
      <div className="command-end">
        <Button type="primary" htmlType="submit" danger={danger} loading={pending} disabled={disabled || pending}>{submit}</Button>
        <p className="soft small">{effect}</p>
      </div>
    </Form>
  );
}
