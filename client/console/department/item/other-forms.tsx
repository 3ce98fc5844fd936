import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { OpinionField } from '../opinion/opinion-field.tsx';
import { CommandForm } from './command-form.tsx';

/** A lower authority's first examination: its opinion, and all materials, go up. @see ALL art. 43 */
export function Preliminary() {
  const { t } = useTranslation('department');
  return (
    <CommandForm<{ meets: boolean; opinion: string }> command="reportPreliminary" submit={t('preliminary.report')} final arguments={({ meets, opinion }) => ({ meets, opinion: opinion.trim() })}>
      <Form.Item name="meets" label={t('preliminary.answer')} rules={[{ required: true, message: t('field.missing') }]}>
        <Radio.Group options={[{ value: true, label: t('course.meets') }, { value: false, label: t('course.meetsNot') }]} />
      </Form.Item>
      <OpinionField name="opinion" label={t('preliminary.opinion')} purpose="preliminary" />
    </CommandForm>
  );
}

/** The check after a grant on a commitment. A failed one says what follows. */
export function AfterCheck() {
  const { t } = useTranslation('department');
  const [form] = Form.useForm<{ passed: boolean; findings: string; measures?: string }>();
  const passed = Form.useWatch('passed', form);
  return (
    <CommandForm<{ passed: boolean; findings: string; measures?: string }>
      command="recordAfterCheck" form={form} submit={t('afterCheck.record')} final danger={passed === false}
      arguments={({ passed: is, findings, measures }) => ({ passed: is, findings: findings.trim(), ...(is ? {} : { measures: measures?.trim() }) })}
    >
      <Form.Item name="passed" label={t('afterCheck.answer')} rules={[{ required: true, message: t('field.missing') }]}>
        <Radio.Group options={[{ value: true, label: t('course.passed') }, { value: false, label: t('course.passedNot') }]} />
      </Form.Item>
      <OpinionField name="findings" label={t('afterCheck.findings')} purpose="findings" />
      {passed === false && <OpinionField name="measures" label={t('afterCheck.measures')} purpose="measures" />}
    </CommandForm>
  );
}

/** The supervising department takes over what was granted. */
export function TakeIntoSupervision() {
  const { t } = useTranslation('department');
  return (
    <CommandForm<{ note?: string }> command="acknowledgeSupervision" submit={t('supervision.acknowledge')} arguments={({ note }) => (note?.trim() ? { note: note.trim() } : {})}>
      <Form.Item name="note" label={t('supervision.note')}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} /></Form.Item>
    </CommandForm>
  );
}
