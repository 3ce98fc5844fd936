import type { Text } from '../../workflows/case/calendar.ts';
import type { Model, Post, PostId } from './model.ts';
import type { CaseOutcome } from './outcome.ts';
import { ROLES } from './resolve.ts';
import { meanOfAll, quantileOf, type Share, shareOf } from './statistics.ts';
import type { Run } from './world.ts';

export interface ServiceSummary {
  readonly service: string;
  readonly name: Text;
  readonly cases: number;
  /** A limit that binds the government ran out. */
  readonly late: Share;
  /** Among them one that the law sets. */
  readonly illegal: Share;
  /** Accepted because a department was silent. */
  readonly deemed: Share;
  /** Calendar days from receipt to closing. */
  readonly days: { readonly median: number; readonly p90: number };
  /** How many cases took so many days; the last one stands for that many and more. */
  readonly histogram: readonly number[];
}

export interface PostSummary {
  readonly post: PostId;
  readonly name: Text;
  readonly role: Post['role'];
  readonly desks: number;
  /** Share of the working time of those who were there. */
  readonly utilisation: number;
  /** Working hours on the pile. */
  readonly wait: { readonly mean: number; readonly p90: number };
  /** Working hours that a case waits at this post in all, on average over all cases. */
  readonly waitPerCase: number;
  /** Share of cases of which a limit ran out in its department's hands. */
  readonly late: number;
}

export interface Summary {
  readonly services: readonly ServiceSummary[];
  readonly all: Pick<ServiceSummary, 'cases' | 'late' | 'illegal' | 'deemed'>;
  readonly posts: readonly PostSummary[];
  /** Where cases wait longest in all. */
  readonly bottleneck: PostId;
}

const HOUR = 3_600_000;
const LONGEST_DAYS = 60;

export function summaryOf(model: Model, runs: readonly Run[]): Summary {
  const outcomes = runs.flatMap((run) => run.cases);
  const posts = model.posts.map((post) => postSummary(model, post, runs, outcomes));
  return {
    services: model.services.map(({ plan }, index) => ({
      service: plan.service.code, name: plan.service.name, ...shares(runs, (one) => one.service === index), ...durations(outcomes.filter((one) => one.service === index)),
    })),
    all: shares(runs, () => true),
    posts,
    bottleneck: posts.reduce((worst, one) => (one.waitPerCase > worst.waitPerCase ? one : worst)).post,
  };
}

function shares(runs: readonly Run[], wanted: (outcome: CaseOutcome) => boolean) {
  const cases = runs.map((run) => run.cases.filter(wanted));
  const share = (is: (outcome: CaseOutcome) => boolean) => shareOf(cases.map((some) => ({ hits: some.filter(is).length, of: some.length })));
  return {
    cases: cases.reduce((sum, some) => sum + some.length, 0),
    late: share((one) => one.late), illegal: share((one) => one.illegal), deemed: share((one) => one.deemed),
  };
}

function durations(outcomes: readonly CaseOutcome[]): Pick<ServiceSummary, 'days' | 'histogram'> {
  const days = outcomes.map((one) => one.days);
  const histogram = Array.from({ length: LONGEST_DAYS + 1 }, () => 0);
  for (const one of days) histogram[Math.min(one, LONGEST_DAYS)]! += 1;
  return { days: { median: quantileOf(days, 0.5), p90: quantileOf(days, 0.9) }, histogram };
}

function postSummary(model: Model, post: Post, runs: readonly Run[], outcomes: readonly CaseOutcome[]): PostSummary {
  const records = runs.map((run) => run.posts.get(post.id)!);
  const waits = records.flatMap((record) => record.waits).map((wait) => wait / HOUR);
  const [busy, present] = [records.reduce((sum, one) => sum + one.busy, 0), records.reduce((sum, one) => sum + one.present, 0)];
  const plan = model.services.find((one) => one.plan.departments.some(({ id }) => id === post.department))?.plan;
  return {
    post: post.id, role: post.role, desks: post.desks,
    name: ROLES[post.role](plan?.departments.find(({ id }) => id === post.department)?.name ?? { zh: post.department, en: post.department }),
    utilisation: present === 0 ? 0 : busy / present,
    wait: { mean: meanOfAll(waits), p90: quantileOf(waits, 0.9) },
    // Waits of the counted days and cases of the counted days: in the long run as many of the one as of the other.
    waitPerCase: outcomes.length === 0 ? 0 : waits.reduce((sum, one) => sum + one, 0) / outcomes.length,
    late: outcomes.length === 0 ? 0 : outcomes.filter((one) => one.lateAt.includes(post.department)).length / outcomes.length,
  };
}
