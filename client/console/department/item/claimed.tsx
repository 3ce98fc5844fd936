import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseTask, TaskResult, TaskResults } from '../../../api/client/generated.ts';
import { api } from '../../app/api.ts';
import { momentInWords } from '../../app/civil-day.ts';
import { useLanguage } from '../../app/language.ts';
import { useMe } from '../../app/me.ts';
import { useSend } from '../../app/send.tsx';
import { Due } from '../inbox/due.tsx';
import { type HandedOn, HandOn } from '../inbox/hand-on.tsx';
import { useDeskCase } from './desk-case.ts';

/** The open work here, who has it, and how it came to him: claim it, give it back, hand it on. */
export function Claimed() {
  const { t } = useTranslation('department');
  const { say } = useLanguage();
  const { message } = App.useApp();
  const { seen, item } = useDeskCase();
  const query = useQuery({ queryKey: ['case', seen.caseNo, 'tasks'], queryFn: () => api.cases.listCaseTasks(seen.caseNo) });
  const [handedOn, setHandedOn] = useState<HandedOn | null>(null);
  const claim = useSend<TaskResults>({ done: null, refresh: [['case', seen.caseNo], ['inbox']] });
  const tasks = (query.data ?? []).filter((task) => task.mine && (item === null || task.item === item.id || task.item === null));
  const tell = (results: readonly TaskResult[], done: string) => {
    const refused = results.find(({ ok }) => !ok);
    if (refused) void message.warning(say(refused.text!), 6);
    else void message.success(done);
  };
  if (tasks.length === 0) return null;
  return (
    <section className="card claimed" aria-label={t('claimed.title')}>
      <ul className="rows">
        {tasks.map((task) => (
          <li key={task.id}>
            <div className="row-head"><b>{t(`kind.${task.kind}`, task.kind)}</b><Due {...task} /></div>
            <Who
              task={task} pending={claim.isPending}
              onClaim={() => claim.mutate({ path: '/inbox/claim', body: { tasks: [{ caseNo: seen.caseNo, taskId: task.id }] } }, { onSuccess: ({ results }) => tell(results, t('claim.done', { count: 1 })) })}
              onHandOn={(to) => setHandedOn({ to, tasks: [{ caseNo: seen.caseNo, id: task.id }] })}
            />
            <Steps task={task} />
          </li>
        ))}
      </ul>
      <HandOn what={handedOn} onClose={() => setHandedOn(null)} onDone={(results, to) => { tell(results, t(`handOn.done.${to}`, { count: 1 })); setHandedOn(null); }} />
    </section>
  );
}

function Who({ task, pending, onClaim, onHandOn }: { readonly task: CaseTask; readonly pending: boolean; readonly onClaim: () => void; readonly onHandOn: (to: HandedOn['to']) => void }) {
  const { t } = useTranslation('department');
  const me = useMe();
  if (task.claimedBy === null) return <div className="row-head"><span className="soft">{t('claimed.nobody')}</span><span><Button size="small" type="primary" ghost loading={pending} onClick={onClaim}>{t('claim.do')}</Button> <Button size="small" onClick={() => onHandOn('colleague')}>{t('claim.transfer')}</Button></span></div>;
  const name = task.claimedByName ?? task.claimedBy;
  if (task.claimedBy !== me?.person.id) return <><Alert type="warning" showIcon title={t('claimed.other', { name })} /><Button size="small" type="link" onClick={() => onHandOn('colleague')}>{t('claimed.takeOver')}</Button></>;
  return <div className="row-head"><span>{t('claimed.me')}</span><span><Button size="small" onClick={() => onHandOn('group')}>{t('claim.release')}</Button> <Button size="small" onClick={() => onHandOn('colleague')}>{t('claim.transfer')}</Button></span></div>;
}

function Steps({ task: { steps } }: { readonly task: CaseTask }) {
  const { t } = useTranslation('department');
  const told = steps.filter(({ action, note }) => action !== 'claim' || note !== null).slice(-3);
  return (
    <>
      {told.map((step) => (
        <p key={step.at} className="small soft">
          {momentInWords(step.at)} {t(step.toName === null ? 'claimed.released' : 'claimed.transferred', { by: step.byName, to: step.toName ?? '' })}{step.note && <q>{step.note}</q>}
        </p>
      ))}
    </>
  );
}
