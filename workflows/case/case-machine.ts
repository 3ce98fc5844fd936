import { setup, transition } from 'xstate';

/**
 * The phases of a case. Its events are joins over the items and clocks, computed by `progress.ts`; the statechart says
 * which of them means something in which phase.
 *
 * A case begins with its receipt at the window in `examination`, or online with a draft in `preReview`.
 * `examination -> correction` happens once: no other state leads to `correction`, so a second notice has nowhere to go.
 */
export type CaseEvent =
  | { readonly type: 'received' }
  | { readonly type: 'noticeIssued' }
  | { readonly type: 'correctionEnded' }
  | { readonly type: 'accepted' }
  | { readonly type: 'allDecided' }
  | { readonly type: 'allServed' }
  | { readonly type: 'nothingLeft' }
  | { readonly type: 'windowOver' };

export const caseMachine = setup({
  types: { context: {} as Record<never, never>, events: {} as CaseEvent },
}).createMachine({
  id: 'case',
  context: {},
  initial: 'examination',
  states: {
    preReview: { on: { received: 'examination', nothingLeft: 'closed' } },
    examination: { on: { noticeIssued: 'correction', accepted: 'handling', nothingLeft: 'closed' } },
    correction: { on: { correctionEnded: 'recheck', accepted: 'handling', nothingLeft: 'closed' } },
    recheck: { on: { accepted: 'handling', nothingLeft: 'closed' } },
    handling: { on: { allDecided: 'delivery' } },
    delivery: { on: { allServed: 'closed' } },
    closed: { on: { windowOver: 'archived' } },
    archived: { type: 'final' },
  },
});

export type Phase = 'preReview' | 'examination' | 'correction' | 'recheck' | 'handling' | 'delivery' | 'closed' | 'archived';

/** The phase an event leads to; null when it means nothing in this phase. */
export function movePhase(from: Phase, event: CaseEvent): Phase | null {
  const [next] = transition(caseMachine, caseMachine.resolveState({ value: from, context: {} }), event);
  return next.value === from ? null : (next.value as Phase);
}
