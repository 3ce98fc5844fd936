import type { Calendar } from '../workflows/case/calendar.ts';
import type { CasePlan } from '../workflows/case/case-plan.ts';
import type { CaseState } from '../workflows/case/case-state.ts';

/**
 * A case as this process last wrote it: the commands of a case often come one soon after the other. Whether it still
 * stands so is told by the link of its last change, which no two histories share.
 */
export interface RememberedCase {
  readonly plan: CasePlan;
  readonly calendar: Calendar;
  readonly calendarHash: string;
  readonly chain: string;
  readonly state: CaseState;
}

const cases = new Map<string, RememberedCase>();
/** Some 20 KB each. */
const MOST = 1_000;

export function remembered(caseNo: string): RememberedCase | undefined {
  return cases.get(caseNo);
}

/** The one not used for longest is forgotten. */
export function remember(known: RememberedCase): void {
  const { caseNo } = known.state;
  cases.delete(caseNo);
  cases.set(caseNo, known);
  if (cases.size > MOST) cases.delete(cases.keys().next().value!);
}
