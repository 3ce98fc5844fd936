import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '../../api/client/generated.ts';
import { dayInWords } from '../app/civil-day.ts';
import { useLanguage } from '../app/language.ts';
import { Loaded } from '../app/loaded.tsx';
import { useTimeline } from './case-queries.ts';
import { PaperLink } from './documents.tsx';
import { Ground } from './ground.tsx';

/** What happened, the latest day first: who, what, on what ground, and the papers it brought forth. */
export function Timeline({ caseNo }: { readonly caseNo: string }) {
  const { t } = useTranslation('case');
  return (
    <section className="card" aria-labelledby="timeline">
      <h2 id="timeline">{t('timeline')}</h2>
      <Loaded query={useTimeline(caseNo)}>{(entries) => <Days entries={entries} />}</Loaded>
    </section>
  );
}

function Days({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const { language } = useLanguage();
  const days = [...Map.groupBy(entries, ({ date }) => date).entries()].reverse();
  return (
    <ol className="timeline">
      {days.map(([date, own]) => (
        <li key={date}>
          <h3>{dayInWords(date, language)}</h3>
          <ol>{own.toReversed().map((entry) => <Entry key={entry.seq} entry={entry} />)}</ol>
        </li>
      ))}
    </ol>
  );
}

const TONES: Readonly<Record<string, string>> = {
  clockRanOut: 'bad', itemRefused: 'bad', itemNotAccepted: 'bad', itemGranted: 'good', caseAssembled: 'good', itemsHandedOver: 'good',
  caseReceived: 'turn', noticeIssued: 'turn', caseAccepted: 'turn', clockWarned: 'warn', urged: 'warn', itemBlocked: 'warn', calendarMissing: 'warn',
};

function Entry({ entry }: { readonly entry: TimelineEntry }) {
  const { say } = useLanguage();
  return (
    <li className={`entry ${TONES[entry.kind] ?? ''}`}>
      <time dateTime={entry.at} className="number soft">{entry.time}</time>
      <div>
        <p>{say(entry.what)}</p>
        <p className="soft small">{say(entry.by)} {entry.basis.map((basis) => <Ground key={`${basis.law}${basis.article}`} basis={basis} />)}</p>
        {entry.documents.map((paper) => <p key={paper.number} className="small"><PaperLink number={paper.number} title={say(paper.title)} /></p>)}
      </div>
    </li>
  );
}
