import './applicant.css';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Text } from '../../../workflows/case/calendar.ts';
import { get } from '../app/api.ts';
import { dayInWords } from '../app/civil-day.ts';
import { Heading } from '../app/heading.tsx';
import { useLanguage } from '../app/language.ts';
import { Loaded } from '../app/loaded.tsx';
import { ItemState } from '../case-page/item-state.tsx';
import { LabelledInput } from '../guided-form/labelled-input.tsx';

interface Progress {
  readonly caseNo: string; readonly service: Text; readonly phase: string; readonly phaseName: Text; readonly receivedOn: string; readonly simulated: boolean; readonly next: Text; readonly closedOn: string | null;
  readonly items: readonly { readonly name: Text; readonly department: Text; readonly state: string; readonly settled: boolean }[];
  readonly clocks: readonly { readonly name: Text; readonly dueOn: string | null; readonly colour: 0 | 1 | 2; readonly suspended: boolean; readonly provisional: boolean }[];
}

/** `/progress?case=&code=`: where a case is, for whoever holds the receipt. No sign-in, nothing about persons. */
export function Page() {
  const { t } = useTranslation('applicant');
  const [search] = useSearchParams();
  const [caseNo, code] = [search.get('case') ?? '', search.get('code') ?? ''];
  return (
    <>
      <Heading title={t('progress.title')} />
      <Ask key={`${caseNo}${code}`} caseNo={caseNo} code={code} />
      {caseNo && code && <Found caseNo={caseNo} code={code} />}
    </>
  );
}

function Ask({ caseNo, code }: { readonly caseNo: string; readonly code: string }) {
  const { t } = useTranslation('applicant');
  const [, setSearch] = useSearchParams();
  const [asked, setAsked] = useState({ case: caseNo, code });
  return (
    <form className="card ask" onSubmit={(event) => { event.preventDefault(); setSearch({ case: asked.case.trim(), code: asked.code.trim().toUpperCase() }); }}>
      <LabelledInput id="progress-case" label={t('progress.number')} value={asked.case} onChange={(value) => setAsked({ ...asked, case: value })} />
      <LabelledInput id="progress-code" label={t('progress.code')} value={asked.code} onChange={(value) => setAsked({ ...asked, code: value })} note={t('progress.codeNote')} />
      <Button type="primary" htmlType="submit" disabled={!asked.case.trim() || !asked.code.trim()}>{t('progress.ask')}</Button>
    </form>
  );
}

function Found({ caseNo, code }: { readonly caseNo: string; readonly code: string }) {
  const { t } = useTranslation('applicant');
  const { say, language } = useLanguage();
  const query = useQuery({ queryKey: ['progress', caseNo, code], queryFn: () => get<Progress>('/public/progress', { case: caseNo, code }), retry: false });
  return (
    <Loaded query={query}>
      {(progress) => (
        <section className="card" aria-labelledby="found">
          <div className="case-head"><h2 id="found">{say(progress.service)}</h2><span className="chip open">{say(progress.phaseName)}</span></div>
          <p className="next">{say(progress.next)}</p>
          <p className="small soft number">{progress.caseNo} · {t('my.since', { on: progress.receivedOn })}{progress.simulated ? ` · ${t('simulated')}` : ''}</p>
          <h3>{t('progress.items')}</h3>
          <ul className="rows plain">{progress.items.map((item) => <li key={item.name.zh} className="case-head"><span>{say(item.name)} <span className="small soft">{say(item.department)}</span></span><ItemState state={item.state} /></li>)}</ul>
          {progress.clocks.length > 0 && (
            <>
              <h3>{t('progress.limits')}</h3>
              <ul className="rows plain">{progress.clocks.map((clock) => <li key={clock.name.zh} className="case-head"><span>{say(clock.name)}</span><span className="number">{clock.dueOn ? dayInWords(clock.dueOn, language) : t('progress.stands')}{clock.provisional ? t('progress.provisional') : ''}</span></li>)}</ul>
            </>
          )}
        </section>
      )}
    </Loaded>
  );
}
