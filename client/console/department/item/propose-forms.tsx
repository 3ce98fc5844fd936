import { Alert, Form, Input, InputNumber, Radio, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeenItem } from '../../../api/schemas/seen-case.ts';
import { useLanguage } from '../../app/language.ts';
import { OpinionField } from '../opinion/opinion-field.tsx';
import { CommandForm } from './command-form.tsx';
import { mayDo, useDeskItem } from './desk-case.ts';

/** To grant or to refuse, with an explicit opinion. A refusal always goes to a second person. */
export function ProposeForms() {
  const { t } = useTranslation('department');
  const desk = useDeskItem();
  const ways = (['grant', 'refuse'] as const).filter((way) => mayDo(desk, way === 'grant' ? 'proposeGrant' : 'proposeRefusal'));
  const [chosen, setChosen] = useState<'grant' | 'refuse'>('grant');
  const way = ways.includes(chosen) ? chosen : ways[0]!;
  return (
    <>
      <Segmented block aria-label={t('propose.way')} value={way} onChange={setChosen} options={ways.map((value) => ({ value, label: t(`propose.${value}`) }))} />
      {!ways.includes('grant') && <p className="soft small">{t('propose.noGrant')}</p>}
      {way === 'grant' ? <Grant /> : <Refuse />}
    </>
  );
}

/** A decision after a hearing is made on its minutes. */
function minutesOf({ hearing }: SeenItem): { readonly minutes?: string } {
  return hearing?.minutes ? { minutes: hearing.minutes.document } : {};
}

type GrantValues = { readonly opinion: string; readonly values?: Readonly<Record<string, unknown>> };

function Grant() {
  const { t } = useTranslation('department');
  const { item } = useDeskItem();
  const atOnce = item.grantBy === 'reviewer';
  return (
    <CommandForm<GrantValues>
      command="proposeGrant" submit={t(atOnce ? 'propose.grantNow' : 'propose.submitGrant')} final={atOnce}
      arguments={({ opinion, values }) => ({ opinion: opinion.trim(), ...(item.resultValues.length > 0 ? { values: values ?? {} } : {}), ...minutesOf(item) })}
    >
      {item.resultValues.length > 0 && <fieldset><legend>{t('propose.values')}</legend>{item.resultValues.map((value) => <ResultValue key={value.code} value={value} />)}</fieldset>}
      <OpinionField name="opinion" label={t('propose.opinion')} purpose="grant" />
      <Alert type="info" showIcon title={t(atOnce ? 'propose.reviewerDecides' : 'propose.approverDecides')} />
    </CommandForm>
  );
}

/** What a grant states: a level, a date, a yes or no. */
function ResultValue({ value: { code, label, type, choices } }: { readonly value: SeenItem['resultValues'][number] }) {
  const { t } = useTranslation('department');
  const { say } = useLanguage();
  const options = choices.map((one) => ({ value: one.value, label: say(one.label) }));
  return (
    <Form.Item name={['values', code]} label={say(label)} rules={[{ required: true, message: t('field.missing') }]}>
      {type === 'boolean' ? <Radio.Group options={[{ value: true, label: t('form.yes') }, { value: false, label: t('form.no') }]} />
        : type === 'integer' ? <InputNumber precision={0} /> : type === 'decimal' ? <InputNumber />
          : type === 'date' ? <Input type="date" />
            : options.length > 0 ? <Select options={options} {...(type === 'choices' ? { mode: 'multiple' as const } : {})} /> : <Input maxLength={500} />}
    </Form.Item>
  );
}

type RefusalValues = { readonly opinion: string; readonly facts: string; readonly reasons: string; readonly article: string };

function Refuse() {
  const { t } = useTranslation('department');
  const { item } = useDeskItem();
  return (
    <CommandForm<RefusalValues>
      command="proposeRefusal" submit={t('propose.submitRefuse')} danger
      arguments={({ opinion, facts, reasons, article }) => ({ opinion: opinion.trim(), facts: facts.trim(), reasons: reasons.trim(), article: article.trim(), ...minutesOf(item) })}
    >
      <OpinionField name="facts" label={t('propose.facts')} purpose="facts" />
      <OpinionField name="reasons" label={t('propose.reasons')} purpose="reasons" />
      <Form.Item name="article" label={t('propose.article')} rules={[{ required: true, whitespace: true, message: t('field.missing') }]}><Input maxLength={300} /></Form.Item>
      <OpinionField name="opinion" label={t('propose.opinion')} purpose="refuse" />
      <Alert type="info" showIcon title={t('propose.refusalSecond')} />
    </CommandForm>
  );
}
