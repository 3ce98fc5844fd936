import type { CaseState } from '../../workflows/case/case-state.ts';
import type { Clock, ClockKind } from '../../workflows/case/clock.ts';
import { dateOf, type Instant, type PlainDate, toEpochDay } from '../../workflows/case/plain-date.ts';

/** Limits that bind the government: a case is late when one of them ran out. The applicant's own, and urges, are not among them. */
const BINDING: readonly ClockKind[] = ['statutory', 'joint', 'internal', 'promised', 'recheck', 'delivery'];
/** Those of them that the law sets. */
const LEGAL: readonly ClockKind[] = ['statutory', 'joint', 'recheck', 'delivery'];

/** What became of a simulated case, as its own clocks tell. */
export interface CaseOutcome {
  readonly caseNo: string;
  /** Which of the model's services. */
  readonly service: number;
  readonly receivedOn: PlainDate;
  readonly late: boolean;
  /** A limit set by law ran out, not only a promise. */
  readonly illegal: boolean;
  /** Accepted by the silence of a department. */
  readonly deemed: boolean;
  /** Calendar days from the receipt to the closing. */
  readonly days: number;
  /** Departments in whose hands a limit ran out, each once. */
  readonly lateAt: readonly string[];
  readonly closed: boolean;
}

export function outcomeOf(state: CaseState, service: number, at: Instant): CaseOutcome {
  const ranOut = Object.values(state.clocks).filter((clock) => clock.ranOutAt !== null && BINDING.includes(clock.kind));
  return {
    caseNo: state.caseNo, service, receivedOn: state.receivedOn, late: ranOut.length > 0, illegal: ranOut.some((clock) => LEGAL.includes(clock.kind)),
    deemed: state.acceptance?.ground === 'examinationSilence' || state.acceptance?.ground === 'recheckSilence',
    days: toEpochDay(dateOf(at)) - toEpochDay(state.receivedOn), closed: state.closedOn !== null,
    lateAt: [...new Set(ranOut.map(whose).filter((one) => one !== null))],
  };
}

/** Delivery is the window's; joint limits and re-checks are nobody's in particular. */
function whose(clock: Clock): string | null {
  return clock.kind === 'delivery' ? 'window' : clock.department;
}
