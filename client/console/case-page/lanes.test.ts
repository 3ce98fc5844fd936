import { describe, expect, it } from '@jest/globals';
import { standingIn } from '../../api/rights/standing.ts';
import { seeCase } from '../../api/views/see-case.ts';
import type { SeenCase } from '../../api/schemas/seen-case.ts';
import { restaurantCase } from '../../../store/test-support/restaurant-case.ts';
import { calendarOf } from '../../../workflows/case/calendar.ts';
import { dateOf } from '../../../workflows/case/plain-date.ts';
import { lanesOf, span } from './lanes.ts';

/** The restaurant of the scenario from receipt to closing, as its clerk sees it after so many batches of changes. */
async function seenAfter(batches: number): Promise<{ seen: SeenCase; today: string }> {
  const told = await restaurantCase('371302-20260210-0001');
  const { plan, decrees, state } = told.exportAfter(Math.min(batches, told.batches.length));
  const signedIn = { id: 'clerk-1', name: '窗口', role: 'clerk', department: null, region: null, idNumber: null };
  return { seen: seeCase({ plan, calendar: calendarOf(decrees), state, signedIn, standing: standingIn(plan, state, signedIn)!, at: state.at }, []), today: dateOf(state.at) };
}

describe('the lanes of a case', () => {
  it('follow its phases, each beginning on the day the one before it ended', async () => {
    const { seen, today } = await seenAfter(99);
    const [whole] = lanesOf(seen, today);
    expect(whole!.lanes[0]!.stretches).toEqual([
      { activity: 'examination', from: '2026-02-10', to: '2026-02-11' }, { activity: 'correction', from: '2026-02-11', to: '2026-02-25' }, { activity: 'recheck', from: '2026-02-25', to: '2026-02-26' },
      { activity: 'handling', from: '2026-02-26', to: '2026-03-27' }, { activity: 'delivery', from: '2026-03-27', to: seen.closedOn },
    ]);
  });

  it('have of an item its examination, its handling until the decision, and the way to the applicant', async () => {
    const { seen, today } = await seenAfter(99);
    const lane = lanesOf(seen, today).flatMap(({ lanes }) => lanes).find(({ id }) => id === 'food-licence')!;
    expect(lane.stretches).toEqual([
      { activity: 'examination', from: '2026-02-10', to: '2026-02-26' }, { activity: 'handling', from: '2026-02-26', to: '2026-03-10' }, { activity: 'delivery', from: '2026-03-10', to: '2026-03-18' },
    ]);
    expect([lane.decidedOn, lane.upper.map(({ kind }) => kind), lane.lower]).toEqual(['2026-03-10', ['internal', 'promised'], []]);
  });

  it('are grouped by department, the case as a whole first', async () => {
    const { seen, today } = await seenAfter(99);
    expect(lanesOf(seen, today).map(({ department, lanes }) => [department?.id ?? null, lanes.length])).toEqual([
      [null, 1], ['market-regulation', 2], ['fire-rescue', 1], ['city-management', 1], ['health', 1], ['tobacco-monopoly', 1], ['water', 1],
    ]);
  });

  it('say by its name what made a clock stand still', async () => {
    const { seen, today } = await seenAfter(30);
    const lane = lanesOf(seen, today).flatMap(({ lanes }) => lanes).find(({ id }) => id === 'signboard')!;
    expect(lane.upper[0]!.suspensions.map(({ from, name }) => [from, name.zh])).toEqual([['2026-03-03', '设置大型户外广告审批：设置方案专家评审（市城市景观专家组）']]);
  });

  it('reach to the last limit in sight, and five days on', async () => {
    const { seen } = await seenAfter(1);
    expect(span(seen, '2026-02-10')).toEqual({ from: '2026-02-10', to: '2026-03-01' });
    const { seen: closed } = await seenAfter(99);
    expect(span(closed, '2027-01-01').to).toBe('2026-04-06');
  });
});
