import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadDecrees } from '../../definitions/calendar/load-calendar.ts';
import { checkDefinition } from '../../definitions/check-definition.ts';
import { extract } from '../../definitions/proof/extract.ts';
import type { CasePlan } from '../../workflows/case/case-plan.ts';

export const DECREES = loadDecrees();

const compiled = new Map<string, CasePlan>();

/** A definition of this repository, compiled. */
export function planOf(file: string): CasePlan {
  const known = compiled.get(file);
  if (known) return known;
  const { plan } = checkDefinition(readFileSync(join(import.meta.dirname, '..', '..', file), 'utf8'), { file });
  if (!plan) throw new Error(`${file} does not check`);
  compiled.set(file, plan);
  return plan;
}

/** Some items of a real service, as if it had no others. */
export function sample(items: readonly string[]): CasePlan {
  return extract(serviceOf(items), items);
}

/** The service that has all these items. */
export function serviceOf(items: readonly string[]): CasePlan {
  const plans = ['definitions/catalogue/open-restaurant.yaml', 'definitions/catalogue/child-born.yaml', 'definitions/catalogue/transfer-house.yaml', 'test/scenarios/definitions/beauty-salon.yaml', 'test/scenarios/definitions/forest-land.yaml', 'test/scenarios/definitions/music-bar.yaml'].map(planOf);
  return plans.find((plan) => items.every((id) => plan.items.some((item) => item.id === id)))!;
}
