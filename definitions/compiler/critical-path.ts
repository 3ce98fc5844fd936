import { type Dependent, inDependencyOrder } from './dependency-order.ts';

interface Task extends Dependent {
  /** Working days, at least as many as the limit takes. */
  readonly days: number;
}

export interface Schedule {
  /** For each task the working days after acceptance at which it begins and ends if everybody uses his whole limit. */
  readonly spans: ReadonlyMap<string, { readonly from: number; readonly to: number }>;
  /** The tasks that make up the longest path, first to last. */
  readonly critical: readonly string[];
  readonly length: number;
}

/** The longest path through tasks that wait for each other. Conditional items count: there is an applicant who needs them all. */
export function criticalPath(tasks: readonly Task[]): Schedule {
  const spans = new Map<string, { from: number; to: number; after: string | null }>();
  for (const { id, dependsOn, days } of inDependencyOrder(tasks)) {
    let last: string | null = null;
    for (const before of dependsOn) if ((spans.get(before)?.to ?? 0) > (last === null ? 0 : (spans.get(last)?.to ?? 0))) last = before;
    const from = last === null ? 0 : (spans.get(last)?.to ?? 0);
    spans.set(id, { from, to: from + days, after: last });
  }
  let end: string | null = null;
  for (const [id, { to }] of spans) if (end === null || to > (spans.get(end)?.to ?? 0)) end = id;
  const critical: string[] = [];
  for (let id = end; id !== null; id = spans.get(id)?.after ?? null) critical.unshift(id);
  return { spans, critical, length: end === null ? 0 : (spans.get(end)?.to ?? 0) };
}
