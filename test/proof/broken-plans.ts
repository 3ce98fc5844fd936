import type { PropertyId } from '../../definitions/proof/properties/property.ts';
import type { CasePlan, ItemPlan, LegalBasis } from '../../workflows/case/case-plan.ts';

/** A plan that no definition may become, and the property by which the prover must find it out. */
export interface BrokenPlan {
  readonly name: string;
  readonly breaks: PropertyId;
  readonly items: readonly string[];
  readonly spoil: (plan: CasePlan) => CasePlan;
}

const NOWHERE: LegalBasis = { law: ' ', article: null, kind: 'law', verified: false };
const RULE: LegalBasis = { law: '某办法', article: null, kind: 'rule', verified: false };

const items = (plan: CasePlan, change: (item: ItemPlan) => ItemPlan): CasePlan => ({ ...plan, items: plan.items.map(change) });
const waitsFor = (plan: CasePlan, waits: Readonly<Record<string, readonly string[]>>): CasePlan =>
  items(plan, (item) => ({ ...item, dependsOn: waits[item.id] ?? item.dependsOn }));

export const BROKEN_PLANS: readonly BrokenPlan[] = [
  {
    name: 'two items wait for each other', breaks: 'ends', items: ['business-licence-check', 'staff-health'],
    spoil: (plan) => waitsFor(plan, { 'business-licence-check': ['staff-health'], 'staff-health': ['business-licence-check'] }),
  },
  {
    name: 'three items wait in a circle', breaks: 'deadline', items: ['birth-certificate', 'household-registration', 'social-security-card'],
    spoil: (plan) => waitsFor(plan, { 'birth-certificate': ['social-security-card'] }),
  },
  {
    name: 'an item has no authority anywhere', breaks: 'received', items: ['food-licence'],
    spoil: (plan) => ({ ...plan, departments: plan.departments.map((one) => (one.id === 'market-regulation' ? { ...one, authorities: [] } : one)) }),
  },
  {
    name: 'an item belongs to no department', breaks: 'answers', items: ['food-licence'],
    spoil: (plan) => items(plan, (item) => ({ ...item, department: 'nobody' })),
  },
  {
    name: 'a site visit stops the clock by a mere rule', breaks: 'suspension', items: ['food-licence'],
    spoil: (plan) => items(plan, (item) => ({ ...item, procedures: item.procedures.map((one) => ({ ...one, stopsClock: RULE })) })),
  },
  {
    name: 'a testing stops the clock and names no law', breaks: 'suspension', items: ['drainage-licence'],
    spoil: (plan) => items(plan, (item) => ({ ...item, procedures: item.procedures.map((one) => ({ ...one, stopsClock: NOWHERE })) })),
  },
  {
    name: 'what is not corrected lapses without a rule', breaks: 'deadline', items: ['food-licence'],
    spoil: (plan) => ({ ...plan, correction: { limit: plan.correction.limit, whenOver: 'lapse' } }),
  },
  {
    name: 'the correction has a limit without a law', breaks: 'deadline', items: ['food-licence'],
    spoil: (plan) => ({ ...plan, correction: { ...plan.correction, limit: { ...plan.correction.limit, basis: NOWHERE } } }),
  },
  {
    name: 'an item has no limit at all', breaks: 'deadline', items: ['staff-health'],
    spoil: ({ joint: _, ...plan }) => items({ ...plan, handling: { mode: 'separate', jointClock: 'any' } }, (item) => ({ ...item, limits: {} })),
  },
  {
    name: 'the head of a department extends the joint limit', breaks: 'extension', items: ['food-licence'],
    spoil: (plan) => ({ ...plan, joint: { ...plan.joint!, extension: { ...plan.joint!.extension, by: 'headOfAuthority' } } }),
  },
];
