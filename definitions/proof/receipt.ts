import type { Decree } from '../../workflows/case/calendar.ts';
import type { CasePlan } from '../../workflows/case/case-plan.ts';
import type { OutcomePolicy, ServiceWay } from '../../workflows/case/handed-in.ts';
import { needsLeft } from '../../workflows/case/needs-left.ts';
import type { Form } from '../../workflows/case/condition.ts';
import { consentsNeeded } from '../../workflows/case/consent.ts';
import { applies } from '../../workflows/case/form.ts';
import { type Instant, instantOf, type PlainDate } from '../../workflows/case/plain-date.ts';
import type { Submission } from '../../workflows/case/pre-review.ts';
import type { Receipt } from '../../workflows/case/receipt.ts';
import { chosenOn } from '../chosen.ts';
import { committingOn } from './committing.ts';
import { AGENT, APPLICANT, CLERK } from './people.ts';

/** How a case is taken in: what differs between two explorations of the same items. */
export interface Intake {
  readonly form: Form;
  readonly serviceWay: ServiceWay;
  readonly policy: OutcomePolicy;
  /** The window finds fault, at the receipt, with every item that is examined on the spot. */
  readonly faults: boolean;
  /** Whatever may be committed to in writing is. */
  readonly commits: boolean;
  /** It begins online, with a draft, and not at the window. */
  readonly online?: boolean;
  /** When it is received; an ordinary Monday morning if left out. */
  readonly at?: Instant;
}

const MONDAY: Instant = instantOf('2026-03-02' as PlainDate, 9);

export function receivedAt({ at = MONDAY }: Intake): Instant {
  return at;
}

/** The calendar as published, and ordinary weeks in every year that is not: the prover asks what follows, not on which date. */
export function settled(decrees: readonly Decree[]): readonly Decree[] {
  const known = new Set(decrees.flatMap((decree) => decree.settlesYears));
  const years = Array.from({ length: 20 }, (_, index) => 2026 + index).filter((year) => !known.has(year));
  return [...decrees, { id: 'proof', documentNumber: null, publishedOn: '2026-01-01' as PlainDate, settlesYears: years, days: [] }];
}

/** What the case begins with: at the window, or online. */
export function applicationOf(plan: CasePlan, intake: Intake): Receipt | Submission {
  const { onTheSpot, consents, ...said } = receiptOf(plan, intake);
  return intake.online ? { ...said, origin: 'online', by: APPLICANT } : { ...said, onTheSpot, ...(consents ? { consents } : {}) };
}

export function receiptOf(plan: CasePlan, { form, serviceWay, policy, faults, commits }: Intake): Receipt {
  const committing = commits ? committingOn(plan, form) : { committed: [], committedMaterials: [] };
  const spot = plan.items.filter((item) => item.examination.mode === 'onTheSpot' && applies(item, form));
  const promised = (item: string, code: string) => committing.committedMaterials.includes(code)
    || (committing.committed.includes(item) && plan.items.find((one) => one.id === item)?.commitment?.replaces?.includes(code));
  const defects = (item: string) => plan.materials.filter((one) => !promised(item, one.code) && one.neededBy.some((need) => need.item === item)).slice(0, 1)
    .map((one) => ({ target: { material: one.code }, problem: '不清楚', supply: '请重新提供' }));
  const applicant = { id: APPLICANT.id, kind: 'person', name: '李明', idNumber: '371302199001010014', phone: '13805390000' } as const;
  const needed = consentsNeeded(plan, { form, applicant }, plan.items.filter((item) => applies(item, form)));
  return {
    caseNo: '371302-20260302-0001', region: regionOf(plan), window: '综合窗口一号', by: CLERK, applicant,
    ...(needed.length > 0 ? { consents: needed.map(({ consent, person }) => ({ consent, person, document: '当面签字' })) } : {}),
    agent: { id: AGENT.id, name: '代理人', idNumber: '371302198001010018', powerOfAttorney: '授权书1号' },
    serviceWay, policy, form, materials: [], deferred: deferrable(plan, form, committing), ...committing, chosen: chosenOn(plan, form),
    onTheSpot: faults ? spot.map((item) => ({ item: item.id, defects: defects(item.id) })).filter((one) => one.defects.length > 0) : [],
  };
}

/** Whatever may be promised for later is: what comes after it is in is the same as if it had been there. */
function deferrable({ items, materials }: CasePlan, form: Form, { committed, committedMaterials }: ReturnType<typeof committingOn>): string[] {
  const inCase = items.filter((item) => applies(item, form));
  return materials.flatMap((material) => {
    const needs = needsLeft(material, inCase, form, committed);
    return needs.length > 0 && needs.every((need) => need.deferrable) && !committedMaterials.includes(material.code) ? [material.code] : [];
  });
}

/** A region in which every item has its authority, if there is one. */
export function regionOf(plan: CasePlan): string {
  const known = ['371302', ...plan.departments.flatMap((one) => one.authorities.map((authority) => authority.region.padEnd(6, '0')))];
  const serves = (region: string, item: CasePlan['items'][number]) =>
    plan.departments.find((one) => one.id === item.department)?.authorities
      .some((one) => region.startsWith(one.region) && (!item.level || one.level === item.level)) ?? false;
  return known.find((region) => plan.items.every((item) => serves(region, item))) ?? known[0]!;
}
