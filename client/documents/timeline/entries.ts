import type { Text } from '../../../workflows/case/calendar.ts';
import type { Actor } from '../../../workflows/case/actor.ts';
import type { Change, FactKind } from '../../../workflows/case/case-change.ts';
import type { CasePlan, LegalBasis } from '../../../workflows/case/case-plan.ts';
import type { CaseState } from '../../../workflows/case/case-state.ts';
import type { DocumentRecord } from '../../../workflows/case/document.ts';
import { evolve } from '../../../workflows/case/evolve.ts';
import { ALL_32_4, ALL_42_1, ALL_47 } from '../../../workflows/case/law.ts';
import { addDays, type Instant, localTime, type PlainDate } from '../../../workflows/case/plain-date.ts';
import { describe } from '../sentences.ts';
import { itemNames } from './names.ts';

/** One line of a timeline: an act or an event, with the papers it brought forth. */
export interface Entry {
  readonly seq: number;
  readonly at: Instant;
  /** Day and time as people say them: what a day's end brings happens at 24:00 of that day. */
  readonly date: PlainDate;
  readonly time: string;
  readonly by: Actor;
  readonly kind: FactKind;
  readonly what: Text;
  readonly basis: readonly LegalBasis[];
  readonly documents: readonly DocumentRecord[];
}

/**
 * The changes of a case as people read them. A paper belongs to the act it proves; phases and other plumbing that say
 * nothing new are left out; what befell several items in the same instant is told once.
 */
export function entriesOf(plan: CasePlan, changes: readonly Change[]): Entry[] {
  const entries: { last: Change; entry: Entry; items: string[] }[] = [];
  let state: CaseState | null = null;
  for (const change of changes) {
    state = evolve(state, change);
    const before = entries.at(-1);
    if (change.kind === 'documentIssued') {
      const act = entries.findLast(({ last }) => proves(change.document, last));
      if (act) act.entry = { ...act.entry, documents: [...act.entry.documents, change.document] };
      else entries.push({ last: change, items: [], entry: entryOf(change, { zh: '', en: '' }, [], [change.document]) });
      continue;
    }
    if (isPlumbing(change)) continue;
    if (before && change.kind in TOGETHER && before.last.kind === change.kind && before.last.at === change.at && 'item' in change && change.item) {
      before.items.push(change.item);
      before.entry = { ...before.entry, what: TOGETHER[change.kind]!(itemNames(plan, before.items)) };
      continue;
    }
    const items = 'item' in change && change.item ? [change.item] : [];
    entries.push({ last: change, items, entry: entryOf(change, describe(change, plan), basisOf(change, state), []) });
  }
  // What the law did while nobody was looking is recorded later than what was done in the meantime, and told in its place.
  return entries.map(({ entry }) => entry).sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
}

function order({ date, time }: Entry): string {
  return `${date}T${time}`;
}

function entryOf(change: Change, what: Text, basis: readonly LegalBasis[], documents: readonly DocumentRecord[]): Entry {
  return { seq: change.seq, at: change.at, ...whenOf(change), by: change.by, kind: change.kind, what, basis, documents };
}

function whenOf(change: Change): { date: PlainDate; time: string } {
  const [date, time] = localTime(change.at).split('T') as [PlainDate, string];
  const aheadOfDay = change.kind === 'clockWarned' && change.dueOn >= date;
  return time === '00:00' && change.by.role === 'system' && !aheadOfDay ? { date: addDays(date, -1), time: '24:00' } : { date, time };
}

/** Facts that name the number of the paper they bring forth; the receipt has only one. */
function proves(document: DocumentRecord, change: Change): boolean {
  if (change.kind === 'caseReceived') return document.kind === 'receipt';
  if (PRE_REVIEW_ACTS.has(change.kind)) return document.kind === 'preReview';
  if (change.kind === 'noticeIssued') return change.number === document.number;
  if ('documents' in change) return change.documents.includes(document.number);
  return 'document' in change && change.document === document.number;
}

/** Each of these brings forth at most one paper of the pre-review, and the last one before a paper is whose it is. */
const PRE_REVIEW_ACTS: ReadonlySet<FactKind> = new Set(['consentSaid', 'preReviewAnswered', 'preReviewUnanswered', 'draftClosed']);

function isPlumbing(change: Change): boolean {
  return change.kind === 'phaseEntered' && change.phase !== 'closed' && change.phase !== 'archived';
}

const TOGETHER: Partial<Record<FactKind, (items: Text) => Text>> = {
  itemStarted: ({ zh, en }) => ({ zh: `开始办理${zh}`, en: `Handling starts: ${en}` }),
  deemedComplete: ({ zh, en }) => ({ zh: `${zh}逾期未答复，视为材料齐全`, en: `No answer in time, deemed complete: ${en}` }),
  deemedSatisfied: ({ zh, en }) => ({ zh: `${zh}复核逾期，视为符合要求`, en: `Re-check not answered in time, deemed satisfied: ${en}` }),
};

/** What the law says about an event that brings no paper of its own. */
function basisOf(change: Change, state: CaseState): readonly LegalBasis[] {
  switch (change.kind) {
    case 'deemedComplete':
      return [ALL_32_4];
    case 'hearingRequested':
    case 'hearingWaived':
    case 'hearingRightLapsed':
      return [ALL_47];
    case 'extensionRequested':
      return [ALL_42_1];
    case 'clockWarned':
    case 'clockRanOut':
      return state.clocks[change.clock] ? [state.clocks[change.clock]!.limit.basis] : [];
    default:
      return [];
  }
}
