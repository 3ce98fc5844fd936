import type { ItemPlan, Limit } from './case-plan.ts';
import type { ItemState } from './case-state.ts';
import { type Clock, type ClockKind, newClock } from './clock.ts';
import { holds } from './condition.ts';
import { type Draft, emit, itemPlan, itemsOf, stateOf } from './draft.ts';
import { grant } from './decision.ts';
import { awaitsDeferred } from './deferred.ts';
import { moved } from './item-event.ts';
import type { PlainDate } from './plain-date.ts';

/**
 * Starts every accepted item whose predecessors are granted, and puts to its department every item one of whose
 * predecessors will never be. An item that was not part of the case, dropped out of it, or needs no licence, holds nobody up.
 */
export function startItems(draft: Draft): void {
  for (const { id } of draft.plan.items) {
    const item = stateOf(draft).items[id];
    if (item?.state !== 'waiting') continue;
    const predecessors = predecessorsOf(draft, item);
    const missing = predecessors.filter((one) => settledOn(one) !== null && one.state !== 'granted');
    const dayZero = latest([stateOf(draft).acceptance!.effectiveOn, ...predecessors.flatMap((one) => settledOn(one) ?? [])]);
    const plan = itemPlan(draft.plan, id);
    const clocks = itemClocks(draft, plan, dayZero);
    if (missing.length > 0) {
      emit(draft, { kind: 'itemBlocked', ...moved(item, { type: 'block' }), blockedBy: missing.map((one) => one.id), clocks, ...heard(plan) });
    } else if (predecessors.every((one) => one.state === 'granted')) {
      emit(draft, { kind: 'itemStarted', ...moved(item, { type: 'start' }), dayZero, clocks, ...needs(plan) });
      if (plan.instant && !plan.hearing && !plan.onSiteCheck && holds(plan.instant, stateOf(draft).form) && !awaitsDeferred(stateOf(draft), id)) {
        grant(draft, stateOf(draft).items[id]!, { byRule: true, opinion: '按规则即时办结', reviewer: null, approver: null });
      }
    }
  }
}

/** The clocks of one item: its law's own, its part of the joint limit, and the promise. */
export function itemClocks(draft: Draft, item: ItemPlan, dayZero: PlainDate): Clock[] {
  const of = (kind: ClockKind, limit: Limit | undefined) =>
    limit ? [newClock({ id: `${kind}:${item.id}`, kind, item: item.id, department: item.department, dayZero, limit, since: draft.now })] : [];
  const { statutory, internal, promised } = item.limits;
  return [...of('statutory', statutory), ...of('internal', internal), ...of('promised', promised)];
}

const heard = ({ hearing }: ItemPlan) => (hearing ? { hearing: hearing.held } : {});
/** What has to be done before the decision. A refusal for want of a predecessor needs no look at the site. */
const needs = (plan: ItemPlan) => ({ ...heard(plan), ...(plan.onSiteCheck ? { siteCheck: true as const } : {}) });

function predecessorsOf(draft: Draft, item: ItemState): readonly ItemState[] {
  const { dependsOn } = itemPlan(draft.plan, item.id);
  return itemsOf(draft).filter((one) => dependsOn.includes(one.id) && !isNotNeeded(one));
}

function isNotNeeded(item: ItemState): boolean {
  return item.state === 'dropped' || (item.state === 'outOfScope' && item.outOfScope?.ground === 'noLicenceNeeded');
}

function settledOn(item: ItemState): PlainDate | null {
  return item.decision?.on ?? item.leftOn;
}

function latest(dates: readonly PlainDate[]): PlainDate {
  return dates.reduce((last, one) => (one > last ? one : last));
}
