import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeenCase } from '../../api/schemas/seen-case.ts';
import { useCommand } from '../app/command.ts';
import { Action } from './action.tsx';
import { DueChip } from './due-chip.tsx';
import { Line } from './line.tsx';

/** Urges that the window is to answer. */
export function AnswerUrge({ seen, asked }: { readonly seen: SeenCase; readonly asked: string | null }) {
  const open = seen.urges.filter(({ answer, department }) => answer === null && department === null);
  if (open.length === 0) return null;
  return <Action name="answerUrge" asked={asked} waits>{open.map((urge) => <Urge key={urge.id} caseNo={seen.caseNo} urge={urge} />)}</Action>;
}

function Urge({ caseNo, urge: { id, message, by, dueOn } }: { readonly caseNo: string; readonly urge: SeenCase['urges'][number] }) {
  const { t } = useTranslation('window');
  const command = useCommand(caseNo);
  const [answer, setAnswer] = useState('');
  return (
    <form className="lines" onSubmit={(event) => { event.preventDefault(); command.mutate({ do: 'answerUrge', with: { urge: id, answer: answer.trim() } }); }}>
      <p><b>{message}</b> <span className="soft small">{by}</span> <DueChip dueOn={dueOn} colour={0} /></p>
      <Line label={t('urgeAnswer')} rows={3} value={answer} required onChange={setAnswer} />
      <Button type="primary" htmlType="submit" loading={command.isPending}>{t('sendAnswer')}</Button>
    </form>
  );
}
