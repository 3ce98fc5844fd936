import { setup, transition } from 'xstate';
import type { RejectionCode } from './rejection.ts';

/**
 * The life of one item, as a statechart. It sees clocks and persons only as predicates in its events, so that the prover
 * can put symbols in their place. A transition that the law forbids is written down too: it goes nowhere and names the
 * refusal. What a state does not mention at all is refused with `command.notNow`.
 *
 * Numbered promises:
 * 1. `examine…` is answered only before the notice: afterwards no state has it, so a second list of deficiencies cannot exist.
 * 2. Every way into `outOfScope`, `notAccepted` (but for a lapse by law) and `refused` passes a `…Proposed` state and a second person.
 * 3. `granted` and `refused` are reached only from states after `accept`, so never without acceptance. A decision is made only
 *    through `handling` or `blocked`; `deemRenewed`, which the law decides, comes from any of them.
 * 4. The final states have no way out.
 */
export type ItemEvent =
  | { readonly type: 'examineComplete' }
  | { readonly type: 'examineDeficient' }
  | { readonly type: 'examineOutOfScope' }
  | { readonly type: 'defectsCleared' }
  | { readonly type: 'deemComplete' }
  | { readonly type: 'noticeIssued' }
  | { readonly type: 'correctionEnded'; readonly allAnswered: boolean; readonly lapses: boolean }
  | { readonly type: 'recheckSatisfied' }
  | { readonly type: 'recheckUnsatisfied' }
  | { readonly type: 'deemSatisfied' }
  | { readonly type: 'accept' }
  | { readonly type: 'start' }
  | { readonly type: 'startPreliminary' }
  | { readonly type: 'block' }
  | { readonly type: 'proposeGrant'; readonly procedureOpen: boolean; readonly reviewerDecides: boolean }
  | { readonly type: 'proposeRefusal'; readonly procedureOpen: boolean }
  | { readonly type: 'grantByRule' }
  | { readonly type: 'deemRenewed' }
  | { readonly type: 'confirm'; readonly secondPerson: boolean }
  | { readonly type: 'return'; readonly secondPerson: boolean; readonly blocked: boolean }
  | { readonly type: 'withdraw' }
  | { readonly type: 'drop' };

export type ItemEventType = ItemEvent['type'];

const refuse = (code: RejectionCode) => ({ actions: { type: 'refuse' as const, params: { code } } });

const examined = {
  examineComplete: 'complete',
  examineDeficient: 'deficient',
  examineOutOfScope: 'outOfScopeProposed',
  withdraw: 'withdrawn',
  drop: 'dropped',
} as const;

const notified = {
  examineComplete: refuse('correction.alreadyNotified'),
  examineDeficient: refuse('correction.alreadyNotified'),
  examineOutOfScope: refuse('correction.alreadyNotified'),
} as const;

const accepted = {
  examineComplete: refuse('acceptance.alreadyIssued'),
  examineDeficient: refuse('acceptance.alreadyIssued'),
  examineOutOfScope: refuse('acceptance.alreadyIssued'),
} as const;

const undecided = { ...accepted, withdraw: 'withdrawn', deemRenewed: 'granted' } as const;

const samePerson = { guard: 'samePerson' as const, ...refuse('confirm.samePerson') };
const procedureOpen = { guard: 'procedureOpen' as const, ...refuse('procedure.stillOpen') };
const notReported = refuse('preliminary.notReported');
const decided = { type: 'final' as const };

export const itemMachine = setup({
  types: { context: {} as Record<never, never>, events: {} as ItemEvent },
  actions: { refuse: (_, _params: { code: RejectionCode }) => undefined },
  guards: {
    samePerson: ({ event }) => 'secondPerson' in event && !event.secondPerson,
    procedureOpen: ({ event }) => 'procedureOpen' in event && event.procedureOpen,
    reviewerDecides: ({ event }) => 'reviewerDecides' in event && event.reviewerDecides,
    allAnswered: ({ event }) => 'allAnswered' in event && event.allAnswered,
    lapses: ({ event }) => 'lapses' in event && event.lapses,
    blocked: ({ event }) => 'blocked' in event && event.blocked,
  },
}).createMachine({
  id: 'item',
  context: {},
  initial: 'unexamined',
  states: {
    unexamined: { on: { ...examined, deemComplete: 'complete' } },
    complete: { on: { ...examined, noticeIssued: 'satisfied', accept: 'waiting' } },
    deficient: { on: { ...examined, defectsCleared: 'unexamined', noticeIssued: 'awaitingCorrection', accept: 'waiting' } },
    outOfScopeProposed: {
      on: { ...examined, deemComplete: 'complete', confirm: [samePerson, { target: 'outOfScope' }], return: [samePerson, { target: 'unexamined' }] },
    },
    awaitingCorrection: {
      on: {
        ...notified,
        correctionEnded: [
          { guard: 'allAnswered', target: 'rechecking' },
          { guard: 'lapses', target: 'notAccepted' },
          { target: 'uncorrected' },
        ],
        withdraw: 'withdrawn',
        drop: 'dropped',
      },
    },
    rechecking: {
      on: {
        ...notified,
        recheckSatisfied: 'satisfied',
        recheckUnsatisfied: 'unsatisfiedProposed',
        deemSatisfied: 'satisfied',
        withdraw: 'withdrawn',
        drop: 'dropped',
      },
    },
    unsatisfiedProposed: {
      on: {
        ...notified,
        recheckSatisfied: 'satisfied',
        deemSatisfied: 'satisfied',
        confirm: [samePerson, { target: 'notAccepted' }],
        return: [samePerson, { target: 'rechecking' }],
        withdraw: 'withdrawn',
      },
    },
    uncorrected: {
      on: {
        ...notified,
        recheckSatisfied: refuse('recheck.notAnswered'),
        recheckUnsatisfied: 'nonAcceptanceProposed',
        withdraw: 'withdrawn',
      },
    },
    nonAcceptanceProposed: {
      on: {
        ...notified,
        confirm: [samePerson, { target: 'notAccepted' }],
        return: [samePerson, { target: 'uncorrected' }],
        withdraw: 'withdrawn',
      },
    },
    satisfied: { on: { ...notified, accept: 'waiting', withdraw: 'withdrawn', drop: 'dropped' } },
    waiting: { on: { ...undecided, start: 'handling', startPreliminary: 'preliminary', block: 'blocked', drop: 'dropped' } },
    preliminary: { on: { ...undecided, block: 'blocked', proposeGrant: notReported, proposeRefusal: notReported, start: 'handling' } },
    blocked: {
      on: { ...undecided, proposeGrant: refuse('item.predecessorNotGranted'), proposeRefusal: [procedureOpen, { target: 'refusalProposed' }] },
    },
    handling: {
      on: {
        ...undecided,
        block: 'blocked',
        grantByRule: 'granted',
        proposeGrant: [procedureOpen, { guard: 'reviewerDecides', target: 'granted' }, { target: 'grantProposed' }],
        proposeRefusal: [procedureOpen, { target: 'refusalProposed' }],
      },
    },
    grantProposed: {
      on: { ...undecided, block: 'blocked', confirm: [samePerson, { target: 'granted' }], return: [samePerson, { target: 'handling' }] },
    },
    refusalProposed: {
      on: {
        ...undecided,
        block: 'refusalProposed',
        confirm: [samePerson, { target: 'refused' }],
        return: [samePerson, { guard: 'blocked', target: 'blocked' }, { target: 'handling' }],
      },
    },
    outOfScope: decided,
    notAccepted: decided,
    granted: decided,
    refused: decided,
    withdrawn: decided,
    dropped: decided,
  },
});

export type ItemStateName =
  | 'unexamined' | 'complete' | 'deficient' | 'outOfScopeProposed'
  | 'awaitingCorrection' | 'rechecking' | 'unsatisfiedProposed' | 'uncorrected' | 'nonAcceptanceProposed' | 'satisfied'
  | 'waiting' | 'preliminary' | 'blocked' | 'handling' | 'grantProposed' | 'refusalProposed'
  | 'outOfScope' | 'notAccepted' | 'granted' | 'refused' | 'withdrawn' | 'dropped';

export type ItemMove = { readonly to: ItemStateName } | { readonly refused: RejectionCode };

/** The statechart has some hundred answers in all, and each is asked for many times a step: they are worked out once. */
const known = new Map<string, ItemMove>();

/** Where an event leads from a state, or the code of the refusal. Pure. */
export function moveItem(from: ItemStateName, event: ItemEvent): ItemMove {
  const key = `${from} ${JSON.stringify(event)}`;
  let move = known.get(key);
  if (!move) known.set(key, move = ask(from, event));
  return move;
}

function ask(from: ItemStateName, event: ItemEvent): ItemMove {
  const snapshot = itemMachine.resolveState({ value: from, context: {} });
  if (!snapshot.can(event)) return { refused: 'command.notNow' };
  const [next, actions] = transition(itemMachine, snapshot, event);
  for (const action of actions) {
    if (action.type === 'refuse') return { refused: (action.params as { code: RejectionCode }).code };
  }
  return { to: next.value as ItemStateName };
}

export const LEFT: readonly ItemStateName[] = ['outOfScope', 'notAccepted', 'withdrawn', 'dropped'];
export const FINAL: readonly ItemStateName[] = [...LEFT, 'granted', 'refused'];
/** An answer is still owed to the notice or the acceptance. */
export const EXAMINED: readonly ItemStateName[] = ['complete', 'deficient', 'satisfied', ...LEFT];
/** Between the end of the correction and the acceptance. */
export const RECHECKED: readonly ItemStateName[] = ['rechecking', 'unsatisfiedProposed'];
export const UNCORRECTED: readonly ItemStateName[] = ['uncorrected', 'nonAcceptanceProposed'];
/** Accepted and not decided. */
export const IN_HANDLING: readonly ItemStateName[] = ['waiting', 'preliminary', 'blocked', 'handling', 'grantProposed', 'refusalProposed'];
