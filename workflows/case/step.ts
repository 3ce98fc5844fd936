import type { Actor } from './actor.ts';
import { checkArguments } from './argument.ts';
import { type Calendar, calendarOf, type Decree } from './calendar.ts';
import type { CasePlan } from './case-plan.ts';
import type { Change } from './case-change.ts';
import type { CaseState } from './case-state.ts';
import { publishCalendar } from './calendar-publication.ts';
import { type Command, type CommandName, type CommandOf, type CommandRow, COMMANDS } from './command-table.ts';
import { recordAfterCheck } from './after-check.ts';
import { complain, rate, rectifyRating, resolveComplaint } from './aftercare.ts';
import { answerConsultation, consult } from './consultation.ts';
import { departmentResult } from './department-result.ts';
import { acknowledgeSupervision } from './linkage.ts';
import { answerDefect } from './correction-notice.ts';
import { confirm, proposeGrant, proposeRefusal, returnProposal } from './decision.ts';
import { type Deadline, earliestDeadline } from './deadline.ts';
import { supplyDeferred } from './deferred.ts';
import { handOver, recordService } from './delivery.ts';
import { type Draft, newDraft, stateOf } from './draft.ts';
import { correctOnSpot, examine } from './examination.ts';
import { approveExtension, rejectExtension, requestExtension } from './extension.ts';
import { migrate } from './migration.ts';
import { noticeIssuedAt } from './correction-notice.ts';
import { requestHearing, tellHearingRight, waiveHearing } from './hearing-right.ts';
import { recordHearing } from './hearing-session.ts';
import type { Instant } from './plain-date.ts';
import { reportPreliminary } from './preliminary.ts';
import { permitted } from './permitted.ts';
import { repeatsOf } from './plan-of-case.ts';
import { progress } from './progress.ts';
import { giveConsent } from './consent.ts';
import { answerPreReview, type Submission, submit, submitDraft } from './pre-review.ts';
import { receive, type Receipt } from './receipt.ts';
import { recheck } from './recheck.ts';
import { Refused } from './refuse.ts';
import type { Rejection } from './rejection.ts';
import { settleDeadlines } from './settle.ts';
import { recordSiteCheck } from './site-check.ts';
import { endProcedure, startProcedure } from './special-procedure.ts';
import { answerUrge, stateOverdueReason, urge } from './supervision.ts';
import { requireApplicant, withdrawCase, withdrawItem } from './withdrawal.ts';

/** Raised when the rules below change what the same commands lead to. Fixed in a case until it continues as new. */
export const ENGINE_VERSION = 1;

export interface StepResult {
  readonly state: CaseState;
  /** Another one than before after a move to another version. */
  readonly plan: CasePlan;
  readonly calendar: Calendar;
  /** In order of `seq`. Deadlines settled before a rejected command are in here too: they happened. */
  readonly changes: readonly Change[];
  readonly rejection: Rejection | null;
  /** What the case now waits for; null when it waits for nothing but people, or is archived. */
  readonly next: Deadline | null;
}

/**
 * Takes a receipt at the window in, or a draft online, and returns the new case, or why it cannot begin. Pure.
 * @param at the receipt's or the submission's time
 */
export function open(
  plan: CasePlan, decrees: readonly Decree[], application: Receipt | Submission, at: Instant, { simulated = false } = {},
): StepResult | { readonly state: null; readonly rejection: Rejection } {
  const repeats = repeatsOf(plan, application.form);
  const draft = newDraft(plan, calendarOf(decrees), null, at, { ...(application.chosen ? { chosen: application.chosen } : {}), ...(repeats ? { repeats } : {}) });
  try {
    const how = { engineVersion: ENGINE_VERSION, simulated, repeats };
    if ('origin' in application) submit(draft, application, how);
    else receive(draft, application, how);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { state: null, rejection: { code: error.code, params: error.params, allowed: [] } };
  }
  progress(draft);
  settleDeadlines(draft);
  return resultOf(draft, null);
}

/** The passing of time: settles whatever is due at `at`. Pure. */
export function tick(plan: CasePlan, calendar: Calendar, state: CaseState, at: Instant): StepResult {
  const draft = newDraft(plan, calendar, state, at);
  settleDeadlines(draft);
  return resultOf(draft, null);
}

/**
 * First settles every deadline due at or before `at`, then the command. Pure and total: whatever is sent as a command
 * gives an answer, and a rejected command changes nothing.
 */
export function step(plan: CasePlan, calendar: Calendar, state: CaseState, command: Command, at: Instant): StepResult {
  const draft = newDraft(plan, calendar, state, at);
  settleDeadlines(draft);
  const before = { current: draft.current, pinned: draft.pinned, plan: draft.plan, calendar: draft.calendar, changes: draft.changes.length };
  try {
    execute(draft, command);
    progress(draft);
    settleDeadlines(draft);
    return resultOf(draft, null);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    draft.current = before.current;
    draft.pinned = before.pinned;
    draft.plan = before.plan;
    draft.calendar = before.calendar;
    draft.changes.length = before.changes;
    const allowed = isCommand(command) && isActor(command.as) ? permitted(draft.plan, stateOf(draft), command.as, itemNamed(command)) : [];
    return resultOf(draft, { code: error.code, params: error.params, allowed: allowed.map((one) => one.do) });
  }
}

function resultOf(draft: Draft, rejection: Rejection | null): StepResult {
  const state = stateOf(draft);
  return { state, plan: draft.pinned, calendar: draft.calendar, changes: draft.changes, rejection, next: state.phase === 'archived' ? null : earliestDeadline(draft) };
}

function execute(draft: Draft, command: Command): void {
  const { phase } = stateOf(draft);
  if (phase === 'archived') throw new Refused('case.archived');
  if (!isCommand(command)) throw new Refused('command.argument', { path: 'id, do', problem: 'invalid', zhProblem: ARGUMENT_PROBLEM.invalid });
  const name: string = command.do;
  if (!Object.hasOwn(COMMANDS, name)) throw new Refused('command.unknown', { command: name });
  const row: CommandRow = COMMANDS[command.do];
  if (!isActor(command.as)) throw new Refused('command.argument', { path: 'as', problem: 'invalid', zhProblem: ARGUMENT_PROBLEM.invalid });
  if (!row.by.includes(command.as.role)) throw new Refused('command.wrongRole', { role: command.as.role, needed: row.by.join(', ') });
  const problem = checkArguments(row.with, command.with);
  if (problem) throw new Refused('command.argument', { ...problem, zhProblem: ARGUMENT_PROBLEM[problem.problem] });
  draft.actor = command.as;
  draft.commandId = command.id;
  if (command.as.role === 'applicant' || command.as.role === 'agent') requireApplicant(draft);
  if (!row.phases.includes(phase)) throw new Refused('command.notNow', { state: phase, when: noticeIssuedAt(stateOf(draft)) });
  (HANDLERS[command.do] as (draft: Draft, command: Command) => void)(draft, command);
}

const ARGUMENT_PROBLEM = { missing: '缺失', invalid: '不符合要求', unknown: '不是本操作的参数' } as const;

const HANDLERS: { readonly [N in CommandName]: (draft: Draft, command: CommandOf<N>) => void } = {
  submitDraft, giveConsent, answerPreReview, correctOnSpot, examine, confirm, return: returnProposal, recordService, answerDefect, recheck, withdrawItem, withdrawCase,
  startProcedure, endProcedure, reportPreliminary, consult, answerConsultation, acknowledgeSupervision, departmentResult, tellHearingRight, requestHearing, waiveHearing, recordHearing, recordSiteCheck, requestExtension, approveExtension, rejectExtension, proposeGrant, proposeRefusal,
  handOver, supplyDeferred, recordAfterCheck, rate, rectifyRating, complain, resolveComplaint, urge, answerUrge, stateOverdueReason, publishCalendar, migrate,
};

function isCommand(value: unknown): value is Pick<Command, 'id' | 'do'> {
  const command = value as Command | null;
  return typeof command === 'object' && command !== null && typeof command.id === 'string' && typeof command.do === 'string';
}

function isActor(value: unknown): value is Actor {
  const actor = value as Actor | null;
  return typeof actor === 'object' && actor !== null && typeof actor.id === 'string' && actor.id !== '' && typeof actor.name === 'string'
    && typeof actor.role === 'string' && (actor.department === undefined || typeof actor.department === 'string');
}

function itemNamed(command: Command): string | undefined {
  const args = command.with as { item?: unknown } | null | undefined;
  return typeof args?.item === 'string' ? args.item : undefined;
}
