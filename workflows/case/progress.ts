import { BY_LAW } from './actor.ts';
import { isUnfinished } from './aftercare.ts';
import { accept } from './acceptance.ts';
import { allServed, allSettled, assemble } from './assembly.ts';
import { read } from './clock.ts';
import { issueNotice, noticeTime, openLines } from './correction-notice.ts';
import { type Draft, enter, itemsOf, stateOf, today } from './draft.ts';
import { EXAMINED, LEFT, RECHECKED, UNCORRECTED } from './item-machine.ts';
import { blockWithoutMain, startItems } from './item-start.ts';
import { advancePreReview } from './pre-review.ts';
import { endCorrection, lastAnswerOn } from './recheck.ts';
import { settleJointClock } from './special-procedure.ts';

/** After every command and deadline: whatever joins are now complete take effect, until nothing moves any more. */
export function progress(draft: Draft): void {
  draft.actor = BY_LAW;
  for (;;) {
    const { seq } = stateOf(draft);
    advance(draft);
    if (stateOf(draft).seq === seq) break;
  }
  settleJointClock(draft);
}

function advance(draft: Draft): void {
  const { phase } = stateOf(draft);
  switch (phase) {
    case 'preReview':
      return advancePreReview(draft);
    case 'examination':
      return advanceExamination(draft);
    case 'correction':
      return advanceCorrection(draft);
    case 'recheck':
      return advanceRecheck(draft);
    case 'handling':
      blockWithoutMain(draft);
      startItems(draft);
      if (allSettled(draft)) assemble(draft);
      return;
    case 'delivery':
      if (allServed(draft)) enter(draft, { type: 'allServed' });
      return;
    case 'closed':
      if (stateOf(draft).clocks['ratingWindow']!.stoppedAt !== null && !isUnfinished(stateOf(draft))) enter(draft, { type: 'windowOver' });
      return;
    case 'archived':
      return;
    default:
      return phase satisfies never;
  }
}

function advanceExamination(draft: Draft): void {
  const items = itemsOf(draft);
  if (items.every((item) => LEFT.includes(item.state))) return void enter(draft, { type: 'nothingLeft' });
  const answered = items.every((item) => EXAMINED.includes(item.state));
  const deficient = items.some((item) => item.state === 'deficient');
  if (answered && !deficient) return accept(draft, 'examined', today(draft));
  const from = noticeTime(draft);
  if (from !== null && (answered || from <= draft.real)) issueNotice(draft);
}

function advanceCorrection(draft: Draft): void {
  const items = itemsOf(draft);
  if (items.every((item) => LEFT.includes(item.state))) return void enter(draft, { type: 'nothingLeft' });
  if (!items.some((item) => item.state === 'awaitingCorrection')) return accept(draft, 'rechecked', today(draft));
  if (openLines(stateOf(draft)).length === 0) endCorrection(draft, 'allAnswered');
}

/**
 * Accepts when every re-check is answered. An item put to its department for non-acceptance is waited for until the
 * re-check's deadline; after that the others do not wait any longer.
 */
function advanceRecheck(draft: Draft): void {
  const items = itemsOf(draft);
  if (items.every((item) => LEFT.includes(item.state))) return void enter(draft, { type: 'nothingLeft' });
  if (items.some((item) => RECHECKED.includes(item.state)) || !items.some((item) => item.state === 'satisfied')) return;
  const clock = stateOf(draft).clocks['recheck']!;
  const { dueAt, provisional } = read(clock, draft.calendar, draft.plan.warningThreshold);
  const over = clock.ranOutAt !== null || (dueAt !== null && !provisional && draft.now >= dueAt);
  if (over) return accept(draft, 'recheckSilence', lastAnswerOn(stateOf(draft)));
  if (!items.some((item) => UNCORRECTED.includes(item.state))) accept(draft, 'rechecked', today(draft));
}
