import type { Actor } from '../../workflows/case/actor.ts';
import type { Calendar } from '../../workflows/case/calendar.ts';
import type { CasePlan, DepartmentId, ItemId, ItemPlan } from '../../workflows/case/case-plan.ts';
import type { CaseState } from '../../workflows/case/case-state.ts';
import { dateOf, type Instant } from '../../workflows/case/plain-date.ts';
import { dueAt, read } from '../../workflows/case/clock.ts';
import type { Form } from '../../workflows/case/condition.ts';

// Who acts in a simulated case, and what they say.

export const CLERK: Actor = { id: 'clerk', name: '窗口人员', role: 'clerk' };
export const CONDUCTOR = '承办机构';
export const NOT_SATISFIED = { reasons: '补正后仍不符合要求', article: '行政许可法第三十二条' };
export const REFUSAL = { opinion: '不符合法定条件', facts: '经审查，申请不符合法定条件', reasons: '不符合法定条件', article: '行政许可法第三十八条第二款' };

export function reviewerOf(department: DepartmentId): Actor {
  return { id: `simulated-reviewer@${department}`, name: '承办人', role: 'reviewer', department };
}

export function approverOf(department: DepartmentId): Actor {
  return { id: `simulated-approver@${department}`, name: '审批人', role: 'approver', department };
}

export function applicantOf({ applicant: { id, name } }: CaseState): Actor {
  return { id, name, role: 'applicant' };
}

/** When the first limit that presses on an item ends; `clock` names the one that does before acceptance. */
export function firstDue(plan: CasePlan, calendar: Calendar, state: CaseState, item: ItemId, clock: string | null): number {
  let first = Infinity;
  for (const name of clock === null ? [`statutory:${item}`, `internal:${item}`, `promised:${item}`, 'joint'] : [clock]) {
    const running = state.clocks[name];
    const due = running && running.stoppedAt === null ? dueAt(running, read(running, calendar, plan.warningThreshold)) : null;
    if (due !== null && due < first) first = due;
  }
  return first;
}

/** What a grant must state: the least, or the first of the choices. */
export function statedBy({ result }: ItemPlan): { readonly values?: Form } {
  const values = (result.values ?? []).map(({ code, type, choices, min }) => [code, {
    text: '—', integer: min ?? 0, decimal: min ?? 0, boolean: true, date: '2026-01-01', choice: choices[0]?.value ?? '', choices: choices.slice(0, 1).map(({ value }) => value),
  }[type]] as const);
  return values.length > 0 ? { values: Object.fromEntries(values) } : {};
}

/** Two officers on the site, on the day on which the decision is proposed. */
export function siteCheckOf(item: ItemId, at: Instant): object {
  const officers = [{ id: 'officer-1', name: '核查人员甲', certificate: '1' }, { id: 'officer-2', name: '核查人员乙', certificate: '2' }];
  return { item, on: dateOf(at), place: '经营场所', officers, findings: '符合要求', inspected: '申请人' };
}
