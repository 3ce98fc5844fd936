import type { Figure } from './figure.ts';
import { benchSimulation } from './simulation.ts';

/** What is done with definitions beside running them: a row of figures for each. */
export async function* benchDefinitions(): AsyncGenerator<Figure> {
  yield* benchSimulation();
}
