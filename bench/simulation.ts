import { loadDecrees } from '../definitions/calendar/load-calendar.ts';
import { checkDefinition } from '../definitions/check-definition.ts';
import { formatProblems } from '../definitions/format-problems.ts';
import { generatedDefinition } from '../definitions/generated-definition.ts';
import { someForms } from '../definitions/proof/application.ts';
import { assumedCalendar } from '../definitions/simulation/assumed-calendar.ts';
import { SimulationSchema } from '../definitions/simulation/input-schema.ts';
import { NOTHING_KNOWN } from '../definitions/simulation/known.ts';
import type { Model } from '../definitions/simulation/model.ts';
import { resolve } from '../definitions/simulation/resolve.ts';
import { runOnce } from '../definitions/simulation/world.ts';
import { catalogueText } from '../definitions/spoilt-definition.ts';
import type { PlainDate } from '../workflows/case/plain-date.ts';
import { atLeast, type Figure, told } from './figure.ts';

const [FROM, TO] = ['2026-03-02', '2026-03-31'] as [PlainDate, PlainDate];
const RUNS = 8;
const SIZES = [5, 10, 20, 40] as const;

/**
 * Simulated cases a minute on one core: a month of restaurants, six departments, with everything that the defaults let go wrong;
 * and how that falls with the number of items.
 */
export async function* benchSimulation(): AsyncGenerator<Figure> {
  const restaurants = play(monthOf(catalogueText('open-restaurant')), RUNS);
  yield atLeast(30_000, 'definitions: simulated cases of open-restaurant, a minute of one core’s time', 'cases', restaurants.map(({ cpu }) => cpu));
  yield told('definitions: the same by the clock on the wall', 'cases', restaurants.map(({ wall }) => wall));
  for (const size of SIZES) {
    yield told(`definitions: simulated cases of ${size} items, a minute of one core’s time`, 'cases', play(monthOf(generatedDefinition(size)), 3).map(({ cpu }) => cpu));
  }
}

function monthOf(text: string): Model {
  const { plan, problems } = checkDefinition(text);
  if (!plan) throw new Error(formatProblems(problems));
  const { calendar } = assumedCalendar(loadDecrees(), FROM, TO);
  const input = SimulationSchema.parse({ services: [{ service: plan.service.code }] });
  return resolve(input, [{ plan, forms: someForms(plan) }], NOTHING_KNOWN, { from: FROM, to: TO, calendar }).model;
}

/** By the processor's time too: what other programs do meanwhile is not the simulator's. The first run warms up. */
function play(model: Model, runs: number): { readonly cpu: number; readonly wall: number }[] {
  runOnce(model, runs);
  return Array.from({ length: runs }, (_, replication) => {
    const [began, used] = [performance.now(), process.cpuUsage()];
    const { played } = runOnce(model, replication);
    const { user, system } = process.cpuUsage(used);
    return { cpu: played / ((user + system) / 60e6), wall: played / ((performance.now() - began) / 60e3) };
  });
}
