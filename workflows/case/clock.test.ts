import { describe, expect, it } from '@jest/globals';
import { loadDecrees } from '../../definitions/calendar/load-calendar.ts';
import { calendarOf } from './calendar.ts';
import type { LegalBasis, LimitUnit } from './case-plan.ts';
import { type Clock, dueAt, explain, newClock, read, remainingDays, type Suspension, warnAt } from './clock.ts';
import { addDays, type Instant, instantOf, localTime, parsePlainDate } from './plain-date.ts';

/**
 * Every date below was worked out by hand on the printed calendar of 2026 (国办发明电〔2025〕7号):
 * rest 1-3 January, 15-23 February, 4-6 April, 1-5 May, 19-21 June, 25-27 September, 1-7 October;
 * worked although a weekend: 4 January, 14 and 28 February, 9 May, 20 September, 10 October. 2027 is not published.
 */
const calendar = calendarOf(loadDecrees());
const day = (text: string) => parsePlainDate(text)!;
const BASIS: LegalBasis = { law: '行政许可法', article: '第八十二条', kind: 'law', verified: true };

function clock(dayZero: string, length: number, unit: LimitUnit, more: Partial<Clock> = {}): Clock {
  return {
    ...newClock({ id: 'statutory:food-licence', kind: 'statutory', dayZero: day(dayZero), limit: { length, unit, basis: BASIS }, since: instantOf(day(dayZero), 9) }),
    ...more,
  };
}

function stood(from: string, to: string | null): Suspension {
  return { from: day(from), to: to === null ? null : day(to), because: 'expert-review#1', department: 'market', basis: BASIS };
}

const dueOn = (one: Clock) => read(one, calendar, 1).dueOn;

describe('working days (ALL art. 82): the day of the event is not counted', () => {
  it.each([
    ['received on an ordinary Monday', '2026-03-02', 5, '2026-03-09'],
    ['received on a Saturday: the same as on the Sunday or the Friday before', '2026-03-07', 5, '2026-03-13'],
    ['the make-up Saturday of 14 February counts, the nine days after it do not', '2026-02-10', 5, '2026-02-24'],
    ['received on the make-up Saturday itself', '2026-02-14', 1, '2026-02-24'],
    ['received in the middle of the Spring Festival', '2026-02-18', 5, '2026-02-28'],
    ['one day from the Friday before a make-up Saturday', '2026-02-27', 1, '2026-02-28'],
    ['the make-up Sunday of 20 September, then Mid-Autumn and the National Day', '2026-09-18', 10, '2026-10-09'],
    ['20 days across the Spring Festival', '2026-02-10', 20, '2026-03-16'],
    ['45 days across the Spring Festival and Qingming', '2026-02-10', 45, '2026-04-21'],
    ['across the end of 2025: 4 January 2026 is a make-up Sunday', '2025-12-29', 5, '2026-01-06'],
    ['on New Year’s Eve, one day', '2025-12-31', 1, '2026-01-04'],
  ])('%s', (_, from, length, expected) => {
    expect(dueOn(clock(from, length, 'workingDay'))).toBe(expected);
  });

  it('do not depend on the hour of the event', () => {
    for (const hour of [0, 8, 16.99, 23.99]) {
      expect(dueOn(clock('2026-03-02', 1, 'workingDay', { since: instantOf(day('2026-03-02'), hour) }))).toBe('2026-03-03');
    }
  });

  it('end at 24:00 of the last day', () => {
    const one = clock('2026-02-10', 5, 'workingDay');
    expect(localTime(dueAt(one, read(one, calendar, 1))!)).toBe('2026-02-25T00:00');
  });
});

describe('calendar days (Civil Code art. 201, 203): a last day on a rest day moves to the day after the rest', () => {
  it.each([
    ['a last day on a Tuesday stays', '2026-03-06', 4, '2026-03-10'],
    ['a last day on a Sunday moves to Monday', '2026-03-02', 20, '2026-03-23'],
    ['a last day in the Spring Festival moves to 24 February', '2026-02-10', 5, '2026-02-24'],
    ['a last day on a make-up Saturday stays', '2026-02-11', 3, '2026-02-14'],
    ['60 days that end on 1 May move behind the holiday', '2026-03-02', 60, '2026-05-06'],
  ])('%s', (_, from, length, expected) => {
    expect(dueOn(clock(from, length, 'calendarDay'))).toBe(expected);
  });
});

describe('months (Civil Code art. 202, 203): the corresponding day, or the month’s last', () => {
  it.each([
    ['an ordinary Wednesday', '2026-03-02', 6, '2026-09-02'],
    ['no 31 February: the 28th, a make-up Saturday, stays', '2026-01-31', 1, '2026-02-28'],
    ['no 31 February, half a year before', '2025-08-31', 6, '2026-02-28'],
    ['in the Spring Festival: moves to 24 February', '2026-01-17', 1, '2026-02-24'],
    ['on a Saturday: moves to Monday', '2026-02-28', 1, '2026-03-30'],
  ])('%s', (_, from, length, expected) => {
    expect(dueOn(clock(from, length, 'month'))).toBe(expected);
  });

  it('move by the days suspended', () => {
    // 2 April and three days more is Sunday 5 April, Qingming: moves to Tuesday.
    expect(dueOn(clock('2026-03-02', 1, 'month', { suspensions: [stood('2026-03-10', '2026-03-13')] }))).toBe('2026-04-07');
  });

  it('show the days left while they stand still', () => {
    // 31 days from 2 March to 2 April, of which 3 to 9 March are used.
    expect(read(clock('2026-03-02', 1, 'month', { suspensions: [stood('2026-03-10', null)] }), calendar, 1).remainder).toBe(24);
  });
});

describe('suspension (ALL art. 45): the days in [S, R) are not counted', () => {
  // Five working days from Monday 2 March: 3, 4, 5, 6, 9 March.
  it.each([
    ['two working days', [['2026-03-04', '2026-03-06']], '2026-03-11'],
    ['notice and end on the same day: nothing', [['2026-03-04', '2026-03-04']], '2026-03-09'],
    ['Friday to Monday: only the Friday is lost', [['2026-03-06', '2026-03-09']], '2026-03-10'],
    ['only the weekend: nothing', [['2026-03-07', '2026-03-09']], '2026-03-09'],
    ['two that overlap: their union 4, 5, 6, 9 March, never the sum', [['2026-03-04', '2026-03-06'], ['2026-03-05', '2026-03-10']], '2026-03-13'],
    ['one inside another', [['2026-03-04', '2026-03-11'], ['2026-03-05', '2026-03-06']], '2026-03-16'],
    ['one after another, on another ground', [['2026-03-04', '2026-03-05'], ['2026-03-06', '2026-03-10']], '2026-03-12'],
    ['on the last day: the rest of the day of resumption is left', [['2026-03-09', '2026-03-12']], '2026-03-12'],
    ['on the last day, resumed on a Saturday: until Monday', [['2026-03-09', '2026-03-14']], '2026-03-16'],
    ['across the Spring Festival’s make-up day', [['2026-02-13', '2026-02-24']], '2026-03-09'],
  ] as const)('%s', (_, spans, expected) => {
    expect(dueOn(clock('2026-03-02', 5, 'workingDay', { suspensions: spans.map(([from, to]) => stood(from, to)) }))).toBe(expected);
  });

  it('on the day to which a calendar period was moved leaves the rest of the day of resumption, too', () => {
    // Five calendar days from 2 March end on Saturday the 7th, so on Monday the 9th.
    const until = (from: string, to: string) => dueOn(clock('2026-03-02', 5, 'calendarDay', { suspensions: [stood(from, to)] }));
    expect(until('2026-03-09', '2026-03-12')).toBe('2026-03-12');
    expect(until('2026-03-08', '2026-03-10')).toBe('2026-03-10');
    expect(until('2026-03-09', '2026-03-14')).toBe('2026-03-16');
  });

  it('leaves a clock without a deadline, but with its remainder, as long as it lasts', () => {
    const standing = clock('2026-03-02', 5, 'workingDay', { suspensions: [stood('2026-03-05', null)] });
    expect(read(standing, calendar, 1)).toEqual({ dueOn: null, dueAt: null, provisional: false, warnOn: null, halfOn: null, remainder: 3 });
    expect(remainingDays(standing, calendar, instantOf(day('2026-04-01'), 9))).toBeNull();
  });

  it('on the last day leaves that day as the remainder', () => {
    expect(read(clock('2026-03-02', 5, 'workingDay', { suspensions: [stood('2026-03-09', null)] }), calendar, 1).remainder).toBe(1);
  });

  it('never makes a clock overdue at the instant of its resumption', () => {
    const resumedAt = instantOf(day('2026-03-12'), 16);
    const one = clock('2026-03-02', 5, 'workingDay', { suspensions: [stood('2026-03-09', '2026-03-12')], since: resumedAt });
    expect(localTime(dueAt(one, read(one, calendar, 1))!)).toBe('2026-03-13T00:00');
  });
});

describe('extension (ALL art. 42)', () => {
  it('adds its days to the limit', () => {
    expect(dueOn(clock('2026-02-10', 20, 'workingDay', { extendedBy: 10 }))).toBe('2026-03-30');
  });

  it('and suspension together: 20 + 10 days, of which 2 to 6 March do not count', () => {
    expect(dueOn(clock('2026-02-10', 20, 'workingDay', { extendedBy: 10, suspensions: [stood('2026-03-02', '2026-03-07')] }))).toBe('2026-04-07');
  });
});

describe('warning: yellow from 00:00 of the first day with no more than the threshold left', () => {
  it.each([
    // 3, 4, 5, 6, 9 March
    [0, '2026-03-02', 5, '2026-03-09'],
    [1, '2026-03-02', 5, '2026-03-06'],
    [3, '2026-03-02', 5, '2026-03-04'],
    [5, '2026-03-02', 5, '2026-03-02'],
    // 11, 12, 13, 14, 24 February
    [0, '2026-02-10', 5, '2026-02-24'],
    [1, '2026-02-10', 5, '2026-02-14'],
    [3, '2026-02-10', 5, '2026-02-12'],
    // a limit of one day is yellow at once
    [1, '2026-03-02', 1, '2026-03-02'],
  ])('threshold %i, from %s, %i days: %s', (threshold, from, length, expected) => {
    expect(read(clock(from, length, 'workingDay'), calendar, threshold).warnOn).toBe(expected);
  });

  it('is not before the clock began', () => {
    const one = clock('2026-03-02', 1, 'workingDay');
    expect(localTime(warnAt(one, read(one, calendar, 1))!)).toBe('2026-03-02T09:00');
  });

  it('counts the days after today', () => {
    const one = clock('2026-03-02', 5, 'workingDay');
    const on = (text: string) => remainingDays(one, calendar, instantOf(day(text), 10) as Instant);
    expect(['2026-03-02', '2026-03-04', '2026-03-06', '2026-03-07', '2026-03-09', '2026-03-10'].map(on)).toEqual([5, 3, 1, 1, 0, 0]);
  });
});

describe('a date in a year that is not published', () => {
  it('counts Monday to Friday and is provisional', () => {
    // 31 December 2026 is a Thursday, 1 January 2027 a Friday.
    expect(read(clock('2026-12-30', 3, 'workingDay'), calendar, 1)).toMatchObject({ dueOn: '2027-01-04', provisional: true });
  });

  it('is not provisional before that year begins', () => {
    expect(read(clock('2026-12-30', 1, 'workingDay'), calendar, 1)).toMatchObject({ dueOn: '2026-12-31', provisional: false });
  });

  it('two years ahead: 2027 has 261 weekdays', () => {
    expect(read(clock('2026-12-31', 261, 'workingDay'), calendar, 1)).toMatchObject({ dueOn: '2027-12-31', provisional: true });
    expect(read(clock('2026-12-31', 262, 'workingDay'), calendar, 1).dueOn).toBe('2028-01-03');
  });

  it('is settled by its decree', () => {
    const published = calendarOf([...loadDecrees(), {
      id: 'cn-2027', documentNumber: null, publishedOn: day('2026-11-10'), settlesYears: [2027],
      days: [{ date: day('2027-01-01'), kind: 'rest', name: { zh: '元旦', en: "New Year's Day" } }],
    }]);
    expect(read(clock('2026-12-30', 3, 'workingDay'), published, 1)).toMatchObject({ dueOn: '2027-01-05', provisional: false });
  });
});

describe('the explanation of a date', () => {
  const lines = (one: Clock, until?: string) =>
    explain(one, calendar, until === undefined ? undefined : day(until)).map(({ date, count, number }) => `${date} ${count}${number === null ? '' : ` ${number}`}`);

  it('lists every day from day 0 to the deadline, and why it counts or not', () => {
    expect(lines(clock('2026-02-12', 3, 'workingDay'))).toEqual([
      '2026-02-12 dayZero', '2026-02-13 counted 1', '2026-02-14 counted 2',
      ...Array.from({ length: 9 }, (_, index) => `${addDays(day('2026-02-15'), index)} holiday`),
      '2026-02-24 counted 3',
    ]);
  });

  it('names the decree of a make-up day and of a holiday', () => {
    const explained = explain(clock('2026-02-13', 2, 'workingDay'), calendar);
    expect(explained[1]!.day).toMatchObject({ kind: 'makeUpDay', decreeId: 'cn-2026' });
    expect(explained[2]!.day).toMatchObject({ kind: 'holiday', decreeId: 'cn-2026', name: { zh: '春节' } });
  });

  it('names the suspension', () => {
    const one = clock('2026-03-02', 2, 'workingDay', { suspensions: [stood('2026-03-04', '2026-03-06')] });
    expect(lines(one)).toEqual(['2026-03-02 dayZero', '2026-03-03 counted 1', '2026-03-04 suspended', '2026-03-05 suspended', '2026-03-06 counted 2']);
    expect(explain(one, calendar)[2]!.suspension).toMatchObject({ because: 'expert-review#1', department: 'market' });
  });

  it('shows the move of a calendar period’s last day', () => {
    expect(lines(clock('2026-03-05', 2, 'calendarDay'))).toEqual([
      '2026-03-05 dayZero', '2026-03-06 counted 1', '2026-03-07 counted 2', '2026-03-08 movedTo', '2026-03-09 movedTo',
    ]);
  });

  it('ends on the day before a suspension that still lasts, or on the day asked for', () => {
    const standing = clock('2026-03-02', 5, 'workingDay', { suspensions: [stood('2026-03-05', null)] });
    expect(lines(standing)).toEqual(['2026-03-02 dayZero', '2026-03-03 counted 1', '2026-03-04 counted 2']);
    expect(lines(standing, '2026-03-06')).toEqual([
      '2026-03-02 dayZero', '2026-03-03 counted 1', '2026-03-04 counted 2', '2026-03-05 suspended', '2026-03-06 suspended',
    ]);
  });
});
