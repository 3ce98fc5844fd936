import { describe, expect, it } from '@jest/globals';
import { inWorkingDays, PeriodSchema, periodOf } from './limit.ts';

describe('a period', () => {
  it.each([
    ['20 working days', 20, 'workingDay'],
    ['1 working day', 1, 'workingDay'],
    ['20个工作日', 20, 'workingDay'],
    ['20 个工作日', 20, 'workingDay'],
    ['30 calendar days', 30, 'calendarDay'],
    ['30个自然日', 30, 'calendarDay'],
    ['6 months', 6, 'month'],
    ['1个月', 1, 'month'],
  ])('%s', (text, length, unit) => {
    expect(PeriodSchema.safeParse(text).success).toBe(true);
    expect(periodOf(text)).toEqual({ length, unit });
  });

  it.each(['20', '20 days', 'twenty working days', '20 工', '-1 working days', '1.5 working days'])('is not %s', (text) => {
    expect(PeriodSchema.safeParse(text).success).toBe(false);
  });

  it('is compared with others as five working days in seven', () => {
    expect(inWorkingDays({ length: 7, unit: 'calendarDay' })).toBe(5);
    expect(inWorkingDays({ length: 20, unit: 'workingDay' })).toBe(20);
    expect(inWorkingDays({ length: 1, unit: 'month' })).toBeGreaterThan(20);
  });
});
