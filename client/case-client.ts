import { randomUUID } from 'node:crypto';
import {
  ApplicationFailure, type Client, QueryNotRegisteredError, WorkflowExecutionAlreadyStartedError, WorkflowFailedError, WorkflowNotFoundError, WorkflowUpdateFailedError, WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { defineSearchAttributeKey, SearchAttributeType, TypedSearchAttributes } from '@temporalio/common';
import { applyExport, applyOpening, calendarAt, planOf, registerCalendar, registerPlan, settleWithChanges } from '../store/apply-changes.ts';
import { currentCalendarHash } from '../store/current-calendar.ts';
import { type KnownCommand, type LoggedCommand, logSent, nextCaseNumber, renumber, settleCommand, unsettled } from '../store/command-log.ts';
import type { Database, Store } from '../store/open-store.ts';
import { isOneDay, plansAround } from '../store/registry/plan-in-force.ts';
import type { Calendar, Decree } from '../workflows/case/calendar.ts';
import type { CasePlan } from '../workflows/case/case-plan.ts';
import { planOfCase } from '../workflows/case/plan-of-case.ts';
import type { Change } from '../workflows/case/case-change.ts';
import type { CaseState } from '../workflows/case/case-state.ts';
import type { Command } from '../workflows/case/command-table.ts';
import { dateOf, type Instant } from '../workflows/case/plain-date.ts';
import type { Receipt } from '../workflows/case/receipt.ts';
import type { Submission } from '../workflows/case/pre-review.ts';
import { type Rejection } from '../workflows/case/rejection.ts';
import { open } from '../workflows/case/step.ts';
import { type CaseExport, type CaseInput, CHANGES_QUERY, type ChangesAfter, COMMAND_UPDATE, type CommandOutcome, EXPORT_QUERY, type Simulation } from '../workflows/case-protocol.ts';
import { ClientError } from './client-error.ts';
import { type AskedPlan, planFor, planTaken } from './plan-of-receipt.ts';

export interface CaseClientOptions {
  readonly temporal: Client;
  readonly store: Store;
  readonly taskQueue: string;
  /** How long a command waits for the worker before it is left to the reconciler. Milliseconds. */
  readonly patience?: number;
}

/** A receipt before it has a number, and the plan it is received under. */
export interface Application extends Omit<Receipt, 'caseNo'>, Beginning {}

/** A draft before it has a number, and the plan it is submitted under. */
export interface OnlineApplication extends Omit<Submission, 'caseNo' | 'origin'>, Beginning {}

interface Beginning {
  readonly plan: AskedPlan;
  /** Same id, same case: a double click starts one. */
  readonly commandId?: string;
  readonly simulation?: Simulation;
  readonly commandsPerRun?: number;
  /** Only with a simulation: other decrees than those in force. */
  readonly decrees?: readonly Decree[];
}

export type GivenCommand = Omit<Command, 'id'> & { readonly id?: string };

export type Outcome =
  | { readonly ok: true; readonly caseNo: string; readonly changes: readonly Change[] }
  | { readonly ok: false; readonly caseNo: string; readonly rejection: Rejection };

export interface CaseView {
  readonly plan: CasePlan;
  readonly calendar: Calendar;
  readonly state: CaseState;
}

/** What a case begins with, as the command log keeps it. */
type OpeningBody = Pick<CaseInput, 'simulation' | 'commandsPerRun'> & ({ readonly receipt: Receipt } | { readonly draft: Submission }) & {
  /** Under what was valid when it was written down; looked up anew if it is sent on another day. */
  readonly service?: string;
  readonly planHash: string;
  readonly calendarHash: string;
};

const COMMANDS_PER_RUN = 1_500;
const caseService = defineSearchAttributeKey('CaseService', SearchAttributeType.KEYWORD);
const casePhase = defineSearchAttributeKey('CasePhase', SearchAttributeType.KEYWORD);
const regionKey = defineSearchAttributeKey('Region', SearchAttributeType.KEYWORD);

/**
 * The only writer of commands. Each is written to the store as *sent*, sent to Temporal, and, once its outcome is history,
 * settled and applied in one transaction: the store never shows what Temporal has not committed.
 */
export class CaseClient {
  readonly #options: CaseClientOptions;
  readonly #registered = new Set<string>();

  constructor(options: CaseClientOptions) {
    this.#options = options;
  }

  get store(): Store {
    return this.#options.store;
  }

  /** Receives a case at the window. Refused, with the field's path, before anything is started. */
  async receive(application: Application): Promise<Outcome> {
    return this.#begin(application, 'receive', (numbered) => ({ receipt: numbered as Receipt }));
  }

  /** Takes an application in that the applicant, or his agent, submits online: the case begins with its pre-review. */
  async submit(application: OnlineApplication): Promise<Outcome> {
    return this.#begin(application, 'submitDraft', (numbered) => ({ draft: { ...numbered, origin: 'online' } }));
  }

  async #begin(
    application: Application | OnlineApplication, name: string,
    opening: (numbered: Omit<Receipt | Submission, 'origin'>) => { readonly receipt: Receipt } | { readonly draft: Submission },
  ): Promise<Outcome> {
    const { plan: asked, commandId = randomUUID(), simulation = null, commandsPerRun = COMMANDS_PER_RUN, decrees: given, ...said } = application;
    const at = (simulation?.receivedAt ?? Date.now()) as Instant;
    const plan = await reachStore(() => planFor(this.store.db, asked, dateOf(at)));
    const { calendarHash, decrees } = await reachStore(() => this.#calendar(given));
    const trial = open(plan, decrees, applicationOf(opening({ ...said, caseNo: '—' })), at);
    const caseNo = trial.rejection ? '—' : await reachStore(() => nextCaseNumber(this.store.db, said.region, dateOf(at)));
    const body: OpeningBody = {
      ...('inForce' in asked ? { service: asked.inForce } : {}), planHash: await this.#register(plan), calendarHash,
      ...opening({ ...said, caseNo, commandId }), simulation, commandsPerRun,
    };
    const logged: LoggedCommand = { id: commandId, caseNo, name, actor: said.by, body, sentAt: Date.now() };
    const known = await reachStore(() => logSent(this.store.db, logged, { opensCase: true }));
    if (known === 'caseUnknown') throw new Error(`${caseNo}: what begins a case needs none`);
    if (known && known.status !== 'sent') return this.#settledBefore(commandId, known);
    if (known) return this.#start({ ...logged, caseNo: known.caseNo, body: known.body });
    if (trial.rejection) {
      const { rejection } = trial;
      await this.store.db.transaction().execute((tx) => settleCommand(tx, commandId, rejection));
      return { ok: false, caseNo, rejection };
    }
    return this.#start(logged);
  }

  /** Gives a command to a running case. */
  async command(caseNo: string, given: GivenCommand): Promise<Outcome> {
    const command = { ...given, id: given.id ?? randomUUID() } as Command;
    // The store reads a case by the plan it has come to.
    if (command.do === 'migrate') await this.#register(command.with.plan);
    const logged: LoggedCommand = { id: command.id, caseNo, name: command.do, actor: command.as, body: command, sentAt: Date.now() };
    const before = await reachStore(() => logSent(this.store.db, logged));
    if (before === 'caseUnknown') throw new ClientError('case.unknown', { caseNo });
    if (before && before.status !== 'sent') return this.#settledBefore(command.id, before);
    return this.#send(before ? { ...logged, caseNo: before.caseNo, body: before.body } : logged);
  }

  /** A case as the store has it: plan, calendar and state. */
  async view(caseNo: string): Promise<CaseView> {
    const { db } = this.store;
    const row = await reachStore(() => db.selectFrom('case_record').select(['plan_hash', 'calendar_hash', 'state']).where('case_no', '=', caseNo).executeTakeFirst());
    if (!row) throw new ClientError('case.unknown', { caseNo });
    const state = row.state as CaseState;
    return { plan: planOfCase(await planOf(db, row.plan_hash), state), calendar: await calendarAt(db, row.calendar_hash), state };
  }

  /** Everything about a case, from the case itself. */
  async export(caseNo: string): Promise<CaseExport> {
    try {
      return await this.#options.temporal.workflow.getHandle(caseNo).query<CaseExport>(EXPORT_QUERY);
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) throw new ClientError('case.unknown', { caseNo });
      throw error;
    }
  }

  /** Brings the store's copy of one case up to date from the case itself. */
  async refresh(caseNo: string): Promise<void> {
    const exported = await this.export(caseNo);
    await this.store.db.transaction().execute((tx) => applyExport(tx, exported));
  }

  /**
   * Finishes what a killed client left behind: commands still *sent* are sent again with the same id, so they have the
   * same outcome, and cases with a gap in their changes are filled from the case itself.
   * @returns how many commands were settled and gaps filled
   */
  async reconcile({ olderThan = 15_000 }: { olderThan?: number } = {}): Promise<{ settled: number; filled: number }> {
    let settled = 0;
    const failures: unknown[] = [];
    for (const logged of await unsettled(this.store.db, Date.now() - olderThan)) {
      try {
        await (opensCase(logged) ? this.#start(logged) : this.#send(logged));
        settled += 1;
      } catch (error) {
        // One that cannot be settled now must not keep the others waiting.
        failures.push(error);
      }
    }
    const gaps = await this.store.db.selectFrom('case_record').select('case_no').where('has_gap', '=', true).limit(100).execute();
    for (const { case_no: caseNo } of gaps) await this.refresh(caseNo);
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} commands could not be settled yet: ${String(failures[0])}`);
    return { settled, filled: gaps.length };
  }

  /**
   * The plan to start a case with, and near a midnight at which another is in force the other too: the case dates its receipt
   * itself. What was written down on another day, when nobody answered, is received under what is in force now.
   */
  async #plansAtStart({ planHash, service, simulation }: OpeningBody, sentAt: number): Promise<Pick<CaseInput, 'plan' | 'successor'>> {
    const { db } = this.store;
    const now = Date.now() as Instant;
    if (service === undefined || simulation || isOneDay(sentAt as Instant, now)) return { plan: await planOf(db, planHash) };
    const { plan, successor } = await plansAround(db, service, now);
    if (plan) await this.#register(plan);
    if (successor) await this.#register(successor.plan);
    return { plan: plan ?? (await planOf(db, planHash)), ...(successor ? { successor } : {}) };
  }

  /** Plans and calendars are kept once, by their hash; a command names them. */
  async #register(plan: CasePlan): Promise<string> {
    if (!this.#registered.has(plan.hash)) await reachStore(() => registerPlan(this.store.db, plan));
    this.#registered.add(plan.hash);
    return plan.hash;
  }

  async #calendar(given: readonly Decree[] | undefined): Promise<{ calendarHash: string; decrees: readonly Decree[] }> {
    const { db } = this.store;
    const calendarHash = (given === undefined ? await currentCalendarHash(db) : null) ?? (await registerCalendar(db, given ?? []));
    return { calendarHash, decrees: (await calendarAt(db, calendarHash)).decrees };
  }

  /** The same id again, after the outcome is known: told once more, done once. */
  async #settledBefore(id: string, { caseNo, rejection }: KnownCommand): Promise<Outcome> {
    if (rejection) return { ok: false, caseNo, rejection };
    const rows = await this.store.db.selectFrom('case_change').select('change').where('case_no', '=', caseNo).orderBy('seq').execute();
    return { ok: true, caseNo, changes: rows.map((row) => row.change as Change).filter((change) => change.commandId === id) };
  }

  async #start(logged: LoggedCommand): Promise<Outcome> {
    const { caseNo } = logged;
    const { planHash: _, service: __, calendarHash, ...body } = logged.body as OpeningBody;
    const [plans, calendar] = await reachStore(() => Promise.all([this.#plansAtStart(logged.body as OpeningBody, logged.sentAt), calendarAt(this.store.db, calendarHash)]));
    const common = { ...plans, decrees: calendar.decrees, carried: null };
    const input: CaseInput = 'draft' in body ? { ...body, origin: 'online', ...common } : { ...body, origin: 'window', ...common };
    try {
      await this.#inTime(() => this.#options.temporal.workflow.start(input.plan.service.code, {
        taskQueue: this.#options.taskQueue, workflowId: caseNo, workflowIdReusePolicy: 'REJECT_DUPLICATE', workflowIdConflictPolicy: 'USE_EXISTING',
        args: [input], memo: { commandId: logged.id },
        typedSearchAttributes: new TypedSearchAttributes([
          { key: caseService, value: input.plan.service.code }, { key: casePhase, value: input.origin === 'online' ? 'preReview' : 'examination' },
          { key: regionKey, value: applicationOf(body).region },
        ]),
      }));
    } catch (error) {
      // Started before by this very command, and already over: what there is to know is in its export.
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw unreachable(error);
    }
    const opened = await this.#inTime(() => this.#opened(caseNo));
    // A store that was lost and restored may give a number twice. Whose case it is, the case says itself.
    if (opened.receivedBy !== logged.id) return this.#startUnderNextNumber(logged);
    const { rejection, changes } = opened;
    await this.#record((db) => db.transaction().execute(async (tx) => {
      if (!rejection) await applyOpening(tx, { caseNo, plan: await planTaken(tx, changes, input), calendar, calendarHash, changes });
      await settleCommand(tx, logged.id, rejection);
    }));
    return rejection ? { ok: false, caseNo, rejection } : { ok: true, caseNo, changes };
  }

  /** What a case began with. One that refused its own receipt has failed at once: it has no changes, but a reason. */
  async #opened(caseNo: string): Promise<ChangesAfter & { rejection: Rejection | null }> {
    const handle = this.#options.temporal.workflow.getHandle(caseNo);
    try {
      return { ...(await handle.query<ChangesAfter, [number]>(CHANGES_QUERY, 0)), rejection: null };
    } catch (error) {
      if (!(error instanceof QueryNotRegisteredError)) throw unreachable(error);
      const { memo, status } = await handle.describe();
      // A worker of another version may not know the query. Waiting for a running case to end would be waiting for weeks.
      if (status.name === 'RUNNING') throw new ClientError('command.pending', {}, error);
      const failed = await handle.result().then(() => error, (cause: unknown) => cause);
      const rejection = failed instanceof WorkflowFailedError ? detailsOf(failed.cause) : null;
      if (!rejection) throw error;
      return { receivedBy: (memo?.['commandId'] as string | undefined) ?? null, changes: [], rejection };
    }
  }

  async #startUnderNextNumber(logged: LoggedCommand): Promise<Outcome> {
    const before = logged.body as OpeningBody;
    const caseNo = await reachStore(() => nextCaseNumber(this.store.db, applicationOf(before).region, logged.caseNo.split('-')[1]!));
    const body = 'draft' in before ? { ...before, draft: { ...before.draft, caseNo } } : { ...before, receipt: { ...before.receipt, caseNo } };
    await reachStore(() => renumber(this.store.db, logged.id, caseNo, body));
    return this.#start({ ...logged, caseNo, body });
  }

  async #send(logged: LoggedCommand): Promise<Outcome> {
    const { caseNo } = logged;
    const { outcome, rejection } = await this.#update(logged);
    if (rejection) {
      await this.#record((db) => settleCommand(db, logged.id, rejection));
      return { ok: false, caseNo, rejection };
    }
    const { changes } = outcome!;
    await this.#record((db) => settleWithChanges(db, logged.id, caseNo, changes));
    return { ok: true, caseNo, changes };
  }

  /** Records an outcome that is history already: if the store is away now, the reconciler records it later. */
  async #record(write: (db: Database) => Promise<void>): Promise<void> {
    try {
      await reachStore(() => write(this.store.db));
    } catch (error) {
      throw error instanceof ClientError ? new ClientError('command.pending', {}, error) : error;
    }
  }

  async #inTime<T>(call: () => Promise<T>): Promise<T> {
    const { temporal, patience = 30_000 } = this.#options;
    return temporal.withDeadline(Date.now() + patience, call);
  }

  async #update({ caseNo, id, body }: LoggedCommand): Promise<{ outcome: CommandOutcome | null; rejection: Rejection | null }> {
    try {
      const update = () => this.#options.temporal.workflow.getHandle(caseNo).executeUpdate<CommandOutcome, [Command]>(COMMAND_UPDATE, { updateId: id, args: [body as Command] });
      return { outcome: await this.#inTime(update), rejection: null };
    } catch (error) {
      const rejection = rejectionOf(error);
      if (rejection) return { outcome: null, rejection };
      if (error instanceof WorkflowNotFoundError) return { outcome: null, rejection: { code: 'case.archived', params: {}, allowed: [] } };
      throw unreachable(error);
    }
  }
}

function applicationOf(opening: { readonly receipt: Receipt } | { readonly draft: Submission }): Receipt | Submission {
  return 'draft' in opening ? opening.draft : opening.receipt;
}

/** A receipt or a first draft, as opposed to a command to a running case. */
function opensCase({ body }: LoggedCommand): boolean {
  return 'planHash' in (body as object);
}

/** A refusal that is history, as opposed to a failure to reach anything. */
function rejectionOf(error: unknown): Rejection | null {
  return error instanceof WorkflowUpdateFailedError ? detailsOf(error.cause) : null;
}

function detailsOf(cause: unknown): Rejection | null {
  if (!(cause instanceof ApplicationFailure)) return null;
  const [rejection] = (cause.details ?? []) as [Rejection?];
  return rejection ?? { code: 'engine.defect', params: { message: cause.message }, allowed: [] };
}

function unreachable(error: unknown): unknown {
  return error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || isServiceError(error) ? new ClientError('command.pending', {}, error) : error;
}

function isServiceError(error: unknown): boolean {
  return (error as { name?: string }).name === 'ServiceError';
}

/** Class 08 and 57P are connection failures and shutdowns of PostgreSQL, the others the socket's own. */
async function reachStore<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code = '', message = '' } = error as { code?: string; message?: string };
    if (/^(08|57P)|^E(CONN|PIPE|TIMEDOUT|NOENT)/.test(code) || /timeout|terminated|closed|not queryable/i.test(message)) throw new ClientError('store.unavailable', {}, error);
    throw error;
  }
}
