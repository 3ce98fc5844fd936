import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDefinition } from '../definitions/check-definition.ts';
import { loadDecrees } from '../definitions/calendar/load-calendar.ts';
import { someForms } from '../definitions/proof/application.ts';
import { assumedCalendar } from '../definitions/simulation/assumed-calendar.ts';
import { SimulationSchema } from '../definitions/simulation/input-schema.ts';
import { NOTHING_KNOWN } from '../definitions/simulation/known.ts';
import { resolve } from '../definitions/simulation/resolve.ts';
import { runOnce } from '../definitions/simulation/world.ts';
import type { PlainDate } from '../workflows/case/plain-date.ts';
import { atLeast, type Figure, told } from './figure.ts';

const FILE = join(import.meta.dirname, '..', 'definitions', 'catalogue', 'open-restaurant.yaml');
const [FROM, TO] = ['2026-03-02', '2026-03-31'] as [PlainDate, PlainDate];
const RUNS = 8;

/** Simulated cases a minute on one core: a month of restaurants, six departments, with everything that the defaults let go wrong. */
export async function* benchSimulation(): AsyncGenerator<Figure> {
  const { plan } = checkDefinition(readFileSync(FILE, 'utf8'), { file: FILE });
  if (!plan) throw new Error(`${FILE} does not compile`);
  const { calendar } = assumedCalendar(loadDecrees(), FROM, TO);
  const input = SimulationSchema.parse({ services: [{ service: 'open-restaurant' }] });
  const { model } = resolve(input, [{ plan, forms: someForms(plan) }], NOTHING_KNOWN, { from: FROM, to: TO, calendar });
  runOnce(model, RUNS);
  // By the processor's time: what other programs do meanwhile is not the simulator's.
  const measured = Array.from({ length: RUNS }, (_, replication) => {
    const [began, used] = [performance.now(), process.cpuUsage()];
    const { played } = runOnce(model, replication);
    const { user, system } = process.cpuUsage(used);
    return { cpu: played / ((user + system) / 60e6), wall: played / ((performance.now() - began) / 60e3) };
  });
  yield atLeast(30_000, 'definitions: simulated cases of open-restaurant, a minute of one core’s time', 'cases', measured.map(({ cpu }) => cpu));
  yield told('definitions: the same by the clock on the wall', 'cases', measured.map(({ wall }) => wall));
}
