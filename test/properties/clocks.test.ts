import { describe, expect, it } from '@jest/globals';
import { type Clock, explain, isRunning, isSuspended, read } from '../../workflows/case/clock.ts';
import { dateOf } from '../../workflows/case/plain-date.ts';
import { allOf } from './facts.ts';
import { inEveryStory } from './law.ts';
import type { Played, Situation } from './play.ts';

/** Every clock in every situation of a story. */
function* clocksOf({ opened, openedAt, events }: Played): Generator<{ clock: Clock; now: Situation }> {
  const situations = [
    { state: opened.state, calendar: opened.calendar, at: openedAt },
    ...events.map(({ result, at }) => ({ state: result.state, calendar: result.calendar, at })),
  ];
  for (const now of situations) {
    for (const clock of Object.values(now.state.clocks)) yield { clock, now };
  }
}

describe('a clock', () => {
  it('is due on the last day of its explanation', () => {
    inEveryStory((played) => {
      for (const { clock, now } of clocksOf(played)) {
        if (!isSuspended(clock)) expect(explain(clock, now.calendar).at(-1)?.date).toBe(read(clock, now.calendar, 1).dueOn);
      }
    }, { runs: 15 });
  });

  it('counts exactly its limit and its extension', () => {
    inEveryStory((played) => {
      for (const { clock, now } of clocksOf(played)) {
        // A deadline that has passed stays where it was, also when the calendar is amended afterwards.
        if (clock.limit.unit === 'month' || isSuspended(clock) || clock.ranOutAt !== null) continue;
        const counted = explain(clock, now.calendar).flatMap((day) => day.number ?? []);
        expect(counted).toEqual(Array.from({ length: clock.limit.length + clock.extendedBy }, (_, index) => index + 1));
      }
    }, { runs: 15 });
  });

  it('never ends on a rest day, nor inside a suspension', () => {
    inEveryStory((played) => {
      for (const { clock, now } of clocksOf(played)) {
        const { dueOn } = read(clock, now.calendar, 1);
        if (dueOn === null || dueOn === clock.dayZero || clock.ranOutAt !== null || clock.endsOn) continue;
        expect(now.calendar.isWorkingDay(dueOn)).toBe(true);
        expect(clock.suspensions.some((one) => one.from <= dueOn && (one.to === null || dueOn < one.to))).toBe(false);
      }
    }, { runs: 20 });
  });

  it('has no deadline while it stands still, and nothing happens to it', () => {
    inEveryStory((played) => {
      for (const { clock, now } of clocksOf(played)) {
        if (isSuspended(clock)) expect(read(clock, now.calendar, 1)).toMatchObject({ dueOn: null, dueAt: null, warnOn: null });
        else expect(read(clock, now.calendar, 1)).toMatchObject({ remainder: null });
      }
      for (const { result: { state, next } } of played.events) {
        const waited = next?.clock ? state.clocks[next.of] : undefined;
        if (waited) expect(isSuspended(waited)).toBe(false);
      }
    }, { runs: 20 });
  });

  it('keeps the days it has used: without a new calendar they never become fewer', () => {
    inEveryStory(({ events }) => {
      for (const { before, at, result } of events) {
        if (result.calendar !== before.calendar) continue;
        for (const clock of Object.values(before.state.clocks)) {
          const after = result.state.clocks[clock.id]!;
          // A renewed procedure notice tells a new time, which begins anew.
          if (after.dayZero !== clock.dayZero || !isRunning(clock)) continue;
          const used = (one: Clock, now: Situation) =>
            explain(one, now.calendar, dateOf(now.at)).filter((day) => day.count === 'counted' && day.date < dateOf(now.at)).length;
          expect(used(after, { ...result, at })).toBeGreaterThanOrEqual(used(clock, before));
        }
      }
    }, { runs: 60 });
  });

  it('does not fall due at once when it is resumed: at least the rest of that day is left', () => {
    inEveryStory(({ events }) => {
      for (const { before, at, result } of events) {
        for (const clock of Object.values(result.state.clocks)) {
          const earlier = before.state.clocks[clock.id];
          if (!earlier || !isSuspended(earlier) || isSuspended(clock) || !isRunning(clock) || result.calendar !== before.calendar) continue;
          // Its provisional date had passed before it was suspended: what follows is settled with the calendar.
          if (clock.awaitsCalendar) continue;
          expect(read(clock, result.calendar, 1).dueOn! >= dateOf(at)).toBe(true);
        }
      }
    }, { runs: 100 });
  });

  it('is suspended only for a procedure whose law stops it, and never after it ran out', () => {
    inEveryStory(({ changes, last }) => {
      for (const started of allOf(changes, 'procedureStarted')) {
        if (started.stopsClock === null) expect(started.suspends).toEqual([]);
      }
      for (const clock of Object.values(last.state.clocks)) {
        for (const suspension of clock.suspensions) {
          if (clock.kind !== 'joint') expect(suspension.basis).not.toBeNull();
          if (clock.ranOutAt !== null) expect(suspension.from <= dateOf(clock.ranOutAt)).toBe(true);
        }
      }
    });
  });

  it('is extended at most once, before it runs out, and never loses by it', () => {
    inEveryStory(({ events, changes }) => {
      const extended = allOf(changes, 'extensionApproved').map((change) => change.clock);
      expect(new Set(extended).size).toBe(extended.length);
      for (const { before, at, result } of events) {
        for (const { clock: id, days } of allOf(result.changes, 'extensionApproved')) {
          const [earlier, later] = [before.state.clocks[id]!, result.state.clocks[id]!];
          expect(earlier.ranOutAt).toBeNull();
          expect(later.extendedBy).toBe(days);
          const due = read(earlier, before.calendar, 1);
          if (due.dueAt === null || due.provisional) continue;
          expect(Math.max(due.dueAt, earlier.since)).toBeGreaterThan(at);
          expect(read(later, result.calendar, 1).dueOn! > due.dueOn!).toBe(true);
        }
      }
    }, { runs: 100 });
  });

  it('runs out on a settled date only, and at most once', () => {
    inEveryStory(({ changes }) => {
      const over = allOf(changes, 'clockRanOut').map((change) => change.clock);
      const renewed = new Set(allOf(changes, 'procedureRenewed').map((change) => `procedure:${change.item}:${change.procedure}`));
      for (const id of new Set(over)) {
        if (![...renewed].some((one) => id.startsWith(one))) expect(over.filter((one) => one === id).length).toBe(1);
      }
    });
  });
});
