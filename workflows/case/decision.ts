import type { Actor } from './actor.ts';
import type { CommandOf } from './command-table.ts';
import type { ItemPlan } from './case-plan.ts';
import type { ItemState } from './case-state.ts';
import { afterCheckClock } from './after-check.ts';
import { type Clock, newClock, read } from './clock.ts';
import type { Form } from './condition.ts';
import type { LegalBasis } from './case-plan.ts';
import { isGrantedAtOnce } from './commitment.ts';
import { type Draft, emit, itemOf, itemPlan, itemsOf, stateOf, today } from './draft.ts';
import { itemFor, moved, moveOrRefuse } from './item-event.ts';
import { FINAL } from './item-machine.ts';
import { ALL_38_1, ALL_38_2 } from './law.ts';
import { pushToSupervision } from './linkage.ts';
import { leaveOutOfScope, notAccept } from './non-acceptance.ts';
import { issue, nextNumber, remediesOf } from './paper.ts';
import { dateOf, type PlainDate } from './plain-date.ts';
import { preliminaryData } from './preliminary.ts';
import { withdraw } from './withdrawal.ts';
import { hearingNamed } from './hearing-papers.ts';
import { requireHeard, requireNotChair } from './hearing-right.ts';
import { requireSiteCheck, siteCheckNamed } from './site-check.ts';
import { awaitsDeferred, dueOf } from './deferred.ts';
import { Refused } from './refuse.ts';
import { statedValues, valuesInWords } from './result-values.ts';

/** The reviewer proposes a grant, with an explicit opinion. Where the reviewer decides, it takes effect at once. */
export function proposeGrant(draft: Draft, { with: args }: CommandOf<'proposeGrant'>): void {
  const item = itemFor(draft, args.item);
  const missing = awaitsDeferred(stateOf(draft), item.id);
  if (missing) throw new Refused('deferred.missing', { material: missing.material, item: item.id, when: dueOf(draft, missing) });
  const reviewerDecides = itemPlan(draft.plan, item.id).grantBy === 'reviewer';
  const to = moveOrRefuse(draft, item, { type: 'proposeGrant', procedureOpen: hasOpenProcedure(item), reviewerDecides });
  requireHeard(draft, item.id, args.minutes);
  requireSiteCheck(item);
  const values = statedValues(itemPlan(draft.plan, item.id), args.values);
  if (to === 'granted') return grant(draft, item, { byRule: false, opinion: args.opinion, reviewer: draft.actor, approver: null, ...values });
  emit(draft, {
    kind: 'decisionProposed', item: item.id, to,
    proposal: { outcome: 'grant', opinion: args.opinion, facts: null, reasons: null, article: null, ...values, ...onMinutes(args.minutes) },
  });
}

/** A refusal is only ever proposed by one person: another must confirm it. */
export function proposeRefusal(draft: Draft, { with: args }: CommandOf<'proposeRefusal'>): void {
  const item = itemFor(draft, args.item);
  const to = moveOrRefuse(draft, item, { type: 'proposeRefusal', procedureOpen: hasOpenProcedure(item) });
  requireHeard(draft, item.id, args.minutes);
  const { opinion, facts, reasons, article } = args;
  emit(draft, { kind: 'decisionProposed', item: item.id, to, proposal: { outcome: 'refuse', opinion, facts, reasons, article, ...onMinutes(args.minutes) } });
}

/** The second person confirms what was proposed: out of scope, non-acceptance, grant or refusal. */
export function confirm(draft: Draft, { with: args }: CommandOf<'confirm'>): void {
  const item = itemFor(draft, args.item);
  const to = moveOrRefuse(draft, item, { type: 'confirm', secondPerson: isSecondPerson(draft, item) });
  requireNotChair(draft, item);
  requireProposalRead(item, args.proposal);
  if (to === 'outOfScope') return leaveOutOfScope(draft, item);
  if (to === 'notAccepted') return notAccept(draft, item, 'confirmed');
  if (to === 'granted') {
    const values = item.proposal?.values;
    return grant(draft, item, { byRule: false, opinion: args.opinion, reviewer: item.proposedBy, approver: draft.actor, ...(values ? { values } : {}) });
  }
  refuse(draft, item, args.opinion);
}

/** The second person sends it back to be thought over; whatever was proposed is void. */
export function returnProposal(draft: Draft, { with: args }: CommandOf<'return'>): void {
  const item = itemFor(draft, args.item);
  const blocked = item.blockedBy.length > 0;
  const to = moveOrRefuse(draft, item, { type: 'return', secondPerson: isSecondPerson(draft, item), blocked });
  requireProposalRead(item, args.proposal);
  const returned = { item: item.id, to, reason: args.opinion };
  emit(draft, item.proposal ? { kind: 'proposalReturned', ...returned } : { kind: 'answerReturned', ...returned });
}

export interface GrantGround {
  readonly byRule: boolean;
  readonly opinion: string;
  readonly reviewer: Actor | null;
  readonly approver: Actor | null;
  /** What the grant states, where items that come after go by it. */
  readonly values?: Form;
  /** The law grants, on a day that has passed: a fact, not an act. */
  readonly deemed?: { readonly on: PlainDate; readonly basis: LegalBasis };
}

/**
 * The grant takes effect: the item's clocks stop, the delivery clock starts, the decision is issued. An act, also when a rule
 * decides while an old deadline is being settled: it is never back-dated.
 * @see ALL art. 38, 44
 */
export function grant(draft: Draft, item: ItemState, ground: GrantGround): void {
  const event = ground.deemed ? { type: 'deemRenewed' } as const
    : ground.byRule ? { type: 'grantByRule' } as const
    : ground.approver ? { type: 'confirm', secondPerson: true } as const
    : { type: 'proposeGrant', procedureOpen: false, reviewerDecides: true } as const;
  const plan = itemPlan(draft.plan, item.id);
  const document = nextNumber(stateOf(draft), 'grant');
  const on = ground.deemed?.on ?? dateOf(draft.real);
  const clock = newClock({
    id: `delivery:${item.id}`, kind: 'delivery', item: item.id, department: item.department, dayZero: on, limit: draft.plan.delivery, since: draft.real,
  });
  const afterCheck = afterCheckClock(draft, item);
  emit(draft, { kind: 'itemGranted', ...moved(item, event), ...ground, document, clock, ...(afterCheck ? { afterCheck } : {}) }, { act: !ground.deemed });
  issueGrant(draft, item, plan, ground, { clock, afterCheck, on });
  pushToSupervision(draft, item, document);
}

interface Granted {
  readonly clock: Clock;
  readonly afterCheck: Clock | null;
  readonly on: PlainDate;
}

function issueGrant(draft: Draft, item: ItemState, plan: ItemPlan, ground: GrantGround, { clock, afterCheck, on }: Granted): void {
  issue(draft, {
    kind: 'grant', item: itemOf(draft, item.id), basis: [...plan.basis, ...(ground.deemed ? [ground.deemed.basis] : []), ...(plan.nature === 'licence' ? [ALL_38_1] : [])],
    data: {
      nature: plan.nature, acceptedOn: stateOf(draft).acceptance!.effectiveOn, decidedOn: on,
      deliveryDueOn: read(clock, draft.calendar, draft.plan.warningThreshold).dueOn, result: plan.result.name, opinion: ground.opinion, byRule: ground.byRule,
      reviewer: ground.reviewer?.name ?? null, approver: ground.approver?.name ?? null,
      ...(ground.deemed ? { deemedRenewed: true } : {}), ...(ground.values ? { values: valuesInWords(plan, ground.values) } : {}),
      ...(afterCheck ? { onCommitment: ground.byRule && isGrantedAtOnce(stateOf(draft), plan), afterCheckDueOn: read(afterCheck, draft.calendar, draft.plan.warningThreshold).dueOn } : {}),
      ...preliminaryData(draft, item),
      ...hearingNamed(item), ...siteCheckNamed(item),
    },
  });
}

function refuse(draft: Draft, item: ItemState, opinion: string): void {
  const plan = itemPlan(draft.plan, item.id);
  const proposal = item.proposal!;
  emit(draft, {
    kind: 'itemRefused', ...moved(item, { type: 'confirm', secondPerson: true }), opinion,
    reviewer: item.proposedBy, approver: draft.actor, document: nextNumber(stateOf(draft), 'refusal'),
  });
  issue(draft, {
    kind: 'refusal', item: itemOf(draft, item.id), basis: [...plan.basis, ...(plan.nature === 'licence' ? [ALL_38_2] : [])], remedies: remediesOf(item),
    data: {
      nature: plan.nature, acceptedOn: stateOf(draft).acceptance!.effectiveOn, decidedOn: today(draft), facts: proposal.facts, reasons: proposal.reasons, article: proposal.article,
      proposalOpinion: proposal.opinion, approvalOpinion: opinion, reviewer: item.proposedBy?.name ?? null, approver: draft.actor.name,
      ...preliminaryData(draft, item),
      ...hearingNamed(item), ...siteCheckNamed(item),
    },
  });
  // What the applicant merely added does not undo the rest.
  if (stateOf(draft).policy === 'allOrNothing' && !plan.optional) withdrawTheRest(draft, item.id);
}

/** All or nothing was the applicant's written choice: at the first refusal his undecided items are withdrawn in his name. */
function withdrawTheRest(draft: Draft, refused: string): void {
  const name = itemPlan(draft.plan, refused).name.zh;
  for (const item of itemsOf(draft)) {
    if (!FINAL.includes(item.state)) withdraw(draft, item, `事项“${name}”未获准予，按申请人书面选择撤回`, true);
  }
}

const onMinutes = (minutes: string | undefined) => (minutes === undefined ? {} : { minutes });

function hasOpenProcedure(item: ItemState): boolean {
  return item.procedures.some((procedure) => procedure.endedOn === null);
}

/** Who names the proposal that he read does not decide on another, made while he was reading. */
function requireProposalRead(item: ItemState, read: number | undefined): void {
  if (read !== undefined && item.proposedIn !== read) throw new Refused('confirm.otherProposal', { item: item.id, by: item.proposedBy!.name });
}

function isSecondPerson(draft: Draft, item: ItemState): boolean {
  return item.proposedBy?.id !== draft.actor.id;
}
