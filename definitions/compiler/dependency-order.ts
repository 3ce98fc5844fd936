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

/** A cycle for each group of things that wait for each other, written a, b, a. */
export function cyclesAmong(things: readonly Dependent[]): string[][] {
  const byId = new Map(things.map((thing) => [thing.id, thing]));
  const done = new Set<string>();
  const cycles: string[][] = [];
  const visit = (id: string, trail: readonly string[]): void => {
    const start = trail.indexOf(id);
    if (start >= 0) return void cycles.push([...trail.slice(start), id]);
    if (done.has(id)) return;
    for (const next of byId.get(id)?.dependsOn ?? []) if (byId.has(next)) visit(next, [...trail, id]);
    done.add(id);
  };
  for (const { id } of things) visit(id, []);
  return cycles;
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
