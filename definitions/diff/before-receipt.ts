import type { CasePlan, ConsentPlan } from '../../workflows/case/case-plan.ts';
import { compared, type Difference, difference, same } from './difference.ts';
import { limitDifferences } from './limits.ts';

/** What changed about an application before its receipt: online or not, within which limits, with whose consent. */
export function beforeReceiptDifferences(before: CasePlan, after: CasePlan): Difference[] {
  const { code } = after.service;
  const [old, now] = [before.preReview, after.preReview];
  const consents = compared(before.consents ?? [], after.consents ?? [], (one) => one.id);
  return [
    ...(!old && now ? [difference('lighter', 'preReview.added', code, '可以网上申请', 'Can be applied for online')] : []),
    ...(old && !now ? [difference('heavier', 'preReview.removed', code, '不再可以网上申请', 'Cannot be applied for online any more')] : []),
    ...(old && now ? [
      ...limitDifferences({ zh: '网上预审时限', en: 'Pre-review' }, code, old.limit, now.limit),
      ...limitDifferences({ zh: '特别复杂的网上预审时限', en: 'Pre-review of complex drafts' }, code, old.complexLimit, now.complexLimit),
      ...limitDifferences({ zh: '网上申请保留期', en: 'Time for which a draft is kept' }, code, old.draftKept, now.draftKept, 'applicant'),
    ] : []),
    ...consents.removed.map((one) => difference('lighter', 'consent.removed', one.id, `不再需要${one.who.zh}同意`, `The consent of “${one.who.en}” is not needed any more`)),
    ...consents.added.map((one) => difference('heavier', 'consent.added', one.id, `新增须经${one.who.zh}同意：${one.to.zh}`, `The consent of “${one.who.en}” is needed: ${one.to.en}`)),
    ...consents.kept.flatMap(([a, b]) => ofConsent(a, b)),
  ];
}

function ofConsent(old: ConsentPlan, now: ConsentPlan): Difference[] {
  const say = (what: string, zh: string, en: string) => difference('other', `consent.${what}`, now.id, `${now.who.zh}的同意：${zh}`, `The consent of “${now.who.en}” ${en}`);
  return [
    ...(same(old.condition, now.condition) ? [] : [say('condition', '条件有变', 'is needed on another condition')]),
    ...(same(old.items, now.items) ? [] : [say('items', '涉及的事项有变', 'is needed for other items')]),
    ...(same(old.persons, now.persons) ? [] : [say('persons', '由申请表的其他字段指明', 'is given by persons whom other fields name')]),
    ...(same(old.to, now.to) ? [] : [say('to', `同意的内容改为${now.to.zh}`, `is to something else: ${now.to.en}`)]),
    ...(same(old.basis, now.basis) ? [] : [say('basis', '依据有变', 'rests on another basis')]),
  ];
}
