import { useTranslation } from 'react-i18next';
import type { SeenCase } from '../../api/schemas/seen-case.ts';
import { momentInWords } from '../app/civil-day.ts';

const COURSE = ['preReview', 'examination', 'correction', 'recheck', 'handling', 'delivery', 'closed', 'archived'] as const;

/** Where the case is. Phases that this case never came through are left out: nobody waits for them. */
export function Phases({ seen }: { readonly seen: SeenCase }) {
  const { t } = useTranslation('app');
  const now = COURSE.indexOf(seen.phase as (typeof COURSE)[number]);
  const entered: Readonly<Record<string, string | null>> = {
    preReview: seen.preReview ? momentInWords(seen.preReview.submittedAt).slice(0, 10) : null, examination: seen.phase === 'preReview' ? null : seen.receivedOn,
    correction: seen.notice ? momentInWords(seen.notice.issuedAt).slice(0, 10) : null, recheck: null, handling: seen.acceptance?.issuedOn ?? null, delivery: seen.assembledOn, closed: seen.closedOn, archived: null,
  };
  const shown = COURSE.filter((phase, index) => {
    if (phase === 'preReview') return seen.preReview !== null || index === now;
    if (phase === 'correction' || phase === 'recheck') return index === now || (index < now && seen.notice !== null);
    return true;
  });
  const here = shown.indexOf(COURSE[now]!);
  return (
    <ol className="phases">
      {shown.map((phase, index) => (
        <li key={phase} className={index < here ? 'past' : index === here ? 'now' : ''} {...(index === here ? { 'aria-current': 'step' as const } : {})}>
          <span>{t(`phase.${phase}`)}</span>
          {entered[phase] && <time className="number small" dateTime={entered[phase]}>{entered[phase]}</time>}
        </li>
      ))}
    </ol>
  );
}
