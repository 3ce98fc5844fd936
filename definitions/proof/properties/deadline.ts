import { isOpenComplaint } from '../../../workflows/case/aftercare.ts';
import type { CaseState } from '../../../workflows/case/case-state.ts';
import { type Clock, type ClockKind, dueAt, isSuspended, read } from '../../../workflows/case/clock.ts';
import { IN_HANDLING } from '../../../workflows/case/item-machine.ts';
import { type Instant, localTime } from '../../../workflows/case/plain-date.ts';
import type { Phase } from '../../../workflows/case/case-machine.ts';
import { each, isNamed, offence, papers, type Property } from './property.ts';

export const deadline: Property = {
  id: 'deadline', article: '行政许可法 第三十二条、第四十二条、第四十四条、第八十二条；domain §4 ALL art. 32, 42, 44, 82',
  says: { zh: '每一等待都有期限，每一期限都有依据和后果', en: 'no wait without a deadline, no deadline without its law and its consequence' },
  broken: (transition) => {
    const { plan, at, result: { state, calendar, next } } = transition;
    if (state.phase === 'archived') {
      const left = state.complaints.find(isOpenComplaint);
      return left ? offence(`第${left.id}件投诉或办不成事还没有了结就归档了`, `archived, and complaint ${left.id} is not at its end`, { expect: { phase: 'closed' } }) : null;
    }
    for (const { change } of each(transition, 'clockRanOut')) {
      if (change.escalatedTo === null) return offence(`“${change.clock}”届满而没有后果`, `${change.clock} ran out and nobody was told`);
    }
    for (const { change } of each(transition, 'itemNotAccepted')) {
      const paper = papers(transition, 'lapse').find((one) => one.item === change.item);
      if (change.lapsed && !isNamed(paper?.basis[0])) return offence(`“${change.item}”失效而没有依据`, `${change.item} lapsed without a rule that says so`, { expect: { items: { [change.item]: 'uncorrected' } } });
    }
    const open = Object.values(state.clocks).filter((clock) => clock.stoppedAt === null);
    for (const clock of open) {
      if (clock.ranOutAt !== null || isSuspended(clock)) continue;
      const due = dueAt(clock, read(clock, calendar, plan.warningThreshold))!;
      if (due <= at && !clock.awaitsCalendar) return offence(`“${clock.id}”已届满，什么也没有发生`, `${clock.id} ran out and nothing happened`, overdue(clock, at));
      if (!clock.awaitsCalendar && (next === null || next.dueAt > due)) {
        return offence(`引擎忘记了“${clock.id}”的期限（${localTime(due)}）`, `the engine forgets the deadline of ${clock.id} (${localTime(due)})`, overdue(clock, due));
      }
      if (!isNamed(clock.limit.basis)) return offence(`“${clock.id}”没有依据`, `${clock.id} names no law`, {});
    }
    if (next === null && !open.some((clock) => clock.ranOutAt !== null || clock.awaitsCalendar)) {
      return offence('办件在等待，却没有任何期限', 'the case waits, and for no deadline', {});
    }
    const timeless = waitsWithoutClock(state, open);
    return timeless === null ? null : offence(`${timeless}在等待，却没有期限`, `${timeless} waits without a deadline`, {});
  },
};

/** Which clock measures what a phase waits for. Handling is looked at item by item. */
const MEASURED: { readonly [P in Phase]?: readonly ClockKind[] } = {
  preReview: ['preReview', 'draftKept'], examination: ['examination'], correction: ['correction', 'noticeService'], recheck: ['recheck'], closed: ['ratingWindow', 'rectification', 'complaint', 'afterCheck', 'supervision'],
};

function waitsWithoutClock(state: CaseState, open: readonly Clock[]): string | null {
  const complaint = state.complaints.find((one) => isOpenComplaint(one) && !open.some((clock) => clock.id === one.clock));
  if (complaint) return `complaint:${complaint.id}`;
  const kinds = MEASURED[state.phase];
  if (kinds) return open.some((clock) => kinds.includes(clock.kind)) ? null : state.phase;
  for (const item of Object.values(state.items)) {
    // A waiting item waits for another one, which has its own clock.
    const decides = IN_HANDLING.includes(item.state) && item.state !== 'waiting';
    const hasClock = (kind: ClockKind) => open.some((clock) => clock.kind === kind && (clock.item === item.id || clock.item === null));
    if (decides && !(item.state === 'preliminary' ? ['preliminary'] as const : ['statutory', 'internal', 'promised', 'joint'] as const).some(hasClock)) return item.id;
    if (item.state === 'granted' && !item.delivery?.servedOn && !hasClock('delivery')) return item.id;
  }
  return null;
}

/** What a look after the deadline should show. */
function overdue(clock: Clock, lookAt: Instant) {
  if (clock.kind === 'preReview') return { lookAt, expect: { happened: { preReviewUnanswered: 1 } } };
  if (clock.kind === 'draftKept') return { lookAt, expect: { phase: 'closed' } };
  return { lookAt, expect: clock.kind === 'examination' ? { phase: 'handling', ground: 'examinationSilence' } : { overdue: [clock.id] } };
}
