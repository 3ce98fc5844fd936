import './applicant.css';
import { CheckCircleFilled, CloseCircleFilled, InfoCircleFilled } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { Text } from '../../../workflows/case/calendar.ts';
import { get } from '../app/api.ts';
import { dayInWords } from '../app/civil-day.ts';
import { Heading } from '../app/heading.tsx';
import { useLanguage } from '../app/language.ts';
import { Loaded } from '../app/loaded.tsx';
import { LabelledInput } from '../guided-form/labelled-input.tsx';

interface Verification {
  readonly genuine: boolean | null; readonly number: string; readonly title: Text; readonly issuer: Text; readonly issuedOn: string; readonly simulated: boolean;
}

/** `/verify/:number?hash=`: whether a paper that one has been shown is the one that was issued. */
export function Page() {
  const { number = '' } = useParams();
  const [search] = useSearchParams();
  const { t } = useTranslation('applicant');
  const hash = search.get('hash') ?? '';
  return (
    <>
      <Heading title={t('verify.title')} note={t('verify.note')} />
      <Ask key={`${number}${hash}`} number={number} hash={hash} />
      {number && <Answer number={number} hash={hash} />}
    </>
  );
}

function Ask({ number, hash }: { readonly number: string; readonly hash: string }) {
  const { t } = useTranslation('applicant');
  const navigate = useNavigate();
  const [asked, setAsked] = useState({ number, hash });
  const go = () => void navigate(`/verify/${encodeURIComponent(asked.number.trim())}${asked.hash.trim() ? `?${new URLSearchParams({ hash: asked.hash.trim().toLowerCase() })}` : ''}`);
  return (
    <form className="card ask" onSubmit={(event) => { event.preventDefault(); go(); }}>
      <LabelledInput id="verify-number" label={t('verify.number')} value={asked.number} onChange={(value) => setAsked({ ...asked, number: value })} />
      <LabelledInput id="verify-hash" label={t('verify.hash')} value={asked.hash} onChange={(value) => setAsked({ ...asked, hash: value.replace(/[^0-9a-fA-F]/g, '') })} note={t('verify.hashNote')} />
      <Button type="primary" htmlType="submit" disabled={!asked.number.trim()}>{t('verify.ask')}</Button>
    </form>
  );
}

function Answer({ number, hash }: { readonly number: string; readonly hash: string }) {
  const { t } = useTranslation('applicant');
  const { say, language } = useLanguage();
  const query = useQuery({ queryKey: ['verify', number, hash], queryFn: () => get<Verification>(`/public/documents/${encodeURIComponent(number)}/verification`, { hash }), retry: false });
  return (
    <Loaded query={query}>
      {({ genuine, title, issuer, issuedOn, simulated }) => {
        const [Mark, tone, key] = genuine === null ? [InfoCircleFilled, 'open', 'exists'] as const : genuine ? [CheckCircleFilled, 'good', 'genuine'] as const : [CloseCircleFilled, 'bad', 'differs'] as const;
        return (
          <section className={`card verdict ${tone}`} role="status">
            <h2><Mark aria-hidden /> {t(`verify.${key}`)}</h2>
            <p className="soft">{t(`verify.${key}Note`)}</p>
            <dl className="facts-list"><div><dt>{t('verify.paper')}</dt><dd>{say(title)}</dd></div><div><dt>{t('verify.number')}</dt><dd className="number">{number}</dd></div><div><dt>{t('verify.issuer')}</dt><dd>{say(issuer)}</dd></div><div><dt>{t('verify.issuedOn')}</dt><dd>{dayInWords(issuedOn, language)}</dd></div></dl>
            {simulated && <p><span className="chip warn">{t('simulated')}</span></p>}
          </section>
        );
      }}
    </Loaded>
  );
}
