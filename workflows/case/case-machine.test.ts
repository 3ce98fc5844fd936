import { describe, expect, it } from '@jest/globals';
import { type CaseEvent, caseMachine, movePhase, type Phase } from './case-machine.ts';

/** Which join leads where. What is not written here means nothing in that phase. */
const TABLE = {
  preReview: { received: 'examination', nothingLeft: 'closed' },
  examination: { noticeIssued: 'correction', accepted: 'handling', nothingLeft: 'closed' },
  correction: { correctionEnded: 'recheck', accepted: 'handling', nothingLeft: 'closed' },
  recheck: { accepted: 'handling', nothingLeft: 'closed' },
  handling: { allDecided: 'delivery' },
  delivery: { allServed: 'closed' },
  closed: { windowOver: 'archived' },
  archived: {},
} as const satisfies Record<Phase, { readonly [E in CaseEvent['type']]?: Phase }>;

const PHASES = Object.keys(TABLE) as Phase[];
const EVENTS = ['received', 'noticeIssued', 'correctionEnded', 'accepted', 'allDecided', 'allServed', 'nothingLeft', 'windowOver'] as const satisfies CaseEvent['type'][];

describe('the case’s statechart', () => {
  it('has exactly the phases and events of the table', () => {
    expect(Object.keys(caseMachine.states).toSorted()).toEqual(PHASES.toSorted());
    expect([...caseMachine.events].toSorted()).toEqual([...EVENTS].toSorted());
  });

  it.each(PHASES)('from “%s” goes where the table says, and nowhere else', (phase) => {
    const expected: { readonly [E in CaseEvent['type']]?: Phase } = TABLE[phase];
    for (const type of EVENTS) expect([type, movePhase(phase, { type })]).toEqual([type, expected[type] ?? null]);
  });

  it('never comes back to a phase: so there is one notice, one acceptance, one closing', () => {
    const after = (phase: Phase): Phase[] => EVENTS.flatMap((type) => movePhase(phase, { type }) ?? []).flatMap((next) => [next, ...after(next)]);
    for (const phase of PHASES) expect(after(phase)).not.toContain(phase);
  });

  it('can reach its archive from every phase', () => {
    const after = (phase: Phase): Phase[] => [phase, ...EVENTS.flatMap((type) => movePhase(phase, { type }) ?? []).flatMap(after)];
    for (const phase of PHASES) expect(after(phase)).toContain('archived');
  });
});
