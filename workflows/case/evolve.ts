import type { Change, FactKind, FactOf } from './case-change.ts';
import type { CaseState, Commitment, ItemState } from './case-state.ts';
import { beginnings, HEARING_HANDLERS, withExaminers } from './evolve-hearing.ts';
import type { ClockId } from './clock.ts';
import { closeAllClocks, closeSuspension, resume, stopClock, stopItemClocks, withClock, withClocks } from './clocks-of-state.ts';
import type { ItemId } from './case-plan.ts';
import { OTHER_DEPARTMENTS } from './evolve-other-departments.ts';
import { broughtAlong, PRE_REVIEW_HANDLERS, submitted } from './evolve-pre-review.ts';
import { FINAL, IN_HANDLING, type ItemStateName } from './item-machine.ts';
import { withItem } from './items-of-state.ts';
import { dateOf } from './plain-date.ts';

type Handler<K extends FactKind> = (state: CaseState, fact: FactOf<K>, change: Change) => CaseState;

/**
 * The next state of a case: its state with one more change. Decides nothing and cannot fail; the same changes give the
 * same state in the workflow, in the store and in the archive.
 */
export function evolve(state: CaseState | null, change: Change): CaseState {
  if (change.kind === 'caseReceived') return { ...received(state, change, change), seq: change.seq, at: change.at };
  if (change.kind === 'draftSubmitted') return { ...submitted(change, change), seq: change.seq, at: change.at };
  if (!state) throw new Error(`the first change of a case is caseReceived or draftSubmitted, not ${change.kind}`);
  const handler = HANDLERS[change.kind] as Handler<FactKind>;
  return { ...handler(state, change, change), seq: change.seq, at: change.at };
}

function received(before: CaseState | null, fact: FactOf<'caseReceived'>, change: Change): CaseState {
  return {
    caseNo: fact.caseNo, engineVersion: fact.engineVersion, planHash: fact.planHash, service: fact.service,
    seq: 0, at: change.at, phase: before?.phase ?? 'examination', simulated: fact.simulated, region: fact.region, window: fact.window,
    // Day 0 of the examination is the day of the receipt; a draft received at 24:00 is of the day that ends.
    receivedAt: change.at, receivedOn: fact.clock.dayZero, receivedBy: change.by,
    applicant: fact.applicant, agent: fact.agent, serviceWay: fact.serviceWay, policy: fact.policy,
    form: fact.form, materials: fact.materials,
    items: Object.fromEntries(fact.items.map(({ item, department, authority }) => [item, newItem(item, department, authority)])),
    notApplicable: fact.notApplicable, notice: null, correctionEndedOn: null, acceptance: null,
    ...(fact.consents ? { consents: fact.consents } : {}),
    clocks: Object.fromEntries([fact.clock, ...fact.deferred.map(({ clock }) => clock)].map((clock) => [clock.id, clock])),
    deferred: fact.deferred.map(({ material, items, clock }) => ({ material, items, clock: clock.id, suppliedOn: null })), extensions: {}, urges: [], rating: null, complaints: [], overdueReasons: [], documents: [],
    assembledOn: null, closedOn: null, ...(fact.chosen ? { chosen: fact.chosen } : {}), ...(fact.repeats ? { repeats: fact.repeats } : {}), ...(fact.commitments ? { commitments: fact.commitments } : {}),
    ...(before ? broughtAlong(before, fact, change) : {}),
  };
}

function newItem(id: ItemId, department: string, authority: ItemState['authority']): ItemState {
  return {
    id, department, authority, state: 'unexamined', defects: [], outOfScope: null, nonAcceptance: null, proposal: null, ...NOTHING_PROPOSED,
    startedOn: null, blockedBy: [], procedures: [], decision: null, leftOn: null, withdrawnBecause: null, handOverAlone: false, delivery: null,
  };
}

const HANDLERS: { readonly [K in Exclude<FactKind, 'caseReceived' | 'draftSubmitted'>]: Handler<K> } = {
  ...PRE_REVIEW_HANDLERS,

  itemExamined: (state, fact, change) =>
    withItem(withExaminers(state, fact.item, [change.by.id]), fact.item, {
      state: fact.to, defects: fact.defects, outOfScope: fact.outOfScope, ...(fact.answer === 'outOfScope' ? proposedIn(change) : NOTHING_PROPOSED),
    }),
  correctedOnSpot: (state, fact) => withSupplied(state, fact),
  defectsCorrectedOnSpot: (state, fact) => withItem(state, fact.item, { state: fact.to, defects: fact.left }),
  answerReturned: (state, fact) =>
    withItem(state, fact.item, { state: fact.to, outOfScope: null, nonAcceptance: null, ...NOTHING_PROPOSED }),
  itemOutOfScope: (state, fact, change) => leave(state, fact.item, fact.to, change),
  deemedComplete: (state, fact) => withItem(state, fact.item, { state: fact.to, defects: [], outOfScope: null, ...NOTHING_PROPOSED }),

  noticeIssued: (state, fact, change) => {
    const moved = moveAll(stopClock(state, 'examination', change), fact.items);
    return withClocks(
      { ...moved, notice: { number: fact.number, issuedAt: change.at, servedOn: fact.served ? dateOf(change.at) : null, lines: fact.lines } },
      [fact.clock],
    );
  },
  noticeServed: (state, fact, change) =>
    withClocks(
      { ...stopClock(state, 'noticeService', change), notice: state.notice && { ...state.notice, servedOn: fact.servedOn } },
      fact.clock ? [fact.clock] : [],
    ),
  defectAnswered: (state, fact, change) => ({
    ...withSupplied(state, fact),
    notice: state.notice && {
      ...state.notice,
      lines: state.notice.lines.map((line) =>
        line.id === fact.line ? { ...line, answer: { at: change.at, by: change.by.id, value: fact.value, text: fact.text } } : line),
    },
  }),
  correctionEnded: (state, fact, change) =>
    withClocks(
      { ...moveAll(stopClock(stopClock(state, 'correction', change), 'noticeService', change), fact.items), correctionEndedOn: fact.clock?.dayZero ?? dateOf(change.at) },
      fact.clock ? [fact.clock] : [],
    ),
  itemRechecked: (state, fact, change) =>
    withItem(withExaminers(state, fact.item, [change.by.id]), fact.item, {
      state: fact.to,
      nonAcceptance: fact.satisfied ? null : { reasons: fact.reasons ?? '', article: fact.article ?? '' },
      ...(fact.satisfied ? NOTHING_PROPOSED : proposedIn(change)),
    }),
  deemedSatisfied: (state, fact) => withItem(state, fact.item, { state: fact.to, nonAcceptance: null, ...NOTHING_PROPOSED }),
  itemNotAccepted: (state, fact, change) => leave(state, fact.item, fact.to, change),
  itemDropped: (state, fact, change) => leave(state, fact.item, fact.to, change),

  caseAccepted: (state, fact, change) => {
    // The re-check clock goes on only for items that still wait for their non-acceptance.
    const stopped = ['examination', 'noticeService', 'correction'].reduce((next, id) => stopClock(next, id, change), state);
    const settled = awaitsNonAcceptance(stopped) ? stopped : stopClock(stopped, 'recheck', change);
    return withClocks({ ...moveAll(settled, fact.items), acceptance: fact.acceptance }, [...(fact.clock ? [fact.clock] : []), ...(fact.renewals ?? [])]);
  },
  itemStarted: (state, fact) => withClocks(withItem(state, fact.item, { state: fact.to, startedOn: fact.dayZero, ...beginnings(fact) }), fact.clocks),
  itemBlocked: (state, fact) =>
    withClocks(withItem(state, fact.item, { state: fact.to, blockedBy: fact.blockedBy, ...beginnings(fact), ...(fact.to === 'blocked' ? { proposal: null, ...NOTHING_PROPOSED } : {}) }), fact.clocks),

  procedureStarted: (state, fact, change) => {
    const item = state.items[fact.item]!;
    const from = dateOf(change.at);
    const started = withItem(state, fact.item, {
      procedures: [...item.procedures, {
        id: fact.procedure, run: fact.run, kind: fact.procedureKind, name: fact.name, by: fact.conductedBy, stopsClock: fact.stopsClock,
        startedOn: from, endedOn: null, clock: fact.clock.id, result: null,
      }],
    });
    const because = procedureGround(fact.procedure, fact.run);
    return fact.suspends.reduce(
      (next, id) => withClock(next, id, (clock) => ({
        ...clock, warned: false,
        suspensions: [...clock.suspensions, { from, to: null, because, department: item.department, basis: fact.stopsClock }],
      })),
      withClocks(started, [fact.clock]),
    );
  },
  procedureRenewed: (state, fact) => withClocks(state, [fact.clock]),
  procedureEnded: (state, fact, change) => {
    const item = state.items[fact.item]!;
    const open = item.procedures.find((one) => one.id === fact.procedure && one.endedOn === null)!;
    const ended = withItem(state, fact.item, {
      procedures: item.procedures.map((one) => (one === open ? { ...one, endedOn: fact.on, result: fact.result } : one)),
    });
    return resume(stopClock(ended, open.clock, change), fact.item, procedureGround(open.id, open.run), fact.on, change);
  },
  ...HEARING_HANDLERS,

  jointSuspended: (state, fact) =>
    withClock(state, 'joint', (clock) => ({
      ...clock, warned: false,
      suspensions: [...clock.suspensions, { from: fact.from, to: null, because: 'joint', department: null, basis: null }],
    })),
  jointResumed: (state, fact, change) => withClock(state, 'joint', (clock) => closeSuspension(clock, 'joint', fact.to, change)),

  extensionRequested: (state, fact, change) => ({
    ...state,
    extensions: { ...state.extensions, [fact.clock]: { state: 'requested', days: fact.days, reason: fact.reason, requestedBy: change.by, requestedOn: dateOf(change.at), decidedBy: null } },
  }),
  extensionApproved: (state, fact, change) =>
    withClock(withExtension(state, fact.clock, { state: 'approved', decidedBy: change.by }), fact.clock,
      (clock) => ({ ...clock, extendedBy: fact.days, warned: fact.stillYellow, since: change.at })),
  extensionRejected: (state, fact, change) => withExtension(state, fact.clock, { state: 'rejected', decidedBy: change.by }),
  extensionLapsed: (state, fact) => withExtension(state, fact.clock, { state: 'lapsed' }),

  decisionProposed: (state, fact, change) => withItem(state, fact.item, { state: fact.to, proposal: fact.proposal, ...proposedIn(change) }),
  proposalReturned: (state, fact) => withItem(state, fact.item, { state: fact.to, proposal: null, ...NOTHING_PROPOSED }),
  itemGranted: (state, fact, change) =>
    withClocks(
      settle(state, fact.item, {
        state: fact.to, ...NOTHING_PROPOSED, ...(fact.values ? { values: fact.values } : {}),
        decision: { outcome: 'granted', at: change.at, on: fact.deemed?.on ?? dateOf(change.at), byRule: fact.byRule, reviewer: fact.reviewer, approver: fact.approver, document: fact.document },
      }, change),
      [fact.clock, ...(fact.afterCheck ? [fact.afterCheck] : [])],
    ),
  itemRefused: (state, fact, change) =>
    settle(state, fact.item, {
      state: fact.to, ...NOTHING_PROPOSED,
      decision: { outcome: 'refused', at: change.at, on: dateOf(change.at), byRule: false, reviewer: fact.reviewer, approver: fact.approver, document: fact.document },
    }, change),
  itemWithdrawn: (state, fact, change) => withItem(leave(state, fact.item, fact.to, change), fact.item, { withdrawnBecause: fact.reason || null }),
  caseWithdrawn: (state) => state,

  caseAssembled: (state, fact) => ({ ...state, assembledOn: fact.on }),
  handOverAlone: (state, fact) => withItem(state, fact.item, { handOverAlone: true }),
  itemsHandedOver: (state, fact, change) =>
    fact.items.reduce((next, id) => {
      const on = dateOf(change.at);
      const given = withItem(next, id, { delivery: { way: fact.way, slip: fact.document, handedOverOn: on, servedOn: fact.served ? on : null } });
      return fact.served ? stopClock(given, `delivery:${id}`, change) : given;
    }, state),
  itemsServed: (state, fact, change) =>
    fact.items.reduce((next, id) => {
      const delivery = next.items[id]!.delivery;
      return stopClock(withItem(next, id, { delivery: delivery && { ...delivery, servedOn: fact.servedOn } }), `delivery:${id}`, change);
    }, state),

  clockWarned: (state, fact) => withClock(state, fact.clock, (clock) => ({ ...clock, warned: true })),
  clockRanOut: (state, fact, change) => withClock(state, fact.clock, (clock) => ({ ...clock, ranOutAt: change.at, ranOutOn: fact.dueOn })),
  calendarMissing: (state, fact) => withClock(state, fact.clock, (clock) => ({ ...clock, awaitsCalendar: true })),
  deadlineMoved: (state, fact, change) => withClock(state, fact.clock, (clock) => ({ ...clock, warned: fact.stillYellow, since: change.at })),
  caseMigrated: (state, fact) => withClocks({ ...state, planHash: fact.to.hash }, fact.clocks),
  calendarPublished: (state, _, change) => ({
    ...state,
    clocks: Object.fromEntries(
      Object.entries(state.clocks).map(([id, clock]) => [id, clock.awaitsCalendar ? { ...clock, awaitsCalendar: false, since: change.at } : clock]),
    ),
  }),
  urged: (state, fact, change) =>
    withClocks(
      { ...state, urges: [...state.urges, { id: fact.urge, item: fact.item, department: fact.department, message: fact.message, by: change.by, clock: fact.clock.id, answer: null }] },
      [fact.clock],
    ),
  urgeAnswered: (state, fact, change) => {
    const urge = state.urges.find((one) => one.id === fact.urge)!;
    return stopClock({ ...state, urges: state.urges.map((one) => (one === urge ? { ...one, answer: fact.answer } : one)) }, urge.clock, change);
  },
  overdueReasonStated: (state, fact, change) => ({
    ...state,
    overdueReasons: [...state.overdueReasons, { clock: fact.clock, reason: fact.reason, by: change.by.id, at: change.at }],
  }),
  // What was promised in place of single materials stays promised.
  commitmentEnded: (state, { item }) => withCommitments(state, (one) => (one.item !== item ? [one] : one.materials.length > 0 ? [{ ...one, way: false }] : [])),
  afterCheckRecorded: (state, { item, passed, findings, measures }, change) =>
    stopClock(
      withCommitments(state, (one) => [one.item === item ? { ...one, check: { passed, findings, measures, by: change.by, on: dateOf(change.at) } } : one]),
      `afterCheck:${item}`, change,
    ),
  deferredSupplied: (state, { materials }, change) => {
    const codes = new Set(materials.map(({ material }) => material));
    const brought = state.deferred.filter((one) => codes.has(one.material));
    const deferred = state.deferred.map((one) => (codes.has(one.material) ? { ...one, suppliedOn: dateOf(change.at) } : one));
    return brought.reduce((next, one) => stopClock(next, one.clock, change), withSupplied({ ...state, deferred }, { fields: {}, materials }));
  },
  caseRated: (state, { level, text, clock }, change) =>
    withClocks({ ...state, rating: { level, text, on: dateOf(change.at), clock: clock?.id ?? null, rectified: null } }, clock ? [clock] : []),
  ratingRectified: (state, { measures, followUp }, change) =>
    stopClock({ ...state, rating: { ...state.rating!, rectified: { measures, followUp, by: change.by, on: dateOf(change.at) } } }, 'rectification', change),
  ratingWindowOver: (state, _, change) => stopClock(state, 'ratingWindow', change),
  complained: (state, { complaint, item, text, clock, unresolved }, change) =>
    withClocks({ ...state, complaints: [...state.complaints, { id: complaint, item, text, by: change.by, on: dateOf(change.at), clock: clock.id, answer: null, ...(unresolved ? { unresolved } : {}) }] }, [clock]),
  complaintResolved: (state, { complaint, answer, followUp, clock }, change) => {
    const found = state.complaints.find((one) => one.id === complaint)!;
    const next = {
      ...found, answer, ...(followUp === undefined ? {} : { followUp }), ...(clock ? { clock: clock.id, reports: (found.reports ?? 0) + 1 } : {}),
    };
    return withClocks(stopClock({ ...state, complaints: state.complaints.map((one) => (one === found ? next : one)) }, found.clock, change), clock ? [clock] : []);
  },
  ...OTHER_DEPARTMENTS,
  documentIssued: (state, { document }) => ({
    ...state,
    documents: [...state.documents, { number: document.number, kind: document.kind, item: document.item, issuedOn: document.issuedOn }],
  }),
  phaseEntered: (state, fact, change) =>
    fact.phase === 'closed' || fact.phase === 'archived'
      ? withClocks(
          closeAllClocks({ ...state, phase: fact.phase, closedOn: state.closedOn ?? dateOf(change.at) }, change),
          fact.clock ? [fact.clock] : [],
        )
      : { ...state, phase: fact.phase },
};

function withCommitments(state: CaseState, each: (commitment: Commitment) => readonly Commitment[]): CaseState {
  return { ...state, commitments: (state.commitments ?? []).flatMap(each) };
}

const NOTHING_PROPOSED = { proposedBy: null, proposedIn: null } as const;
const proposedIn = ({ by, seq }: Change): Pick<ItemState, 'proposedBy' | 'proposedIn'> => ({ proposedBy: by, proposedIn: seq });

function moveAll(state: CaseState, moved: readonly { item: ItemId; to: ItemStateName }[]): CaseState {
  return moved.reduce((next, { item, to }) => withItem(next, item, { state: to }), state);
}

/** An item leaves the case undecided. The last one that waited for its non-acceptance ends the re-check clock. */
function leave(state: CaseState, id: ItemId, to: ItemStateName, change: Change): CaseState {
  const left = settle(state, id, { state: to, ...NOTHING_PROPOSED, leftOn: dateOf(change.at) }, change);
  return left.acceptance && !awaitsNonAcceptance(left) ? stopClock(left, 'recheck', change) : left;
}

/** An item is decided, or has left. The last one that was accepted and undecided ends the joint clock. */
function settle(state: CaseState, id: ItemId, part: Partial<ItemState>, change: Change): CaseState {
  const settled = stopIdleDeferrals(withItem(stopItemClocks(state, id, change), id, part), change);
  const undecided = Object.values(settled.items).some((item) => IN_HANDLING.includes(item.state));
  return undecided ? settled : stopClock(settled, 'joint', change);
}

/** A promised material that no undecided item needs any more is not waited for. */
function stopIdleDeferrals(state: CaseState, change: Change): CaseState {
  return state.deferred
    .filter(({ items }) => items.every((item) => FINAL.includes(state.items[item]!.state)))
    .reduce((next, { clock }) => stopClock(next, clock, change), state);
}

function awaitsNonAcceptance(state: CaseState): boolean {
  return Object.values(state.items).some((item) => item.state === 'uncorrected' || item.state === 'nonAcceptanceProposed');
}

function procedureGround(procedure: string, run: number): string {
  return `${procedure}#${run}`;
}

function withSupplied(state: CaseState, supplied: { fields: CaseState['form']; materials: CaseState['materials'] }): CaseState {
  const codes = new Set(supplied.materials.map((one) => one.material));
  return {
    ...state,
    form: { ...state.form, ...supplied.fields },
    materials: [...state.materials.filter((one) => !codes.has(one.material)), ...supplied.materials],
  };
}

function withExtension(state: CaseState, id: ClockId, part: Partial<CaseState['extensions'][string]>): CaseState {
  return { ...state, extensions: { ...state.extensions, [id]: { ...state.extensions[id]!, ...part } } };
}
