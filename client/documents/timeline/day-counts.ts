import type { Calendar, Text } from '../../../workflows/case/calendar.ts';
import type { Change } from '../../../workflows/case/case-change.ts';
import type { Entry } from './entries.ts';
import { addDays, dateOf, type PlainDate } from '../../../workflows/case/plain-date.ts';

/**
 * Which working day it is: since the receipt, and once the case is accepted since the day limits run from. Null on a day
 * that does not count, and without a calendar.
 */
export function dayCounts(changes: readonly Change[], calendar: Calendar | null): (entry: Pick<Entry, 'seq' | 'date'>) => Text | null {
  const received = changes.find((change) => change.kind === 'caseReceived');
  const accepted = changes.find((change) => change.kind === 'caseAccepted');
  return ({ seq, date: today }) => {
    if (!calendar || !received || !calendar.isWorkingDay(today)) return null;
    const since = accepted && seq >= accepted.seq ? { ...ACCEPTED, from: accepted.acceptance.effectiveOn } : { ...RECEIVED, from: dateOf(received.at) };
    const number = workingDays(calendar, since.from, today);
    return number === 0 ? { zh: `${since.zh}当日`, en: `day of ${since.en}` } : { zh: `${since.zh}后第${number}个工作日`, en: `working day ${number} since ${since.en}` };
  };
}

const RECEIVED = { zh: '收件', en: 'receipt' } as const;
const ACCEPTED = { zh: '受理', en: 'acceptance' } as const;

function workingDays(calendar: Calendar, after: PlainDate, until: PlainDate): number {
  let number = 0;
  for (let day = addDays(after, 1); day <= until; day = addDays(day, 1)) if (calendar.isWorkingDay(day)) number += 1;
  return number;
}
