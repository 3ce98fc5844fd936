import type { Actor } from './actor.ts';
import type { CommandOf } from './command-table.ts';
import type { CaseState, ItemState } from './case-state.ts';
import { newClock } from './clock.ts';
import { type Draft, emit, itemPlan } from './draft.ts';
import { itemFor, requireDepartment } from './item-event.ts';
import { dateOf } from './plain-date.ts';
import { Refused } from './refuse.ts';

/**
 * 审管联动: a grant is pushed to the department that supervises what was granted. The store files the push in the department's
 * outbox, whence its system fetches it. Where the definition gives a time, the department says that it has taken over.
 * An act, like the grant it follows.
 */
export function pushToSupervision(draft: Draft, item: ItemState, document: string): void {
  const { supervision } = itemPlan(draft.plan, item.id);
  if (!supervision) return;
  const { department, within } = supervision;
  const clock = within
    ? newClock({ id: `supervision:${item.id}`, kind: 'supervision', item: item.id, department, dayZero: dateOf(draft.real), limit: within, since: draft.real })
    : null;
  emit(draft, { kind: 'supervisionPushed', item: item.id, department, document, clock }, { act: true });
}

/** The supervising department has taken what was granted into its supervision. */
export function acknowledgeSupervision(draft: Draft, { with: args }: CommandOf<'acknowledgeSupervision'>): void {
  const item = itemFor(draft, args.item, { anyDepartment: true });
  const { supervision } = item;
  if (!supervision?.clock) throw new Refused('supervision.notAwaited', { item: item.id });
  requireDepartment(draft, supervision.department);
  if (supervision.acknowledged) throw new Refused('supervision.alreadyAcknowledged', { item: item.id, when: supervision.acknowledged.on });
  emit(draft, { kind: 'supervisionAcknowledged', item: item.id, department: supervision.department, note: args.note ?? null });
}

/** Items of which the supervising department has not said yet that it has taken over. */
export function awaitingSupervision({ items }: CaseState): readonly ItemState[] {
  return Object.values(items).filter(({ supervision }) => supervision?.clock && !supervision.acknowledged);
}

export function mayAcknowledge({ department }: Actor, { supervision }: ItemState): boolean {
  return supervision?.clock != null && !supervision.acknowledged && supervision.department === department;
}
