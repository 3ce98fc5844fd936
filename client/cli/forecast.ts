import { someForms } from '../../definitions/proof/application.ts';
import { isReceivable } from '../../definitions/simulation/application.ts';
import { assumedCalendar } from '../../definitions/simulation/assumed-calendar.ts';
import { chancesOfLateness, type RunningCase } from '../../definitions/simulation/forecast.ts';
import { SimulationSchema } from '../../definitions/simulation/input-schema.ts';
import type { Known } from '../../definitions/simulation/known.ts';
import { openFrom, type Resolved, resolve } from '../../definitions/simulation/resolve.ts';
import { someOfEach } from '../../definitions/some-of-each.ts';
import { planOf } from '../../store/apply-changes.ts';
import { currentDecrees } from '../../store/current-calendar.ts';
import { keepForecast } from '../../store/late-chances.ts';
import type { Database } from '../../store/open-store.ts';
import { runningCases } from '../../store/queries/work-history.ts';
import type { Calendar, Text } from '../../workflows/case/calendar.ts';
import type { CasePlan } from '../../workflows/case/case-plan.ts';
import { addMonths, dateOf, type Instant, type PlainDate, yearOf } from '../../workflows/case/plain-date.ts';
import { learned } from './history.ts';

export interface ForecastWishes {
  readonly seed: number;
  readonly runs: number;
}

export interface MadeForecast {
  readonly at: Instant;
  readonly cases: number;
  readonly assumptions: readonly Text[];
}

/**
 * Forecasts every running case of the store and keeps what was found there. A case played in simulated time lives by its own
 * clock: it is forecast by itself, from its last change on.
 */
export async function makeForecast(db: Database, { seed, runs }: ForecastWishes): Promise<MadeForecast> {
  const at = Date.now() as Instant;
  const plans = new Map<string, CasePlan>();
  const cases: RunningCase[] = [];
  for await (const { planHash, state } of runningCases(db)) {
    const plan = plans.get(planHash) ?? someOfEach(await planOf(db, planHash), MOST_OF_EACH);
    plans.set(planHash, plan);
    cases.push({ plan, state });
  }
  const calendar = await calendarAround(db, at);
  const known = await learned(db, calendar, SimulationSchema.parse(ANY).officeHours.map(openFrom));
  const chances = new Map<string, number>();
  const assumptions = new Map<string, Text>();
  const together = cases.filter(({ state }) => !state.simulated);
  const alone = cases.filter(({ state }) => state.simulated).map((one): [readonly RunningCase[], Instant] => [[one], one.state.at]);
  for (const [some, now] of [[together, at] as const, ...alone]) {
    if (some.length === 0) continue;
    const { model, assumptions: assumed } = modelFor(some, now, seed, known, now === at ? calendar : await calendarAround(db, now));
    for (const one of assumed) assumptions.set(one.en, one);
    for (const [caseNo, chance] of chancesOfLateness(model, some, now, runs)) chances.set(caseNo, chance);
  }
  await keepForecast(db, { at, seed, runs, chances });
  return { at, cases: cases.length, assumptions: [...assumptions.values()] };
}

/** A definition lets nobody have more. */
const MOST_OF_EACH = 50;
const ANY = { services: [{ service: 'any' }] };

async function calendarAround(db: Database, at: Instant): Promise<Calendar> {
  const today = dateOf(at);
  return assumedCalendar(await currentDecrees(db), `${yearOf(today) - 1}-01-01` as PlainDate, addMonths(today, 36)).calendar;
}

function modelFor(cases: readonly RunningCase[], now: Instant, seed: number, known: Known, calendar: Calendar): Resolved {
  const plans = [...new Map(cases.map(({ plan }) => [plan.hash, plan])).values()];
  const today = dateOf(now);
  const input = SimulationSchema.parse({ seed, services: plans.map((plan) => ({ service: plan.service.code })) });
  const forms = (plan: CasePlan) => {
    const some = someForms(plan).filter((form) => isReceivable(plan, form));
    return some.length > 0 ? some : cases.filter((one) => one.plan.hash === plan.hash).map(({ state }) => state.form);
  };
  const resolved = resolve(input, plans.map((plan) => ({ plan, forms: forms(plan) })), known, { from: today, to: today, calendar });
  // New cases come in under one plan of a service only: the one of its last case. Under forms that cannot be made up, none do.
  const last = new Map(plans.map((plan) => [plan.service.code, plan.hash]));
  const services = resolved.model.services.map((service) =>
    (last.get(service.plan.service.code) === service.plan.hash && someForms(service.plan).length > 0 ? service : { ...service, perDay: 0 }));
  return { ...resolved, model: { ...resolved.model, services } };
}
