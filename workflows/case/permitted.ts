import type { Actor } from './actor.ts';
import { awaitsAfterCheck } from './after-check.ts';
import { awaitsRectification, isOpenComplaint } from './aftercare.ts';
import type { CasePlan, ExtensionRule, ItemId, ItemPlan } from './case-plan.ts';
import type { CaseState, Extension, ItemState } from './case-state.ts';
import { type Clock, isRunning } from './clock.ts';
import { type CommandName, type CommandRow, COMMANDS } from './command-table.ts';
import { openConsultations } from './consultation.ts';
import { isItsSystem } from './department-result.ts';
import { awaitsDeferred, openDeferred } from './deferred.ts';
import { isChair, isHeard, mayAskForHearing, stageOf } from './hearing.ts';
import { isHisItem } from './item-event.ts';
import { FINAL, IN_HANDLING, type ItemEvent, moveItem } from './item-machine.ts';
import { mayAcknowledge } from './linkage.ts';
import { mayReport } from './preliminary.ts';
import { owns } from './supervision.ts';

export interface Permitted {
  readonly do: CommandName;
  /** The item it is about; null for a command about the case. */
  readonly item: ItemId | null;
}

/**
 * What this person may do now: every command of his role in this phase that concerns the case, and once for each item of
 * which the statechart has an answer. The command itself may still be refused for what it says (a missing reason, a limit too long).
 */
export function permitted(plan: CasePlan, state: CaseState, actor: Actor, item?: ItemId): Permitted[] {
  const result: Permitted[] = [];
  for (const [name, row] of Object.entries(COMMANDS) as [CommandName, CommandRow][]) {
    if (!row.by.includes(actor.role) || !row.phases.includes(state.phase) || !isHisCase(state, actor)) continue;
    if (ON_CASE[name]?.({ plan, state, actor })) result.push({ do: name, item: null });
    const onItem = ON_ITEM[name];
    if (!onItem) continue;
    for (const one of Object.values(state.items)) {
      if (item !== undefined && one.id !== item) continue;
      if ((ELSEWHERE.includes(name) || isHisItem(actor, one)) && onItem({ plan, state, actor, item: one })) result.push({ do: name, item: one.id });
    }
  }
  return result;
}

interface OnCase {
  readonly plan: CasePlan;
  readonly state: CaseState;
  readonly actor: Actor;
}

interface OnItem extends OnCase {
  readonly item: ItemState;
}

const always = () => true;

/** Commands that may concern the case as a whole. */
const ON_CASE: { readonly [N in CommandName]?: (asked: OnCase) => boolean } = {
  submitDraft: always,
  giveConsent: ({ state, actor }) => (state.consents ?? []).some((one) => one.person === actor.id && one.said === null),
  answerPreReview: ({ state }) => state.preReview?.answer === null,
  correctOnSpot: always,
  answerDefect: always,
  withdrawCase: always,
  urge: always,
  publishCalendar: always,
  migrate: ({ state }) => state.phase !== 'closed',
  supplyDeferred: ({ state }) => openDeferred(state).length > 0,
  rate: ({ state }) => state.rating === null && state.clocks['ratingWindow']?.stoppedAt === null,
  rectifyRating: ({ state }) => awaitsRectification(state),
  complain: always,
  resolveComplaint: ({ state }) => state.complaints.some(isOpenComplaint),
  requestExtension: (asked) => mayRequest(joint(asked)),
  approveExtension: (asked) => mayDecide(joint(asked), asked.actor),
  rejectExtension: (asked) => mayDecide(joint(asked), asked.actor),
  recordService: ({ state }) =>
    (state.notice !== null && state.notice.servedOn === null)
    || Object.values(state.items).some((one) => one.delivery !== null && one.delivery.servedOn === null),
  answerConsultation: ({ state, actor }) => openConsultations(state).some((one) => one.department === actor.department),
  answerUrge: ({ state, actor }) => state.urges.some((one) => one.answer === null && owns(actor, one.department)),
  stateOverdueReason: ({ state, actor }) => Object.values(state.clocks).some((clock) => clock.ranOutAt !== null && owns(actor, clock.department)),
};

/** Commands of another department than the item's: whose they are they ask themselves. */
const ELSEWHERE: readonly CommandName[] = ['reportPreliminary', 'acknowledgeSupervision'];

/** Commands about one item. */
const ON_ITEM: { readonly [N in CommandName]?: (asked: OnItem) => boolean } = {
  examine: ({ item }) => moves(item, { type: 'examineComplete' }),
  confirm: ({ item, actor }) => !isChair(item, actor.id) && moves(item, { type: 'confirm', secondPerson: item.proposedBy?.id !== actor.id }),
  return: ({ item, actor }) => moves(item, { type: 'return', secondPerson: item.proposedBy?.id !== actor.id, blocked: item.blockedBy.length > 0 }),
  recheck: ({ item }) => moves(item, { type: 'recheckUnsatisfied' }) || moves(item, { type: 'recheckSatisfied' }),
  tellHearingRight: ({ item }) =>
    inHand(item) && item.hearing?.held === 'onRequest' && item.hearing.since === null && item.hearing.minutes === null,
  requestHearing: mayUseRight,
  waiveHearing: mayUseRight,
  recordHearing: ({ item }) => IN_HANDLING.includes(item.state) && item.hearing !== undefined && stageOf(item.hearing) === 'toBeHeld',
  recordSiteCheck: ({ item }) => item.state === 'handling' && item.siteChecks !== undefined,
  withdrawItem: ({ item }) => moves(item, { type: 'withdraw' }),
  startProcedure: ({ plan, state, item }) =>
    item.state === 'handling' && itemPlanOf(plan, item).procedures.some((one) => !hasRunOut(state, item, one.id)),
  endProcedure: ({ item }) => IN_HANDLING.includes(item.state) && openProcedure(item),
  acknowledgeSupervision: ({ actor, item }) => mayAcknowledge(actor, item),
  departmentResult: ({ plan, state, item, actor }) => isItsSystem(actor, itemPlanOf(plan, item)) && mayPropose(item, actor) && (
    moves(item, { type: 'proposeRefusal', procedureOpen: openProcedure(item) })
    || (moves(item, { type: 'proposeGrant', procedureOpen: openProcedure(item), reviewerDecides: false }) && item.siteChecks?.length !== 0 && !awaitsDeferred(state, item.id))),
  consult: ({ plan, item }) => plan.consultation !== undefined && item.state === 'handling' && plan.departments.some((one) => one.id !== item.department),
  reportPreliminary: ({ actor, item }) => mayReport(actor, item),
  requestExtension: (asked) => mayRequest(statutory(asked)),
  approveExtension: (asked) => mayDecide(statutory(asked), asked.actor),
  rejectExtension: (asked) => mayDecide(statutory(asked), asked.actor),
  proposeGrant: ({ state, item, actor }) =>
    mayPropose(item, actor) && item.siteChecks?.length !== 0 && moves(item, { type: 'proposeGrant', procedureOpen: openProcedure(item), reviewerDecides: false }) && !awaitsDeferred(state, item.id),
  proposeRefusal: ({ item, actor }) => mayPropose(item, actor) && moves(item, { type: 'proposeRefusal', procedureOpen: openProcedure(item) }),
  handOver: ({ state, item }) => item.state === 'granted' && !item.delivery && (state.phase === 'delivery' || item.handOverAlone),
  recordAfterCheck: ({ state, item }) => awaitsAfterCheck(state, item.id),
  urge: ({ item }) => !FINAL.includes(item.state),
  complain: always,
};

function moves(item: ItemState, event: ItemEvent): boolean {
  return 'to' in moveItem(item.state, event);
}

const inHand = ({ state }: ItemState) => state === 'handling' || state === 'blocked';

function mayPropose(item: ItemState, { id }: Actor): boolean {
  return isHeard(item) && !isChair(item, id);
}

/** Applicant and interested parties use their own right, the window takes in what any of them hands in. */
function mayUseRight({ state, item, actor: { role, id } }: OnItem): boolean {
  if (FINAL.includes(item.state)) return false;
  const persons = mayAskForHearing(item);
  return role === 'clerk' ? persons.length > 0 : persons.includes(role === 'interestedParty' ? id : state.applicant.id);
}

function openProcedure(item: ItemState): boolean {
  return item.procedures.some((one) => one.endedOn === null);
}

/** The time told for a running procedure is over: it can be ended, but not told anew. */
function hasRunOut(state: CaseState, item: ItemState, procedure: string): boolean {
  return item.procedures.some((one) => one.id === procedure && one.endedOn === null && state.clocks[one.clock]!.ranOutAt !== null);
}

interface Extendable {
  readonly clock: Clock | undefined;
  readonly rule: ExtensionRule | null;
  readonly extension: Extension | undefined;
}

function joint({ plan, state }: OnCase): Extendable {
  return { clock: state.clocks['joint'], rule: plan.joint?.extension ?? null, extension: state.extensions['joint'] };
}

function statutory({ plan, state, item }: OnItem): Extendable {
  const id = `statutory:${item.id}`;
  return { clock: state.clocks[id], rule: itemPlanOf(plan, item).limits.statutory?.extension ?? null, extension: state.extensions[id] };
}

function mayRequest({ clock, rule, extension }: Extendable): boolean {
  return clock !== undefined && isRunning(clock) && rule !== null && (extension === undefined || extension.state === 'rejected');
}

function mayDecide({ clock, rule, extension }: Extendable, actor: Actor): boolean {
  return clock !== undefined && isRunning(clock) && rule?.by === actor.role && extension?.state === 'requested';
}

function itemPlanOf(plan: CasePlan, item: ItemState): ItemPlan {
  return plan.items.find((one) => one.id === item.id)!;
}

function isHisCase(state: CaseState, actor: Actor): boolean {
  if (actor.role === 'furtherPerson') return (state.consents ?? []).some((one) => one.person === actor.id);
  if (actor.role === 'applicant') return actor.id === state.applicant.id;
  if (actor.role === 'interestedParty') return Object.values(state.items).some((item) => item.hearing?.parties.some((one) => one.id === actor.id));
  return actor.role !== 'agent' || actor.id === state.agent?.id;
}
