import type { CasePlan } from './case/case-plan.ts';
import type { Change } from './case/case-change.ts';
import type { CaseState } from './case/case-state.ts';
import type { Command } from './case/command-table.ts';
import type { Decree } from './case/calendar.ts';
import type { PlainDate } from './case/plain-date.ts';
import type { Receipt } from './case/receipt.ts';
import type { Submission } from './case/pre-review.ts';
import type { Rejection } from './case/rejection.ts';

/** The one door in, and the queries out. Names as Temporal sees them. */
export const COMMAND_UPDATE = 'command';
export const EXPORT_QUERY = 'export';
export const CHANGES_QUERY = 'changes';

/** The input of a case. It begins at the window with a receipt, or online with a draft. */
export type CaseInput = FromWindow | FromOnline;

export interface FromWindow extends AnyInput {
  readonly origin: 'window';
  readonly receipt: Receipt;
}

export interface FromOnline extends AnyInput {
  readonly origin: 'online';
  readonly draft: Submission;
}

interface AnyInput {
  readonly plan: CasePlan;
  /**
   * Only around a midnight at which another version of the definition becomes valid: that version, and its first day. The day
   * that counts is that of the receipt, which the case itself dates.
   */
  readonly successor?: { readonly validFrom: PlainDate; readonly plan: CasePlan };
  readonly decrees: readonly Decree[];
  /** Only on a worker started with `--simulation`. */
  readonly simulation: Simulation | null;
  /** Commands in one run before the case continues as new. */
  readonly commandsPerRun: number;
  /** What an earlier run handed on; null in the first. */
  readonly carried: Carried | null;
}

/** A case whose clock is moved, for stories and demonstrations. Every such case and document says so. */
export interface Simulation {
  /** Milliseconds to add to the worker's time. */
  readonly offset: number;
  /** Run through `step` before live time begins; each at its own past time (ms since the epoch, in the case's time). */
  readonly receivedAt: number;
  readonly prehistory: readonly { readonly at: number; readonly command: Command }[];
}

export interface Carried {
  readonly decrees: readonly Decree[];
  readonly changes: readonly Change[];
  readonly handled: readonly HandledCommand[];
  /** Last change that the store has been told of by the case itself. */
  readonly projected: number;
}

/** A command's outcome, kept so that the same id sent again, even in a later run, has the same answer and no second effect. */
export interface HandledCommand {
  readonly id: string;
  readonly firstSeq: number;
  readonly lastSeq: number;
  readonly rejection: Rejection | null;
}

/** The answer to an accepted command: what changed, in order. */
export interface CommandOutcome {
  readonly seq: number;
  readonly changes: readonly Change[];
}

/** What has happened in a case after a change, without the plan and the calendar, which its readers have. */
export interface ChangesAfter {
  /** The command that the case began by: a case number given twice, after a store was lost, is told by it. */
  readonly receivedBy: string | null;
  readonly changes: readonly Change[];
}

/** Everything there is to know about a case. */
export interface CaseExport {
  readonly caseNo: string;
  readonly plan: CasePlan;
  readonly decrees: readonly Decree[];
  readonly state: CaseState;
  readonly changes: readonly Change[];
}

/** What the case asks of the world on its own account. */
export interface CaseActivities {
  /** Tells the store of changes that no client was told of. Safe to repeat. */
  project(input: { caseNo: string; changes: readonly Change[] }): Promise<void>;
  /** Writes the whole legal record, verified by its hash; from then on the store is the record. Safe to repeat. */
  archive(input: CaseExport): Promise<{ hash: string }>;
}

/** What publishing a calendar asks of the world. Both are safe to repeat. */
export interface CalendarActivities {
  /** Makes decrees, added to those in force, the default for new cases. */
  setCalendar(decrees: readonly Decree[]): Promise<void>;
  /** Tells the next page of running cases with another calendar than the default. `last` is null at the end of a pass. */
  tellCases(after: string | null): Promise<{ told: number; updated: number; last: string | null }>;
}
