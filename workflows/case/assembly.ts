import type { ItemState } from './case-state.ts';
import type { DocumentKind } from './document.ts';
import { type Draft, emit, enter, itemPlan, itemsOf, stateOf } from './draft.ts';
import { FINAL } from './item-machine.ts';
import { ALL_26, ALL_38_1 } from './law.ts';
import { issue, nextNumber } from './paper.ts';
import { dateOf } from './plain-date.ts';

/** Every item is settled: one packet names each item's outcome. Grants stand whatever became of the others. */
export function assemble(draft: Draft): void {
  const { plan } = draft;
  emit(draft, { kind: 'caseAssembled', on: dateOf(draft.real), document: nextNumber(stateOf(draft), 'decisionPacket') }, { act: true });
  enter(draft, { type: 'allDecided' }, { act: true });
  issue(draft, {
    kind: 'decisionPacket', basis: [plan.handling.decision ? ALL_26 : ALL_38_1, ...(plan.handling.decision ? [plan.handling.decision] : [])],
    data: {
      acceptedOn: stateOf(draft).acceptance!.effectiveOn,
      policy: stateOf(draft).policy,
      items: itemsOf(draft).map((item) => ({
        name: itemPlan(plan, item.id).name,
        department: plan.departments.find((one) => one.id === item.department)!.name,
        outcome: item.state,
        on: item.decision?.on ?? item.leftOn,
        document: item.decision?.document ?? leavingPaper(draft, item.id),
        result: item.state === 'granted' ? itemPlan(plan, item.id).result.name : null,
        reasons: reasonsOf(item),
      })),
    },
  });
}

function reasonsOf(item: ItemState): string | null {
  if (item.state === 'refused') return item.proposal?.reasons ?? null;
  if (item.state === 'withdrawn') return item.withdrawnBecause ?? null;
  return item.nonAcceptance?.reasons ?? item.outOfScope?.reason ?? null;
}

/** The number of the paper with which an item left before acceptance. */
function leavingPaper(draft: Draft, item: string): string | null {
  return stateOf(draft).documents.findLast((one) => one.item === item && LEAVING.includes(one.kind))?.number ?? null;
}

const LEAVING: readonly DocumentKind[] = ['noLicenceNeeded', 'nonAcceptance', 'lapse'];

export function allSettled(draft: Draft): boolean {
  return itemsOf(draft).every((item) => FINAL.includes(item.state));
}

export function allServed(draft: Draft): boolean {
  return itemsOf(draft).every((item) => item.state !== 'granted' || item.delivery?.servedOn);
}
