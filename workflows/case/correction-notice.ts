import type { CommandOf } from './command-table.ts';
import type { CaseState, DefectTarget, NoticeLine } from './case-state.ts';
import { newClock, read } from './clock.ts';
import { checkSupplied, dropItemsThatNoLongerApply } from './examination.ts';
import { type Draft, emit, enter, itemPlan, itemsOf, stateOf } from './draft.ts';
import type { Form, FormValue } from './condition.ts';
import { fieldsAsked, withUnaskedEmptied } from './form.ts';
import { moved } from './item-event.ts';
import { ALL_32_4, BUSINESS_ENVIRONMENT_36 } from './law.ts';
import { type Instant, dateOf, instantOf, localTime } from './plain-date.ts';
import { issue, nextNumber } from './paper.ts';
import { Refused } from './refuse.ts';
import { supplied } from './supplied.ts';
import type { FieldCode, Limit } from './case-plan.ts';

/** On the last day of the examination the notice goes out at this hour with what has been listed by then. */
const NOTICE_HOUR = 17;
/** A paper notice must be served; the window is reminded after this many working days. */
const SERVICE_LIMIT: Limit = { length: 3, unit: 'workingDay', basis: BUSINESS_ENVIRONMENT_36 };

/**
 * From when the notice goes out without waiting for the silent: 17:00 of the examination's last day. Null when nothing is
 * listed, or when the examination is over: then the notice can no longer issue. On a provisional date it is not over.
 */
export function noticeTime(draft: Draft): Instant | null {
  const clock = stateOf(draft).clocks['examination']!;
  const { dueOn, dueAt, provisional } = read(clock, draft.calendar, draft.plan.warningThreshold);
  if (clock.stoppedAt !== null || !dueOn || !itemsOf(draft).some((item) => item.state === 'deficient')) return null;
  return draft.real >= dueAt! && !provisional ? null : instantOf(dueOn, NOTICE_HOUR);
}

/**
 * Merges every deficiency by material and field into the one correction notice and issues it. A department that is silent
 * now is deemed to find its own complete. An act: it carries the real time.
 * @see ALL art. 32(4)
 */
export function issueNotice(draft: Draft): void {
  const items = itemsOf(draft);
  const silent = items.filter((item) => item.state === 'unexamined' || item.state === 'outOfScopeProposed');
  for (const item of silent) emit(draft, { kind: 'deemedComplete', ...moved(item, { type: 'deemComplete' }) }, { act: true });
  const state = stateOf(draft);
  const lines = mergedLines(state);
  const number = nextNumber(state, 'correctionNotice');
  const served = state.serviceWay === 'electronic';
  const today = dateOf(draft.real);
  const clock = served
    ? newClock({ id: 'correction', kind: 'correction', dayZero: today, limit: draft.plan.correction.limit, since: draft.real })
    : newClock({ id: 'noticeService', kind: 'noticeService', dayZero: today, limit: SERVICE_LIMIT, since: draft.real });
  emit(draft, {
    kind: 'noticeIssued', number, lines, served, clock, deemedComplete: silent.map((item) => item.id),
    items: itemsOf(draft)
      .filter((item) => item.state === 'complete' || item.state === 'deficient')
      .map((item) => moved(item, { type: 'noticeIssued' })),
  }, { act: true });
  enter(draft, { type: 'noticeIssued' }, { act: true });
  issue(draft, {
    kind: 'correctionNotice', basis: [ALL_32_4, BUSINESS_ENVIRONMENT_36],
    data: {
      lines: lines.map((line) => ({
        id: line.id,
        target: targetName(draft, line.target),
        remarks: line.remarks.map((remark) => ({
          item: itemPlan(draft.plan, remark.item).name,
          department: draft.plan.departments.find((one) => one.id === remark.department)!.name, problem: remark.problem, supply: remark.supply,
        })),
      })),
      limitLength: draft.plan.correction.limit.length,
      limitUnit: draft.plan.correction.limit.unit,
      answerBy: served ? read(clock, draft.calendar, draft.plan.warningThreshold).dueOn : null,
      whenOver: draft.plan.correction.whenOver,
      lapseBasis: draft.plan.correction.whenOver === 'lapse' ? { ...draft.plan.correction.lapseBasis } : null,
    },
  });
}

/** The clerk records when the paper notice was served; the correction limit runs from that day, unless all is answered already. */
export function recordNoticeService(draft: Draft, { with: args }: CommandOf<'recordService'>): void {
  const { notice, phase } = stateOf(draft);
  if (!notice || notice.number !== args.document) throw new Refused('document.unknown', { document: args.document });
  if (notice.servedOn) throw new Refused('service.alreadyRecorded');
  const issued = dateOf(notice.issuedAt);
  if (args.servedOn < issued) throw new Refused('service.beforeIssue', { issued });
  const clock = phase === 'correction'
    ? newClock({ id: 'correction', kind: 'correction', dayZero: args.servedOn, limit: draft.plan.correction.limit, since: draft.now })
    : null;
  emit(draft, { kind: 'noticeServed', servedOn: args.servedOn, recipient: args.recipient, clock });
}

/** The applicant answers one line, in parts if he likes; an answer may be replaced until the last one is in. */
export function answerDefect(draft: Draft, { with: args }: CommandOf<'answerDefect'>): void {
  const { notice } = stateOf(draft);
  const line = notice?.lines.find((one) => one.id === args.line);
  if (!notice || !line) {
    throw new Refused('correction.unknownLine', { line: args.line, lines: notice?.lines.map((one) => one.id).join(', ') ?? '—' });
  }
  const value = args.value ?? null;
  const materials = supplied(draft, args.materials ?? []);
  if (value === null && materials.length === 0 && !args.text) throw new Refused('correction.nothingGiven');
  const corrected = 'field' in line.target && value !== null ? { [line.target.field]: value, ...raised(draft, line.target.field, value, args.fields ?? {}) } : {};
  const fields = withUnaskedEmptied(draft.plan, stateOf(draft).form, corrected);
  checkSupplied(draft, fields, materials);
  emit(draft, { kind: 'defectAnswered', line: line.id, value, text: args.text ?? null, fields, materials });
  dropItemsThatNoLongerApply(draft);
}

/** Answers to questions that nobody asked before: only the corrected field makes them necessary, so only now can they be given. */
function raised(draft: Draft, field: FieldCode, value: FormValue, further: Form): Form {
  const { form } = stateOf(draft);
  const before = new Set(fieldsAsked(draft.plan, form).map((one) => one.code));
  const after = new Set(fieldsAsked(draft.plan, { ...form, ...further, [field]: value }).map((one) => one.code));
  const stray = Object.keys(further).find((code) => before.has(code) || !after.has(code));
  if (stray !== undefined) throw new Refused('correction.notAsked', { field: stray });
  return further;
}

/** Lines that still matter and are not answered: those of items that have left the case do not. */
export function openLines(state: CaseState): readonly NoticeLine[] {
  return (state.notice?.lines ?? []).filter(
    (line) => !line.answer && line.remarks.some((remark) => state.items[remark.item]!.state === 'awaitingCorrection'),
  );
}

/** Whether every defect listed for an item is answered. */
export function isAnswered(state: CaseState, item: string): boolean {
  return (state.notice?.lines ?? []).every((line) => line.answer || !line.remarks.some((remark) => remark.item === item));
}

export function noticeIssuedAt(state: CaseState): string {
  return state.notice ? localTime(state.notice.issuedAt) : '—';
}

function mergedLines(state: CaseState): NoticeLine[] {
  const lines = new Map<string, NoticeLine>();
  for (const item of Object.values(state.items)) {
    if (item.state !== 'deficient') continue;
    for (const { target, problem, supply } of item.defects) {
      const id = 'material' in target ? target.material : target.field;
      const line = lines.get(id) ?? { id, target, remarks: [], answer: null };
      lines.set(id, { ...line, remarks: [...line.remarks, { item: item.id, department: item.department, problem, supply }] });
    }
  }
  return [...lines.values()];
}

export function targetName(draft: Draft, target: DefectTarget) {
  return 'material' in target
    ? draft.plan.materials.find((one) => one.code === target.material)!.name
    : draft.plan.fields.find((one) => one.code === target.field)!.label;
}
