import type { CasePlan } from '../../workflows/case/case-plan.ts';
import type { CaseState } from '../../workflows/case/case-state.ts';
import { addDays, dateOf, type Instant } from '../../workflows/case/plain-date.ts';
import { tick } from '../../workflows/case/step.ts';
import { fateOf } from './fate.ts';
import type { Model } from './model.ts';
import { KEY, numberOf, randomOf } from './random.ts';
import { World } from './world.ts';
import { hoursADay } from './working-time.ts';

/** A case as it stands now. */
export interface RunningCase {
  readonly plan: CasePlan;
  readonly state: CaseState;
}

/** A case that is not closed after so many days is judged as it then stands. */
const PATIENCE_DAYS = 400;

/**
 * The chance of each running case to be late in the end: the share of `runs` futures in which one of its binding limits runs
 * out. All cases go on together, from the state they are in, through the same desks, and new ones come in behind them. Work
 * that somebody has begun begins anew: nobody knows how far it is. A case that is late already is so in every future.
 *
 * @param model with a service for the plan of every case (by hash)
 * @returns by case number, in the order of the cases
 */
export function chancesOfLateness(model: Model, cases: readonly RunningCase[], now: Instant, runs: number): ReadonlyMap<string, number> {
  const late = new Map(cases.map(({ state }) => [state.caseNo, 0]));
  const end = (now + PATIENCE_DAYS * 86_400_000) as Instant;
  for (let replication = 0; replication < runs; replication += 1) {
    const world = new World(model, replication, [now, now]);
    for (const { plan, state } of cases) {
      const service = model.services.findIndex((one) => one.plan.hash === plan.hash);
      const fate = fateOf(model.services[service]!, randomOf(model.seed, replication, KEY.fate, numberOf(state.caseNo)), hoursADay(model.hours));
      world.follow(service, tick(plan, model.calendar, state, now), fate, now, true);
    }
    world.comeIn(addDays(dateOf(now), 1), now);
    world.play(end);
    for (const outcome of world.record(end).cases) if (outcome.late) late.set(outcome.caseNo, late.get(outcome.caseNo)! + 1);
  }
  return new Map([...late].map(([caseNo, times]) => [caseNo, runs === 0 ? 0 : times / runs]));
}
