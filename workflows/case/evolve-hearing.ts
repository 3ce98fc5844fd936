import type { Change, FactOf } from './case-change.ts';
import type { CaseState, ItemState } from './case-state.ts';
import type { ItemId } from './case-plan.ts';
import { isOpen } from './clock.ts';
import { resume, stopClock, withClock, withClocks } from './clocks-of-state.ts';
import { HEARING_GROUND, newHearing } from './hearing.ts';
import type { HearingFact } from './hearing-change.ts';
import type { Hearing, HearingRight } from './hearing-state.ts';
import { withItem } from './items-of-state.ts';
import { dateOf, type PlainDate } from './plain-date.ts';

type Handler<K extends HearingFact['kind']> = (state: CaseState, fact: FactOf<K>, change: Change) => CaseState;

/** What hearings and on-site checks make of a case; part of `evolve`. */
export const HEARING_HANDLERS: { readonly [K in HearingFact['kind']]: Handler<K> } = {
  hearingRightTold: (state, fact, change) => {
    const told = withHearing(withExaminers(state, fact.item, [change.by.id]), fact.item, (hearing) => ({
      parties: [...hearing.parties, ...fact.parties],
      rights: [...hearing.rights, { clock: fact.clock.id, toldOn: dateOf(change.at), persons: fact.persons, waived: [], over: null }],
    }));
    return withClocks(told, [fact.clock]);
  },
  hearingRequested: (state, fact, change) => {
    const on = dateOf(change.at);
    const open = state.items[fact.item]!.hearing!.rights.filter((right) => right.over === null);
    const asked = withHearing(stated(state, fact, on), fact.item, (hearing) => ({
      since: on, clock: fact.clock.id, rights: hearing.rights.map((right) => (right.over === null ? { ...right, over: 'requested' as const } : right)),
    }));
    return suspended(withClocks(open.reduce((next, right) => stopClock(next, right.clock, change), asked), [fact.clock]), fact, on);
  },
  hearingWaived: (state, fact, change) => {
    const waived = withHearing(stated(state, fact, dateOf(change.at)), fact.item, (hearing) => ({ rights: hearing.rights.map((right) => without(right, fact.party)) }));
    const over = waived.items[fact.item]!.hearing!.rights.filter((right) => right.over === 'waived');
    return over.reduce((next, right) => stopClock(next, right.clock, change), waived);
  },
  hearingRightLapsed: (state, fact, change) => {
    const lapsed = withHearing(state, fact.item, (hearing) => ({
      rights: hearing.rights.map((right) => (right.clock === fact.clock ? { ...right, over: 'lapsed' as const } : right)),
    }));
    return stopClock(lapsed, fact.clock, change);
  },
  hearingAnnounced: (state, fact, change) => {
    const on = dateOf(change.at);
    const { date, time, place, chair, closedBecause } = fact;
    const announced = withHearing(state, fact.item, (hearing) => ({
      parties: [...hearing.parties, ...fact.parties],
      announcement: { on, date, time, place, chair, closedBecause },
      since: hearing.since ?? on,
      clock: fact.clock?.id ?? hearing.clock,
    }));
    return suspended(withClocks(announced, fact.clock ? [fact.clock] : []), fact, on);
  },
  hearingHeld: (state, fact, change) => {
    const on = dateOf(change.at);
    const { clock } = state.items[fact.item]!.hearing!;
    const held = withHearing(state, fact.item, () => ({ minutes: { on, document: fact.document } }));
    return resume(clock === null ? held : stopClock(held, clock, change), fact.item, HEARING_GROUND, on, change);
  },
  siteChecked: (state, fact) => {
    const { siteChecks = [] } = state.items[fact.item]!;
    const checked = withItem(state, fact.item, { siteChecks: [...siteChecks, { on: fact.on, officers: fact.officers, document: fact.document }] });
    return withExaminers(checked, fact.item, fact.officers.map(({ id }) => id));
  },
};

/** What an item needs before its decision, from its start on; absent where its law asks for nothing of the kind. */
export function beginnings({ hearing, siteCheck }: Pick<FactOf<'itemStarted'>, 'hearing' | 'siteCheck'>): Partial<ItemState> {
  return { ...(hearing ? { hearing: newHearing(hearing) } : {}), ...(siteCheck ? { siteChecks: [] } : {}) };
}

/** Who has examined an item may not preside over its hearing. */
export function withExaminers(state: CaseState, id: ItemId, persons: readonly string[]): CaseState {
  const { examiners = [] } = state.items[id]!;
  const more = persons.filter((one) => !examiners.includes(one));
  return more.length === 0 ? state : withItem(state, id, { examiners: [...examiners, ...more] });
}

function withHearing(state: CaseState, id: ItemId, change: (hearing: Hearing) => Partial<Hearing>): CaseState {
  const hearing = state.items[id]!.hearing!;
  return withItem(state, id, { hearing: { ...hearing, ...change(hearing) } });
}

function stated(state: CaseState, { item, party, statement }: FactOf<'hearingRequested' | 'hearingWaived'>, on: PlainDate): CaseState {
  return statement === null ? state : withHearing(state, item, (hearing) => ({ statements: [...hearing.statements, { by: party, text: statement, on }] }));
}

function without(right: HearingRight, party: string): HearingRight {
  if (right.over !== null || !right.persons.includes(party)) return right;
  const waived = [...right.waived, party];
  return { ...right, waived, over: right.persons.every((one) => waived.includes(one)) ? 'waived' : null };
}

function suspended(state: CaseState, { item, suspends, stopsClock }: FactOf<'hearingRequested' | 'hearingAnnounced'>, from: PlainDate): CaseState {
  const { department } = state.items[item]!;
  return suspends.filter((one) => state.clocks[one] && isOpen(state.clocks[one])).reduce((next, one) => withClock(next, one, (clock) => ({
    ...clock, warned: false, suspensions: [...clock.suspensions, { from, to: null, because: HEARING_GROUND, department, basis: stopsClock }],
  })), state);
}
