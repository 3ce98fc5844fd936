import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SeenCase } from '../../../api/schemas/seen-case.ts';
import { useLanguage } from '../../app/language.ts';
import { useMe } from '../../app/me.ts';
import { OpinionField } from '../opinion/opinion-field.tsx';
import { CommandForm } from './command-form.tsx';
import { useDeskCase } from './desk-case.ts';
import { DecideExtension, RequestExtension } from './extension-forms.tsx';
import { QuestionAsked } from './question-asked.tsx';

/** Answers what a manager urged. */
export function AnswerUrge({ urges }: { readonly urges: SeenCase['urges'] }) {
  const { t } = useTranslation('department');
  return (
    <>
      {urges.map((urge) => (
        <div key={urge.id}>
          <div className="proposed bad"><p><b>{urge.message}</b></p><p className="soft small">{urge.by}{urge.dueOn && ` · ${t('urge.due', { on: urge.dueOn })}`}</p></div>
          <CommandForm<{ answer: string }> command="answerUrge" part={urge.id} ofCase submit={t('urge.answer')} arguments={({ answer }) => ({ urge: urge.id, answer: answer.trim() })}>
            <OpinionField name="answer" label={t('urge.text')} purpose="urge" />
          </CommandForm>
        </div>
      ))}
    </>
  );
}

/** Says in public why a limit was exceeded. `item`: only its own limits. */
export function OverdueReason({ item = null }: { readonly item?: string | null }) {
  const { t } = useTranslation('department');
  const { say } = useLanguage();
  const me = useMe();
  const { seen } = useDeskCase();
  const late = seen.clocks.filter((clock) => clock.ranOutOn !== null && clock.department === (me?.person.department?.id ?? null) && (item === null || clock.item === item));
  const unsaid = late.filter(({ overdueReason }) => overdueReason === null);
  return (
    <CommandForm<{ clock: string; reason: string }> command="stateOverdueReason" ofCase submit={t('overdue.state')} final initial={unsaid.length === 1 ? { clock: unsaid[0]!.id } : {}} arguments={({ clock, reason }) => ({ clock, reason: reason.trim() })}>
      <Form.Item name="clock" label={t('overdue.which')} rules={[{ required: true, message: t('field.missing') }]}>
        <Select options={late.map(({ id, name, ranOutOn, overdueReason }) => ({ value: id, label: `${say(name)} · ${ranOutOn}${overdueReason ? ` · ${t('overdue.stated')}` : ''}` }))} />
      </Form.Item>
      <OpinionField name="reason" label={t('overdue.reason')} purpose="overdue" extra={t('overdue.public')} />
    </CommandForm>
  );
}

/** Gives the opinion that another department asked for, on just what it shared. */
export function AnswerConsultation() {
  const { t } = useTranslation('department');
  const me = useMe();
  const { seen } = useDeskCase();
  const asked = seen.questions.filter((one) => one.open && one.department === me?.person.department?.id);
  return (
    <>
      {asked.map((question) => (
        <div key={question.id}>
          <QuestionAsked question={question} />
          <CommandForm<{ answer: string }> command="answerConsultation" part={question.id} ofCase submit={t('consult.answer')} final arguments={({ answer }) => ({ consultation: question.id, answer: answer.trim() })}>
            <OpinionField name="answer" label={t('consult.opinion')} purpose="answer" />
          </CommandForm>
        </div>
      ))}
    </>
  );
}

/** The joint limit of all items: asking for more, or deciding on that. */
export function JointExtension() {
  const { seen } = useDeskCase();
  const may = (command: string) => seen.permitted.some((one) => one.do === command && one.item === null);
  return <>{(may('approveExtension') || may('rejectExtension')) && <DecideExtension joint />}{may('requestExtension') && <RequestExtension joint />}</>;
}
