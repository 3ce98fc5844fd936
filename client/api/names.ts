import type { z } from '@hono/zod-openapi';
import type { Database } from '../../store/open-store.ts';
import { plansInForce } from '../../store/registry/plan-in-force.ts';
import type { Text } from '../../workflows/case/calendar.ts';
import { dateOf, type Instant } from '../../workflows/case/plain-date.ts';
import { countedOnce } from './figures.ts';
import type { Named } from './schemas/common.ts';

type NamedThing = z.infer<typeof Named>;

/** What departments, services and items are called, in all services in force today. What is unknown keeps its id. */
export interface Names {
  department(id: string): NamedThing;
  service(code: string): NamedThing;
  /** One of several that a service repeats is called like all of them. */
  item(service: string, id: string): NamedThing;
}

const OUR_OWN: readonly (readonly [string, Text])[] = [
  ['window', { zh: '综合窗口', en: 'Window' }], ['supervision', { zh: '电子监察', en: 'Supervision' }], ['government', { zh: '同级人民政府', en: 'Government' }],
];

export function namesOf(db: Database): Promise<Names> {
  return countedOnce(db, 'names', async () => {
    const plans = (await plansInForce(db, dateOf(Date.now() as Instant))).map(({ plan }) => plan);
    const departments = new Map([...OUR_OWN, ...plans.flatMap((plan) => plan.departments.map(({ id, name }) => [id, name] as const))]);
    const services = new Map(plans.map(({ service }) => [service.code, service.name]));
    const items = new Map(plans.flatMap((plan) => plan.items.map(({ id, name }) => [`${plan.service.code} ${id}`, name] as const)));
    const named = (id: string, name: Text | undefined) => ({ id, name: name ?? { zh: id, en: id } });
    return {
      department: (id) => named(id, departments.get(id)),
      service: (id) => named(id, services.get(id)),
      item: (service, id) => named(id, items.get(`${service} ${id.replace(/#.*/, '')}`)),
    };
  });
}
