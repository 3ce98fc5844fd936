import type { CommandOf } from './command-table.ts';
import type { CaseState, Complaint } from './case-state.ts';
import type { ItemId, Limit } from './case-plan.ts';
import { openAfterChecks } from './after-check.ts';
import { type Clock, newClock } from './clock.ts';
import { type Draft, emit, stateOf, today } from './draft.ts';
import { itemFor } from './item-event.ts';
import { FINAL } from './item-machine.ts';
import { awaitingSupervision } from './linkage.ts';
import { RATING, SUPERVISION } from './law.ts';
import { Refused } from './refuse.ts';

/** 1 非常不满意 … 5 非常满意; the last two are bad. @see 国办发〔2019〕51号 */
const LEVELS = [1, 2, 3, 4, 5] as const;
const WORST_GOOD = 3;
/** Where the service sets no other: five working days in one city, fifteen in another. */
const RECTIFICATION: Limit = { length: 5, unit: 'workingDay', basis: RATING };
const ANSWER: Limit = { length: 5, unit: 'workingDay', basis: SUPERVISION };

/** The applicant rates the closed case, once and only if he likes. A bad rating must be rectified and followed up. */
export function rate(draft: Draft, { with: args }: CommandOf<'rate'>): void {
  const { rating, clocks } = stateOf(draft);
  if (rating) throw new Refused('rating.already', { level: rating.level });
  if (clocks['ratingWindow']!.stoppedAt !== null) throw new Refused('rating.windowOver');
  if (!LEVELS.some((level) => level === args.level)) throw new Refused('rating.noSuchLevel', { level: args.level });
  const clock = args.level < WORST_GOOD
    ? newClock({ id: 'rectification', kind: 'rectification', dayZero: today(draft), limit: draft.plan.rectification ?? RECTIFICATION, since: draft.now })
    : null;
  emit(draft, { kind: 'caseRated', level: args.level, text: args.text ?? null, clock });
}

/** What was done about a bad rating, and what the applicant said when he was asked again. */
export function rectifyRating(draft: Draft, { with: args }: CommandOf<'rectifyRating'>): void {
  if (!awaitsRectification(stateOf(draft))) throw new Refused('rating.nothingToRectify');
  emit(draft, { kind: 'ratingRectified', measures: args.measures, followUp: args.followUp });
}

/**
 * What went wrong, or got stuck (办不成事, `unresolved`): taken up at once on the manager's desk, where one of them claims it, with an
 * answer that is due. A case is not archived before it is over.
 */
export function complain(draft: Draft, { with: args }: CommandOf<'complain'>): void {
  const item = args.item === undefined ? null : itemFor(draft, args.item);
  const id = `${stateOf(draft).complaints.length + 1}`;
  emit(draft, { kind: 'complained', complaint: id, item: item?.id ?? null, text: args.text, clock: answerClock(draft, id), ...(args.unresolved === true ? { unresolved: true } : {}) });
}

/**
 * A complaint is over with its answer. What got stuck is over when the matter is: until then every answer opens the time for the
 * next one, and the last one says what the applicant said when he was asked again.
 */
export function resolveComplaint(draft: Draft, { with: { complaint: id, answer, followUp } }: CommandOf<'resolveComplaint'>): void {
  const found = stateOf(draft).complaints.find((one) => one.id === id);
  if (!found) throw new Refused('complaint.unknown', { complaint: id });
  if (!isOpenComplaint(found)) throw new Refused('complaint.resolved', { complaint: id });
  const said = followUp === undefined ? {} : { followUp };
  if (!found.unresolved || followUp !== undefined) {
    const stuck = found.unresolved ? stuckItems(stateOf(draft), found) : [];
    if (stuck.length > 0) throw new Refused('complaint.notAtItsEnd', { complaint: id, items: stuck.join(', ') });
    return emit(draft, { kind: 'complaintResolved', complaint: id, answer, ...said });
  }
  emit(draft, { kind: 'complaintResolved', complaint: id, answer, clock: answerClock(draft, `${id}:${(found.reports ?? 0) + 2}`) });
}

export function isOpenComplaint({ answer, unresolved, followUp }: Complaint): boolean {
  return unresolved ? followUp === undefined : answer === null;
}

/** The items that a complaint is about, or all, as long as nothing became of them. */
export function stuckItems({ items }: CaseState, { item }: Complaint): ItemId[] {
  return Object.values(items).filter((one) => (item === null || one.id === item) && !FINAL.includes(one.state)).map((one) => one.id);
}

function answerClock(draft: Draft, id: string): Clock {
  return newClock({ id: `complaint:${id}`, kind: 'complaint', dayZero: today(draft), limit: draft.plan.complaint ?? ANSWER, since: draft.now });
}

export function awaitsRectification({ rating }: CaseState): boolean {
  return rating !== null && rating.clock !== null && rating.rectified === null;
}

/** A closed case is not archived while something of it is still to be answered. */
export function isUnfinished(state: CaseState): boolean {
  return awaitsRectification(state) || openAfterChecks(state).length > 0 || awaitingSupervision(state).length > 0 || state.complaints.some(isOpenComplaint);
}
