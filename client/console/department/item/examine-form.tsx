import { FlagOutlined } from '@ant-design/icons';
import { Alert, Button, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../app/language.ts';
import { OpinionField } from '../opinion/opinion-field.tsx';
import { CommandForm } from './command-form.tsx';
import { useDeskItem } from './desk-case.ts';
import { type Mark, useMarks } from './marks.ts';

interface Values {
  readonly answer: 'complete' | 'deficient' | 'outOfScope';
  readonly ground?: 'noLicenceNeeded' | 'otherAuthority';
  readonly rightAuthority?: string;
  readonly reason?: string;
}

/** Complete, deficient in what is marked, or out of scope. It may be changed until the notice or the acceptance. */
export function ExamineForm() {
  const { t } = useTranslation('department');
  const { item } = useDeskItem();
  const marks = useMarks();
  const [form] = Form.useForm<Values>();
  const answer = Form.useWatch('answer', form);
  const ground = Form.useWatch('ground', form);
  const answered = item.state === 'complete' || item.state === 'deficient';
  return (
    <CommandForm<Values>
      command="examine" form={form} submit={t(`examine.submit.${answer ?? 'complete'}`)} danger={answer === 'outOfScope'} initial={{ answer: marks.list.length > 0 ? 'deficient' : 'complete' }}
      disabled={answer === 'deficient' && marks.list.length === 0} final={({ answer: given }) => given === 'outOfScope' || (given === 'complete' && marks.list.length > 0)}
      arguments={(given) => ({
        answer: given.answer,
        ...(given.answer === 'deficient' ? { defects: marks.list.map(({ kind, code, problem, supply }) => ({ target: { [kind]: code }, problem, supply })) } : {}),
        ...(given.answer === 'outOfScope' ? { ground: given.ground, reason: given.reason?.trim(), ...(given.ground === 'otherAuthority' ? { rightAuthority: given.rightAuthority?.trim() } : {}) } : {}),
      })}
      onDone={marks.reset}
    >
      {answered && <Alert type="info" showIcon title={t(`examine.answered.${item.state}`)} />}
      <Form.Item name="answer" label={t('examine.answer')} rules={[{ required: true }]}>
        <Radio.Group options={(['complete', 'deficient', 'outOfScope'] as const).map((value) => ({ value, label: t(`examine.${value}`) }))} />
      </Form.Item>
      {answer === 'complete' && marks.list.length > 0 && <Alert type="warning" showIcon title={t('examine.marksLeft', { count: marks.list.length })} />}
      {answer === 'deficient' && <MarkedDefects marks={marks.list} />}
      {answer === 'outOfScope' && (
        <>
          <Form.Item name="ground" label={t('examine.ground')} rules={[{ required: true, message: t('field.missing') }]}>
            <Radio.Group options={(['noLicenceNeeded', 'otherAuthority'] as const).map((value) => ({ value, label: t(`ground.${value}`) }))} />
          </Form.Item>
          {ground === 'otherAuthority' && <Form.Item name="rightAuthority" label={t('examine.rightAuthority')} rules={[{ required: true, whitespace: true, message: t('field.missing') }]}><Input maxLength={200} /></Form.Item>}
          <OpinionField name="reason" label={t('examine.reason')} purpose="outOfScope" />
          <Alert type="info" showIcon title={t('examine.secondPerson')} />
        </>
      )}
    </CommandForm>
  );
}

function MarkedDefects({ marks }: { readonly marks: readonly Mark[] }) {
  const { t } = useTranslation('department');
  const { say } = useLanguage();
  const { seen } = useDeskItem();
  const { remove } = useMarks();
  if (marks.length === 0) return <Alert type="info" showIcon icon={<FlagOutlined />} title={t('examine.markFirst')} />;
  const nameOf = ({ kind, code }: Mark) => {
    const found = kind === 'material' ? seen.materials.find((one) => one.code === code)?.name : seen.fields.find((one) => one.code === code)?.label;
    return found ? say(found) : code;
  };
  return (
    <ul className="marked-list" aria-label={t('examine.marks', { count: marks.length })}>
      {marks.map((mark) => (
        <li key={`${mark.kind}${mark.code}${mark.problem}`}><div><b>{nameOf(mark)}</b><p>{mark.problem} <span className="soft">{t('mark.supplyIs')} {mark.supply}</span></p></div><Button size="small" type="text" onClick={() => remove(mark)} aria-label={t('mark.removeOf', { name: nameOf(mark), problem: mark.problem })}>{t('mark.remove')}</Button></li>
      ))}
    </ul>
  );
}
