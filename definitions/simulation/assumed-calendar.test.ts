import { describe, expect, it } from '@jest/globals';
import { LunarDay, SolarTerm } from 'tyme4ts';
import { addDays, type PlainDate } from '../../workflows/case/plain-date.ts';
import { loadDecrees } from '../calendar/load-calendar.ts';
import { assumedCalendar } from './assumed-calendar.ts';
import { nextSpringFestival } from './spring-festival.ts';
import { CALENDAR } from './test-support/small-model.ts';

const day = (text: string) => text as PlainDate;

describe('a year that is not published yet', () => {
  it('has its statutory holidays: in 2025 and 2026 each of them is a rest day of the decree', () => {
    const { calendar, assumedYears } = assumedCalendar([], day('2025-01-01'), day('2026-12-31'));
    expect(assumedYears).toEqual([2025, 2026]);
    const holidays = calendar.decrees.flatMap((decree) => decree.days.map((one) => one.date));
    // Thirteen a year; in 2025 one fell on a weekend, in 2026 three did, and a working day is free instead of each.
    expect(holidays).toHaveLength(2 * 13 + 4);
    for (const date of holidays) expect([date, CALENDAR.dayInfo(date).kind]).toEqual([date, 'holiday']);
    expect(nextSpringFestival(calendar, day('2026-01-01'))).toEqual({ from: '2026-02-16', to: '2026-02-19' });
  });

  it('leaves a published year as it is, and settles the others', () => {
    const { calendar, assumedYears } = assumedCalendar(loadDecrees(), day('2026-01-01'), day('2027-12-31'));
    expect(assumedYears).toEqual([2027]);
    for (let date = day('2026-01-01'); date < '2027-01-01'; date = addDays(date, 1)) expect(calendar.dayInfo(date)).toEqual(CALENDAR.dayInfo(date));
    expect(calendar.isSettled(day('2027-02-06'))).toBe(true);
    expect(nextSpringFestival(calendar, day('2026-03-01'))).toEqual({ from: '2027-02-05', to: '2027-02-10' });
  });

  it('has its lunar days where the almanac has them, and no year is missing', () => {
    const { calendar, assumedYears } = assumedCalendar([], day('2024-01-01'), day('2093-12-31'));
    expect(assumedYears).toHaveLength(70);
    const named = (year: number, name: string) => calendar.decrees.find((decree) => decree.settlesYears.includes(year))!.days.filter((one) => one.name.zh === name).map((one) => one.date);
    for (const year of assumedYears) {
      const date = (of: object) => String(of).match(/\d+/g)!.map((part) => part.padStart(2, '0')).join('-');
      expect(named(year, '春节')[1]).toBe(date(LunarDay.fromYmd(year, 1, 1).getSolarDay()));
      expect(named(year, '清明节')[0]).toBe(date(SolarTerm.fromName(year, '清明').getJulianDay().getSolarDay()));
      expect(named(year, '端午节')[0]).toBe(date(LunarDay.fromYmd(year, 5, 5).getSolarDay()));
      expect(named(year, '中秋节')[0]).toBe(date(LunarDay.fromYmd(year, 8, 15).getSolarDay()));
    }
  });
});
