import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../../workflows/case/actor.ts';
import type { CaseState } from '../../workflows/case/case-state.ts';
import type { Command } from '../../workflows/case/command-table.ts';
import { type Instant, instantOf, type PlainDate } from '../../workflows/case/plain-date.ts';
import { open, step } from '../../workflows/case/step.ts';
import { receiptsOf } from './application.ts';
import { CaseRun } from './case-run.ts';
import { EventQueue } from './event-queue.ts';
import { fateOf } from './fate.ts';
import { randomOf } from './random.ts';
import { simulate } from './simulate.ts';
import { Staff, wholeDays } from './staff.ts';
import { CALENDAR, restaurantModel, RESTAURANT_FORM } from './test-support/small-model.ts';
import { runOnce } from './world.ts';
import { workingTime } from './working-time.ts';

const HOURS = [[9, 12], [13, 17]] as const;
const at = (date: string, hour: number): Instant => instantOf(date as PlainDate, hour);

describe('one case with nobody before it', () => {
  /** Received on the afternoon before the Spring Festival of 2026: 15 to 23 February are rest days, Saturday the 14th is worked. */
  const received = at('2026-02-14', 16);
  const model = restaurantModel({ perDay: 1, desks: 9 });
  const { plan } = model.services[0]!;
  const fate = fateOf(model.services[0]!, randomOf(1), 7);
  const opened = open(plan, CALENDAR.decrees, receiptsOf(plan, [])('371302-20260214-0001', RESTAURANT_FORM, fate), received, { simulated: true });
  if (opened.state === null) throw new Error(opened.rejection.code);

  function simulated(): { state: CaseState; at: Instant } {
    const events = new EventQueue();
    const counted = wholeDays('2026-02-01' as PlainDate, '2026-03-31' as PlainDate);
    const staff = new Map(model.posts.map((post) => [post.id, new Staff(post, { events, calendar: CALENDAR, hours: HOURS, counted, keys: [1] })]));
    let closedAt = received;
    const run = new CaseRun(plan, opened as never, {
      fate, defects: plan.items.map(() => null), ended: (closed) => { closedAt = closed; },
      around: { events, calendar: CALENDAR, office: workingTime(HOURS, (date) => CALENDAR.isWorkingDay(date)), staff: (post) => staff.get(post)! },
    });
    run.begin(null, received);
    while (events.advance(at('2027-01-01', 0))) { /* goes on */ }
    return { state: run.state, at: closedAt };
  }

  /** The same acts, given by hand on the days on which a reader of the calendar would expect them. */
  function byHand(): CaseState {
    let state = opened.state!;
    const give = (when: Instant, role: Actor['role'], name: string, args: object, department?: string) => {
      const result = step(plan, CALENDAR, state, { id: `${when}${name}`, do: name, as: { id: `${role}@${department}`, name: role, role, ...(department ? { department } : {}) }, with: args } as Command, when);
      if (result.rejection) throw new Error(`${name}: ${result.rejection.code}`);
      state = result.state;
    };
    const items = plan.items.filter(({ id }) => state.items[id]);
    for (const { id, department } of items) give(at('2026-02-14', 17), 'reviewer', 'examine', { item: id, answer: 'complete' }, department);
    const decided = items.filter((item) => !item.instant);
    for (const { id, department } of decided) give(at('2026-02-24', 11), 'reviewer', 'proposeGrant', { item: id, opinion: '符合法定条件' }, department);
    for (const { id, department, grantBy } of decided) if (grantBy === 'approver') give(at('2026-02-24', 11.5), 'approver', 'confirm', { item: id, opinion: '同意' }, department);
    give(at('2026-02-24', 11.75), 'clerk', 'handOver', { items: items.map(({ id }) => id), way: 'pickUp', recipient: state.applicant.name });
    return state;
  }

  const dates = (state: CaseState) => ({
    phase: state.phase, acceptance: state.acceptance, closedOn: state.closedOn, assembledOn: state.assembledOn,
    decisions: Object.values(state.items).map(({ id, decision }) => [id, decision?.outcome, decision?.at]),
    clocks: Object.values(state.clocks).map(({ id, dayZero, stoppedAt, ranOutAt }) => [id, dayZero, stoppedAt, ranOutAt]).sort(),
    documents: state.documents.map(({ kind, item, issuedOn }) => `${kind} ${item} ${issuedOn}`).sort(),
  });

  it('has the dates that the engine gives by hand', () => {
    const { state, at: closedAt } = simulated();
    expect(dates(state)).toEqual(dates(byHand()));
    expect(closedAt).toBe(at('2026-02-24', 11.75));
  });
});

describe('a month of restaurants', () => {
  it('is busy as the work that comes in says', () => {
    const model = restaurantModel({ perDay: 4, desks: 3, warmUp: 10, item: { examine: { kind: 'exponential', mean: 1 } } });
    const runs = Array.from({ length: 20 }, (_, replication) => runOnce(model, replication));
    const utilisation = (post: string) => runs.reduce((sum, run) => sum + run.posts.get(post)!.busy, 0) / runs.reduce((sum, run) => sum + run.posts.get(post)!.present, 0);
    // Fire: one hour and two of work a case, four cases a day, three people of seven hours. By Little's law as many are busy as come in times their work.
    expect(utilisation('fire-rescue')).toBeCloseTo((4 * 3) / 21, 1);
    expect(utilisation('market-regulation')).toBeCloseTo((4 * 4) / 21, 1);
    expect(utilisation('fire-rescue/approver')).toBeCloseTo((4 * 0.5) / 21, 1);
    const cases = runs.reduce((sum, run) => sum + run.cases.length, 0);
    expect(Math.abs(cases / (20 * 20 * 4) - 1)).toBeLessThan(0.05);
  });

  it('is never later with one person more, replication by replication', () => {
    const item = { examine: { kind: 'constant' as const, value: 0.1 }, decide: { kind: 'exponential' as const, mean: 4 } };
    const late = (desks: number) => {
      const model = restaurantModel({ perDay: 5, desks: 9, item });
      const posts = model.posts.map((post) => (post.id === 'fire-rescue' ? { ...post, desks } : post));
      return [0, 1, 2].map((replication) => {
        const { cases } = runOnce({ ...model, posts }, replication);
        return { late: cases.filter((one) => one.late).length, of: cases.length, days: cases.reduce((sum, one) => sum + one.days, 0) };
      });
    };
    const [two, three, four] = [late(2), late(3), late(4)];
    expect(two.reduce((sum, one) => sum + one.late, 0)).toBeGreaterThan(10);
    two.forEach((before, replication) => {
      for (const [fewer, more] of [[before, three[replication]!], [three[replication]!, four[replication]!]] as const) {
        expect(more.of).toBe(fewer.of);
        expect(more.late).toBeLessThanOrEqual(fewer.late);
        expect(more.days).toBeLessThanOrEqual(fewer.days);
      }
    });
  });

  it('is the same, to the byte, for the same seed, and another for another', () => {
    const item = { deficient: 0.3, unsatisfied: 0.2, refused: 0.1, procedure: 0.5 };
    const model = restaurantModel({ perDay: 0.5, desks: 2, warmUp: 2, to: '2026-03-06' as PlainDate, item });
    const told = (seed: number) => JSON.stringify(simulate({ ...model, seed }, { cases: 10, whatIf: [] }));
    expect(told(7)).toBe(told(7));
    expect(told(8)).not.toBe(told(7));
  });

  it('ends for every case, whatever goes wrong with it: silence, refusals, procedures, a notice that nobody answers', () => {
    const item = { deficient: 0.6, unsatisfied: 0.4, refused: 0.3, procedure: 0.9 };
    const model = restaurantModel({ perDay: 6, desks: 2, item });
    const { cases } = runOnce({ ...model, services: [{ ...model.services[0]!, applicant: { silent: 0.4, corrects: { kind: 'constant', value: 24 * 9 } } }] }, 0);
    expect(cases.length).toBeGreaterThan(80);
    expect(cases.every((one) => one.closed)).toBe(true);
    expect(cases.some((one) => one.deemed)).toBe(true);
    expect(cases.some((one) => one.illegal)).toBe(true);
  });
});
