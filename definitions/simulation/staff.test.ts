import { describe, expect, it } from '@jest/globals';
import { type Instant, instantOf, type PlainDate } from '../../workflows/case/plain-date.ts';
import { EventQueue } from './event-queue.ts';
import type { Post } from './model.ts';
import { randomOf } from './random.ts';
import { type Job, Staff, wholeDays } from './staff.ts';
import { CALENDAR } from './test-support/small-model.ts';
import { workingTime } from './working-time.ts';

const HOUR = 3_600_000;
const HOURS = [[9, 12], [13, 17]] as const;
const at = (date: string, hour: number): Instant => instantOf(date as PlainDate, hour);
const post = (desks: number, more: Partial<Post> = {}): Post => ({ id: 'fire-rescue', department: 'fire-rescue', role: 'reviewer', desks, queue: 'fifo', absent: 0, away: [], ...more });

function office(given: Post, counted = wholeDays('2026-03-02' as PlainDate, '2026-03-31' as PlainDate)) {
  const events = new EventQueue();
  const staff = new Staff(given, { events, calendar: CALENDAR, hours: HOURS, counted, keys: [1] });
  const finished: [string, Instant][] = [];
  const bring = (name: string, when: Instant, hours: number, job: Partial<Job> = {}) =>
    events.plan(when, () => staff.arrive({ work: hours * HOUR, dueAt: Infinity, stillWanted: () => true, done: (done) => finished.push([name, done]), ...job }, when));
  return { events, staff, finished, bring, play: () => { while (events.advance(at('2030-01-01', 0))) { /* goes on */ } } };
}

describe('working time', () => {
  const time = workingTime(HOURS, (date) => CALENDAR.isWorkingDay(date));

  it('rests at noon, at night and over the Spring Festival, and not on the make-up Saturdays', () => {
    expect(time.after(at('2026-03-02', 11), 2 * HOUR)).toBe(at('2026-03-02', 14));
    expect(time.after(at('2026-02-13', 16), 2 * HOUR)).toBe(at('2026-02-14', 10)); // Saturday, worked
    expect(time.after(at('2026-02-14', 16), 2 * HOUR)).toBe(at('2026-02-24', 10));
    expect(time.next(at('2026-02-15', 3))).toBe(at('2026-02-24', 9));
    expect(time.next(at('2026-03-02', 12))).toBe(at('2026-03-02', 13));
    expect(time.between(at('2026-02-13', 16), at('2026-02-24', 10))).toBe((1 + 7 + 1) * HOUR);
  });
});

describe('the people of a post', () => {
  it('take what came first, one at a time, and keep it overnight', () => {
    const { bring, finished, play } = office(post(1));
    bring('first', at('2026-03-02', 16), 3);
    bring('second', at('2026-03-02', 16.5), 1);
    play();
    expect(finished).toEqual([['first', at('2026-03-03', 11)], ['second', at('2026-03-03', 12)]]);
  });

  it('take what is due first, where they are told to, also of what came in overnight', () => {
    const { bring, finished, play } = office(post(1, { queue: 'nearestDeadline' }));
    bring('can wait', at('2026-03-02', 20), 1, { dueAt: at('2026-03-20', 24) });
    bring('presses', at('2026-03-02', 21), 1, { dueAt: at('2026-03-04', 24) });
    play();
    expect(finished.map(([name]) => name)).toEqual(['presses', 'can wait']);
  });

  it('do not begin what nobody wants any more', () => {
    const { bring, finished, staff, play } = office(post(1));
    bring('withdrawn', at('2026-03-02', 9), 5, { stillWanted: () => false });
    play();
    expect([finished, staff.record().busy]).toEqual([[], 0]);
  });

  it('who are away do nothing; the others go on', () => {
    const { bring, finished, staff, play } = office(post(2, { away: [{ from: '2026-03-02' as PlainDate, to: '2026-03-06' as PlainDate, people: 1 }] }));
    bring('one', at('2026-03-02', 9), 7);
    bring('two', at('2026-03-02', 9), 7);
    play();
    expect(finished).toEqual([['one', at('2026-03-02', 17)], ['two', at('2026-03-03', 17)]]);
    expect(staff.record().present).toBe((22 + 17) * 7 * HOUR);
  });

  /** Erlang's formula for random arrivals and exponential work: the mean wait is C(c, ρ) / (cμ − λ). */
  it.each([[1, 0.8, 4], [3, 0.8, 1.0787]])('%d of them wait as queueing theory says', (desks, busy, expected) => {
    const counted = wholeDays('2026-03-02' as PlainDate, '2030-01-01' as PlainDate);
    const events = new EventQueue();
    const always = { ...CALENDAR, isWorkingDay: () => true };
    const staff = new Staff(post(desks), { events, calendar: always, hours: [[0, 24]], counted, keys: [1] });
    const random = randomOf(9);
    const draw = (mean: number) => -mean * Math.log(1 - random.next());
    const rate = desks * busy;
    let now = at('2026-03-02', 0);
    for (let job = 0; job < 20_000; job += 1) {
      now = Math.round(now + draw(1 / rate) * HOUR) as Instant;
      const work = draw(1) * HOUR;
      const when = now;
      events.plan(when, () => staff.arrive({ work, dueAt: Infinity, stillWanted: () => true, done: () => undefined }, when));
    }
    while (events.advance(at('2040-01-01', 0))) { /* goes on */ }
    const { waits } = staff.record();
    const mean = waits.reduce((sum, one) => sum + one, 0) / waits.length / HOUR;
    expect(Math.abs(mean / expected - 1)).toBeLessThan(0.1);
  });
});
