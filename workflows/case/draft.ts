import { type Actor, BY_LAW } from './actor.ts';
import type { Calendar } from './calendar.ts';
import type { CasePlan, DepartmentPlan, ItemId, ItemPlan } from './case-plan.ts';
import type { Change, Fact } from './case-change.ts';
import type { CaseEvent } from './case-machine.ts';
import { movePhase } from './case-machine.ts';
import type { CaseState, ItemState } from './case-state.ts';
import { newClock } from './clock.ts';
import { evolve } from './evolve.ts';
import { dateOf, type Instant, type PlainDate } from './plain-date.ts';
import { type Choices, planOfCase } from './plan-of-case.ts';

/**
 * One step under way. Two times live in it, and never mix:
 * - `now` is when the thing being settled takes effect: the due instant of a deadline, or the command's own time.
 *   *Facts by operation of law* carry it, however late they are processed.
 * - `real` is when the engine acts. *Acts* (the notice, every document) carry it and are never back-dated.
 */
export interface Draft {
  /** The plan the case is pinned to, and the same as it is for this case: with what the applicant chose, as often as he said. */
  pinned: CasePlan;
  plan: CasePlan;
  calendar: Calendar;
  readonly real: Instant;
  now: Instant;
  /** Who gave the command being executed, and its id; the law itself while deadlines are settled. */
  actor: Actor;
  commandId: string | null;
  /** Null only until the receipt, or the first draft. */
  current: CaseState | null;
  readonly changes: Change[];
}

export function newDraft(pinned: CasePlan, calendar: Calendar, state: CaseState | null, at: Instant, choices: Choices = state ?? {}): Draft {
  return { pinned, plan: planOfCase(pinned, choices), calendar, real: at, now: at, actor: BY_LAW, commandId: null, current: state, changes: [] };
}

/** The case as it stands in this step. */
export function stateOf(draft: Draft): CaseState {
  if (!draft.current) throw new Error('the case has not begun');
  return draft.current;
}

/** Records a fact at `now`; an act at `real` with `{ act: true }`. */
export function emit(draft: Draft, fact: Fact, how: { readonly act?: boolean; readonly by?: Actor } = {}): void {
  const change: Change = {
    ...fact,
    seq: (draft.current?.seq ?? 0) + 1,
    at: how.act ? draft.real : draft.now,
    by: how.by ?? draft.actor,
    commandId: draft.commandId,
  };
  draft.changes.push(change);
  draft.current = evolve(draft.current, change);
}

/** Moves the case to its next phase, if the event means something in this one. */
export function enter(draft: Draft, event: CaseEvent, how: { readonly act?: boolean } = {}): boolean {
  const phase = movePhase(stateOf(draft).phase, event);
  if (!phase) return false;
  const clock = phase === 'closed'
    ? newClock({ id: 'ratingWindow', kind: 'ratingWindow', dayZero: today(draft), limit: draft.plan.ratingWindow, since: draft.now })
    : null;
  emit(draft, { kind: 'phaseEntered', phase, clock }, how);
  return true;
}

export function today(draft: Draft): PlainDate {
  return dateOf(draft.now);
}

export function itemsOf(draft: Draft): readonly ItemState[] {
  return Object.values(stateOf(draft).items);
}

export function itemOf(draft: Draft, id: ItemId): ItemState {
  const item = stateOf(draft).items[id];
  if (!item) throw new Error(`no item ${id}`);
  return item;
}

export function itemPlan(plan: CasePlan, id: ItemId): ItemPlan {
  const found = plan.items.find((item) => item.id === id);
  if (!found) throw new Error(`the plan has no item ${id}`);
  return found;
}

export function departmentPlan(plan: CasePlan, id: string): DepartmentPlan {
  const found = plan.departments.find((department) => department.id === id);
  if (!found) throw new Error(`the plan has no department ${id}`);
  return found;
}
