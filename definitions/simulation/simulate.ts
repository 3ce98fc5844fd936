import type { PlainDate } from '../../workflows/case/plain-date.ts';
import type { Model } from './model.ts';
import { byWeek, type Festival, type FestivalWeek, nextSpringFestival, weeksAround } from './spring-festival.ts';
import { type Summary, summaryOf } from './summary.ts';
import { type Change, changed, compared, type Comparison } from './what-if.ts';
import { type Run, runOnce } from './world.ts';

/** What a simulation found. Plain data: the same model and wishes always give the same bytes. */
export interface Simulation extends Summary {
  readonly seed: number;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly replications: number;
  /** All cases played, the ones that only fill the desks included. */
  readonly played: number;
  readonly whatIf: readonly Comparison[];
  /** Weeks around the first Spring Festival from the period on. */
  readonly springFestival: (Festival & { readonly weeks: readonly FestivalWeek[] }) | null;
}

export interface Wishes {
  /** The period is repeated until so many cases are counted. */
  readonly cases: number;
  /** Without any: what one person more at the bottleneck would do. */
  readonly whatIf: readonly Change[];
}

/** An interval needs replications to compare. */
const FEWEST_REPLICATIONS = 5;
/** With hardly any case in a period one would wait for ever. */
const MOST_REPLICATIONS = 20_000;

export function simulate(model: Model, { cases, whatIf }: Wishes): Simulation {
  const runs = repeated(model, cases);
  const summary = summaryOf(model, runs);
  const changes = whatIf.length > 0 ? whatIf : [{ post: summary.bottleneck, more: 1 }];
  const again = changes.map((change) => {
    const after = runs.map((_, replication) => runOnce(changed(model, change), replication));
    return { runs: after, comparison: compared(change, model, runs, after) };
  });
  const festival = springFestival(model, cases);
  const { seed, from, to } = model;
  return {
    seed, from, to, replications: runs.length, ...summary, whatIf: again.map(({ comparison }) => comparison), springFestival: festival?.told ?? null,
    played: [runs, ...again.map((one) => one.runs), festival?.runs ?? []].flat().reduce((sum, run) => sum + run.played, 0),
  };
}

function repeated(model: Model, cases: number): Run[] {
  const runs: Run[] = [];
  for (let counted = 0; (counted < cases || runs.length < FEWEST_REPLICATIONS) && runs.length < MOST_REPLICATIONS; counted += runs.at(-1)!.cases.length) {
    runs.push(runOnce(model, runs.length));
  }
  return runs;
}

function springFestival(model: Model, cases: number) {
  const festival = nextSpringFestival(model.calendar, model.from);
  if (!festival) return null;
  const period = weeksAround(festival);
  const runs = repeated({ ...model, ...period }, cases);
  return { runs, told: { ...festival, weeks: byWeek(model.calendar, runs, period) } };
}
