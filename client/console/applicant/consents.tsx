import '../guided-form/guided-form.css';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeenCase } from '../../api/schemas/seen-case.ts';
import { momentInWords } from '../app/civil-day.ts';
import { useCommand } from '../app/command.ts';
import { useLanguage } from '../app/language.ts';
import { mayDo } from './permitted.ts';

type Consent = SeenCase['consents'][number];

/** Whose consent is needed, and what each has said; for whoever is asked, his own answer. */
export function Consents({ seen }: { readonly seen: SeenCase }) {
  const { t } = useTranslation('applicant');
  const { say } = useLanguage();
  if (seen.consents.length === 0) return null;
  const asksMe = mayDo(seen, 'giveConsent') && seen.consents.some((one) => one.mine && one.agrees === null);
  return (
    <section className={`card${asksMe ? ' asks' : ''}`} aria-labelledby="consents">
      <h2 id="consents">{t(asksMe ? 'consent.yours' : 'consent.title')}</h2>
      <ul className="rows">
        {seen.consents.map((one) => (
          <li key={`${one.consent}${one.person}`}>
            <div className="row-head"><b>{say(one.who)}{one.name ? ` · ${one.name}` : ''}</b><span className={`chip ${one.agrees === null ? 'warn' : one.agrees ? 'good' : 'bad'}`}>{t(one.agrees === null ? 'consent.open' : one.agrees ? 'consent.agrees' : 'consent.refuses')}</span></div>
            <p>{t('consent.to', { what: say(one.to), applicant: seen.applicant.name })}</p>
            {one.at && <p className="small soft">{momentInWords(one.at)} {one.reason}</p>}
            {asksMe && one.mine && one.agrees === null && <Answer one={one} caseNo={seen.caseNo} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Answer({ one, caseNo }: { readonly one: Consent; readonly caseNo: string }) {
  const { t } = useTranslation('applicant');
  const [reason, setReason] = useState('');
  const command = useCommand(caseNo);
  const say = (agrees: boolean) => command.mutate({ do: 'giveConsent', with: { consent: one.consent, agrees, ...(reason.trim() ? { reason: reason.trim() } : {}) } });
  return (
    <>
      <div className="gf-field"><label htmlFor={`reason-${one.consent}`}>{t('consent.reason')}</label><Input.TextArea id={`reason-${one.consent}`} value={reason} onChange={({ target }) => setReason(target.value)} autoSize={{ minRows: 1, maxRows: 4 }} maxLength={1000} /></div>
      <p className="small soft">{t('consent.note')}</p>
      <div className="asks-line-ways"><Button type="primary" loading={command.isPending} onClick={() => say(true)}>{t('consent.agree')}</Button><Button danger disabled={command.isPending} onClick={() => say(false)}>{t('consent.refuse')}</Button></div>
    </>
  );
}
