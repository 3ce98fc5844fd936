import { join } from 'node:path';
import { everyScenarioOf } from './support/every-scenario.ts';

/** The rules of the law, each with its dates. */
everyScenarioOf(join(import.meta.dirname, 'scenarios'));
