import type { Calendar } from '../../../workflows/case/calendar.ts';
import type { Change, FactKind } from '../../../workflows/case/case-change.ts';
import type { CasePlan, LegalBasis } from '../../../workflows/case/case-plan.ts';
import type { DocumentRecord } from '../../../workflows/case/document.ts';
import { weekdayOf } from '../../../workflows/case/plain-date.ts';
import { citationInEnglish, UNVERIFIED_IN_ENGLISH } from '../citation-in-english.ts';
import { titleOf } from '../document-title.ts';
import { dayCounts } from '../timeline/day-counts.ts';
import { type Entry, entriesOf } from '../timeline/entries.ts';
import { personName } from '../timeline/names.ts';
import { citation, dateInChinese, UNVERIFIED } from '../wording.ts';
import { both, html, type Html } from './html.ts';

/** The address of a document's file; null where there is none. */
export type DocumentLink = (document: DocumentRecord) => string | null;

/** What happened, day by day. */
export function eventList(plan: CasePlan, calendar: Calendar, changes: readonly Change[], link: DocumentLink): Html {
  const counts = dayCounts(changes, calendar);
  const days = Map.groupBy(entriesOf(plan, changes), (entry) => entry.date);
  return html`<ol class="events">${[...days].map(([date, entries]) => {
    const count = counts(entries.at(-1)!);
    const weekday = weekdayOf(date);
    return html`<li class="day"><h3>${both({ zh: `${dateInChinese(date)} 星期${'一二三四五六日'[weekday - 1] ?? ''}`, en: `${date}, ${ENGLISH_DAYS[weekday - 1] ?? ''}` })}${
      count ? html`<small>${both(count)}</small>` : null}</h3><ol>${entries.map((entry) => oneEvent(plan, entry, link))}</ol></li>`;
  })}</ol>`;
}

export function documentTitleLink(document: DocumentRecord, link: DocumentLink): Html {
  const address = link(document);
  const title = both({ zh: `《${titleOf(document).zh}》`, en: titleOf(document).en });
  return address === null ? html`<span class="paper">${title} <code>${document.number}</code></span>` : html`<a class="paper" href="${safeAddress(address)}">${title} <code>${document.number}</code></a>`;
}

const ENGLISH_DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

function oneEvent(plan: CasePlan, entry: Entry, link: DocumentLink): Html {
  return html`<li class="event ${TONES[entry.kind] ?? ''}"><time datetime="${entry.date}T${entry.time}+08:00">${entry.time}</time><div><p>${both(entry.what)}</p>
    <p class="by">${both(personName(plan, entry.by))}${entry.documents.length === 0 ? bases(entry.basis) : null}</p>
    ${entry.documents.map((document) => html`<p class="issued">${documentTitleLink(document, link)}${bases(document.basis)}</p>`)}</div></li>`;
}

function bases(list: readonly LegalBasis[]): readonly Html[] {
  return list.map((basis) => html`<span class="basis"><span lang="zh-CN">${citation(basis)}${basis.verified ? null : html`<i>${UNVERIFIED}</i>`}</span><span lang="en">${
    citationInEnglish(basis)}${basis.verified ? null : html`<i>${UNVERIFIED_IN_ENGLISH}</i>`}</span></span>`);
}

/** An address that would run something is not one. */
function safeAddress(address: string): string {
  return /^\s*(javascript|data|vbscript):/i.test(address) ? '#' : address;
}

const TONES: Readonly<Partial<Record<FactKind, string>>> = {
  draftSubmitted: 'turn', preReviewUnanswered: 'warned', draftClosed: 'bad', caseReceived: 'turn', noticeIssued: 'turn', caseAccepted: 'turn', caseAssembled: 'turn',
  itemGranted: 'good', itemRefused: 'bad', itemNotAccepted: 'bad', clockRanOut: 'bad', clockWarned: 'warned', urged: 'warned', calendarMissing: 'warned',
};
