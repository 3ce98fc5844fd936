import type { CasePlan } from '../../workflows/case/case-plan.ts';
import type { Defect } from '../../workflows/case/case-state.ts';
import type { Form } from '../../workflows/case/condition.ts';
import { consentsNeeded } from '../../workflows/case/consent.ts';
import { applies, checkForm } from '../../workflows/case/form.ts';
import type { Receipt } from '../../workflows/case/receipt.ts';
import { Refused } from '../../workflows/case/refuse.ts';
import { regionOf } from '../proof/receipt.ts';
import { defectsOf } from '../proof/what-may-be-said.ts';
import { chosenOn, planAsChosen } from '../chosen.ts';
import type { Fate } from './fate.ts';

/** What a department complains of, for each item of a plan; null where an item needs nothing that could be deficient. */
export function defectsOfPlan(plan: CasePlan): readonly (Defect | null)[] {
  return plan.items.map((item) => defectsOf(plan, item.id)[0] ?? null);
}

const APPLICANT = { id: 'applicant', kind: 'person' as const, name: '申请人', idNumber: '371302199001010014', phone: '13805390000' };

/** Whether a case can come in with this form: it fits, something applies, and it names whoever must consent. */
export function isReceivable(plan: CasePlan, form: Form): boolean {
  const own = planAsChosen(plan, form);
  const items = own.items.filter((item) => applies(item, form));
  if (items.length === 0 || checkForm(own, form).length > 0) return false;
  try {
    consentsNeeded(own, { form, applicant: APPLICANT }, items);
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}

/** Receipts of a service, with every consent and whatever optional items the form answers for: all alike but for the form and what the window finds on the spot. */
export function receiptsOf(plan: CasePlan, defects: readonly (Defect | null)[]): (caseNo: string, form: Form, fate: Fate) => Receipt {
  const common = {
    region: regionOf(plan), window: '综合窗口', by: { id: 'clerk', name: '窗口人员', role: 'clerk' as const }, agent: null,
    applicant: APPLICANT,
    serviceWay: 'electronic' as const, policy: 'separable' as const, materials: [],
  };
  return (caseNo, form, fate) => {
    const own = planAsChosen(plan, form);
    const consents = consentsNeeded(own, { form, applicant: APPLICANT }, own.items.filter((item) => applies(item, form)));
    return {
      ...common, caseNo, form, chosen: chosenOn(plan, form), onTheSpot: onTheSpot(own, defects, fate, form),
      ...(consents.length > 0 ? { consents: consents.map(({ consent, person }) => ({ consent, person, document: '当面签字' })) } : {}),
    };
  };
}

function onTheSpot(plan: CasePlan, defects: readonly (Defect | null)[], fate: Fate, form: Form): Receipt['onTheSpot'] {
  return plan.items.flatMap((item, index) => {
    const defect = defects[index];
    const found = item.examination.mode === 'onTheSpot' && fate.items[index]!.deficient && defect && applies(item, form);
    return found ? [{ item: item.id, defects: [defect] }] : [];
  });
}
