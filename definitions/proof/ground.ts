import type { Decree } from '../../workflows/case/calendar.ts';
import type { CasePlan } from '../../workflows/case/case-plan.ts';
import { dateOf, type Instant, instantOf } from '../../workflows/case/plain-date.ts';
import type { Grain } from './abstraction.ts';
import type { Core } from './core.ts';
import type { Intake } from './receipt.ts';

/** What is explored: a plan, usually an extract, run by a core from one intake on. */
export interface Ground {
  readonly core: Core;
  readonly plan: CasePlan;
  readonly decrees: readonly Decree[];
  readonly intake: Intake;
  readonly grain: Grain;
}

/** Commands are given in office hours, one a minute. */
export function nextMinute(at: Instant): Instant {
  return Math.max(at + 60_000, instantOf(dateOf(at), 9)) as Instant;
}
