import { describe, expect, it } from '@jest/globals';
import type { Change } from '../../workflows/case/case-change.ts';
import type { Instant } from '../../workflows/case/plain-date.ts';
import { tick } from '../../workflows/case/step.ts';
import { inEveryStory } from './law.ts';

const DAY = 86_400_000;

/** A change without what an act dates with the engine's own time: the papers, and the date on the acceptance. */
function lawful(change: Change): unknown {
  if (change.kind === 'documentIssued') return { kind: change.kind, number: change.document.number };
  if (change.kind === 'caseAccepted') return { ...change, acceptance: { ...change.acceptance, issuedOn: null } };
  return change;
}

describe('an engine that was down', () => {
  for (const days of [1, 4, 30, 120]) {
    it(`settles after ${days} days what the law brought about meanwhile, with the same instants as one that was not`, () => {
      inEveryStory(({ plan, last }) => {
        const until = (last.at + days * DAY) as Instant;
        const punctual: Change[] = [];
        let result = tick(plan, last.calendar, last.state, last.at);
        while (result.next !== null && result.next.dueAt <= until) {
          result = tick(plan, result.calendar, result.state, result.next.dueAt);
          punctual.push(...result.changes);
        }
        // The notice and a decision by rule are acts: they cannot be made up for.
        if (punctual.some((change) => change.kind === 'noticeIssued' || change.kind === 'itemGranted')) return;
        const late = tick(plan, last.calendar, last.state, until);
        expect(late.changes.map(lawful)).toEqual(punctual.map(lawful));
        expect(late.next).toEqual(result.next);
        expect(late.state.phase).toBe(result.state.phase);
      }, { runs: 80, moves: 24 });
    });
  }

  it('has nothing left to settle when it is back', () => {
    inEveryStory(({ plan, last }) => {
      const at = (last.at + 20 * DAY) as Instant;
      const once = tick(plan, last.calendar, last.state, at);
      expect(tick(plan, once.calendar, once.state, at).changes).toEqual([]);
    });
  });

  it('never issues the notice once the examination’s last day is over', () => {
    inEveryStory(({ plan, last }) => {
      if (last.state.phase !== 'examination') return;
      for (const days of [5, 20, 60]) {
        const { state } = tick(plan, last.calendar, last.state, (last.at + days * DAY) as Instant);
        const clock = state.clocks['examination']!;
        if (state.notice) expect(clock.stoppedAt).toBeGreaterThanOrEqual(state.notice.issuedAt);
      }
    }, { runs: 100, moves: 6 });
  });
});
