import type { ItemId, ItemPlan, LegalBasis } from './case-plan.ts';
import type { CaseState } from './case-state.ts';
import { isGrantedAtOnce } from './commitment.ts';
import { holds } from './condition.ts';
import { type Draft, emit, itemPlan, itemsOf, stateOf, today } from './draft.ts';
import { grant } from './decision.ts';
import { awaitsDeferred } from './deferred.ts';
import { itemClocks } from './item-clocks.ts';
import { duties, heard } from './item-duties.ts';
import { moved } from './item-event.ts';
import { IN_HANDLING } from './item-machine.ts';
import type { PlainDate } from './plain-date.ts';
import { isNotNeeded, predecessorsOf, settledOn } from './predecessors.ts';
import { startPreliminary } from './preliminary.ts';
import { formAndResults } from './result-values.ts';
import { startDate } from './start-date.ts';

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
    const plan = itemPlan(draft.plan, id);
    const from = startDate(plan, stateOf(draft).form, draft.calendar);
    const ready = latest([stateOf(draft).acceptance!.effectiveOn, ...predecessors.flatMap((one) => settledOn(one) ?? [])]);
    if (missing.length > 0) {
      emit(draft, { kind: 'itemBlocked', ...moved(item, { type: 'block' }), blockedBy: missing.map((one) => one.id), clocks: itemClocks(draft, plan, ready), ...heard(plan) });
    } else if (predecessors.every((one) => one.state === 'granted')) {
      if (plan.conditionOnResult && !holds(plan.conditionOnResult, formAndResults(stateOf(draft)))) {
        emit(draft, { kind: 'itemDropped', ...moved(item, { type: 'drop' }), onResult: true });
        continue;
      }
      if (from !== null && from > today(draft)) continue;
      const waited = from !== null && from > ready;
      const dayZero = waited ? from : ready;
      const { preliminary } = plan;
      if (preliminary) {
        startPreliminary(draft, item, { ...plan, preliminary }, dayZero);
        continue;
      }
      const clocks = itemClocks(draft, plan, dayZero);
      emit(draft, { kind: 'itemStarted', ...moved(item, { type: 'start' }), dayZero, clocks, ...(waited ? { waited: plan.notBefore!.basis } : {}), ...duties(plan, stateOf(draft).form) });
      const opinion = opinionByRule(stateOf(draft), plan);
      if (opinion && !awaitsDeferred(stateOf(draft), id)) grant(draft, stateOf(draft).items[id]!, { byRule: true, opinion, reviewer: null, approver: null });
    }
  }
}

/** Items for which everything is there but the day on which they may start. */
export function awaitedStarts(draft: Draft): readonly { readonly id: ItemId; readonly date: PlainDate; readonly basis: LegalBasis }[] {
  return draft.plan.items.flatMap((plan) => {
    const item = plan.notBefore ? stateOf(draft).items[plan.id] : undefined;
    if (item?.state !== 'waiting' || !predecessorsOf(draft, item).every((one) => one.state === 'granted')) return [];
    const date = startDate(plan, stateOf(draft).form, draft.calendar);
    return date !== null ? [{ id: plan.id, date, basis: plan.notBefore!.basis }] : [];
  });
}

/** A main item that was refused or has left puts every undecided one to its department: without it they have no object. */
export function blockWithoutMain(draft: Draft): void {
  for (const { id } of draft.plan.items.filter((one) => one.main)) {
    const main = stateOf(draft).items[id];
    if (!main || settledOn(main) === null || main.state === 'granted' || isNotNeeded(main)) continue;
    for (const item of itemsOf(draft)) {
      if (!IN_HANDLING.includes(item.state) || item.blockedBy.includes(id)) continue;
      const clocks = item.state === 'waiting' ? itemClocks(draft, itemPlan(draft.plan, item.id), latest([stateOf(draft).acceptance!.effectiveOn, settledOn(main)!])) : [];
      const to = item.state === 'blocked' ? item.state : moved(item, { type: 'block' }).to;
      emit(draft, { kind: 'itemBlocked', item: item.id, to, blockedBy: [...item.blockedBy, id], clocks, ...(item.state === 'waiting' ? heard(itemPlan(draft.plan, item.id)) : {}) });
    }
  }
}

/** On what an item is granted when it starts, without a person; null: a person decides. */
function opinionByRule(state: CaseState, item: ItemPlan): string | null {
  if (item.instant && !item.hearing && !item.onSiteCheck && holds(item.instant, state.form)) return '按规则即时办结';
  return !item.hearing && isGrantedAtOnce(state, item) ? '按申请人的书面承诺当场准予，事后核查' : null;
}

function latest(dates: readonly PlainDate[]): PlainDate {
  return dates.reduce((last, one) => (one > last ? one : last));
}
