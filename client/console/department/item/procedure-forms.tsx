import { Alert, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../app/language.ts';
import { OpinionField } from '../opinion/opinion-field.tsx';
import { CommandForm } from './command-form.tsx';
import { useDeskItem } from './desk-case.ts';

type Started = { readonly procedure: string; readonly by: string; readonly days: number };

/** Starts a special procedure: by whom, how long; told in writing. What is under way is told anew. */
export function StartProcedure() {
  const { t } = useTranslation('department');
  const { say } = useLanguage();
  const { item } = useDeskItem();
  const [form] = Form.useForm<Started>();
  const chosen = Form.useWatch('procedure', form);
  const choice = item.procedureChoices.find(({ id }) => id === chosen);
  const running = item.procedures.find(({ id, endedOn }) => id === chosen && endedOn === null);
  const only = item.procedureChoices.length === 1 ? item.procedureChoices[0]!.id : undefined;
  return (
    <CommandForm<Started>
      command="startProcedure" form={form} submit={t(running ? 'procedure.renew' : 'procedure.start')} final initial={only === undefined ? {} : { procedure: only }}
      arguments={({ procedure, by, days }) => ({ procedure, by: by.trim(), days })}
    >
      <Form.Item name="procedure" label={t('procedure.which')} rules={[{ required: true, message: t('field.missing') }]}><Select options={item.procedureChoices.map(({ id, name }) => ({ value: id, label: say(name) }))} /></Form.Item>
      {choice && <Alert type={choice.stopsClock ? 'warning' : 'info'} showIcon title={t(choice.stopsClock ? 'procedure.stops' : 'procedure.counts')} />}
      {running && <Alert type="info" showIcon title={t('procedure.isRunning', { by: running.by, on: running.startedOn, until: running.dueOn ?? '—' })} />}
      <Form.Item name="by" label={t('procedure.by')} rules={[{ required: true, whitespace: true, message: t('field.missing') }]}><Input maxLength={200} /></Form.Item>
      <Form.Item name="days" label={t('procedure.days')} rules={[{ required: true, message: t('field.missing') }]}><InputNumber min={1} max={1000} precision={0} suffix={t('unit.workingDays')} /></Form.Item>
    </CommandForm>
  );
}

type Ended = { readonly procedure: string; readonly result: string };

export function EndProcedure() {
  const { t } = useTranslation('department');
  const { say } = useLanguage();
  const { item } = useDeskItem();
  const running = item.procedures.filter(({ endedOn }) => endedOn === null);
  return (
    <CommandForm<Ended> command="endProcedure" submit={t('procedure.end')} final initial={running.length === 1 ? { procedure: running[0]!.id } : {}} arguments={({ procedure, result }) => ({ procedure, result: result.trim() })}>
      <Form.Item name="procedure" label={t('procedure.which')} rules={[{ required: true, message: t('field.missing') }]}>
        <Select options={running.map(({ id, name, by, startedOn }) => ({ value: id, label: `${say(name)} · ${by} · ${startedOn}` }))} />
      </Form.Item>
      <OpinionField name="result" label={t('procedure.result')} purpose="procedureEnd" />
    </CommandForm>
  );
}
