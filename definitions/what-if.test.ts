import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { PlayedCase, restaurantReceipt } from '../client/documents/test-support/played-case.ts';
import { calendarOf } from '../workflows/case/calendar.ts';
import type { CasePlan } from '../workflows/case/case-plan.ts';
import { explain } from '../workflows/case/clock.ts';
import type { PlainDate } from '../workflows/case/plain-date.ts';
import { loadDecrees } from './calendar/load-calendar.ts';
import { checkDefinition } from './check-definition.ts';
import { dueOf, isProvisional, whatIf } from './what-if.ts';

const CALENDAR = calendarOf(loadDecrees());
const RESTAURANT = planOf('open-restaurant');

function planOf(name: string): CasePlan {
  const { plan } = checkDefinition(readFileSync(`definitions/catalogue/${name}.yaml`, 'utf8'));
  return plan!;
}

function dates(plan: CasePlan, receipt: string, course: 'latest' | 'earliest' = 'latest'): Record<string, readonly [string, string]> {
  return Object.fromEntries(whatIf(plan, receipt as PlainDate, CALENDAR)[course].clocks.map((clock) => [clock.id, [clock.dayZero, dueOf(clock, CALENDAR)]]));
}

describe('a restaurant received on Tuesday 10 February 2026, before Spring Festival', () => {
  // Counted by hand. Rest: 15 to 23 February; worked: Saturdays 14 and 28 February.
  it('is examined until the second working day after the holiday', () => {
    // 11, 12, 13, 14 (make-up), then 24 February.
    expect(dates(RESTAURANT, '2026-02-10')['examination']).toEqual(['2026-02-10', '2026-02-24']);
  });

  it('has its limits one after another when everybody uses his last day', () => {
    const { latest } = whatIf(RESTAURANT, '2026-02-10' as PlainDate, CALENDAR);
    expect([latest.acceptedOn, latest.lastDecisionOn]).toEqual(['2026-02-24', '2026-03-13']);
    expect(dates(RESTAURANT, '2026-02-10')).toMatchObject({
      'promised:business-licence-check': ['2026-02-24', '2026-02-25'],
      // 26, 27, 28 (make-up), 2 to 6 March, 9, 10.
      'promised:food-licence': ['2026-02-25', '2026-03-10'],
      'internal:food-licence': ['2026-02-25', '2026-03-10'],
      // Three days more than the food licence.
      'statutory:fire-check': ['2026-02-25', '2026-03-13'],
      // 25, 26, 27, 28, 2 March: it waits for nobody.
      'promised:staff-health': ['2026-02-24', '2026-03-02'],
      // 10 days to 10 March, 10 more to 24 March.
      'statutory:tobacco-licence': ['2026-02-25', '2026-03-24'],
      'delivery:food-licence': ['2026-03-10', '2026-03-24'],
      // 25 to 28 February: 4; March: 22; April without Monday the 6th: 19 to the 28th.
      'joint': ['2026-02-24', '2026-04-28'],
    });
  });

  it('starts everything on the day of receipt at best, or by silence', () => {
    const { earliest } = whatIf(RESTAURANT, '2026-02-10' as PlainDate, CALENDAR);
    expect([earliest.acceptedOn, earliest.lastDecisionOn]).toEqual(['2026-02-10', '2026-02-10']);
    // 11 to 14: 4; 24 to 28: 5; 2 March.
    expect(dates(RESTAURANT, '2026-02-10', 'earliest')['promised:food-licence']).toEqual(['2026-02-10', '2026-03-02']);
  });

  it('names what each clock starts with', () => {
    const { startedBy } = whatIf(RESTAURANT, '2026-02-10' as PlainDate, CALENDAR).latest;
    expect(startedBy).toMatchObject({
      'examination': 'receipt', 'joint': 'acceptance', 'promised:staff-health': 'acceptance',
      'promised:food-licence': { grantOf: 'business-licence-check' }, 'delivery:food-licence': { grantOf: 'food-licence' },
    });
  });

  it('ends the explanation of each clock on its last day', () => {
    for (const clock of whatIf(RESTAURANT, '2026-02-10' as PlainDate, CALENDAR).latest.clocks) {
      const days = explain(clock, CALENDAR);
      expect([days[0]!.count, days.at(-1)!.date]).toEqual(['dayZero', dueOf(clock, CALENDAR)]);
    }
  });
});

describe('what if', () => {
  it('foresees the clocks of the case that is then played on the core', () => {
    // Without the rule that would grant the check of the licence at once.
    const plan: CasePlan = { ...RESTAURANT, items: RESTAURANT.items.map(({ instant: _, ...item }) => item) };
    const played = new PlayedCase(plan, restaurantReceipt(), '2026-02-10T09:30');
    const by = (role: string, id: string) => `${role}@${plan.items.find((item) => item.id === id)!.department}`;
    for (const { id } of plan.items) played.act('2026-02-24T16:00', by('reviewer', id), 'examine', { item: id, answer: 'complete' });
    played.act('2026-02-25T16:00', by('reviewer', 'business-licence-check'), 'proposeGrant', { item: 'business-licence-check', opinion: '属实' });
    const real = Object.values(played.state.clocks);
    expect(real.map(({ id }) => id)).toContain('statutory:tobacco-licence');
    const foreseen = dates(plan, '2026-02-10');
    for (const clock of real) expect([clock.id, [clock.dayZero, dueOf(clock, CALENDAR)]]).toEqual([clock.id, foreseen[clock.id]]);
  });

  it('counts a receipt on a rest day like any other: day 0 is not counted', () => {
    expect(dates(RESTAURANT, '2026-02-17')['examination']).toEqual(['2026-02-17', '2026-02-28']);
  });

  it('waits for the last of several predecessors', () => {
    // Received Monday 2 March, accepted 9; certificate 10, household register 11, card three days later.
    const births = dates(planOf('child-born'), '2026-03-02');
    expect(births['promised:social-security-card']).toEqual(['2026-03-11', '2026-03-16']);
    expect(births['joint']).toBeUndefined();
  });

  it('marks dates that touch a year without a published calendar', () => {
    const { latest, earliest } = whatIf(planOf('hire-employee'), '2026-12-24' as PlainDate, CALENDAR);
    const of = (course: typeof latest, id: string) => isProvisional(course.clocks.find((clock) => clock.id === id)!, CALENDAR);
    expect([of(latest, 'examination'), of(latest, 'delivery:personnel-file')]).toEqual([false, true]);
    expect(of(earliest, 'promised:employment-registration')).toBe(false);
  });

  it('lets the shortest rule of an item’s own law decide the examination', () => {
    const strict: CasePlan = { ...RESTAURANT, items: RESTAURANT.items.map((item, index) => (index === 2 ? { ...item, examination: { mode: 'within', limit: { ...RESTAURANT.examination, length: 3 } } } : item)) };
    expect(dates(strict, '2026-02-10')['examination']).toEqual(['2026-02-10', '2026-02-13']);
    const spot: CasePlan = { ...RESTAURANT, items: RESTAURANT.items.map((item) => ({ ...item, examination: { mode: 'onTheSpot', basis: item.basis[0]! } })) };
    expect(whatIf(spot, '2026-02-10' as PlainDate, CALENDAR).latest.acceptedOn).toBe('2026-02-10');
  });
});
