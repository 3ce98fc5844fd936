import '../case-page/case-page.css';
import './applicant.css';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Progress, PublicClock } from '../../api/client/generated.ts';
import { api } from '../app/api.ts';
import { dayInWords } from '../app/civil-day.ts';
import { Heading } from '../app/heading.tsx';
import { useLanguage } from '../app/language.ts';
import { Loaded } from '../app/loaded.tsx';
import { Explanation } from '../case-page/explanation.tsx';
import { ItemState } from '../case-page/item-state.tsx';
import { WhyDrawer } from '../case-page/why-drawer.tsx';
import { LabelledInput } from '../guided-form/labelled-input.tsx';

/** What whoever holds the receipt shows. */
interface Held {
  readonly case: string;
  readonly code: string;
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
  const query = useQuery({ queryKey: ['progress', caseNo, code], queryFn: () => api.public.getProgress({ case: caseNo, code }), retry: false });
  return <Loaded query={query}>{(progress) => <Course progress={progress} held={{ case: caseNo, code }} />}</Loaded>;
}

function Course({ progress, held }: { readonly progress: Progress; readonly held: Held }) {
  const { t } = useTranslation('applicant');
  const { say } = useLanguage();
  const [why, setWhy] = useState<string | null>(null);
  return (
    <section className="card" aria-labelledby="found">
      <div className="case-head"><h2 id="found">{say(progress.service)}</h2><span className="chip open">{say(progress.phaseName)}</span></div>
      <p className="next">{say(progress.next)}</p>
      <p className="small soft number">{progress.caseNo} · {t('my.since', { on: progress.receivedOn })}{progress.simulated ? ` · ${t('simulated')}` : ''}</p>
      <h3>{t('progress.items')}</h3>
      <ul className="rows plain">{progress.items.map((item) => <li key={item.name.zh} className="case-head"><span>{say(item.name)} <span className="small soft">{say(item.department)}</span></span><ItemState state={item.state} /></li>)}</ul>
      {progress.clocks.length > 0 && (
        <>
          <h3>{t('progress.limits')}</h3>
          <ul className="rows plain">{progress.clocks.map((clock) => <Limit key={clock.id} clock={clock} onWhy={setWhy} />)}</ul>
        </>
      )}
      <Why held={held} clock={why} onClose={() => setWhy(null)} />
    </section>
  );
}

function Limit({ clock: { id, name, dueOn, provisional }, onWhy }: { readonly clock: PublicClock; readonly onWhy: (clock: string) => void }) {
  const { t } = useTranslation('applicant');
  const { t: ofCase } = useTranslation('case');
  const { say, language } = useLanguage();
  return (
    <li>
      <div className="case-head"><span>{say(name)}</span><span className="number">{dueOn ? dayInWords(dueOn, language) : t('progress.stands')}{provisional ? t('progress.provisional') : ''}</span></div>
      <Button type="link" size="small" onClick={() => onWhy(id)} aria-label={ofCase('why.of', { name: say(name) })}>{ofCase('why.title')}</Button>
    </li>
  );
}

/** 为什么是这一天: the same days as the applicant sees in his case, without who carries out what stopped them. */
function Why({ held, clock, onClose }: { readonly held: Held; readonly clock: string | null; readonly onClose: () => void }) {
  const query = useQuery({ queryKey: ['progress', held, clock], enabled: clock !== null, queryFn: () => api.public.explainProgress(encodeURIComponent(clock!), { ...held }), retry: false });
  return <WhyDrawer open={clock !== null} onClose={onClose}><Loaded query={query}>{(explained) => <Explanation of={explained} />}</Loaded></WhyDrawer>;
}
