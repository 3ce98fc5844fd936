import { BY_LAW } from './actor.ts';
import { isUnfinished } from './aftercare.ts';
import { deemAccepted } from './acceptance.ts';
import { type Clock, read } from './clock.ts';
import { recordSilence } from './consultation.ts';
import { type Deadline, earliestDeadline } from './deadline.ts';
import { type Draft, emit, enter, itemsOf, stateOf } from './draft.ts';
import { UNCORRECTED } from './item-machine.ts';
import { lapseRight } from './hearing-right.ts';
import { closeDraft, leaveUnanswered } from './pre-review.ts';
import { progress } from './progress.ts';
import { deemSatisfied, endCorrection } from './recheck.ts';
import { deemRenewed } from './renewal.ts';
import { ESCALATION } from './supervision.ts';

/** Settles every deadline due at or before the step's time, in order of due time. At the due instant is late. */
export function settleDeadlines(draft: Draft): void {
  draft.actor = BY_LAW;
  draft.commandId = null;
  for (;;) {
    const deadline = earliestDeadline(draft);
    if (!deadline || deadline.dueAt > draft.real) break;
    draft.now = deadline.dueAt;
    fire(draft, deadline);
    progress(draft);
  }
  draft.now = draft.real;
}

function fire(draft: Draft, deadline: Deadline): void {
  if (deadline.kind === 'handOverAlone') return emit(draft, { kind: 'handOverAlone', item: deadline.of });
  // Both happen in `progress`: the notice as when the last department answers, the start as when the last predecessor is granted.
  if (deadline.kind === 'notice' || deadline.kind === 'start') return;
  const clock = stateOf(draft).clocks[deadline.of]!;
  const { dueOn, provisional } = read(clock, draft.calendar, draft.plan.warningThreshold);
  if (deadline.kind === 'warning') return emit(draft, { kind: 'clockWarned', clock: clock.id, dueOn: dueOn!, provisional });
  if (provisional) return emit(draft, { kind: 'calendarMissing', clock: clock.id, provisionalDueOn: dueOn! });
  expire(draft, clock);
}

/** What the law attaches to a clock that ran out. Overdue never loses a case: it escalates and is recorded for ever. */
function expire(draft: Draft, clock: Clock): void {
  switch (clock.kind) {
    case 'preReview':
      return leaveUnanswered(draft);
    case 'draftKept':
      return closeDraft(draft);
    case 'examination':
      return deemAccepted(draft);
    case 'correction':
      return endCorrection(draft, 'ranOut');
    case 'recheck':
      deemSatisfied(draft);
      if (itemsOf(draft).some((item) => UNCORRECTED.includes(item.state))) ranOut(draft, clock);
      return;
    case 'hearingRight':
      return lapseRight(draft, clock);
    case 'ratingWindow':
      if (isUnfinished(stateOf(draft))) return emit(draft, { kind: 'ratingWindowOver' });
      enter(draft, { type: 'windowOver' });
      return;
    case 'statutory':
    case 'joint':
      if (stateOf(draft).extensions[clock.id]?.state === 'requested') emit(draft, { kind: 'extensionLapsed', clock: clock.id });
      return ranOut(draft, clock);
    case 'consultation':
      ranOut(draft, clock);
      return recordSilence(draft, clock);
    case 'internal':
    case 'promised':
    case 'procedure':
    case 'delivery':
    case 'urge':
    case 'noticeService':
    case 'deferred':
    case 'rectification':
    case 'complaint':
    case 'afterCheck':
    case 'preliminary':
    case 'supervision':
    case 'hearing':
      return ranOut(draft, clock);
    case 'renewal':
      return deemRenewed(draft, clock);
    default:
      return clock.kind satisfies never;
  }
}

function ranOut(draft: Draft, clock: Clock): void {
  const { dueOn } = read(clock, draft.calendar, draft.plan.warningThreshold);
  emit(draft, { kind: 'clockRanOut', clock: clock.id, dueOn: dueOn!, escalatedTo: ESCALATION[clock.kind] });
}
