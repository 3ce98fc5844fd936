import type { CasePlan } from '../../workflows/case/case-plan.ts';
import type { Defect } from '../../workflows/case/case-state.ts';
import type { Form } from '../../workflows/case/condition.ts';
import { applies } from '../../workflows/case/form.ts';
import type { Receipt } from '../../workflows/case/receipt.ts';
import { regionOf } from '../proof/receipt.ts';
import { defectsOf } from '../proof/what-may-be-said.ts';
import type { Fate } from './fate.ts';

/** What a department complains of, for each item of a plan; null where an item needs nothing that could be deficient. */
export function defectsOfPlan(plan: CasePlan): readonly (Defect | null)[] {
  return plan.items.map((item) => defectsOf(plan, item.id)[0] ?? null);
}

/** Receipts of a service: all alike but for the form and what the window finds on the spot. */
export function receiptsOf(plan: CasePlan, defects: readonly (Defect | null)[]): (caseNo: string, form: Form, fate: Fate) => Receipt {
  const common = {
    region: regionOf(plan), window: '综合窗口', by: { id: 'clerk', name: '窗口人员', role: 'clerk' as const }, agent: null,
    applicant: { id: 'applicant', kind: 'person' as const, name: '申请人', idNumber: '371302199001010014', phone: '13805390000' },
    serviceWay: 'electronic' as const, policy: 'separable' as const, materials: [],
  };
  return (caseNo, form, fate) => ({ ...common, caseNo, form, onTheSpot: onTheSpot(plan, defects, fate, form) });
}

function onTheSpot(plan: CasePlan, defects: readonly (Defect | null)[], fate: Fate, form: Form): Receipt['onTheSpot'] {
  return plan.items.flatMap((item, index) => {
    const defect = defects[index];
    const found = item.examination.mode === 'onTheSpot' && fate.items[index]!.deficient && defect && applies(item, form);
    return found ? [{ item: item.id, defects: [defect] }] : [];
  });
}
