import type { Text } from '../../workflows/case/calendar.ts';
import type { Model, PostId } from './model.ts';
import { differenceOf, type Share } from './statistics.ts';
import { type Summary, summaryOf } from './summary.ts';
import type { Run } from './world.ts';

/** One person more or fewer: `market-regulation:+1`, `window:-1`, `fire-rescue/approver:+2`. */
export interface Change {
  readonly post: PostId;
  readonly more: number;
}

/** What a change would do to the very same cases. */
export interface Comparison extends Change {
  readonly name: Text;
  readonly desks: number;
  readonly late: Share;
  /** Share of late cases with the change, less the share without it. */
  readonly difference: Share;
  readonly bottleneck: PostId;
  readonly utilisation: number;
}

const WRITTEN = /^([a-z][a-z0-9-]*(?:\/approver)?):([+-]\d{1,3})$/;

/** Null when it is not written as it should be. */
export function changeFrom(text: string): Change | null {
  const [, post, more] = WRITTEN.exec(text) ?? [];
  return post === undefined || Number(more) === 0 ? null : { post, more: Number(more) };
}

export function changed(model: Model, { post, more }: Change): Model {
  return { ...model, posts: model.posts.map((one) => (one.id === post ? { ...one, desks: Math.max(0, one.desks + more) } : one)) };
}

/** Compares in pairs: replication by replication the same cases came in, with the same luck. */
export function compared(change: Change, model: Model, before: readonly Run[], after: readonly Run[]): Comparison {
  const summary: Summary = summaryOf(changed(model, change), after);
  const { name, desks, utilisation } = summary.posts.find((one) => one.post === change.post)!;
  const late = (run: Run) => run.cases.filter((one) => one.late).length;
  const difference = differenceOf(before.map((run, index) => ({ hits: late(after[index]!), than: late(run), of: run.cases.length })));
  return { ...change, name, desks, utilisation, late: summary.all.late, difference, bottleneck: summary.bottleneck };
}
