import { benchCatalogue } from './definitions/catalogue.ts';
import { benchGrowth } from './definitions/growth.ts';
import { benchHostile } from './definitions/hostile.ts';
import type { Figure } from './figure.ts';
import { benchSimulation } from './simulation.ts';

/** One file a group: another group is another row. */
const GROUPS: readonly (() => AsyncIterable<Figure>)[] = [
  benchCatalogue,
  benchGrowth,
  benchHostile,
  benchSimulation,
];

/** Everything about definitions: the catalogue's, growing ones, hostile ones. */
export async function* benchDefinitions(): AsyncGenerator<Figure> {
  for (const group of GROUPS) yield* group();
}
