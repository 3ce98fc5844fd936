import { Button, Checkbox, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeenCase } from '../../api/schemas/seen-case.ts';
import { useCommand } from '../app/command.ts';
import { useLanguage } from '../app/language.ts';
import { Action } from './action.tsx';
import { Line } from './line.tsx';

type Way = 'pickUp' | 'courier' | 'electronic';

/** Results leave the window: picked up by somebody, sent by courier, or electronically. */
export function HandOver({ seen, asked }: { readonly seen: SeenCase; readonly asked: string | null }) {
  const { t } = useTranslation('window');
  const { say } = useLanguage();
  const command = useCommand(seen.caseNo, { done: t('handedOver') });
  const ready = seen.items.filter(({ id }) => seen.permitted.some((one) => one.do === 'handOver' && one.item === id));
  const [left, setLeft] = useState<readonly string[]>([]);
  const [way, setWay] = useState<Way>('pickUp');
  const [recipient, setRecipient] = useState(seen.applicant.name);
  const [relation, setRelation] = useState('');
  const [tracking, setTracking] = useState('');
  const items = ready.filter(({ id }) => !left.includes(id)).map(({ id }) => id);
  const another = recipient.trim() !== seen.applicant.name;
  const give = () => command.mutateAsync({
    do: 'handOver',
    with: { items, way, recipient: recipient.trim(), ...(way === 'pickUp' && another ? { relation: relation.trim() } : {}), ...(way === 'courier' ? { tracking: tracking.trim() } : {}) },
  }).then(() => { setLeft([]); setRelation(''); setTracking(''); }, () => undefined);
  return (
    <Action name="handOver" asked={asked} waits>
      <form className="lines" onSubmit={(event) => { event.preventDefault(); void give(); }}>
        <fieldset>
          <legend>{t('results')}</legend>
          {ready.map((item) => (
            <Checkbox key={item.id} checked={!left.includes(item.id)} onChange={(event) => setLeft(event.target.checked ? left.filter((one) => one !== item.id) : [...left, item.id])}>
              {say(item.name)}{item.decision && <span className="soft small number"> {item.decision.document}</span>}
            </Checkbox>
          ))}
        </fieldset>
        <fieldset>
          <legend>{t('way')}</legend>
          <Radio.Group name="way" value={way} onChange={(event) => setWay(event.target.value as Way)} options={(['pickUp', 'courier', 'electronic'] as const).map((value) => ({ value, label: t(`ways.${value}`) }))} />
        </fieldset>
        <Line label={t('recipient')} value={recipient} required onChange={setRecipient} />
        {way === 'pickUp' && another && <Line label={t('relation')} hint={t('relationHint')} value={relation} required onChange={setRelation} />}
        {way === 'courier' && <Line label={t('tracking')} value={tracking} required onChange={setTracking} />}
        <p className="soft small">{t(`wayHow.${way}`)}</p>
        <Button type="primary" htmlType="submit" disabled={items.length === 0} loading={command.isPending}>{t('handOver', { count: items.length })}</Button>
      </form>
    </Action>
  );
}
