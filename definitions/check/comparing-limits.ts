import type { LegalBasis, LimitUnit } from '../../workflows/case/case-plan.ts';
import { inWorkingDays, type Period } from '../schema/limit.ts';

/** 法律、法规: what may set another limit than the licensing law's own. A State Council decision or a rule may not. @see ALL art. 42 */
export function isLawOrRegulation({ kind }: LegalBasis): boolean {
  return kind === 'law' || kind === 'administrativeRegulation' || kind === 'localRegulation';
}

/** Exact in one unit; across units as five working days in seven calendar days. */
export function isLonger(a: Period, b: Period): boolean {
  return a.unit === b.unit ? a.length > b.length : inWorkingDays(a) > inWorkingDays(b);
}

const UNITS = {
  workingDay: ['个工作日', 'working day'],
  calendarDay: ['个自然日', 'calendar day'],
  month: ['个月', 'month'],
} as const satisfies Record<LimitUnit, readonly [string, string]>;

export function describeLimit({ length, unit }: Period): { zh: string; en: string } {
  const [zh, en] = UNITS[unit];
  return { zh: `${length}${zh}`, en: `${length} ${en}${length === 1 ? '' : 's'}` };
}
