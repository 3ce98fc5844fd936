import type { CommandOf } from './command-table.ts';
import type { CaseState } from './case-state.ts';
import { newClock } from './clock.ts';
import { isAnswered } from './correction-notice.ts';
import { type Draft, emit, enter, itemOf, itemsOf, stateOf, today } from './draft.ts';
import { itemFor, moved, moveOrRefuse } from './item-event.ts';
import { RECHECKED } from './item-machine.ts';
import { notAccept } from './non-acceptance.ts';
import { dateOf, type Instant, type PlainDate } from './plain-date.ts';
import { Refused } from './refuse.ts';

/**
 * The correction is over: everything was answered, or the limit ran out. Items whose defects are all answered go to
 * re-check; the others are put to their department for non-acceptance, or lapse where a law named in the plan says so.
 * Day 0 of the re-check is the day on which the correction ended: the last answer's, or the limit's last one.
 */
export function endCorrection(draft: Draft, how: 'allAnswered' | 'ranOut'): void {
  const state = stateOf(draft);
  const lapses = draft.plan.correction.whenOver === 'lapse';
  const waiting = itemsOf(draft).filter((item) => item.state === 'awaitingCorrection');
  const results = waiting.map((item) => moved(item, { type: 'correctionEnded', allAnswered: isAnswered(state, item.id), lapses }));
  // A limit ends at 24:00: the instant belongs to the day after.
  const dayZero = how === 'allAnswered' ? today(draft) : dateOf((draft.now - 1) as Instant);
  const clock = newClock({ id: 'recheck', kind: 'recheck', dayZero, limit: state.clocks['examination']!.limit, since: draft.now });
  emit(draft, {
    kind: 'correctionEnded', how, clock,
    items: results.filter(({ to }) => to !== 'notAccepted'),
  });
  enter(draft, { type: 'correctionEnded' });
  for (const { item, to } of results) {
    if (to === 'notAccepted') notAccept(draft, itemOf(draft, item), 'lapse');
  }
}

/** A department re-checks only what it had listed: satisfied, or proposed for non-acceptance. Never a second notice. */
export function recheck(draft: Draft, { with: args }: CommandOf<'recheck'>): void {
  const item = itemFor(draft, args.item);
  const to = moveOrRefuse(draft, item, { type: args.satisfied ? 'recheckSatisfied' : 'recheckUnsatisfied' });
  if (!args.satisfied && (!args.reasons || !args.article)) throw new Refused('recheck.reasonsMissing');
  emit(draft, {
    kind: 'itemRechecked', item: item.id, to, satisfied: args.satisfied, reasons: args.reasons ?? null, article: args.article ?? null,
  });
}

/** Silence in re-check: what was answered is deemed satisfied. An unconfirmed "not satisfied" is silence too. */
export function deemSatisfied(draft: Draft): void {
  for (const item of itemsOf(draft)) {
    if (RECHECKED.includes(item.state)) emit(draft, { kind: 'deemedSatisfied', ...moved(item, { type: 'deemSatisfied' }) });
  }
}

/** The day of the applicant's last answer, from which silence in re-check accepts; the end of the correction when there is none. */
export function lastAnswerOn(state: CaseState): PlainDate {
  const answers = (state.notice?.lines ?? []).flatMap((line) => (line.answer ? [dateOf(line.answer.at)] : []));
  return answers.reduce((latest, one) => (one > latest ? one : latest), answers[0] ?? state.correctionEndedOn!);
}
