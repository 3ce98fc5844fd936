import type { z } from '@hono/zod-openapi';
import type { Database } from '../../../store/open-store.ts';
import { departmentNames, itemNames, serviceNames } from '../department-names.ts';
import type { Named } from '../schemas/common.ts';

type NamedThing = z.infer<typeof Named>;

/** What the things on a board are called. */
export interface BoardNames {
  department(id: string): NamedThing;
  service(code: string): NamedThing;
  item(service: string, id: string): NamedThing;
}

export async function boardNames(db: Database): Promise<BoardNames> {
  const [departments, services, items] = await Promise.all([departmentNames(db), serviceNames(db), itemNames(db)]);
  return {
    department: (id) => ({ id, name: departments.get(id) ?? { zh: id, en: id } }),
    service: (id) => ({ id, name: services(id) }),
    item: (service, id) => ({ id, name: items(service, id) }),
  };
}
