import '../guided-form/guided-form.css';
import { Button, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeenCase } from '../../api/schemas/seen-case.ts';
import { dayInWords } from '../app/civil-day.ts';
import { useCommand } from '../app/command.ts';
import { useLanguage } from '../app/language.ts';
import { mayDo } from './permitted.ts';

/** What went wrong or got stuck (办不成事): said here, answered by its day, and seen here until it is. */
export function Complaints({ seen }: { readonly seen: SeenCase }) {
  const { t } = useTranslation('applicant');
  const { say, language } = useLanguage();
  const [open, setOpen] = useState(false);
  const nameOf = (id: string | null) => {
    const item = seen.items.find((one) => one.id === id);
    return item ? say(item.name) : t('complaint.wholeCase');
  };
  const may = mayDo(seen, 'complain');
  if (!may && seen.complaints.length === 0) return null;
  return (
    <section className="card" aria-labelledby="complaints">
      <h2 id="complaints">{t('complaint.title')}</h2>
      {seen.complaints.length > 0 && (
        <ul className="rows">{seen.complaints.map((one) => (
          <li key={one.id}>
            <div className="row-head"><b>{one.text}</b><span className={`chip ${one.answer ? 'good' : 'warn'}`}>{t(one.answer ? 'complaint.answered' : 'complaint.open')}</span></div>
            <p className="small soft">{nameOf(one.item)} · {dayInWords(one.on, language)}{one.answer === null && one.dueOn ? ` · ${t('complaint.answerBy', { day: dayInWords(one.dueOn, language) })}` : ''}</p>
            {one.answer && <p>{one.answer}</p>}
          </li>
        ))}</ul>
      )}
      {may && !open && <Button onClick={() => setOpen(true)}>{t('complaint.begin')}</Button>}
      {open && <Complain seen={seen} onDone={() => setOpen(false)} />}
    </section>
  );
}

function Complain({ seen, onDone }: { readonly seen: SeenCase; readonly onDone: () => void }) {
  const { t } = useTranslation('applicant');
  const { t: app } = useTranslation('app');
  const { say } = useLanguage();
  const [kind, setKind] = useState<'complaint' | 'unresolved'>('complaint');
  const [item, setItem] = useState('');
  const [text, setText] = useState('');
  const command = useCommand(seen.caseNo, { done: t('complaint.sent') });
  const send = () => command.mutate({ do: 'complain', with: { text: text.trim(), ...(item ? { item } : {}), ...(kind === 'unresolved' ? { unresolved: true } : {}) } }, { onSuccess: onDone });
  return (
    <form onSubmit={(event) => { event.preventDefault(); send(); }}>
      <fieldset className="gf-field"><legend>{t('complaint.kind')}</legend>
        <Radio.Group className="gf-choices gf-column" name="complaint-kind" value={kind} onChange={({ target }) => setKind(target.value as 'complaint' | 'unresolved')} options={[{ value: 'complaint', label: t('complaint.complaint') }, { value: 'unresolved', label: t('complaint.unresolved') }]} />
      </fieldset>
      <div className="gf-field"><label htmlFor="complaint-item">{t('complaint.about')}</label>
        <Select id="complaint-item" value={item} onChange={setItem} options={[{ value: '', label: t('complaint.wholeCase') }, ...seen.items.map(({ id, name }) => ({ value: id, label: say(name) }))]} />
      </div>
      <div className="gf-field"><label htmlFor="complaint-text">{t('complaint.text')}</label><Input.TextArea id="complaint-text" value={text} onChange={({ target }) => setText(target.value)} autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2000} required /></div>
      <p className="small soft">{t(kind === 'unresolved' ? 'complaint.unresolvedNote' : 'complaint.note')}</p>
      <div className="asks-line-ways"><Button type="primary" htmlType="submit" disabled={!text.trim()} loading={command.isPending}>{t('complaint.send')}</Button><Button onClick={onDone}>{app('cancel')}</Button></div>
    </form>
  );
}
