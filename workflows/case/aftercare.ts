import type { CommandOf } from './command-table.ts';
import type { CaseState } from './case-state.ts';
import type { Limit } from './case-plan.ts';
import { openAfterChecks } from './after-check.ts';
import { newClock } from './clock.ts';
import { type Draft, emit, stateOf, today } from './draft.ts';
import { itemFor } from './item-event.ts';
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

/** What got stuck (办不成事) or went wrong: taken up at once, with an owner's desk and a due answer, and followed to the end. */
export function complain(draft: Draft, { with: args }: CommandOf<'complain'>): void {
  const item = args.item === undefined ? null : itemFor(draft, args.item);
  const id = `${stateOf(draft).complaints.length + 1}`;
  const clock = newClock({ id: `complaint:${id}`, kind: 'complaint', dayZero: today(draft), limit: draft.plan.complaint ?? ANSWER, since: draft.now });
  emit(draft, { kind: 'complained', complaint: id, item: item?.id ?? null, text: args.text, clock });
}

export function resolveComplaint(draft: Draft, { with: args }: CommandOf<'resolveComplaint'>): void {
  const found = stateOf(draft).complaints.find((one) => one.id === args.complaint);
  if (!found) throw new Refused('complaint.unknown', { complaint: args.complaint });
  if (found.answer !== null) throw new Refused('complaint.resolved', { complaint: args.complaint });
  emit(draft, { kind: 'complaintResolved', complaint: found.id, answer: args.answer });
}

export function awaitsRectification({ rating }: CaseState): boolean {
  return rating !== null && rating.clock !== null && rating.rectified === null;
}

/** A closed case is not archived while something of it is still to be answered. */
export function isUnfinished(state: CaseState): boolean {
  return awaitsRectification(state) || openAfterChecks(state).length > 0 || awaitingSupervision(state).length > 0 || state.complaints.some((one) => one.answer === null);
}
