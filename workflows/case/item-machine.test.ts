import { describe, expect, it } from '@jest/globals';
import { FINAL, type ItemEvent, itemMachine, type ItemStateName, moveItem } from './item-machine.ts';
import type { RejectionCode } from './rejection.ts';

/** Every event with every combination of its predicates. */
const EVENTS = {
  examineComplete: { type: 'examineComplete' },
  examineDeficient: { type: 'examineDeficient' },
  examineOutOfScope: { type: 'examineOutOfScope' },
  defectsCleared: { type: 'defectsCleared' },
  deemComplete: { type: 'deemComplete' },
  noticeIssued: { type: 'noticeIssued' },
  allAnswered: { type: 'correctionEnded', allAnswered: true, lapses: false },
  allAnsweredThoughItWouldLapse: { type: 'correctionEnded', allAnswered: true, lapses: true },
  notAnswered: { type: 'correctionEnded', allAnswered: false, lapses: false },
  notAnsweredAndLapses: { type: 'correctionEnded', allAnswered: false, lapses: true },
  recheckSatisfied: { type: 'recheckSatisfied' },
  recheckUnsatisfied: { type: 'recheckUnsatisfied' },
  deemSatisfied: { type: 'deemSatisfied' },
  accept: { type: 'accept' },
  start: { type: 'start' },
  startPreliminary: { type: 'startPreliminary' },
  block: { type: 'block' },
  proposeGrant: { type: 'proposeGrant', procedureOpen: false, reviewerDecides: false },
  decideGrant: { type: 'proposeGrant', procedureOpen: false, reviewerDecides: true },
  proposeGrantDuringProcedure: { type: 'proposeGrant', procedureOpen: true, reviewerDecides: false },
  decideGrantDuringProcedure: { type: 'proposeGrant', procedureOpen: true, reviewerDecides: true },
  proposeRefusal: { type: 'proposeRefusal', procedureOpen: false },
  proposeRefusalDuringProcedure: { type: 'proposeRefusal', procedureOpen: true },
  grantByRule: { type: 'grantByRule' },
  deemRenewed: { type: 'deemRenewed' },
  confirm: { type: 'confirm', secondPerson: true },
  confirmOneself: { type: 'confirm', secondPerson: false },
  return: { type: 'return', secondPerson: true, blocked: false },
  returnBlocked: { type: 'return', secondPerson: true, blocked: true },
  returnToOneself: { type: 'return', secondPerson: false, blocked: false },
  returnBlockedToOneself: { type: 'return', secondPerson: false, blocked: true },
  withdraw: { type: 'withdraw' },
  drop: { type: 'drop' },
} as const satisfies Record<string, ItemEvent>;
type EventName = keyof typeof EVENTS;

/** Where each event leads, or why it is refused. What is not written here is refused as `command.notNow`. */
const TABLE = {
  unexamined: {
    examineComplete: 'complete', examineDeficient: 'deficient', examineOutOfScope: 'outOfScopeProposed', deemComplete: 'complete',
    withdraw: 'withdrawn', drop: 'dropped',
  },
  complete: {
    examineComplete: 'complete', examineDeficient: 'deficient', examineOutOfScope: 'outOfScopeProposed',
    noticeIssued: 'satisfied', accept: 'waiting', withdraw: 'withdrawn', drop: 'dropped',
  },
  deficient: {
    examineComplete: 'complete', examineDeficient: 'deficient', examineOutOfScope: 'outOfScopeProposed',
    defectsCleared: 'unexamined', noticeIssued: 'awaitingCorrection', accept: 'waiting', withdraw: 'withdrawn', drop: 'dropped',
  },
  outOfScopeProposed: {
    examineComplete: 'complete', examineDeficient: 'deficient', examineOutOfScope: 'outOfScopeProposed', deemComplete: 'complete',
    confirm: 'outOfScope', confirmOneself: 'confirm.samePerson', return: 'unexamined', returnBlocked: 'unexamined',
    returnToOneself: 'confirm.samePerson', returnBlockedToOneself: 'confirm.samePerson', withdraw: 'withdrawn', drop: 'dropped',
  },
  awaitingCorrection: {
    examineComplete: 'correction.alreadyNotified', examineDeficient: 'correction.alreadyNotified',
    examineOutOfScope: 'correction.alreadyNotified', allAnswered: 'rechecking', allAnsweredThoughItWouldLapse: 'rechecking',
    notAnswered: 'uncorrected', notAnsweredAndLapses: 'notAccepted', withdraw: 'withdrawn', drop: 'dropped',
  },
  rechecking: {
    examineComplete: 'correction.alreadyNotified', examineDeficient: 'correction.alreadyNotified',
    examineOutOfScope: 'correction.alreadyNotified', recheckSatisfied: 'satisfied', recheckUnsatisfied: 'unsatisfiedProposed',
    deemSatisfied: 'satisfied', withdraw: 'withdrawn', drop: 'dropped',
  },
  unsatisfiedProposed: {
    examineComplete: 'correction.alreadyNotified', examineDeficient: 'correction.alreadyNotified',
    examineOutOfScope: 'correction.alreadyNotified', recheckSatisfied: 'satisfied', deemSatisfied: 'satisfied',
    confirm: 'notAccepted', confirmOneself: 'confirm.samePerson', return: 'rechecking', returnBlocked: 'rechecking',
    returnToOneself: 'confirm.samePerson', returnBlockedToOneself: 'confirm.samePerson', withdraw: 'withdrawn',
  },
  uncorrected: {
    examineComplete: 'correction.alreadyNotified', examineDeficient: 'correction.alreadyNotified',
    examineOutOfScope: 'correction.alreadyNotified', recheckSatisfied: 'recheck.notAnswered',
    recheckUnsatisfied: 'nonAcceptanceProposed', withdraw: 'withdrawn',
  },
  nonAcceptanceProposed: {
    examineComplete: 'correction.alreadyNotified', examineDeficient: 'correction.alreadyNotified',
    examineOutOfScope: 'correction.alreadyNotified', confirm: 'notAccepted', confirmOneself: 'confirm.samePerson',
    return: 'uncorrected', returnBlocked: 'uncorrected', returnToOneself: 'confirm.samePerson',
    returnBlockedToOneself: 'confirm.samePerson', withdraw: 'withdrawn',
  },
  satisfied: {
    examineComplete: 'correction.alreadyNotified', examineDeficient: 'correction.alreadyNotified',
    examineOutOfScope: 'correction.alreadyNotified', accept: 'waiting', withdraw: 'withdrawn', drop: 'dropped',
  },
  waiting: {
    examineComplete: 'acceptance.alreadyIssued', examineDeficient: 'acceptance.alreadyIssued',
    examineOutOfScope: 'acceptance.alreadyIssued', start: 'handling', startPreliminary: 'preliminary', block: 'blocked', withdraw: 'withdrawn',
    deemRenewed: 'granted', drop: 'dropped',
  },
  preliminary: {
    examineComplete: 'acceptance.alreadyIssued', examineDeficient: 'acceptance.alreadyIssued',
    examineOutOfScope: 'acceptance.alreadyIssued', proposeGrant: 'preliminary.notReported', decideGrant: 'preliminary.notReported',
    proposeGrantDuringProcedure: 'preliminary.notReported', decideGrantDuringProcedure: 'preliminary.notReported',
    proposeRefusal: 'preliminary.notReported', proposeRefusalDuringProcedure: 'preliminary.notReported', start: 'handling', block: 'blocked', withdraw: 'withdrawn', deemRenewed: 'granted',
  },
  blocked: {
    examineComplete: 'acceptance.alreadyIssued', examineDeficient: 'acceptance.alreadyIssued',
    examineOutOfScope: 'acceptance.alreadyIssued', proposeGrant: 'item.predecessorNotGranted',
    decideGrant: 'item.predecessorNotGranted', proposeGrantDuringProcedure: 'item.predecessorNotGranted',
    decideGrantDuringProcedure: 'item.predecessorNotGranted', proposeRefusal: 'refusalProposed',
    proposeRefusalDuringProcedure: 'procedure.stillOpen', withdraw: 'withdrawn', deemRenewed: 'granted',
  },
  handling: {
    examineComplete: 'acceptance.alreadyIssued', examineDeficient: 'acceptance.alreadyIssued',
    examineOutOfScope: 'acceptance.alreadyIssued', proposeGrant: 'grantProposed', decideGrant: 'granted',
    proposeGrantDuringProcedure: 'procedure.stillOpen', decideGrantDuringProcedure: 'procedure.stillOpen',
    proposeRefusal: 'refusalProposed', proposeRefusalDuringProcedure: 'procedure.stillOpen', grantByRule: 'granted',
    withdraw: 'withdrawn', deemRenewed: 'granted', block: 'blocked',
  },
  grantProposed: {
    examineComplete: 'acceptance.alreadyIssued', examineDeficient: 'acceptance.alreadyIssued',
    examineOutOfScope: 'acceptance.alreadyIssued', confirm: 'granted', confirmOneself: 'confirm.samePerson', return: 'handling',
    returnBlocked: 'handling', returnToOneself: 'confirm.samePerson', returnBlockedToOneself: 'confirm.samePerson',
    withdraw: 'withdrawn', deemRenewed: 'granted', block: 'blocked',
  },
  refusalProposed: {
    examineComplete: 'acceptance.alreadyIssued', examineDeficient: 'acceptance.alreadyIssued',
    examineOutOfScope: 'acceptance.alreadyIssued', confirm: 'refused', confirmOneself: 'confirm.samePerson', return: 'handling',
    returnBlocked: 'blocked', returnToOneself: 'confirm.samePerson', returnBlockedToOneself: 'confirm.samePerson',
    withdraw: 'withdrawn', deemRenewed: 'granted', block: 'refusalProposed',
  },
  outOfScope: {},
  notAccepted: {},
  granted: {},
  refused: {},
  withdrawn: {},
  dropped: {},
} as const satisfies Record<ItemStateName, { readonly [E in EventName]?: ItemStateName | RejectionCode }>;

const STATES = Object.keys(TABLE) as ItemStateName[];
const ALL_EVENTS = Object.keys(EVENTS) as EventName[];

function lead(from: ItemStateName, event: EventName): ItemStateName | RejectionCode {
  const move = moveItem(from, EVENTS[event]);
  return 'to' in move ? move.to : move.refused;
}

describe('the item’s statechart', () => {
  it('has exactly the states of the table', () => {
    expect(Object.keys(itemMachine.states).toSorted()).toEqual(STATES.toSorted());
  });

  it('has no event that the table leaves out', () => {
    expect(new Set(Object.values(EVENTS).map((event) => event.type))).toEqual(new Set(itemMachine.events));
  });

  it.each(STATES)('from “%s” goes where the table says, and nowhere else', (from) => {
    const expected: { readonly [E in EventName]?: ItemStateName | RejectionCode } = TABLE[from];
    const found = ALL_EVENTS.map((event) => [event, lead(from, event)]);
    expect(found).toEqual(ALL_EVENTS.map((event) => [event, expected[event] ?? 'command.notNow']));
  });
});

interface Step {
  readonly from: ItemStateName;
  readonly event: EventName;
  readonly to: ItemStateName;
}

/** Every step that can ever be taken, from `unexamined` on. */
function everyStep(without: (step: Step) => boolean = () => false): Step[] {
  const steps: Step[] = [];
  const reached = new Set<ItemStateName>(['unexamined']);
  for (const from of reached) {
    for (const event of ALL_EVENTS) {
      const move = moveItem(from, EVENTS[event]);
      if (!('to' in move) || without({ from, event, to: move.to })) continue;
      steps.push({ from, event, to: move.to });
      reached.add(move.to);
    }
  }
  return steps;
}

describe('the promises of the item’s statechart, over every path', () => {
  const steps = everyStep();

  it('every state can be reached', () => {
    expect(new Set(['unexamined', ...steps.map((step) => step.to)])).toEqual(new Set(STATES));
  });

  it('1. after the notice no deficiency can be listed, on whatever path', () => {
    const later = new Set<ItemStateName>(steps.filter((step) => step.event === 'noticeIssued').map((step) => step.to));
    for (const state of later) for (const step of steps) if (step.from === state) later.add(step.to);
    for (const state of later) {
      for (const event of ['examineComplete', 'examineDeficient', 'examineOutOfScope'] as const) expect(moveItem(state, EVENTS[event])).toHaveProperty('refused');
    }
  });

  it('2. against the applicant nothing takes effect but by a proposal and a second person, or a lapse by law', () => {
    for (const { from, event, to } of steps) {
      if (to !== 'outOfScope' && to !== 'notAccepted' && to !== 'refused') continue;
      if (event === 'notAnsweredAndLapses') expect([from, to]).toEqual(['awaitingCorrection', 'notAccepted']);
      else expect([from.endsWith('Proposed'), event]).toEqual([true, 'confirm']);
    }
    expect(everyStep((step) => step.event === 'confirm').map((step) => step.to)).not.toContain('refused');
    expect(everyStep((step) => step.to === 'refusalProposed').map((step) => step.to)).not.toContain('refused');
  });

  it('3. nothing is granted or refused without acceptance', () => {
    const unaccepted = everyStep((step) => step.event === 'accept').map((step) => step.to);
    expect(unaccepted).not.toContain('granted');
    expect(unaccepted).not.toContain('refused');
    for (const { from, event, to } of steps) if (to === 'granted' && event !== 'deemRenewed') expect(['handling', 'grantProposed']).toContain(from);
  });

  it('4. nothing leads out of a final state, and only final states have no way out', () => {
    const ways = new Set<ItemStateName>(steps.filter((step) => step.from !== step.to).map((step) => step.from));
    expect(STATES.filter((state) => !ways.has(state)).toSorted()).toEqual([...FINAL].toSorted());
  });

  it('silence never speaks against the applicant', () => {
    for (const { event, to } of steps) if (event.startsWith('deem')) expect(['complete', 'satisfied', 'granted']).toContain(to);
  });

  it('the applicant can withdraw from every state that is not final', () => {
    for (const state of STATES) expect(lead(state, 'withdraw')).toBe(FINAL.includes(state) ? 'command.notNow' : 'withdrawn');
  });
});
