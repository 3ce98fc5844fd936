import { describe, expect, it } from '@jest/globals';
import { axisOf, plainDays } from './axis.ts';
import type { CalendarDay } from '../../api/client/generated.ts';

const day = (date: string, kind: CalendarDay['kind']): CalendarDay => ({ date, kind, name: null, settled: true });

describe('the axis', () => {
  // Friday 13 February 2026, a worked Saturday, and the first day of the Spring Festival.
  const axis = axisOf([day('2026-02-13', 'workingDay'), day('2026-02-14', 'makeUpDay'), day('2026-02-15', 'holiday'), day('2026-02-24', 'workingDay')], 0, { narrowest: 20 });

  it('gives rest days less room, and make-up days that of a working day', () => {
    expect(axis.days.map(({ x, width }) => [x, width])).toEqual([[0, 20], [20, 20], [40, 10], [50, 20]]);
    expect([axis.start('2026-02-15'), axis.end('2026-02-15'), axis.middle('2026-02-13'), axis.width]).toEqual([40, 50, 10, 70]);
  });

  it('ends where it ends: what lies before or after is drawn at its edge', () => {
    expect([axis.start('2026-01-01'), axis.end('2026-12-31'), axis.has('2026-12-31')]).toEqual([0, 70, false]);
  });

  it('fills the room, but no day gets wider than is readable', () => {
    expect(axisOf(plainDays('2026-03-02', '2026-03-06'), 150).width).toBe(150);
    expect(axisOf(plainDays('2026-03-02', '2026-03-06'), 2_000, { widest: 40 }).width).toBe(200);
  });

  it('takes Saturday and Sunday for rest days as long as the decrees have not come', () => {
    expect(plainDays('2026-02-27', '2026-03-02').map(({ date, kind }) => [date, kind])).toEqual([
      ['2026-02-27', 'workingDay'], ['2026-02-28', 'weekend'], ['2026-03-01', 'weekend'], ['2026-03-02', 'workingDay'],
    ]);
  });
});
