import type { LegalBasis } from './case-plan.ts';
import { type ClockId, type ClockKind, dueAt, isRunning, read, warnAt } from './clock.ts';
import { noticeTime } from './correction-notice.ts';
import { aloneFrom } from './delivery.ts';
import { type Draft, itemsOf, stateOf } from './draft.ts';
import { awaitedStarts } from './item-start.ts';
import { type Instant, instantOf } from './plain-date.ts';

/** The next thing that time alone will do to a case. Data: the shell keeps one timer for the earliest. */
export interface Deadline {
  readonly kind: 'warning' | 'expiry' | 'notice' | 'start' | 'handOverAlone';
  /** The clock that causes it, or the item for `start` and `handOverAlone`. */
  readonly of: ClockId;
  readonly clock: ClockKind | null;
  readonly dueAt: Instant;
  readonly basis: LegalBasis | null;
  readonly provisional: boolean;
}

/** The earliest deadline, null when the case waits for nothing. Ties: by kind (a warning before its expiry), then by clock. */
export function earliestDeadline(draft: Draft): Deadline | null {
  let earliest: Deadline | null = null;
  for (const deadline of deadlines(draft)) {
    if (!earliest || isBefore(deadline, earliest)) earliest = deadline;
  }
  return earliest;
}

function* deadlines(draft: Draft): Generator<Deadline> {
  const { plan, calendar } = draft;
  const state = stateOf(draft);
  for (const clock of Object.values(state.clocks)) {
    if (!isRunning(clock)) continue;
    const reading = read(clock, calendar, plan.warningThreshold);
    const due = dueAt(clock, reading);
    if (due === null) continue;
    const common = { of: clock.id, clock: clock.kind, basis: clock.limit.basis, provisional: reading.provisional };
    if (!clock.warned && clock.kind !== 'ratingWindow') yield { kind: 'warning', dueAt: warnAt(clock, reading)!, ...common };
    // On a provisional date nothing expires: once the alarm is given, the consequence waits for the calendar.
    if (!(reading.provisional && clock.awaitsCalendar)) yield { kind: 'expiry', dueAt: due, ...common };
  }
  const notice = state.phase === 'examination' ? noticeTime(draft) : null;
  if (notice !== null) {
    const clock = state.clocks['examination']!;
    yield { kind: 'notice', of: clock.id, clock: 'examination', dueAt: notice, basis: clock.limit.basis, provisional: false };
  }
  for (const { id, date, basis } of awaitedStarts(draft)) {
    yield { kind: 'start', of: id, clock: null, dueAt: instantOf(date), basis, provisional: false };
  }
  for (const item of itemsOf(draft)) {
    const alone = item.state === 'granted' ? aloneFrom(draft, item) : null;
    if (alone !== null) yield { kind: 'handOverAlone', of: item.id, clock: null, dueAt: alone, basis: null, provisional: false };
  }
}

const ORDER: readonly Deadline['kind'][] = ['warning', 'notice', 'start', 'handOverAlone', 'expiry'];

function isBefore(a: Deadline, b: Deadline): boolean {
  if (a.dueAt !== b.dueAt) return a.dueAt < b.dueAt;
  const byKind = ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind);
  return byKind !== 0 ? byKind < 0 : a.of < b.of;
}
