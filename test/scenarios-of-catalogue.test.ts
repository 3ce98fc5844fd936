import { join } from 'node:path';
import { everyScenarioOf } from './support/every-scenario.ts';

/** The stories of the services. */
everyScenarioOf(join(import.meta.dirname, '..', 'definitions', 'scenarios'));
