import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { addDays, addMonths, dateOf, endOf, type Instant, instantOf, localTime, parsePlainDate, weekdayOf } from './plain-date.ts';

const date = (text: string) => parsePlainDate(text)!;

describe('civil dates in Asia/Shanghai', () => {
  it('begin at 16:00 UTC of the day before', () => {
    expect(instantOf(date('2026-02-10'))).toBe(Date.UTC(2026, 1, 9, 16));
    expect(dateOf(Date.UTC(2026, 1, 9, 15, 59, 59, 999) as Instant)).toBe('2026-02-09');
    expect(dateOf(Date.UTC(2026, 1, 9, 16) as Instant)).toBe('2026-02-10');
  });

  it('end at 24:00, which is the next day', () => {
    expect(dateOf(endOf(date('2026-12-31')))).toBe('2027-01-01');
  });

  it('know their weekday', () => {
    expect(weekdayOf(date('2026-11-22'))).toBe(7);
    expect(weekdayOf(date('1969-12-31'))).toBe(3);
  });

  it('take the month’s end where there is no corresponding day (Civil Code art. 202)', () => {
    expect(addMonths(date('2026-01-31'), 1)).toBe('2026-02-28');
    expect(addMonths(date('2027-08-31'), 6)).toBe('2028-02-29');
    expect(addMonths(date('2026-12-15'), 1)).toBe('2027-01-15');
  });

  it('refuse a day that does not exist', () => {
    expect(parsePlainDate('2026-02-30')).toBeNull();
    expect(parsePlainDate('2026-2-3')).toBeNull();
    expect(parsePlainDate('2028-02-29')).toBe('2028-02-29');
  });

  it('agree with luxon’s zone database at every instant since 1992', () => {
    const instants = fc.integer({ min: Date.UTC(1992, 0, 1), max: Date.UTC(2100, 0, 1) });
    fc.assert(fc.property(instants, fc.integer({ min: -800, max: 800 }), (at, days) => {
      const there = DateTime.fromMillis(at, { zone: 'Asia/Shanghai' });
      const day = dateOf(at as Instant);
      expect(day).toBe(there.toISODate());
      expect(localTime(at as Instant)).toBe(there.toFormat("yyyy-MM-dd'T'HH:mm"));
      expect(weekdayOf(day)).toBe(there.weekday);
      expect(addDays(day, days)).toBe(there.plus({ days }).toISODate());
      expect(addMonths(day, days % 40)).toBe(there.plus({ months: days % 40 }).toISODate());
      expect(endOf(day)).toBe(there.plus({ days: 1 }).startOf('day').toMillis());
    }));
  });
});
