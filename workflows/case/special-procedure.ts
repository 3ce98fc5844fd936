import type { CommandOf } from './command-table.ts';
import type { ItemState, Procedure } from './case-state.ts';
import { isRunning, newClock, read } from './clock.ts';
import { limitsInCase } from './commitment.ts';
import { type Draft, emit, itemOf, itemPlan, itemsOf, stateOf, today } from './draft.ts';
import { isHearingOpen } from './hearing.ts';
import { itemFor } from './item-event.ts';
import { IN_HANDLING } from './item-machine.ts';
import { issue, nextNumber } from './paper.ts';
import { localTime, type PlainDate } from './plain-date.ts';
import { Refused } from './refuse.ts';
import type { ItemPlan, ProcedurePlan } from './case-plan.ts';

/**
 * Starts a special procedure with its written notice, or renews the time told while it runs. The notice's day is the first
 * day that does not count, the day its end is recorded the first that counts again; neither is ever back-dated.
 * @see ALL art. 45
 */
export function startProcedure(draft: Draft, { with: args }: CommandOf<'startProcedure'>): void {
  const item = itemFor(draft, args.item);
  const plan = itemPlan(draft.plan, item.id);
  const procedure = procedureOf(plan, args.procedure);
  const open = item.procedures.find((one) => one.id === procedure.id && one.endedOn === null);
  if (item.state !== 'handling') throw new Refused('command.notNow', { state: item.state });
  const run = open?.run ?? item.procedures.filter((one) => one.id === procedure.id).length + 1;
  const clock = newClock({
    id: `procedure:${item.id}:${procedure.id}:${run}`, kind: 'procedure', item: item.id, department: item.department,
    dayZero: today(draft), limit: { length: args.days, unit: 'workingDay', basis: procedure.basis }, since: draft.now,
  });
  const document = nextNumber(stateOf(draft), 'specialProcedure');
  const told = open ? read(stateOf(draft).clocks[open.clock]!, draft.calendar, draft.plan.warningThreshold).dueOn : null;
  if (open) {
    const ranOutAt = stateOf(draft).clocks[open.clock]!.ranOutAt;
    if (ranOutAt !== null) throw new Refused('procedure.timeRanOut', { when: localTime(ranOutAt) });
    emit(draft, { kind: 'procedureRenewed', item: item.id, procedure: procedure.id, days: args.days, clock, document });
  } else {
    emit(draft, {
      kind: 'procedureStarted', item: item.id, procedure: procedure.id, run, procedureKind: procedure.kind, name: procedure.name,
      conductedBy: args.by, days: args.days, stopsClock: procedure.stopsClock ?? null, clock, document,
      suspends: procedure.stopsClock ? clocksToSuspend(draft, item, plan) : [],
      ...(procedure.intermediary ? { intermediary: procedure.intermediary } : {}),
    });
  }
  issueProcedureNotice(draft, item, procedure, args, open ? { startedOn: open.startedOn, told } : null);
}

/** Records the end. The clock goes on with the rest of this day. */
export function endProcedure(draft: Draft, { with: args }: CommandOf<'endProcedure'>): void {
  const item = itemFor(draft, args.item);
  const procedure = procedureOf(itemPlan(draft.plan, item.id), args.procedure);
  if (!item.procedures.some((one) => one.id === procedure.id && one.endedOn === null) || !IN_HANDLING.includes(item.state)) {
    throw new Refused('procedure.notOpen', { procedure: procedure.id });
  }
  emit(draft, { kind: 'procedureEnded', item: item.id, procedure: procedure.id, result: args.result, on: today(draft) });
}

/**
 * The joint clock stands still while some (or all) of the accepted, undecided items do. Compared after every change, from
 * the date the condition becomes true to the date it becomes false.
 */
export function settleJointClock(draft: Draft): void {
  const clock = stateOf(draft).clocks['joint'];
  if (!clock || !isRunning(clock)) return;
  const standing = clock.suspensions.some((suspension) => suspension.to === null);
  const because = suspendedItems(draft);
  if (!standing && because.length > 0) emit(draft, { kind: 'jointSuspended', from: today(draft), because: because.map((item) => item.id) });
  if (standing && because.length === 0) emit(draft, { kind: 'jointResumed', to: today(draft) });
}

function suspendedItems(draft: Draft): readonly ItemState[] {
  const undecided = itemsOf(draft).filter((item) => IN_HANDLING.includes(item.state));
  const suspended = undecided.filter(isSuspendedByLaw);
  switch (draft.plan.handling.jointClock) {
    case 'none':
      return [];
    case 'any':
      return suspended;
    case 'all': {
      const started = undecided.filter((item) => item.startedOn !== null);
      return started.length > 0 && suspended.length === started.length ? suspended : [];
    }
    default:
      return draft.plan.handling.jointClock satisfies never;
  }
}

function isSuspendedByLaw(item: ItemState): boolean {
  return isHearingOpen(item) || item.procedures.some((procedure: Procedure) => procedure.endedOn === null && procedure.stopsClock !== null);
}

/** A clock that has run out is not suspended any more: that would change nothing. */
export function clocksToSuspend(draft: Draft, item: ItemState, plan: ItemPlan): string[] {
  const { clocks } = stateOf(draft);
  const kinds = ['statutory', 'internal', ...(limitsInCase(stateOf(draft), plan).promised?.suspendedBy === 'procedures' ? ['promised'] : [])];
  return kinds.map((kind) => `${kind}:${item.id}`).filter((id) => clocks[id] && isRunning(clocks[id]));
}

function procedureOf(plan: ItemPlan, id: string): ProcedurePlan {
  const procedure = plan.procedures.find((one) => one.id === id);
  if (!procedure) {
    throw new Refused('procedure.unknown', { item: plan.id, procedure: id, procedures: plan.procedures.map((one) => one.id).join(', ') || '—' });
  }
  return procedure;
}

function issueProcedureNotice(
  draft: Draft, item: ItemState, procedure: ProcedurePlan, args: CommandOf<'startProcedure'>['with'],
  renews: { readonly startedOn: PlainDate; readonly told: PlainDate | null } | null,
): void {
  const { calendar, plan } = draft;
  const state = stateOf(draft);
  const clock = Object.values(state.clocks).findLast((one) => one.id.startsWith(`procedure:${item.id}:${procedure.id}:`))!;
  const expectedEndOn = read(clock, calendar, plan.warningThreshold).dueOn!;
  issue(draft, {
    kind: 'specialProcedure', item: itemOf(draft, item.id),
    basis: [procedure.basis, ...(procedure.stopsClock ? [procedure.stopsClock] : []), ...(procedure.intermediary ? [procedure.intermediary.basis] : [])],
    data: {
      procedure: procedure.name, procedureKind: procedure.kind, renewal: renews !== null, earlierEndOn: renews?.told ?? null,
      conductedBy: args.by, startsOn: renews?.startedOn ?? today(draft), days: args.days, counted: procedure.stopsClock === undefined,
      expectedEndOn, expectedDecisionOn: expectedDecisionOn(draft, item, expectedEndOn), acceptedOn: state.acceptance!.effectiveOn,
      ...(procedure.intermediary ? { intermediaryPaidBy: procedure.intermediary.paidBy } : {}),
    },
  });
}

/** By when the decision is to be expected if the procedure ends on the day told; null when the item's limits have run out. */
function expectedDecisionOn(draft: Draft, item: ItemState, endsOn: PlainDate): PlainDate | null {
  const { clocks } = stateOf(draft);
  const id = ['statutory', 'internal', 'promised'].map((kind) => `${kind}:${item.id}`).find((one) => clocks[one] && isRunning(clocks[one]));
  if (!id) return null;
  const clock = clocks[id]!;
  const suspensions = clock.suspensions.map((one) => (one.to === null ? { ...one, to: endsOn } : one));
  return read({ ...clock, suspensions }, draft.calendar, draft.plan.warningThreshold).dueOn;
}
