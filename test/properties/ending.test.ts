import { describe, expect, it } from '@jest/globals';
import type { Change } from '../../workflows/case/case-change.ts';
import type { CaseState } from '../../workflows/case/case-state.ts';
import { type Instant } from '../../workflows/case/plain-date.ts';
import { step, type StepResult, tick } from '../../workflows/case/step.ts';
import { closeDiligently } from './diligent-closer.ts';
import { inEveryStory } from './law.ts';
import { SYSTEM } from './people.ts';
import type { Played, Situation } from './play.ts';
import { allYears } from './random-decrees.ts';

/** Why a case may have no deadline: something is overdue and was escalated, or the calendar of a year is missing. */
function excuse({ clocks }: CaseState): 'overdue' | 'calendarMissing' | null {
  const open = Object.values(clocks).filter((clock) => clock.stoppedAt === null);
  if (open.some((clock) => clock.ranOutAt !== null)) return 'overdue';
  return open.some((clock) => clock.awaitsCalendar) ? 'calendarMissing' : null;
}

/** Nobody does anything any more; the engine wakes up whenever something is due. */
function abandon({ plan }: Played, from: Situation): { result: StepResult; changes: Change[] } {
  const changes: Change[] = [];
  let result = tick(plan, from.calendar, from.state, from.at);
  for (let wakes = 0; result.next !== null; wakes += 1) {
    if (wakes > 300) throw new Error(`still waking up for ${result.next.kind} ${result.next.of}`);
    result = tick(plan, result.calendar, result.state, result.next.dueAt);
    changes.push(...result.changes);
  }
  return { result, changes };
}

describe('every case', () => {
  it('waits for a deadline in the future until it is archived, or has something overdue, or lacks a calendar', () => {
    inEveryStory(({ opened, openedAt, events }) => {
      for (const { result, at } of [{ result: opened, at: openedAt }, ...events]) {
        if (result.state.phase === 'archived') expect(result.next).toBeNull();
        else if (result.next === null) expect(excuse(result.state)).not.toBeNull();
        else expect(result.next.dueAt).toBeGreaterThan(at);
      }
    }, { runs: 100 });
  });

  it('abandoned by everybody comes to rest: archived, or overdue and escalated, or without a calendar', () => {
    inEveryStory((played) => {
      const { result } = abandon(played, played.last);
      if (result.state.phase !== 'archived') expect(excuse(result.state)).not.toBeNull();
    }, { runs: 80 });
  });

  it('abandoned by everybody but the calendar’s office is archived, or somebody was told that it is overdue', () => {
    inEveryStory((played) => {
      const { plan, last } = played;
      const command = { id: 'calendar', do: 'publishCalendar', as: SYSTEM, with: { decrees: [allYears] } } as const;
      const settled = step(plan, last.calendar, last.state, command, last.at);
      const { result, changes } = abandon(played, { ...settled, at: last.at });
      if (result.state.phase === 'archived') return;
      expect(excuse(result.state)).toBe('overdue');
      const told = [...played.changes, ...settled.changes, ...changes].filter((change) => change.kind === 'clockRanOut');
      expect(told.every((change) => change.kind === 'clockRanOut' && change.escalatedTo !== null)).toBe(true);
    }, { runs: 80 });
  });

  it('is brought to its end from wherever it stands, once everybody does his part', () => {
    inEveryStory(({ plan, last }) => expect(closeDiligently(plan, last).state.phase).toBe('archived'), { runs: 100 });
  });

  it('is brought to its end even if everybody slept for half a year first', () => {
    inEveryStory(({ plan, last }) => {
      const at = (last.at + 183 * 86_400_000) as Instant;
      const { state, calendar } = tick(plan, last.calendar, last.state, at);
      expect(closeDiligently(plan, { state, calendar, at }).state.phase).toBe('archived');
    }, { runs: 80 });
  });
});
