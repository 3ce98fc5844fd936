import type { CommandOf } from './command-table.ts';
import type { CaseState, DeferredMaterial } from './case-state.ts';
import type { Deferral } from './case-change.ts';
import type { ItemId, ItemPlan } from './case-plan.ts';
import { endsFirst, newClock, read } from './clock.ts';
import type { Promises } from './commitment.ts';
import { needsLeft } from './needs-left.ts';
import { type Draft, emit, stateOf } from './draft.ts';
import type { PlainDate } from './plain-date.ts';
import { Refused } from './refuse.ts';
import { supplied } from './supplied.ts';

/**
 * 容缺受理: what the applicant promised at receipt to bring later. Every item that needs such a material must allow it; the
 * shortest of their limits runs from the day of receipt. Until it is in, no such item can be granted.
 */
export function deferrals({ plan, calendar, now }: Draft, { deferred = [], committed = [], form, materials: given }: Promises, items: readonly ItemPlan[], dayZero: PlainDate): Deferral[] {
  return deferred.map((code) => {
    const material = plan.materials.find((one) => one.code === code);
    if (!material) throw new Refused('material.unknown', { material: code });
    const needs = needsLeft(material, items, form, committed);
    const [first, ...others] = needs.flatMap((need) => need.deferrable ?? []);
    if (!first || others.length + 1 < needs.length || given.some((one) => one.material === code)) {
      throw new Refused('receipt.notDeferrable', { material: code });
    }
    const clock = newClock({ id: `deferred:${code}`, kind: 'deferred', dayZero, limit: endsFirst([first, ...others], dayZero, calendar), since: now });
    return { material: code, items: needs.map((need) => need.item), clock };
  });
}

/** The applicant brings what he promised. */
export function supplyDeferred(draft: Draft, { with: args }: CommandOf<'supplyDeferred'>): void {
  const open = openDeferred(stateOf(draft));
  const stray = args.materials.find(({ material }) => !open.some((one) => one.material === material));
  if (args.materials.length === 0 || stray) throw new Refused('deferred.notPromised', { material: stray?.material ?? '—', materials: open.map((one) => one.material).join(', ') || '—' });
  emit(draft, { kind: 'deferredSupplied', materials: supplied(draft, args.materials) });
}

/** What was promised, is not in yet, and still matters to somebody. */
export function openDeferred(state: CaseState): readonly DeferredMaterial[] {
  return state.deferred.filter((one) => one.suppliedOn === null && state.clocks[one.clock]!.stoppedAt === null);
}

export function awaitsDeferred(state: CaseState, item: ItemId): DeferredMaterial | undefined {
  return openDeferred(state).find((one) => one.items.includes(item));
}

/** The day by which it was promised. */
export function dueOf({ plan, calendar, current }: Draft, { clock }: DeferredMaterial): PlainDate | '—' {
  return read(current!.clocks[clock]!, calendar, plan.warningThreshold).dueOn ?? '—';
}
