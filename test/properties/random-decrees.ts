import type { Decree, DecreeDay } from '../../workflows/case/calendar.ts';
import { parsePlainDate } from '../../workflows/case/plain-date.ts';

/**
 * Decrees that may come out while a case runs: next year's, at last; a holiday more or less, as in 2019 and 2020; and one
 * that says nothing new. The dates of 2027 are made up.
 */
export const randomDecrees: readonly Decree[] = [
  decree('cn-2027', '2026-11-10', [2027], ['2027-01-01', '2027-02-08', '2027-02-09', '2027-02-10'], ['2027-02-13']),
  decree('cn-2028', '2027-11-10', [2028], ['2028-01-03', '2028-01-26', '2028-01-27'], []),
  decree('cn-2026-epidemic', '2026-01-20', [2026], ['2026-02-24', '2026-02-25', '2026-02-26', '2026-02-27'], []),
  decree('cn-2026-long-weekend', '2026-04-20', [2026], ['2026-05-06', '2026-05-07'], ['2026-05-16', '2026-05-17']),
  decree('cn-2026-back-to-work', '2026-08-20', [2026], [], ['2026-10-05', '2026-10-06', '2026-10-07', '2026-09-26']),
  decree('cn-2026-whole-august', '2026-07-01', [2026], Array.from({ length: 31 }, (_, day) => `2026-08-${String(day + 1).padStart(2, '0')}`), []),
];

/** Every year that a story can reach, so that somebody who waits for the calendar can go on. */
export const allYears: Decree = {
  id: 'cn-all-years', documentNumber: null, publishedOn: day('2020-01-01'), settlesYears: Array.from({ length: 60 }, (_, index) => 2024 + index), days: [],
};

function decree(id: string, publishedOn: string, settlesYears: readonly number[], rest: readonly string[], work: readonly string[]): Decree {
  const named = { zh: '放假调整', en: 'Holiday adjustment' };
  const days = [
    ...rest.map((date): DecreeDay => ({ date: day(date), kind: 'rest', name: named })),
    ...work.map((date): DecreeDay => ({ date: day(date), kind: 'work', name: named })),
  ];
  return { id, documentNumber: null, publishedOn: day(publishedOn), settlesYears, days };
}

function day(text: string) {
  return parsePlainDate(text)!;
}
