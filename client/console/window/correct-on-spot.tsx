import '../guided-form/guided-form.css';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CasePlan } from '../../../workflows/case/case-plan.ts';
import type { Form, FormValue } from '../../../workflows/case/condition.ts';
import { fieldsAsked, problemOf } from '../../../workflows/case/form.ts';
import { planOfCase, repeatsOf } from '../../../workflows/case/plan-of-case.ts';
import type { SeenCase } from '../../api/schemas/seen-case.ts';
import { useCommand } from '../app/command.ts';
import { useLanguage } from '../app/language.ts';
import { Loaded } from '../app/loaded.tsx';
import { FieldInput } from '../guided-form/field-input.tsx';
import type { GivenMaterial } from '../guided-form/application.ts';
import { UploadFiles } from '../guided-form/upload-files.tsx';
import { Action } from './action.tsx';
import { FieldValue } from './draft-form.tsx';
import { Line } from './line.tsx';
import { usePlan } from '../app/plan.ts';

/** Corrects fields and materials while the applicant stands there; what is listed against them is taken off the list. */
export function CorrectOnSpot({ seen, asked }: { readonly seen: SeenCase; readonly asked: string | null }) {
  const plan = usePlan(seen.planHash);
  return <Action name="correctOnSpot" asked={asked}><Loaded query={plan}>{(definition) => <Correction seen={seen} plan={definition} />}</Loaded></Action>;
}

function Correction({ seen, plan: pinned }: { readonly seen: SeenCase; readonly plan: CasePlan }) {
  const { t } = useTranslation('window');
  const { say } = useLanguage();
  const command = useCommand(seen.caseNo, { done: t('corrected') });
  const [fields, setFields] = useState<Form>({});
  const [materials, setMaterials] = useState<readonly GivenMaterial[]>([]);
  const [note, setNote] = useState('');
  const before: Form = Object.fromEntries(seen.fields.map(({ code, value }) => [code, value]));
  const form: Form = { ...before, ...fields };
  const repeats = repeatsOf(pinned, form);
  const plan = planOfCase(pinned, { chosen: pinned.items.filter(({ id, optional }) => optional && seen.items.some((item) => item.id === id || item.id.startsWith(`${id}#`))).map(({ id }) => id), ...(repeats ? { repeats } : {}) });
  // A corrected answer may raise a question that was not asked before.
  const questions = fieldsAsked(plan, form).filter(({ code }) => Object.hasOwn(fields, code) || !Object.hasOwn(before, code));
  const problems = new Map(questions.flatMap((field) => { const wrong = problemOf(field, fields[field.code] ?? null); return wrong ? [[field.code, wrong] as const] : []; }));
  const changed = Object.fromEntries(questions.filter(({ code }) => JSON.stringify(fields[code] ?? null) !== JSON.stringify(before[code] ?? null)).map(({ code }) => [code, fields[code] ?? null]));
  const given = materials.filter((one) => one.form === 'paper' || one.files.length > 0);
  const nothing = Object.keys(changed).length === 0 && given.length === 0;
  const marks = defectsByTarget(seen);
  const give = () => command.mutate({
    do: 'correctOnSpot',
    with: {
      note: note.trim(), ...(Object.keys(changed).length > 0 ? { fields: changed } : {}),
      ...(given.length > 0 ? { materials: given.map((one) => ({ material: one.material, form: one.form, files: one.files.map(({ id, sha256, size, type }) => ({ id, sha256, size, type })), suppliedOn: seen.receivedOn })) } : {}),
    },
  }, { onSuccess: () => { setFields({}); setMaterials([]); setNote(''); } });
  return (
    <form className="lines" onSubmit={(event) => { event.preventDefault(); if (!nothing && problems.size === 0) give(); }}>
      <ul className="answers">
        {seen.fields.map((field) => {
          const question = plan.fields.find(({ code }) => code === field.code);
          const open = Object.hasOwn(fields, field.code);
          const { [field.code]: _, ...others } = fields;
          return (
            <li key={field.code} className={marks.has(`field:${field.code}`) ? 'marked' : ''}>
              {!open && <div className="answer-name soft">{say(field.label)}</div>}
              {!open && <div className="answer-value"><FieldValue field={field} plan={pinned} /><Remarks of={marks.get(`field:${field.code}`)} /></div>}
              {question && (open
                ? <div className="answer-edit"><FieldInput field={question} prefix="correct" value={fields[field.code] ?? null} problem={problems.get(field.code)} onChange={(value) => setFields({ ...fields, [field.code]: value })} /><Button size="small" type="link" onClick={() => setFields(others)}>{t('leaveAsIs')}</Button></div>
                : <Button size="small" type="text" aria-label={t('correctOf', { name: say(field.label) })} onClick={() => setFields({ ...fields, [field.code]: field.value as FormValue })}>{t('correct')}</Button>)}
            </li>
          );
        })}
        {questions.filter(({ code }) => !Object.hasOwn(before, code)).map((field) => (
          <li key={field.code} className="marked"><div className="answer-edit"><FieldInput field={field} prefix="correct" value={fields[field.code] ?? null} problem={problems.get(field.code)} onChange={(value) => setFields({ ...fields, [field.code]: value })} /></div></li>
        ))}
      </ul>
      <h3>{t('materials')}</h3>
      <ul className="materials">
        {seen.materials.map((material) => {
          const mine = materials.find((one) => one.material === material.code);
          const put = (one: GivenMaterial | null) => setMaterials((now) => [...now.filter((other) => other.material !== material.code), ...(one ? [one] : [])]);
          return (
            <li key={material.code} className={marks.has(`material:${material.code}`) ? 'marked' : ''}>
              <div className="material-head"><b>{say(material.name)}</b><span className={`chip ${material.state === 'awaited' ? 'warn' : ''}`}>{t(`materialState.${material.state}`)}</span></div>
              <Remarks of={marks.get(`material:${material.code}`)} />
              <Checkbox checked={mine?.form === 'paper'} onChange={(event) => put(event.target.checked ? { material: material.code, form: 'paper', files: mine?.files ?? [] } : mine?.files.length ? { ...mine, form: 'file' } : null)}>{t('paperHandedIn')}</Checkbox>
              <UploadFiles name={say(material.name)} files={mine?.files ?? []} onChange={(change) => setMaterials((now) => {
                const one = now.find((other) => other.material === material.code);
                const files = change(one?.files ?? []);
                return [...now.filter((other) => other.material !== material.code), ...(files.length > 0 || one?.form === 'paper' ? [{ material: material.code, form: one?.form ?? 'file' as const, files }] : [])];
              })} />
            </li>
          );
        })}
      </ul>
      <Line label={t('correctionNote')} hint={t('correctionNoteHint')} rows={2} value={note} required onChange={setNote} />
      <p className="small" role="status">{problems.size > 0 ? t('correctionProblems', { count: problems.size }) : nothing ? t('nothingCorrected') : t('willCorrect', { fields: Object.keys(changed).length, materials: given.length })}</p>
      <Button type="primary" htmlType="submit" disabled={nothing || problems.size > 0} loading={command.isPending}>{t('correctNow')}</Button>
    </form>
  );
}

function Remarks({ of }: { readonly of: readonly string[] | undefined }) {
  return of ? <>{of.map((remark) => <p key={remark} className="small warn-text">{remark}</p>)}</> : null;
}

/** What the departments have listed so far, by what it is about. */
function defectsByTarget({ items }: SeenCase): ReadonlyMap<string, readonly string[]> {
  const defects = items.flatMap(({ work }) => work?.defects ?? []);
  const grouped = Map.groupBy(defects, ({ target }) => ('field' in target ? `field:${target.field}` : `material:${target.material}`));
  return new Map([...grouped].map(([target, ofIt]) => [target, ofIt.map(({ problem, supply }) => `${problem} → ${supply}`)]));
}
