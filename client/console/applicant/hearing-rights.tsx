import '../guided-form/guided-form.css';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeenCase, SeenItem } from '../../api/schemas/seen-case.ts';
import { dayInWords } from '../app/civil-day.ts';
import { useCommand } from '../app/command.ts';
import { useLanguage } from '../app/language.ts';
import { dueOf, itemsFor } from './permitted.ts';

/** The right to a hearing: asked for, or waived, with what one has to say. */
export function HearingRights({ seen }: { readonly seen: SeenCase }) {
  const { t } = useTranslation('applicant');
  const items = itemsFor(seen, 'requestHearing');
  if (items.length === 0) return null;
  return (
    <section className="card asks" aria-labelledby="hearings">
      <h2 id="hearings">{t('hearing.title')}</h2>
      <p className="soft">{t('hearing.note')}</p>
      <ul className="asks-lines">{items.map((item) => <li key={item.id}><Right item={item} seen={seen} /></li>)}</ul>
    </section>
  );
}

function Right({ item, seen }: { readonly item: SeenItem; readonly seen: SeenCase }) {
  const { t } = useTranslation('applicant');
  const { say, language } = useLanguage();
  const [statement, setStatement] = useState('');
  const command = useCommand(seen.caseNo);
  const dueOn = dueOf(seen, 'hearingRight', item.id);
  const give = (name: 'requestHearing' | 'waiveHearing') => command.mutate({ do: name, with: { item: item.id, ...(statement.trim() ? { statement: statement.trim() } : {}) } });
  return (
    <>
      <div className="case-head"><b>{say(item.name)}</b>{dueOn && <span className="until">{t('until', { day: dayInWords(dueOn, language) })}</span>}</div>
      <div className="gf-field"><label htmlFor={`statement-${item.id}`}>{t('hearing.statement')}</label><Input.TextArea id={`statement-${item.id}`} value={statement} onChange={({ target }) => setStatement(target.value)} autoSize={{ minRows: 2, maxRows: 8 }} maxLength={5000} /></div>
      <div className="asks-line-ways"><Button type="primary" loading={command.isPending} onClick={() => give('requestHearing')}>{t('hearing.request')}</Button><Button disabled={command.isPending} onClick={() => give('waiveHearing')}>{t('hearing.waive')}</Button></div>
    </>
  );
}
