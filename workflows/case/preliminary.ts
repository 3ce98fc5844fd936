import type { Actor } from './actor.ts';
import type { DepartmentId, ItemPlan } from './case-plan.ts';
import type { ItemState } from './case-state.ts';
import type { CommandOf } from './command-table.ts';
import { newClock } from './clock.ts';
import type { DocumentData } from './document.ts';
import { departmentPlan, type Draft, emit, itemOf, itemPlan, stateOf, today } from './draft.ts';
import { itemClocks } from './item-clocks.ts';
import { duties } from './item-duties.ts';
import { itemFor, moved, requireDepartment } from './item-event.ts';
import type { PlainDate } from './plain-date.ts';
import { Refused } from './refuse.ts';

/**
 * 下级初审: an item that a higher authority decides is first examined by a lower one, on its own clock. It finds everything
 * that the applicant gave; nothing is asked for again. Only with its opinion does the deciding department's own limit begin.
 *
 * Art. 43 gives the lower authority its own 20 days beside the 20 of art. 42; whether the latter include the former the law
 * does not say. Here they follow each other, while a joint limit runs on through both: it is the whole handling's.
 * @see ALL art. 35, 43
 */
export function startPreliminary(draft: Draft, item: ItemState, plan: ItemPlan & Required<Pick<ItemPlan, 'preliminary'>>, dayZero: PlainDate): void {
  const { department, limit } = plan.preliminary;
  const clock = newClock({ id: `preliminary:${item.id}`, kind: 'preliminary', item: item.id, department, dayZero, limit, since: draft.now });
  emit(draft, { kind: 'preliminaryStarted', ...moved(item, { type: 'startPreliminary' }), department, dayZero, clock });
}

/** The lower authority passes its opinion and all materials up. The opinion binds nobody: the deciding department examines and decides. */
export function reportPreliminary(draft: Draft, { with: args }: CommandOf<'reportPreliminary'>): void {
  const item = itemFor(draft, args.item, { anyDepartment: true });
  const { preliminary } = itemPlan(draft.plan, item.id);
  if (!preliminary) throw new Refused('preliminary.none', { item: item.id });
  requireDepartment(draft, preliminary.department);
  if (item.state !== 'preliminary') {
    throw item.preliminary?.report
      ? new Refused('preliminary.alreadyReported', { item: item.id, when: item.preliminary.report.on })
      : new Refused('command.notNow', { state: item.state, when: '—' });
  }
  emit(draft, { kind: 'preliminaryReported', item: item.id, department: preliminary.department, meets: args.meets, opinion: args.opinion });
  const clocks = itemClocks(draft, itemPlan(draft.plan, item.id), today(draft));
  emit(draft, { kind: 'itemStarted', ...moved(itemOf(draft, item.id), { type: 'start' }), dayZero: today(draft), clocks, ...duties(itemPlan(draft.plan, item.id), stateOf(draft).form) });
}

/** Whose turn it is: the lower authority's until it has reported, then its own department's. */
export function inHandOf({ state, preliminary, department }: ItemState): DepartmentId {
  return state === 'preliminary' && preliminary ? preliminary.department : department;
}

export function mayReport({ role, department }: Actor, item: ItemState): boolean {
  return role === 'reviewer' && item.state === 'preliminary' && item.preliminary?.department === department;
}

/** What a decision says of the examination before it. */
export function preliminaryData(draft: Draft, { preliminary }: ItemState): DocumentData {
  if (!preliminary?.report) return {};
  const { meets, on } = preliminary.report;
  return { preliminary: { department: departmentPlan(draft.plan, preliminary.department).name, on, meets } };
}
