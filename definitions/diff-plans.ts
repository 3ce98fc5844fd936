import type { CasePlan } from '../workflows/case/case-plan.ts';
import { beforeReceiptDifferences } from './diff/before-receipt.ts';
import { type Difference, difference, same } from './diff/difference.ts';
import { intakeDifferences } from './diff/intake.ts';
import { itemDifferences } from './diff/items.ts';
import { limitDifferences } from './diff/limits.ts';

export type { Difference } from './diff/difference.ts';

/** What a new version of a service changes, in legal terms; empty when only words were changed. */
export function diffPlans(before: CasePlan, after: CasePlan): Difference[] {
  const { code } = after.service;
  return [
    ...(before.service.code === code ? [] : [difference('other', 'service.code', code, `服务由“${before.service.code}”改为“${code}”`, `The service is “${code}” (was “${before.service.code}”)`)]),
    ...(before.handling.mode === after.handling.mode ? [] : [difference('other', 'handling.mode', code, `办理方式由${before.handling.mode}改为${after.handling.mode}`, `Handling is ${after.handling.mode} (was ${before.handling.mode})`)]),
    ...(same(before.handling.decision, after.handling.decision) ? [] : [difference('other', 'handling.decision', code, '办理方式所依据的政府决定有变', 'Another decision is behind the mode of handling')]),
    ...(before.handling.jointClock === after.handling.jointClock ? [] : [difference('other', 'handling.jointClock', code, `联合办理期限的停止规则由${before.handling.jointClock}改为${after.handling.jointClock}`, `The joint clock stands still under another rule: ${after.handling.jointClock} (was ${before.handling.jointClock})`)]),
    ...(before.correction.whenOver === after.correction.whenOver ? [] : [difference(after.correction.whenOver === 'lapse' ? 'heavier' : 'lighter', 'correction.whenOver', code,
      after.correction.whenOver === 'lapse' ? '逾期未补正的改为视为放弃申请' : '逾期未补正的改为由部门决定不予受理', after.correction.whenOver === 'lapse' ? 'What is not corrected in time lapses' : 'What is not corrected in time is put to its department')]),
    ...(before.outcome.allOrNothingAllowed === after.outcome.allOrNothingAllowed ? [] : [difference('other', 'outcome.allOrNothing', code,
      after.outcome.allOrNothingAllowed ? '申请人可以选择各事项一并办理' : '申请人不再可以选择各事项一并办理', `The applicant may ${after.outcome.allOrNothingAllowed ? '' : 'no longer '}choose that all items stand or fall together`)]),
    ...beforeReceiptDifferences(before, after),
    ...limitDifferences({ zh: '审查期限', en: 'Examination' }, code, before.examination, after.examination),
    ...limitDifferences({ zh: '补正期限', en: 'Correction' }, code, before.correction.limit, after.correction.limit, 'applicant'),
    ...limitDifferences({ zh: '联合办理期限', en: 'Joint limit' }, code, before.joint, after.joint),
    ...limitDifferences({ zh: '送达期限', en: 'Delivery' }, code, before.delivery, after.delivery),
    ...limitDifferences({ zh: '征求部门意见的期限', en: 'Consultation' }, code, before.consultation?.limit, after.consultation?.limit),
    ...itemDifferences(before, after),
    ...intakeDifferences(before, after),
  ];
}
