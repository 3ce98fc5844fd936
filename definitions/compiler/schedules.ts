import type { Limit } from '../../workflows/case/case-plan.ts';
import type { Item } from '../schema/item.ts';
import { inWorkingDays } from '../schema/limit.ts';
import type { ServiceDefinition } from '../schema/service.ts';
import { criticalPath, type Schedule } from './critical-path.ts';
import { LICENSING_LAW } from './resolve-basis.ts';
import { itemLimits, limitOf } from './resolve-limits.ts';

/** What the service promises, end to end: each item's promised limit, or the limit it has instead. */
export function promisedSchedule(definition: ServiceDefinition): Schedule {
  return scheduleBy(definition, ({ promised, internal, statutory }) => promised ?? internal ?? statutory);
}

/** What the law allows, end to end: each item's statutory limit, or its part of the joint one. */
export function statutorySchedule(definition: ServiceDefinition): Schedule {
  return scheduleBy(definition, ({ promised, internal, statutory }) => statutory ?? internal ?? promised);
}

function scheduleBy(definition: ServiceDefinition, pick: (limits: ReturnType<typeof itemLimits>) => Limit | undefined): Schedule {
  const daysOf = (item: Item): number => {
    const limit = pick(itemLimits(definition, item));
    const before = item.preliminary ? Math.ceil(inWorkingDays(limitOf(definition, item.preliminary.limit, LICENSING_LAW.preliminary))) : 0;
    return before + (limit ? Math.ceil(inWorkingDays(limit)) : 0);
  };
  return criticalPath(definition.items.map((item) => ({ id: item.id, dependsOn: item.dependsOn, days: daysOf(item) })));
}
