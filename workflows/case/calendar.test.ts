import { describe, expect, it } from '@jest/globals';
import { calendarOf, type Decree, type DecreeDay, withDecrees } from './calendar.ts';
import { parsePlainDate } from './plain-date.ts';

const day = (text: string) => parsePlainDate(text)!;
const rest = (date: string): DecreeDay => ({ date: day(date), kind: 'rest', name: { zh: '春节', en: 'Spring Festival' } });
const work = (date: string): DecreeDay => ({ date: day(date), kind: 'work', name: { zh: '调休上班', en: 'Make-up working day' } });
const decree = (id: string, publishedOn: string, days: readonly DecreeDay[]): Decree =>
  ({ id, documentNumber: null, publishedOn: day(publishedOn), settlesYears: [2020], days });

// As it was in 2020: the festival ended on 30 January, and was then prolonged to 2 February; 1 February had been a make-up Saturday.
const first = decree('cn-2020', '2019-11-21', [rest('2020-01-30'), work('2020-02-01')]);
const amendment = decree('cn-2020-amendment', '2020-01-26', [rest('2020-01-31'), rest('2020-02-01'), rest('2020-02-02')]);

describe('the calendar', () => {
  it('without a decree works Monday to Friday, and settles nothing', () => {
    const calendar = calendarOf([]);
    expect(['2020-01-31', '2020-02-01', '2020-02-02', '2020-02-03'].map((one) => calendar.isWorkingDay(day(one)))).toEqual([true, false, false, true]);
    expect(calendar.dayInfo(day('2020-02-01'))).toEqual({ kind: 'weekend', working: false, settled: false, decreeId: null, name: null });
  });

  it('tells a make-up day and a holiday from ordinary days, and by which decree', () => {
    const calendar = calendarOf([first]);
    expect(calendar.dayInfo(day('2020-02-01'))).toMatchObject({ kind: 'makeUpDay', working: true, settled: true, decreeId: 'cn-2020' });
    expect(calendar.dayInfo(day('2020-01-30'))).toMatchObject({ kind: 'holiday', working: false, name: { zh: '春节' } });
    expect(calendar.dayInfo(day('2020-01-31'))).toMatchObject({ kind: 'workingDay', working: true, decreeId: null });
  });

  it('follows the later decree, in whatever order they are given', () => {
    for (const decrees of [[first, amendment], [amendment, first]]) {
      const calendar = calendarOf(decrees);
      expect(calendar.dayInfo(day('2020-02-01'))).toMatchObject({ kind: 'holiday', decreeId: 'cn-2020-amendment' });
      expect(calendar.dayInfo(day('2020-01-30'))).toMatchObject({ kind: 'holiday', decreeId: 'cn-2020' });
    }
  });

  it('settles the years that a decree settles', () => {
    const calendar = calendarOf([first]);
    expect(['2019-12-31', '2020-01-01', '2020-12-31', '2021-01-01'].map((one) => calendar.isSettled(day(one)))).toEqual([false, true, true, false]);
  });

  it('replaces a decree that is published again, and appends a new one', () => {
    const again = decree('cn-2020', '2019-11-21', []);
    expect(withDecrees([first, amendment], [again])).toEqual([amendment, again]);
    expect(withDecrees([first], [amendment])).toEqual([first, amendment]);
  });
});
