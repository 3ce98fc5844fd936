import type { Actor } from './actor.ts';
import type { CasePlan, DepartmentId, ItemId } from './case-plan.ts';
import type { CaseState, Consultation } from './case-state.ts';
import { type Clock, newClock, read } from './clock.ts';
import type { CommandOf } from './command-table.ts';
import { type Draft, emit, stateOf, today } from './draft.ts';
import { itemFor, requireDepartment } from './item-event.ts';
import { FINAL } from './item-machine.ts';
import { Refused } from './refuse.ts';

/**
 * 征求意见: the reviewer asks another department of the service for its opinion, by a day. The law knows no such stop of
 * the clock, so the decision's limits run on, and nobody has to wait for the answer.
 */
export function consult(draft: Draft, { with: args }: CommandOf<'consult'>): void {
  const item = itemFor(draft, args.item);
  const { consultation, departments } = draft.plan;
  if (!consultation) throw new Refused('consultation.notOffered');
  if (item.state !== 'handling') throw notInHandling(item);
  const others = departments.filter((one) => one.id !== item.department);
  if (!others.some((one) => one.id === args.department)) {
    throw new Refused('consultation.notAnother', { department: args.department, departments: others.map((one) => one.id).join(', ') || '—' });
  }
  const shares = [...new Set(args.shares ?? [])];
  const stray = shares.find((code) => !needs(draft.plan, item.id, code));
  if (stray !== undefined) throw new Refused('consultation.notOfItem', { code: stray, item: item.id });
  const { length } = consultation.limit;
  if (args.days !== undefined && args.days > length) throw new Refused('consultation.tooLong', { length });
  const id = `${(stateOf(draft).consultations?.length ?? 0) + 1}`;
  const clock = newClock({
    id: `consultation:${id}`, kind: 'consultation', item: item.id, department: args.department, dayZero: today(draft),
    limit: { ...consultation.limit, length: args.days ?? length }, since: draft.now,
  });
  emit(draft, { kind: 'consulted', consultation: id, item: item.id, department: args.department, question: args.question, shares, clock });
}

export function answerConsultation(draft: Draft, { with: args }: CommandOf<'answerConsultation'>): void {
  const state = stateOf(draft);
  const found = state.consultations?.find((one) => one.id === args.consultation);
  if (!found) throw new Refused('consultation.unknown', { consultation: args.consultation });
  requireDepartment(draft, found.department);
  if (found.answer) throw new Refused('consultation.answered', { consultation: found.id, when: found.answer.on });
  if (found.silentOn) throw new Refused('consultation.silent', { consultation: found.id, when: found.silentOn });
  if (!isAwaited(state, found)) throw new Refused('consultation.overtaken', { consultation: found.id, item: found.item });
  emit(draft, { kind: 'consultationAnswered', consultation: found.id, item: found.item, department: found.department, answer: args.answer });
}

/** Silence to the last day is on record as such; the asking department goes on without. */
export function recordSilence(draft: Draft, clock: Clock): void {
  const found = stateOf(draft).consultations!.find((one) => one.clock === clock.id)!;
  const { dueOn } = read(clock, draft.calendar, draft.plan.warningThreshold);
  emit(draft, { kind: 'consultationUnanswered', consultation: found.id, item: found.item, department: found.department, on: dueOn! });
}

/** Not answered, not silent, and its item not decided meanwhile. */
export function openConsultations(state: CaseState): readonly Consultation[] {
  return (state.consultations ?? []).filter((one) => isAwaited(state, one));
}

/** What a department that is asked gets to see: the question, and of the application what was shared with it. */
export interface SharedQuestion extends Pick<Consultation, 'id' | 'item' | 'question' | 'answer' | 'silentOn'> {
  readonly fields: CaseState['form'];
  readonly materials: CaseState['materials'];
}

/**
 * Null: the person may see the case. An officer whose department decides none of its items and examines none of them first
 * is shown only what he was asked.
 */
export function onlyShared(plan: CasePlan, state: CaseState, { role, department }: Actor): readonly SharedQuestion[] | null {
  if (department === undefined || !['reviewer', 'approver', 'headOfAuthority'].includes(role) || takesPart(plan, state, department)) return null;
  return (state.consultations ?? []).filter((one) => one.department === department).map(({ id, item, question, answer, silentOn, shares }) => ({
    id, item, question, answer, silentOn,
    fields: Object.fromEntries(Object.entries(state.form).filter(([code]) => shares.includes(code))),
    materials: state.materials.filter(({ material }) => shares.includes(material)),
  }));
}

function takesPart(plan: CasePlan, { items }: CaseState, department: DepartmentId): boolean {
  return plan.items.some((item) => items[item.id] && (item.department === department || item.preliminary?.department === department));
}

function isAwaited({ clocks }: CaseState, { clock }: Consultation): boolean {
  return clocks[clock]!.stoppedAt === null;
}

function needs(plan: CasePlan, item: ItemId, code: string): boolean {
  return plan.fields.some((one) => one.code === code && one.neededBy.includes(item))
    || plan.materials.some((one) => one.code === code && one.neededBy.some((need) => need.item === item));
}

function notInHandling({ id, state, decision, leftOn }: CaseState['items'][string]): Refused {
  if (FINAL.includes(state)) return new Refused('item.alreadyDecided', { item: id, state, who: decision?.approver?.name ?? '—', when: decision?.on ?? leftOn ?? '—' });
  return new Refused('command.notNow', { state, when: '—' });
}
