import { RightOutlined } from '@ant-design/icons';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayDo, useDeskItem } from './desk-case.ts';
import { AnswerConsultation, AnswerUrge, JointExtension, OverdueReason } from './case-forms.tsx';
import { ConfirmForms } from './confirm-forms.tsx';
import { Consult } from './consult-form.tsx';
import { ExamineForm } from './examine-form.tsx';
import { DecideExtension, RequestExtension } from './extension-forms.tsx';
import { AnnounceHearing, HearingMinutes, TellHearingRight } from './hearing-forms.tsx';
import { AfterCheck, Preliminary, TakeIntoSupervision } from './other-forms.tsx';
import { EndProcedure, StartProcedure } from './procedure-forms.tsx';
import { ProposeForms } from './propose-forms.tsx';
import { RecheckForm } from './recheck-form.tsx';
import { SiteCheckForm } from './site-check-form.tsx';

export interface Action {
  readonly key: string;
  readonly title: string;
  readonly node: ReactNode;
}

/** Only what may be done now, the most pressing first and open. */
export function Actions() {
  const { t } = useTranslation('department');
  const desk = useDeskItem();
  const { item, seen } = desk;
  const may = (command: string) => mayDo(desk, command);
  const ofCase = (command: string) => seen.permitted.some((one) => one.do === command && one.item === null);
  const undecided = item.state === 'unexamined' || item.state === 'complete' || item.state === 'deficient';
  const action = (key: string, shown: boolean, node: ReactNode): Action[] => (shown ? [{ key, title: t(`action.${key}`), node }] : []);
  const urges = seen.urges.filter((urge) => urge.answer === null && (urge.item === item.id || urge.item === null));
  const actions = [
    ...action('answerUrge', ofCase('answerUrge') && urges.length > 0, <AnswerUrge urges={urges} />),
    ...action('confirm', may('confirm') || may('return'), <ConfirmForms />),
    ...action('approveExtension', may('approveExtension') || may('rejectExtension'), <DecideExtension />),
    ...action('examine', may('examine') && undecided, <ExamineForm />),
    ...action('recheck', may('recheck'), <RecheckForm />),
    ...action('reportPreliminary', may('reportPreliminary'), <Preliminary />),
    ...action('tellHearingRight', may('tellHearingRight') && item.hearing?.stage === 'notTold', <TellHearingRight />),
    ...action('announceHearing', may('recordHearing') && !item.hearing?.announcement, <AnnounceHearing />),
    ...action('minutes', may('recordHearing') && Boolean(item.hearing?.announcement), <HearingMinutes />),
    ...action('recordSiteCheck', may('recordSiteCheck'), <SiteCheckForm />),
    ...action('propose', may('proposeGrant') || may('proposeRefusal'), <ProposeForms />),
    ...action('recordAfterCheck', may('recordAfterCheck'), <AfterCheck />),
    ...action('acknowledgeSupervision', may('acknowledgeSupervision'), <TakeIntoSupervision />),
    ...action('endProcedure', may('endProcedure'), <EndProcedure />),
    ...action('startProcedure', may('startProcedure') && item.procedureChoices.length > 0, <StartProcedure />),
    ...action('consult', may('consult'), <Consult />),
    ...action('requestExtension', may('requestExtension'), <RequestExtension />),
    ...action('announceAgain', may('recordHearing') && Boolean(item.hearing?.announcement), <AnnounceHearing />),
    ...action('tellFurther', may('tellHearingRight') && item.hearing?.stage !== 'notTold', <TellHearingRight />),
    ...action('stateOverdueReason', ofCase('stateOverdueReason') && seen.clocks.some((clock) => clock.item === item.id && clock.ranOutOn !== null), <OverdueReason item={item.id} />),
    ...action('answerConsultation', ofCase('answerConsultation'), <AnswerConsultation />),
    ...action('joint', ['requestExtension', 'approveExtension', 'rejectExtension'].some(ofCase), <JointExtension />),
  ];
  return <ActionList actions={actions} none={<NoAction />} />;
}

export function ActionList({ actions, none }: { readonly actions: readonly Action[]; readonly none: ReactNode }) {
  const { t } = useTranslation('department');
  const id = useId();
  const [open, setOpen] = useState<string | null>();
  // What was open and is no longer possible gives way to what is.
  const active = open === undefined || (open !== null && !actions.some(({ key }) => key === open)) ? actions[0]?.key : open;
  return (
    <section className="card actions" aria-labelledby="actions">
      <h2 id="actions">{t('item.actions')}</h2>
      {actions.length === 0 ? none : actions.map(({ key, title, node }) => (
        <div key={key} className="action">
          <h3><button type="button" aria-expanded={active === key} aria-controls={`${id}${key}`} onClick={() => setOpen(active === key ? null : key)}><RightOutlined rotate={active === key ? 90 : 0} aria-hidden />{title}</button></h3>
          <div id={`${id}${key}`} hidden={active !== key} className="action-body">{node}</div>
        </div>
      ))}
    </section>
  );
}

/** Who is next, when it is not the reader. */
function NoAction() {
  const { t } = useTranslation('department');
  const { item, seen } = useDeskItem();
  const own = item.work?.proposedBy !== null && seen.roles.includes('approver');
  return <p className="soft">{t(own ? 'action.otherPerson' : 'action.none')}</p>;
}
