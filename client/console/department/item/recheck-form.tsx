import { Alert, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { OpinionField } from '../opinion/opinion-field.tsx';
import { CommandForm } from './command-form.tsx';
import { useDeskItem } from './desk-case.ts';

interface Values {
  readonly satisfied?: boolean;
  readonly reasons?: string;
  readonly article?: string;
}

/** What was listed is satisfied, or is proposed for non-acceptance with reasons and article. */
export function RecheckForm() {
  const { t } = useTranslation('department');
  const { item } = useDeskItem();
  const [form] = Form.useForm<Values>();
  const satisfied = Form.useWatch('satisfied', form);
  const uncorrected = item.state === 'uncorrected';
  return (
    <CommandForm<Values>
      command="recheck" form={form} submit={t(satisfied === false ? 'recheck.submitNot' : 'recheck.submit')} final danger={satisfied === false} initial={uncorrected ? { satisfied: false } : {}}
      arguments={(given) => ({ satisfied: given.satisfied, ...(given.satisfied ? {} : { reasons: given.reasons?.trim(), article: given.article?.trim() }) })}
    >
      {uncorrected && <Alert type="warning" showIcon title={t('recheck.uncorrected')} />}
      <Form.Item name="satisfied" label={t('recheck.answer')} rules={[{ required: true, message: t('field.missing') }]}>
        <Radio.Group options={[{ value: true, label: t('recheck.is'), disabled: uncorrected }, { value: false, label: t('recheck.isNot') }]} />
      </Form.Item>
      {satisfied === false && (
        <>
          <OpinionField name="reasons" label={t('recheck.reasons')} purpose="unsatisfied" />
          <Form.Item name="article" label={t('propose.article')} rules={[{ required: true, whitespace: true, message: t('field.missing') }]}><Input maxLength={300} /></Form.Item>
          <Alert type="info" showIcon title={t('examine.secondPerson')} />
        </>
      )}
    </CommandForm>
  );
}
