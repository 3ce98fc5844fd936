import type { Actor } from './actor.ts';
import type { DepartmentId, ItemId } from './case-plan.ts';
import type { ItemState } from './case-state.ts';
import { type Draft, stateOf } from './draft.ts';
import { FINAL, type ItemEvent, type ItemStateName, moveItem } from './item-machine.ts';
import { localTime } from './plain-date.ts';
import { notStarted } from './predecessors.ts';
import { Refused } from './refuse.ts';

/** The item a command names, if the person may act on it; with `anyDepartment` whose it is is asked elsewhere. */
export function itemFor(draft: Draft, id: ItemId, { anyDepartment = false } = {}): ItemState {
  const { items } = stateOf(draft);
  const item = Object.hasOwn(items, id) ? items[id] : undefined;
  if (!item) throw new Refused('item.unknown', { item: id, items: Object.keys(items).join(', ') });
  if (!anyDepartment && !isHisItem(draft.actor, item)) requireDepartment(draft, item.department);
  return item;
}

/** Officers act on their department's items; applicants, the window, managers and the government on every item. */
export function isHisItem({ role, department }: Actor, item: ItemState): boolean {
  return !(role === 'reviewer' || role === 'approver' || role === 'headOfAuthority') || department === item.department;
}

export function requireDepartment(draft: Draft, department: DepartmentId): void {
  if (draft.actor.department !== department) {
    throw new Refused('actor.wrongDepartment', { department, actor: draft.actor.department ?? draft.actor.id });
  }
}

/** Refuses what is about an item that is decided or has left. */
export function requireUndecided(draft: Draft, item: ItemState): void {
  if (FINAL.includes(item.state)) {
    throw new Refused('item.alreadyDecided', { item: item.id, state: item.state, when: whenSettled(draft, item), who: whoSettled(item) });
  }
}

/** Where the statechart takes the item; refuses, in words that fit, when it goes nowhere. */
export function moveOrRefuse(draft: Draft, item: ItemState, event: ItemEvent): ItemStateName {
  const moved = moveItem(item.state, event);
  if ('to' in moved) return moved.to;
  const params = { item: item.id, state: item.state, when: whenSettled(draft, item), who: whoSettled(item) };
  if (moved.refused !== 'command.notNow') throw new Refused(moved.refused, params);
  if (FINAL.includes(item.state)) throw new Refused('item.alreadyDecided', params);
  if (item.state === 'waiting') throw notStarted(draft, item);
  if (event.type === 'confirm' || event.type === 'return') throw new Refused('confirm.nothingProposed', params);
  throw new Refused('command.notNow', params);
}

/** Moves an item by a rule of the law, where the statechart must have an answer. */
export function moved(item: ItemState, event: ItemEvent): { item: ItemId; to: ItemStateName } {
  const result = moveItem(item.state, event);
  if (!('to' in result)) throw new Error(`${event.type} does not move ${item.id} from ${item.state}`);
  return { item: item.id, to: result.to };
}

function whenSettled(draft: Draft, item: ItemState): string {
  const state = stateOf(draft);
  if (item.decision) return localTime(item.decision.at);
  return item.leftOn ?? state.acceptance?.issuedOn ?? (state.notice ? localTime(state.notice.issuedAt) : '—');
}

function whoSettled(item: ItemState): string {
  return item.decision?.approver?.name ?? item.decision?.reviewer?.name ?? '—';
}
