import { Checkbox, Form, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../app/language.ts';
import { OpinionField } from '../opinion/opinion-field.tsx';
import { CommandForm } from './command-form.tsx';
import { useDeskItem } from './desk-case.ts';
import { usePlan } from '../../app/plan.ts';

interface Values {
  readonly department: string;
  readonly question: string;
  readonly shares?: readonly string[];
  readonly days?: number | null;
}

/** Asks another department of the service, and says which answers and materials it gets to see for that: no others. */
export function Consult() {
  const { t } = useTranslation('department');
  const { say } = useLanguage();
  const { seen, item } = useDeskItem();
  const plan = usePlan(seen.planHash);
  const departments = (plan.data?.departments ?? []).filter(({ id }) => id !== item.department.id);
  const shareable = [
    ...seen.fields.filter(({ neededBy }) => neededBy.includes(item.id)).map(({ code, label, personal }) => ({ value: code, label: `${say(label)}${personal ? ` (${t('consult.personal')})` : ''}` })),
    ...seen.materials.filter(({ neededBy }) => neededBy.includes(item.id)).map(({ code, name }) => ({ value: code, label: say(name) })),
  ];
  return (
    <CommandForm<Values>
      command="consult" submit={t('consult.ask')}
      arguments={({ department, question, shares = [], days }) => ({ department, question: question.trim(), ...(shares.length > 0 ? { shares } : {}), ...(days ? { days } : {}) })}
    >
      <Form.Item name="department" label={t('consult.whom')} rules={[{ required: true, message: t('field.missing') }]}><Select showSearch={{ optionFilterProp: 'label' }} loading={plan.isPending} options={departments.map(({ id, name }) => ({ value: id, label: say(name) }))} /></Form.Item>
      <OpinionField name="question" label={t('consult.question')} purpose="question" />
      <Form.Item name="shares" label={t('consult.shares')}><Checkbox.Group className="column" options={shareable} /></Form.Item>
      <Form.Item name="days" label={t('consult.days')}><InputNumber min={1} max={1000} precision={0} suffix={t('unit.workingDays')} /></Form.Item>
    </CommandForm>
  );
}
