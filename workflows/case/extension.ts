import type { CommandOf } from './command-table.ts';
import type { ExtensionRule, LegalBasis } from './case-plan.ts';
import type { ItemState } from './case-state.ts';
import { type Clock, isOpen, read } from './clock.ts';
import { type Draft, emit, itemPlan, stateOf } from './draft.ts';
import { itemFor } from './item-event.ts';
import { issue, nextNumber } from './paper.ts';
import { instantOf, localTime } from './plain-date.ts';
import { Refused } from './refuse.ts';

/**
 * Once per clock, asked *and* approved before the deadline, by the right head. Allowed while the clock stands still.
 * @see ALL art. 42: +10 by the head of the authority, +15 by the head of the same-level government for a joint limit
 */
export function requestExtension(draft: Draft, { with: args }: CommandOf<'requestExtension'>): void {
  const { clock, rule } = extendable(draft, args.item);
  requireNotOver(clock);
  const known = stateOf(draft).extensions[clock.id];
  if (known?.state === 'approved') throw new Refused('extension.onlyOnce');
  if (known?.state === 'requested') throw new Refused('extension.pending');
  if (args.days > rule.cap) throw new Refused('extension.tooLong', { cap: rule.cap });
  emit(draft, { kind: 'extensionRequested', clock: clock.id, days: args.days, reason: args.reason });
}

export function approveExtension(draft: Draft, { with: args }: CommandOf<'approveExtension'>): void {
  const { clock, rule, item, basis } = extendable(draft, args.item);
  requireHead(draft, rule);
  requireNotOver(clock);
  const request = requested(draft, clock);
  const before = read(clock, draft.calendar, draft.plan.warningThreshold);
  const after = read({ ...clock, extendedBy: request.days }, draft.calendar, draft.plan.warningThreshold);
  emit(draft, {
    kind: 'extensionApproved', clock: clock.id, days: request.days, document: nextNumber(stateOf(draft), 'extension'),
    stillYellow: clock.warned && after.warnOn !== null && instantOf(after.warnOn) <= draft.now,
  });
  issue(draft, {
    kind: 'extension', ...(item ? { item } : {}), basis: [basis],
    data: {
      acceptedOn: stateOf(draft).acceptance!.effectiveOn, oldDueOn: before.dueOn, newDueOn: after.dueOn, days: request.days, unit: clock.limit.unit,
      requestedOn: request.requestedOn, reason: request.reason, approvedBy: draft.actor.name, approverRole: rule.by, joint: item === null,
    },
  });
}

export function rejectExtension(draft: Draft, { with: args }: CommandOf<'rejectExtension'>): void {
  const { clock, rule } = extendable(draft, args.item);
  requireHead(draft, rule);
  requested(draft, clock);
  emit(draft, { kind: 'extensionRejected', clock: clock.id, reason: args.reason });
}

/** The clock that may be extended: an item's statutory one, or the joint one. */
function extendable(draft: Draft, id: string | undefined): { clock: Clock; rule: ExtensionRule; item: ItemState | null; basis: LegalBasis } {
  const item = id === undefined ? null : itemFor(draft, id);
  const limit = item ? itemPlan(draft.plan, item.id).limits.statutory : draft.plan.joint;
  const clock = stateOf(draft).clocks[item ? `statutory:${item.id}` : 'joint'];
  if (!clock || !isOpen(clock) || !limit?.extension) throw new Refused('extension.noSuchClock');
  return { clock, rule: limit.extension, item, basis: limit.extension.basis };
}

function requested(draft: Draft, clock: Clock) {
  const request = stateOf(draft).extensions[clock.id];
  if (request?.state === 'approved') throw new Refused('extension.onlyOnce');
  if (request?.state !== 'requested') throw new Refused('extension.notRequested');
  return request;
}

function requireHead(draft: Draft, rule: ExtensionRule): void {
  if (draft.actor.role !== rule.by) throw new Refused('extension.wrongHead', { needed: rule.by });
}

function requireNotOver(clock: Clock): void {
  if (clock.ranOutAt !== null) throw new Refused('extension.afterExpiry', { when: localTime(clock.ranOutAt) });
}
