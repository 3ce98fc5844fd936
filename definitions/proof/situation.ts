import type { Calendar } from '../../workflows/case/calendar.ts';
import type { CasePlan } from '../../workflows/case/case-plan.ts';
import type { CaseState } from '../../workflows/case/case-state.ts';
import type { Command } from '../../workflows/case/command-table.ts';
import type { Deadline } from '../../workflows/case/deadline.ts';
import type { Instant } from '../../workflows/case/plain-date.ts';
import type { StepResult } from '../../workflows/case/step.ts';
import type { Ledger } from './ledger.ts';

/** A case at a moment of its exploration. */
export interface Situation {
  readonly state: CaseState;
  readonly calendar: Calendar;
  readonly at: Instant;
  readonly next: Deadline | null;
  readonly ledger: Ledger;
}

/** One answer of the core: to the receipt, to a command, or to the passing of time. */
export interface Transition {
  readonly plan: CasePlan;
  /** Null for the receipt. */
  readonly before: Situation | null;
  /** Null for the receipt and when only time passes. */
  readonly command: Command | null;
  readonly at: Instant;
  readonly result: StepResult;
}

export type Move = { readonly kind: 'time' } | { readonly kind: 'command'; readonly command: Command };
