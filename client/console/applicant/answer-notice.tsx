import '../guided-form/guided-form.css';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CasePlan } from '../../../workflows/case/case-plan.ts';
import type { Form, FormValue } from '../../../workflows/case/condition.ts';
import { fieldsAsked, problemOf } from '../../../workflows/case/form.ts';
import type { SeenCase } from '../../api/schemas/seen-case.ts';
import { dayInWords, momentInWords } from '../app/civil-day.ts';
import { useCommand } from '../app/command.ts';
import { useLanguage } from '../app/language.ts';
import { Loaded } from '../app/loaded.tsx';
import { PaperLink } from '../case-page/documents.tsx';
import type { UploadedFile } from '../guided-form/application.ts';
import { askedOf } from '../guided-form/asked.ts';
import { FieldInput } from '../guided-form/field-input.tsx';
import { usePlan } from '../app/plan.ts';
import { applicationOf } from './application-of-case.ts';
import { suppliedAs } from './supplied-as.ts';
import { UploadFiles } from '../guided-form/upload-files.tsx';
import { dueOf, mayDo } from './permitted.ts';

type Line = NonNullable<SeenCase['notice']>['lines'][number];

/** The one correction notice as a list of things to do: each answered on its own, in any order, until the last day. */
export function AnswerNotice({ seen }: { readonly seen: SeenCase }) {
  const { t } = useTranslation('applicant');
  const { language } = useLanguage();
  const plan = usePlan(seen.planHash);
  if (!seen.notice || !mayDo(seen, 'answerDefect')) return null;
  const { lines, number } = seen.notice;
  const open = lines.filter(({ answer }) => !answer).length;
  const dueOn = dueOf(seen, 'correction');
  return (
    <section className="card asks" aria-labelledby="to-correct">
      <h2 id="to-correct"><span>{t('notice.title')} <span className="asks-progress">{t('notice.progress', { done: lines.length - open, all: lines.length })}</span></span>{dueOn && <span className="until">{t('until', { day: dayInWords(dueOn, language) })}</span>}</h2>
      <p className="soft">{t('notice.once')} <PaperLink number={number} title={t('notice.paper')} /></p>
      <Loaded query={plan}>{(pinned) => <ol className="asks-lines">{lines.map((line) => <li key={line.id}><LineToAnswer line={line} seen={seen} pinned={pinned} /></li>)}</ol>}</Loaded>
      <p className="small soft">{t('notice.partly')}</p>
    </section>
  );
}

function LineToAnswer({ line, seen, pinned }: { readonly line: Line; readonly seen: SeenCase; readonly pinned: CasePlan }) {
  const { t } = useTranslation('applicant');
  const { say } = useLanguage();
  const [again, setAgain] = useState(false);
  return (
    <>
      <div className="case-head"><b>{say(line.name)}</b><span className={`chip ${line.answer ? 'good' : 'warn'}`}>{t(line.answer ? 'notice.answered' : 'notice.open')}</span></div>
      <div className="asks-remarks">{line.remarks.map((remark) => <p key={`${remark.item}${remark.problem}`}><span className="soft small">{say(remark.department.name)}</span> {remark.problem} → <b>{remark.supply}</b></p>)}</div>
      {line.answer && !again
        ? <p className="small soft">{t('notice.answeredAt', { at: momentInWords(line.answer.at) })} {line.answer.text} <Button type="link" size="small" onClick={() => setAgain(true)} aria-label={t('notice.replaceOf', { name: say(line.name) })}>{t('notice.replace')}</Button></p>
        : <Editor line={line} seen={seen} pinned={pinned} onDone={() => setAgain(false)} />}
    </>
  );
}

function Editor({ line, seen, pinned, onDone }: { readonly line: Line; readonly seen: SeenCase; readonly pinned: CasePlan; readonly onDone: () => void }) {
  const { t } = useTranslation('applicant');
  const { say } = useLanguage();
  const { plan, form } = askedOf(pinned, applicationOf(seen, pinned));
  const code = 'field' in line.target ? line.target.field : null;
  const field = plan.fields.find((one) => one.code === code) ?? null;
  const [value, setValue] = useState<FormValue>(code === null ? null : form[code] ?? null);
  const [further, setFurther] = useState<Form>({});
  const [files, setFiles] = useState<readonly UploadedFile[]>([]);
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const command = useCommand(seen.caseNo, { done: t('notice.sent') });
  const raised = field ? raisedBy(plan, form, { ...further, [field.code]: value }) : [];
  const unchanged = field !== null && JSON.stringify(value) === JSON.stringify(form[field.code] ?? null);
  const fits = field ? problemOf(field, value) === null && raised.every((one) => problemOf(one, further[one.code] ?? null) === null) : files.length > 0 || text.trim() !== '';
  const send = () => {
    setTried(true);
    if (!fits) return;
    const extra = Object.fromEntries(raised.map((one) => [one.code, further[one.code] ?? null]).filter(([, given]) => given !== null));
    command.mutate({ do: 'answerDefect', with: {
      line: line.id, ...(field ? { value } : {}), ...(Object.keys(extra).length > 0 ? { fields: extra } : {}), ...(files.length > 0 && 'material' in line.target ? { materials: [suppliedAs(line.target.material, files)] } : {}), ...(text.trim() ? { text: text.trim() } : {}),
    } }, { onSuccess: onDone });
  };
  return (
    <form onSubmit={(event) => { event.preventDefault(); send(); }} noValidate>
      {field && <FieldInput field={field} prefix="line" value={value} onChange={setValue} problem={tried ? problemOf(field, value) ?? undefined : undefined} />}
      {raised.map((one) => <FieldInput key={one.code} field={one} prefix={`line-${line.id}`} value={further[one.code] ?? null} onChange={(given) => setFurther((now) => ({ ...now, [one.code]: given }))} problem={tried ? problemOf(one, further[one.code] ?? null) ?? undefined : undefined} />)}
      {'material' in line.target && <UploadFiles name={say(line.name)} files={files} onChange={setFiles} />}
      <div className="gf-field"><label htmlFor={`text-${line.id}`}>{t('notice.text')}</label><Input.TextArea id={`text-${line.id}`} value={text} onChange={({ target }) => setText(target.value)} autoSize={{ minRows: 1, maxRows: 5 }} maxLength={2000} /></div>
      {tried && !fits && !field && <p className="gf-problem" role="alert">{t('notice.nothing')}</p>}
      <div className="asks-line-ways"><Button type="primary" htmlType="submit" loading={command.isPending}>{t('notice.send')}</Button>{unchanged && !tried && <span className="small soft">{t('notice.unchanged')}</span>}</div>
    </form>
  );
}

/** Questions that only the corrected answer makes necessary. */
function raisedBy(plan: CasePlan, form: Form, corrected: Form) {
  const before = new Set(fieldsAsked(plan, form).map(({ code }) => code));
  return fieldsAsked(plan, { ...form, ...corrected }).filter(({ code }) => !before.has(code));
}
