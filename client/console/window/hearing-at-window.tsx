import { Button, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeenCase, SeenItem } from '../../api/schemas/seen-case.ts';
import { useEffects } from '../app/command-effects.ts';
import { useCommand } from '../app/command.ts';
import { useLanguage } from '../app/language.ts';
import { Action } from './action.tsx';
import { DueChip } from './due-chip.tsx';
import { Line } from './line.tsx';

/** What a person who was told of his right hands in at the window: that he asks for a hearing, or gives it up. */
export function HearingAtWindow({ seen, asked }: { readonly seen: SeenCase; readonly asked: string | null }) {
  const items = seen.items.filter(({ id, hearing }) => hearing && seen.permitted.some((one) => one.do === 'requestHearing' && one.item === id));
  return <Action name="requestHearing" asked={asked}>{items.map((item) => <OfItem key={item.id} seen={seen} item={item} />)}</Action>;
}

function OfItem({ seen, item }: { readonly seen: SeenCase; readonly item: SeenItem }) {
  const { t } = useTranslation('window');
  const { say } = useLanguage();
  const effects = useEffects();
  const command = useCommand(seen.caseNo);
  const persons = personsWithRight(seen, item);
  const [person, setPerson] = useState<string | null>(null);
  const [act, setAct] = useState<'requestHearing' | 'waiveHearing'>('requestHearing');
  const [statement, setStatement] = useState('');
  const chosen = persons.find(({ id }) => id === person) ?? persons[0];
  if (!chosen) return null;
  const give = () => command.mutate({ do: act, with: { item: item.id, party: chosen.id, ...(statement.trim() ? { statement: statement.trim() } : {}) } }, { onSuccess: () => { setStatement(''); setPerson(null); } });
  return (
    <form className="lines" onSubmit={(event) => { event.preventDefault(); give(); }}>
      <p><b>{say(item.name)}</b></p>
      <fieldset>
        <legend>{t('handsIn')}</legend>
        <Radio.Group name={`party-${item.id}`} value={chosen.id} onChange={(event) => setPerson(event.target.value as string)}>
          {persons.map((one) => <Radio key={one.id} value={one.id}>{one.name} <DueChip dueOn={one.dueOn} colour={0} /></Radio>)}
        </Radio.Group>
      </fieldset>
      <fieldset>
        <legend>{t('says')}</legend>
        <Radio.Group name={`act-${item.id}`} value={act} onChange={(event) => setAct(event.target.value as typeof act)} options={(['requestHearing', 'waiveHearing'] as const).map((value) => ({ value, label: t(`hearing.${value}`) }))} />
      </fieldset>
      {effects(act) && <p className="soft small effect">{effects(act)}</p>}
      <Line label={t('statement')} rows={3} value={statement} onChange={setStatement} />
      <Button type="primary" htmlType="submit" loading={command.isPending}>{t('takeIn')}</Button>
    </form>
  );
}

/** Who was told of the right, has not given it up, and may still use it. */
function personsWithRight({ applicant }: SeenCase, { hearing }: SeenItem) {
  return (hearing?.rights ?? []).filter(({ over }) => over === null).flatMap(({ persons, waived, dueOn }) => persons.filter((id) => !waived.includes(id))
    .map((id) => ({ id, dueOn, name: id === applicant.idNumber ? applicant.name : hearing!.parties.find((one) => one.id === id)?.name ?? id })));
}
