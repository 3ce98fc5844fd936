import { Alert, Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useTimeline } from '../../case-page/case-queries.ts';
import { useLanguage } from '../../app/language.ts';
import { ProblemError } from '../../app/problem-error.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import type { Desk } from './use-desk.ts';

/** How many of the latest acts are named. */
const NAMED = 5;

/** Why a command was not carried out, and what others did since the reader looked: who won when two acted at once. */
export function Meanwhile({ caseNo, desk: { problem, moved, knownSeq, settle } }: { readonly caseNo: string; readonly desk: Desk }) {
  const { t } = useTranslation('department');
  const { say } = useLanguage();
  const timeline = useTimeline(caseNo);
  const place = useRef<HTMLDivElement>(null);
  // Whoever is far down a form sees why it was not carried out.
  useEffect(() => {
    if (problem) place.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);
  if (!problem && !moved) return null;
  const acts = moved ? (timeline.data ?? []).filter(({ seq }) => seq > knownSeq).slice(-NAMED) : [];
  const done = acts.length > 0 && (
    <div>
      <p>{t(problem ? 'meanwhile.before' : 'meanwhile.moved')}</p>
      <ul className="meanwhile">{acts.map((act) => <li key={act.seq}><span className="number soft">{act.time}</span> <b>{say(act.by)}</b> {say(act.what)}</li>)}</ul>
    </div>
  );
  if (!problem && !done) return null;
  const title = problem instanceof ProblemError ? say(problem.problem.text) : problem ? problem.message : t('meanwhile.title');
  return (
    <div ref={place} className="meanwhile-place">
      <Alert
        className="meanwhile-alert" role="alert" showIcon type={problem ? 'error' : 'info'} title={title} action={<Button size="small" onClick={settle}>{t('meanwhile.understood')}</Button>}
        description={<>{done}{problem && <ProblemDetail error={problem} />}</>}
      />
    </div>
  );
}

/** Where, what else is possible, and the code: what the sentence above leaves out. */
function ProblemDetail({ error }: { readonly error: Error }) {
  return <div className="without-sentence"><ProblemNotice error={error} plain /></div>;
}
