import { Button, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeenCase } from '../../api/schemas/seen-case.ts';
import { useCommand } from '../app/command.ts';
import { useLanguage } from '../app/language.ts';
import { Action } from './action.tsx';
import { Line } from './line.tsx';

/** Why a limit of the window's own was exceeded: said in public. */
export function OverdueReason({ seen, asked }: { readonly seen: SeenCase; readonly asked: string | null }) {
  const { t } = useTranslation('window');
  const { say } = useLanguage();
  const command = useCommand(seen.caseNo);
  const late = seen.clocks.filter(({ ranOutOn, department, overdueReason }) => ranOutOn !== null && department === null && overdueReason === null);
  const [clock, setClock] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const chosen = clock ?? late[0]?.id;
  if (chosen === undefined) return null;
  return (
    <Action name="stateOverdueReason" asked={asked}>
      <form className="lines" onSubmit={(event) => { event.preventDefault(); command.mutate({ do: 'stateOverdueReason', with: { clock: chosen, reason: reason.trim() } }, { onSuccess: () => { setReason(''); setClock(null); } }); }}>
        <fieldset>
          <legend>{t('limit')}</legend>
          <Radio.Group name="clock" value={chosen} onChange={(event) => setClock(event.target.value as string)} options={late.map((one) => ({ value: one.id, label: `${say(one.name)} ${one.ranOutOn}` }))} />
        </fieldset>
        <Line label={t('reason')} rows={3} value={reason} required onChange={setReason} />
        <Button type="primary" htmlType="submit" loading={command.isPending}>{t('stateReason')}</Button>
      </form>
    </Action>
  );
}
