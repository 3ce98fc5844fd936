import { openAfterChecks } from '../workflows/case/after-check.ts';
import { awaitsRectification, isOpenComplaint } from '../workflows/case/aftercare.ts';
import type { Calendar } from '../workflows/case/calendar.ts';
import type { CasePlan } from '../workflows/case/case-plan.ts';
import type { CaseState, ItemState } from '../workflows/case/case-state.ts';
import { openConsultations } from '../workflows/case/consultation.ts';
import { type Clock, isSuspended, read } from '../workflows/case/clock.ts';
import { awaitingSupervision } from '../workflows/case/linkage.ts';
import { inHandOf } from '../workflows/case/preliminary.ts';
import { isHeard, stageOf } from '../workflows/case/hearing.ts';
import type { Colour, Tables } from './schema.ts';

/** What has no date sorts last. */
const NO_DATE = Number.MAX_SAFE_INTEGER;
/** The window's own work is filed under this department. */
export const WINDOW = 'window';
/** The manager's own desk: bad ratings, complaints, what got stuck. */
export const SUPERVISION = 'supervision';

/** Since when a task is open is not in the state: it is the time of the change that opened it. */
export type TaskRow = Omit<Tables['task'], 'since' | 'claimed_by' | 'claimed_at'>;
export type ClockRow = Tables['clock'];

/** The work that a case wants done now, and the clocks that run on it: derived from its state alone. */
export interface WorkRows {
  readonly tasks: readonly TaskRow[];
  readonly clocks: readonly ClockRow[];
  readonly colour: Colour;
}

export function workRows(plan: CasePlan, calendar: Calendar, state: CaseState): WorkRows {
  const clocks = Object.values(state.clocks)
    .filter((clock) => clock.stoppedAt === null || clock.ranOutAt !== null)
    .map((clock) => clockRow(plan, calendar, state, clock));
  const open = clocks.filter((clock) => clock.stopped_at === null);
  const colour = open.reduce<Colour>((worst, clock) => (clock.colour > worst ? clock.colour : worst), 0);
  return { tasks: openWork(state).map((work) => task(state, open, work)), clocks, colour };
}

/** What a case wants done, by whom. Needs no calendar. */
export function openWork(state: CaseState): readonly Work[] {
  return state.phase === 'archived' ? [] : [...itemWork(state), ...caseWork(state)];
}

/** What a case can want done. */
export type WorkKind =
  | 'answerPreReview' | 'examine' | 'recheck' | 'recordService' | 'reportPreliminary' | 'tellHearingRight' | 'recordHearing' | 'recordSiteCheck'
  | 'decide' | 'confirm' | 'approveExtension' | 'answerConsultation' | 'handOver' | 'acknowledgeSupervision' | 'recordAfterCheck' | 'answerUrge'
  | 'rectifyRating' | 'resolveComplaint';

export interface Work {
  readonly id: string;
  readonly kind: WorkKind;
  readonly role: string;
  readonly item: string | null;
  readonly department: string;
  /** The clocks that press. */
  readonly clocks: readonly string[];
}

function clockRow(plan: CasePlan, calendar: Calendar, state: CaseState, clock: Clock): ClockRow {
  const { dueOn, dueAt, provisional } = read(clock, calendar, plan.warningThreshold);
  const reason = state.overdueReasons.findLast((one) => one.clock === clock.id)?.reason ?? null;
  return {
    case_no: state.caseNo, id: clock.id, kind: clock.kind, service: state.service, region: state.region, item: clock.item,
    department: clock.department ?? (clock.kind === 'rectification' || clock.kind === 'complaint' ? SUPERVISION : WINDOW), day_zero: clock.dayZero, due_on: dueOn, due_at: dueAt ?? NO_DATE,
    suspended: clock.stoppedAt === null && isSuspended(clock), provisional,
    colour: clock.ranOutAt !== null ? 2 : clock.warned ? 1 : 0, ran_out_at: clock.ranOutAt, stopped_at: clock.stoppedAt, reason,
  };
}

type Ask = { readonly kind: WorkKind; readonly role: string; readonly clocks: readonly string[]; readonly atWindow?: boolean; readonly department?: string };

/** What each state of an item asks of whom, and which clocks press. */
function workOf(state: CaseState, item: ItemState): Ask | null {
  const limits = [`statutory:${item.id}`, `internal:${item.id}`, `promised:${item.id}`];
  switch (item.state) {
    case 'unexamined':
      return { kind: 'examine', role: 'reviewer', clocks: ['examination'] };
    case 'outOfScopeProposed':
      return { kind: 'confirm', role: 'approver', clocks: ['examination'] };
    case 'rechecking':
    case 'uncorrected':
      return { kind: 'recheck', role: 'reviewer', clocks: ['recheck'] };
    case 'unsatisfiedProposed':
    case 'nonAcceptanceProposed':
      return { kind: 'confirm', role: 'approver', clocks: ['recheck'] };
    case 'preliminary':
      return { kind: 'reportPreliminary', role: 'reviewer', clocks: [`preliminary:${item.id}`], department: inHandOf(item) };
    case 'handling':
    case 'blocked':
      if (!isHeard(item)) return null;
      return { kind: 'decide', role: 'reviewer', clocks: limits };
    case 'grantProposed':
    case 'refusalProposed':
      return { kind: 'confirm', role: 'approver', clocks: limits };
    case 'granted':
      if (item.delivery?.servedOn || (state.phase === 'handling' && !item.handOverAlone)) return null;
      return { kind: item.delivery ? 'recordService' : 'handOver', role: 'clerk', clocks: [`delivery:${item.id}`], atWindow: true };
    case 'complete': case 'deficient': case 'awaitingCorrection': case 'satisfied': case 'waiting':
    case 'outOfScope': case 'notAccepted': case 'refused': case 'withdrawn': case 'dropped':
      return null;
    default:
      return item.state satisfies never;
  }
}

/** What has to be done before an item can be decided. While the right to a hearing runs nobody need do anything. */
function hearingWork(item: ItemState): Ask[] {
  if (item.state !== 'handling' && item.state !== 'blocked') return [];
  const clocks = [`statutory:${item.id}`, `internal:${item.id}`, `promised:${item.id}`];
  const ask = (kind: WorkKind, pressing = clocks): Ask => ({ kind, role: 'reviewer', clocks: pressing });
  const stage = item.hearing && stageOf(item.hearing);
  return [
    ...(stage === 'notTold' ? [ask('tellHearingRight')] : []),
    ...(stage === 'toBeHeld' ? [ask('recordHearing', item.hearing?.clock ? [item.hearing.clock] : clocks)] : []),
    ...(item.siteChecks?.length === 0 && item.state === 'handling' ? [ask('recordSiteCheck')] : []),
  ];
}

function itemWork(state: CaseState): Work[] {
  return Object.values(state.items).flatMap((item) => {
    const ask = workOf(state, item);
    return [...hearingWork(item), ...(ask ? [ask] : [])].map(({ kind, role, clocks, atWindow, department = item.department }) =>
      ({ id: `${kind}:${item.id}`, kind, role, clocks, item: item.id, department: atWindow ? WINDOW : department }));
  });
}

function caseWork(state: CaseState): Work[] {
  const work: Work[] = [];
  if (state.phase === 'preReview' && state.preReview?.answer === null) {
    work.push({ id: 'answerPreReview', kind: 'answerPreReview', role: 'clerk', clocks: ['preReview'], item: null, department: WINDOW });
  }
  if (state.notice && !state.notice.servedOn && state.phase === 'correction') {
    work.push({ id: 'recordService', kind: 'recordService', role: 'clerk', clocks: ['noticeService'], item: null, department: WINDOW });
  }
  for (const id of openAfterChecks(state)) {
    const { department } = state.items[id]!;
    work.push({ id: `recordAfterCheck:${id}`, kind: 'recordAfterCheck', role: 'reviewer', clocks: [`afterCheck:${id}`], item: id, department });
  }
  for (const urge of state.urges) {
    // A decision is an answer, too: it stops the urge's clock.
    if (urge.answer !== null || state.clocks[urge.clock]!.stoppedAt !== null || state.phase === 'closed') continue;
    const department = urge.department ?? WINDOW;
    const role = department === WINDOW ? 'clerk' : 'reviewer';
    work.push({ id: `answerUrge:${urge.id}`, kind: 'answerUrge', role, clocks: [urge.clock], item: urge.item, department });
  }
  for (const { id, item, department, clock } of openConsultations(state)) {
    work.push({ id: `answerConsultation:${id}`, kind: 'answerConsultation', role: 'reviewer', clocks: [clock], item, department });
  }
  for (const { id, supervision } of awaitingSupervision(state)) {
    work.push({ id: `acknowledgeSupervision:${id}`, kind: 'acknowledgeSupervision', role: 'reviewer', clocks: [supervision!.clock!], item: id, department: supervision!.department });
  }
  if (awaitsRectification(state)) {
    work.push({ id: 'rectifyRating', kind: 'rectifyRating', role: 'manager', clocks: ['rectification'], item: null, department: SUPERVISION });
  }
  for (const complaint of state.complaints) {
    if (!isOpenComplaint(complaint)) continue;
    work.push({ id: `resolveComplaint:${complaint.id}`, kind: 'resolveComplaint', role: 'manager', clocks: [complaint.clock], item: complaint.item, department: SUPERVISION });
  }
  for (const [clockId, extension] of Object.entries(state.extensions)) {
    const clock = state.clocks[clockId];
    if (extension.state !== 'requested' || !clock || clock.stoppedAt !== null) continue;
    const role = clockId === 'joint' ? 'headOfGovernment' : 'headOfAuthority';
    work.push({
      id: `approveExtension:${clockId}`, kind: 'approveExtension', role, clocks: [clockId], item: clock.item, department: clock.department ?? 'government',
    });
  }
  return work;
}

function task(state: CaseState, clocks: readonly ClockRow[], work: Work): TaskRow {
  const pressing = clocks.filter((clock) => work.clocks.includes(clock.id));
  const first = pressing.reduce<ClockRow | null>((found, one) => (!found || one.due_at < found.due_at ? one : found), null);
  return {
    case_no: state.caseNo, id: work.id, kind: work.kind, service: state.service, region: state.region, item: work.item,
    applicant_name: state.applicant.name, received_at: state.receivedAt,
    department: work.department, role: work.role, due_at: first?.due_at ?? NO_DATE, due_on: first?.due_on ?? null,
    suspended: pressing.some((clock) => clock.suspended),
    colour: pressing.reduce<Colour>((worst, one) => (one.colour > worst ? one.colour : worst), 0),
  };
}
