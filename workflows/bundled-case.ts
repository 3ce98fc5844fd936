import {
  allHandlersFinished, ApplicationFailure, CancellationScope, condition, continueAsNew, defineQuery, defineUpdate, proxyActivities,
  setHandler, sleep, upsertSearchAttributes, workflowInfo,
} from '@temporalio/workflow';
import { calendarOf } from './case/calendar.ts';
import type { Change } from './case/case-change.ts';
import type { CaseState } from './case/case-state.ts';
import type { Command } from './case/command-table.ts';
import { evolve } from './case/evolve.ts';
import { dateOf, type Instant } from './case/plain-date.ts';
import { type Rejection, sentenceOf } from './case/rejection.ts';
import { open, step, type StepResult, tick } from './case/step.ts';
import {
  type CaseActivities, type CaseExport, type CaseInput, CHANGES_QUERY, type ChangesAfter, COMMAND_UPDATE, type CommandOutcome, EXPORT_QUERY, type HandledCommand,
} from './case-protocol.ts';

const commandUpdate = defineUpdate<CommandOutcome, [Command]>(COMMAND_UPDATE);
const exportQuery = defineQuery<CaseExport>(EXPORT_QUERY);
const changesQuery = defineQuery<ChangesAfter, [number]>(CHANGES_QUERY);

const activities = proxyActivities<CaseActivities>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
});

/** Outcomes remembered across runs. A retry comes within seconds; this many commands is days of a busy case. */
const REMEMBERED = 200;

/**
 * The Temporal shell around the pure core, served for every service under the service's own name. It receives updates,
 * runs `step`, keeps one timer and tells the store what the case did by itself. It decides nothing.
 *
 * Numbered contract of a run:
 * 1. The handler never awaits: a command is one uninterrupted step, and commands are handled in the order of history.
 * 2. `at` is the workflow's own time, so a replay sees the same instants.
 * 3. One timer, for the earliest deadline; re-armed only when an earlier one appears. One that fires early looks again.
 * 4. Changes the case made by itself go out by `project`, one batch at a time, in order.
 * 5. A run ends by archiving, or continues as new when nothing is under way; the changes go with it.
 * 6. The plan is the one valid on the day of the receipt, chosen once, in the first run.
 */
export async function bundledCase(input: CaseInput): Promise<{ caseNo: string; hash: string }> {
  const { successor, ...pinned } = input;
  const { simulation } = input;
  const application = input.origin === 'online' ? input.draft : input.receipt;
  const { caseNo } = application;
  const at = () => (Date.now() + (simulation?.offset ?? 0)) as Instant;
  const receivedAt = (simulation?.receivedAt ?? at()) as Instant;
  let plan = successor && dateOf(receivedAt) >= successor.validFrom ? successor.plan : input.plan;
  const changes: Change[] = [];
  const handled = new Map<string, HandledCommand>();
  let calendar = calendarOf(input.carried?.decrees ?? input.decrees);
  let state: CaseState;
  let next = null as StepResult['next'];
  let projected = input.carried?.projected ?? 0;
  const unprojected: Change[] = [];

  const take = (result: StepResult): StepResult => {
    ({ state, plan, calendar, next } = result);
    changes.push(...result.changes);
    return result;
  };
  const takeBySelf = (result: StepResult): void => {
    unprojected.push(...take(result).changes);
  };

  if (input.carried) {
    for (const one of input.carried.handled) handled.set(one.id, one);
    changes.push(...input.carried.changes);
    state = changes.reduce<CaseState | null>(evolve, null)!;
    takeBySelf(tick(plan, calendar, state, at()));
  } else {
    const opened = open(plan, input.decrees, application, receivedAt, { simulated: simulation !== null });
    if (opened.state === null) throw failure(opened.rejection);
    take(opened);
    for (const past of simulation?.prehistory ?? []) {
      const result = take(step(plan, calendar, state!, past.command, past.at as Instant));
      if (result.rejection) throw failure(result.rejection);
    }
    if (simulation) take(tick(plan, calendar, state!, at()));
  }

  let received = 0;
  setHandler(commandUpdate, (command) => {
    const known = handled.get(command.id);
    if (known) return outcomeOf(known);
    received += 1;
    const firstSeq = state.seq + 1;
    const phase = state.phase;
    const result = take(stepOrDefect(plan, calendar, state, command, at()));
    const outcome: HandledCommand = { id: command.id, firstSeq, lastSeq: state.seq, rejection: result.rejection };
    handled.set(command.id, outcome);
    if (handled.size > REMEMBERED) handled.delete(handled.keys().next().value!);
    if (result.rejection) unprojected.push(...result.changes);
    showPhase(phase);
    return outcomeOf(outcome);
  }, { validator: refuseMalformed });

  setHandler(exportQuery, () => ({ caseNo, plan, decrees: calendar.decrees, state, changes }));
  setHandler(changesQuery, (seq) => ({ receivedBy: application.commandId ?? null, changes: changes.slice(seq) }));

  const outcomeOf = (one: HandledCommand): CommandOutcome => {
    if (one.rejection) throw failure(one.rejection);
    return { seq: one.lastSeq, changes: changes.slice(one.firstSeq - 1, one.lastSeq) };
  };

  let shown = input.origin === 'online' ? 'preReview' : 'examination';
  const showPhase = (before: string): void => {
    if (state.phase === before || state.phase === shown) return;
    shown = state.phase;
    upsertSearchAttributes({ CasePhase: [state.phase] });
  };
  showPhase('');

  const timer = oneTimer(at);
  const runIsLong = () => received >= input.commandsPerRun || workflowInfo().continueAsNewSuggested;
  for (;;) {
    if (next && next.dueAt <= at()) {
      const phase = state!.phase;
      takeBySelf(tick(plan, calendar, state!, at()));
      showPhase(phase);
    }
    if (unprojected.length > 0) {
      const batch = unprojected.splice(0);
      await activities.project({ caseNo, changes: batch });
      projected = batch.at(-1)!.seq;
      continue;
    }
    if (state!.phase === 'archived') break;
    if (runIsLong() && allHandlersFinished()) {
      timer.cancel();
      await continueAsNew<typeof bundledCase>({
        ...pinned, plan, carried: { decrees: calendar.decrees, changes, handled: [...handled.values()], projected },
      });
    }
    timer.arm(next?.dueAt ?? null);
    // Most commands leave nothing to do here: waking up for each of them would cost as much as the command itself.
    await condition(() => timer.fired() || timer.comesTooLate(next?.dueAt ?? null) || unprojected.length > 0 || state.phase === 'archived' || runIsLong());
  }
  await condition(allHandlersFinished);
  const { hash } = await activities.archive({ caseNo, plan, decrees: calendar.decrees, state: state!, changes });
  return { caseNo, hash };
}

export function failure(rejection: Rejection): ApplicationFailure {
  const { zh, en } = sentenceOf(rejection);
  return ApplicationFailure.create({ type: rejection.code, message: `${zh} ${en}`, nonRetryable: true, details: [rejection] });
}

/** A defect in the core fails the one command, not the workflow's task: that would be tried again for ever. */
const stepOrDefect: typeof step = (...args) => {
  try {
    return step(...args);
  } catch (error) {
    throw failure({ code: 'engine.defect', params: { message: String(error) }, allowed: [] });
  }
};

/** What is not even a command never reaches history. Must not throw anything but a failure, nor wait. */
function refuseMalformed(command: unknown): void {
  const given = command as Partial<Command> | null;
  if (typeof given !== 'object' || given === null || typeof given.id !== 'string' || given.id === '' || typeof given.do !== 'string') {
    throw failure({ code: 'command.malformed', params: {}, allowed: [] });
  }
}

/** A timer for an instant, of which there is at most one running. */
function oneTimer(at: () => Instant) {
  let armed: { at: Instant; scope: CancellationScope } | null = null;
  let done = false;
  const comesTooLate = (dueAt: Instant | null): dueAt is Instant => dueAt !== null && (!armed || armed.at > dueAt);
  return {
    arm(dueAt: Instant | null): void {
      done = false;
      if (!comesTooLate(dueAt)) return;
      armed?.scope.cancel();
      const scope = new CancellationScope();
      const mine = { at: dueAt, scope };
      armed = mine;
      const rest = Math.max(dueAt - at(), 1);
      scope.run(() => sleep(rest)).then(
        () => {
          if (armed === mine) armed = null;
          done = true;
        },
        () => undefined, // cancelled: an earlier deadline took its place
      );
    },
    fired: () => done,
    comesTooLate,
    cancel: () => armed?.scope.cancel(),
  };
}
