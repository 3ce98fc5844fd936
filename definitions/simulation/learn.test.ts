import { describe, expect, it } from '@jest/globals';
import type { Change } from '../../workflows/case/case-change.ts';
import { addDays, type Instant, instantOf, type PlainDate } from '../../workflows/case/plain-date.ts';
import { logNormal, meanOf, quantile } from './distribution.ts';
import { Learner } from './learn.ts';
import { randomOf } from './random.ts';
import { CALENDAR } from './test-support/small-model.ts';
import { workingTime } from './working-time.ts';

const HOURS = [[9, 12], [13, 17]] as const;
const HOUR = 3_600_000;
const fact = (at: Instant, by: string, more: object) => ({ seq: 1, at, by: { id: by, name: by, role: 'reviewer' }, commandId: null, ...more }) as unknown as Change;

/** One reviewer examines everything that comes in, one after another: what waits for him is not his work. */
function history(cases: number) {
  const office = workingTime(HOURS, (date) => CALENDAR.isWorkingDay(date));
  const random = randomOf(3);
  const learner = new Learner();
  let free = instantOf('2026-03-02' as PlainDate, 9);
  let worked = 0;
  for (let nth = 0; nth < cases; nth += 1) {
    const received = instantOf(addDays('2026-03-02' as PlainDate, Math.floor(nth / 5)), 9);
    const work = quantile(logNormal(2, 5), random.next());
    worked += work;
    free = office.after(Math.max(free, received) as Instant, work * HOUR)!;
    learner.take(`case-${nth}`, fact(received, 'clerk', { kind: 'caseReceived', service: 'open-restaurant', items: [{ item: 'fire-check', department: 'fire-rescue' }] }));
    learner.take(`case-${nth}`, fact(free, 'wang', { kind: 'itemExamined', item: 'fire-check', answer: nth % 4 === 0 ? 'deficient' : 'complete', byWindow: false, defects: [] }));
  }
  return { known: learner.known(CALENDAR, HOURS), mean: worked / cases };
}

describe('what history tells', () => {
  it('is how long work takes, without the time on the pile; how often something is deficient; who works there; how many come', () => {
    const { known, mean } = history(200);
    const { examine, deficient } = known.items['open-restaurant/fire-check']!;
    expect(Math.abs(meanOf(examine!) / mean - 1)).toBeLessThan(0.1);
    expect(deficient).toBe(0.25);
    expect(known.desks).toEqual({ 'fire-rescue': 1 });
    // Five a calendar day, rest days included: seven a working day.
    expect(known.perDay['open-restaurant']).toBeGreaterThan(6.5);
    expect(known.perDay['open-restaurant']).toBeLessThan(7.5);
    expect(known.acts).toBe(200);
  });

  it('is nothing where there is hardly any', () => {
    const { known } = history(3);
    expect(known).toMatchObject({ perDay: {}, items: { 'open-restaurant/fire-check': {} }, handOver: null, applicant: {} });
  });
});
