import type { Change, FactOf } from './case-change.ts';
import type { CaseState, Consultation } from './case-state.ts';
import { stopClock, withClocks } from './clocks-of-state.ts';
import { withItem } from './items-of-state.ts';
import type { OtherDepartmentFact } from './other-department-facts.ts';
import { dateOf } from './plain-date.ts';

/** The part of `evolve` for departments that have to do with an item which another one decides. */
export const OTHER_DEPARTMENTS: {
  readonly [K in OtherDepartmentFact['kind']]: (state: CaseState, fact: FactOf<K>, change: Change) => CaseState;
} = {
  preliminaryStarted: (state, { item, to, department, dayZero, clock }) =>
    withClocks(withItem(state, item, { state: to, startedOn: dayZero, preliminary: { department, clock: clock.id, startedOn: dayZero, report: null } }), [clock]),
  preliminaryReported: (state, { item, meets, opinion }, change) => {
    const known = state.items[item]!.preliminary!;
    return stopClock(withItem(state, item, { preliminary: { ...known, report: { meets, opinion, by: change.by, on: dateOf(change.at) } } }), known.clock, change);
  },
  supervisionPushed: (state, { item, department, clock }, change) =>
    withClocks(withItem(state, item, { supervision: { department, pushedOn: dateOf(change.at), clock: clock?.id ?? null, acknowledged: null } }), clock ? [clock] : []),
  supervisionAcknowledged: (state, { item, note }, change) => {
    const known = state.items[item]!.supervision!;
    const told = withItem(state, item, { supervision: { ...known, acknowledged: { by: change.by, on: dateOf(change.at), note } } });
    return known.clock === null ? told : stopClock(told, known.clock, change);
  },
  consulted: (state, { consultation, item, department, question, shares, clock }, change) => {
    const asked = { id: consultation, item, department, question, shares, by: change.by, askedOn: dateOf(change.at), clock: clock.id, answer: null, silentOn: null };
    return withClocks({ ...state, consultations: [...(state.consultations ?? []), asked] }, [clock]);
  },
  consultationAnswered: (state, { consultation, answer }, change) => settled(state, consultation, { answer: { text: answer, by: change.by, on: dateOf(change.at) } }, change),
  consultationUnanswered: (state, { consultation, on }, change) => settled(state, consultation, { silentOn: on }, change),
};

function settled(state: CaseState, id: string, part: Partial<Consultation>, change: Change): CaseState {
  const consultations = (state.consultations ?? []).map((one) => (one.id === id ? { ...one, ...part } : one));
  return stopClock({ ...state, consultations }, consultations.find((one) => one.id === id)!.clock, change);
}
