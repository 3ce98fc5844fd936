import type { Database } from '../../store/open-store.ts';
import { plansInForce } from '../../store/registry/plan-in-force.ts';
import type { Text } from '../../workflows/case/calendar.ts';
import type { CasePlan } from '../../workflows/case/case-plan.ts';
import { dateOf, type Instant } from '../../workflows/case/plain-date.ts';

const KEPT_MS = 30_000;
const kept = new WeakMap<Database, { readonly until: number; readonly plans: Promise<readonly CasePlan[]> }>();

/** The plans of today, kept for half a minute: names change when something is published, which is seldom. */
function plansOfToday(db: Database, now: number = Date.now()): Promise<readonly CasePlan[]> {
  const known = kept.get(db);
  if (known && known.until > now) return known.plans;
  const plans = plansInForce(db, dateOf(now as Instant)).then((found) => found.map(({ plan }) => plan));
  kept.set(db, { until: now + KEPT_MS, plans });
  plans.catch(() => kept.delete(db));
  return plans;
}

/** What departments are called, in all services in force. */
export async function departmentNames(db: Database): Promise<ReadonlyMap<string, Text>> {
  const plans = await plansOfToday(db);
  return new Map([...OUR_OWN, ...plans.flatMap((plan) => plan.departments.map(({ id, name }) => [id, name] as const))]);
}

const OUR_OWN: readonly (readonly [string, Text])[] = [
  ['window', { zh: '综合窗口', en: 'Window' }], ['supervision', { zh: '电子监察', en: 'Supervision' }], ['government', { zh: '同级人民政府', en: 'Government' }],
];

/** What items are called; one of several that a service repeats is called like all of them. */
export async function itemNames(db: Database): Promise<(service: string, item: string) => Text> {
  const plans = await plansOfToday(db);
  const names = new Map(plans.flatMap((plan) => plan.items.map(({ id, name }) => [`${plan.service.code} ${id}`, name] as const)));
  return (service, item) => names.get(`${service} ${item.replace(/#.*/, '')}`) ?? { zh: item, en: item };
}

export async function serviceNames(db: Database): Promise<(service: string) => Text> {
  const plans = await plansOfToday(db);
  const names = new Map(plans.map(({ service }) => [service.code, service.name]));
  return (service) => names.get(service) ?? { zh: service, en: service };
}
