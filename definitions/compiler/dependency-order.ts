/** Something that waits for others of its kind. */
export interface Dependent {
  readonly id: string;
  readonly dependsOn: readonly string[];
}

/** Each thing after everything it depends on, otherwise in the order given. Members of a cycle come last. */
export function inDependencyOrder<T extends Dependent>(things: readonly T[]): T[] {
  const known = new Set(things.map(({ id }) => id));
  const placed = new Set<string>();
  const ordered: T[] = [];
  let waiting = [...things];
  while (waiting.length > 0) {
    const next = waiting.find(({ dependsOn }) => dependsOn.every((id) => placed.has(id) || !known.has(id)));
    if (!next) return [...ordered, ...waiting];
    ordered.push(next);
    placed.add(next.id);
    waiting = waiting.filter((thing) => thing !== next);
  }
  return ordered;
}

/** For each group of things that wait for each other its shortest cycle, written a, b, a. */
export function cyclesAmong(things: readonly Dependent[]): string[][] {
  const told = new Set<string>();
  return things.flatMap(({ id }) => {
    const before = told.has(id) ? new Set<string>() : allPredecessors(things, id);
    if (!before.has(id)) return [];
    for (const one of before) if (allPredecessors(things, one).has(id)) told.add(one);
    return [shortestCycle(things, id)];
  });
}

/** Breadth first, so that the first way back is the shortest. */
function shortestCycle(things: readonly Dependent[], start: string): string[] {
  const byId = new Map(things.map((thing) => [thing.id, thing]));
  const from = new Map<string, string>();
  // A list is walked to its end, with what is added meanwhile.
  const queue = [start];
  for (const id of queue) {
    for (const next of byId.get(id)?.dependsOn ?? []) {
      if (next === start) return [...wayTo(id, from), start];
      if (from.has(next) || !byId.has(next)) continue;
      from.set(next, id);
      queue.push(next);
    }
  }
  return [start, start];
}

function wayTo(id: string, from: ReadonlyMap<string, string>): string[] {
  const before = from.get(id);
  return before === undefined ? [id] : [...wayTo(before, from), id];
}

/** Everything that something depends on, directly or not. */
export function allPredecessors(things: readonly Dependent[], id: string): Set<string> {
  const byId = new Map(things.map((thing) => [thing.id, thing]));
  const found = new Set<string>();
  const queue = [...(byId.get(id)?.dependsOn ?? [])];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    queue.push(...(byId.get(next)?.dependsOn ?? []));
  }
  return found;
}
