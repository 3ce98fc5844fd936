import type { ItemId } from './case-plan.ts';
import type { Change } from './case-change.ts';
import type { CaseState } from './case-state.ts';
import type { Clock, ClockId, ClockKind } from './clock.ts';
import type { PlainDate } from './plain-date.ts';

// How a change starts, stops and resumes the clocks of a case; for `evolve` alone.

export function withClocks(state: CaseState, clocks: readonly Clock[]): CaseState {
  return clocks.length === 0 ? state : { ...state, clocks: { ...state.clocks, ...Object.fromEntries(clocks.map((clock) => [clock.id, clock])) } };
}

export function withClock(state: CaseState, id: ClockId, change: (clock: Clock) => Clock): CaseState {
  const clock = state.clocks[id];
  return clock ? { ...state, clocks: { ...state.clocks, [id]: change(clock) } } : state;
}

export function stopClock(state: CaseState, id: ClockId, change: Change): CaseState {
  const clock = state.clocks[id];
  return clock && clock.stoppedAt === null ? withClock(state, id, (running) => ({ ...running, stoppedAt: change.at })) : state;
}

/** An item that is decided or has left has no running clock: its limits, its procedures and the urges about it end. */
export function stopItemClocks(state: CaseState, item: ItemId, change: Change): CaseState {
  return Object.values(state.clocks)
    .filter((clock) => clock.item === item && clock.kind !== 'delivery')
    .reduce((next, clock) => stopClock(next, clock.id, change), state);
}

/** A complaint, the check after a grant and what a supervising department has to take over outlive the closing: each is followed to its end. */
const OUTLIVING: readonly ClockKind[] = ['complaint', 'afterCheck', 'supervision'];

export function closeAllClocks(state: CaseState, change: Change): CaseState {
  return Object.values(state.clocks).filter((clock) => !OUTLIVING.includes(clock.kind)).reduce((next, clock) => stopClock(next, clock.id, change), state);
}

export function resume(state: CaseState, item: ItemId, because: string, to: PlainDate, change: Change): CaseState {
  return Object.values(state.clocks)
    .filter((clock) => clock.item === item && clock.suspensions.some((one) => one.because === because && one.to === null))
    .reduce((next, clock) => withClock(next, clock.id, (standing) => closeSuspension(standing, because, to, change)), state);
}

export function closeSuspension(clock: Clock, because: string, to: PlainDate, change: Change): Clock {
  return {
    ...clock, warned: false, since: change.at,
    suspensions: clock.suspensions.map((one) => (one.because === because && one.to === null ? { ...one, to } : one)),
  };
}
