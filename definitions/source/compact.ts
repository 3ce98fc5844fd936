import type { Path } from '../problem.ts';

/** Stands in a list for an entry that was cut away, so that the others keep their positions. */
export const CUT = Symbol('cut');

/** A copy of the data without the cut entries, and the way back from its list positions to those of the data. */
export function compact(data: unknown): { data: unknown; original(path: Path): Path } {
  const kept = new Map<string, readonly number[]>();
  const copy = (value: unknown, path: Path): unknown => {
    if (Array.isArray(value)) {
      const positions = [...value.keys()].filter((index) => value[index] !== CUT);
      if (positions.length < value.length) kept.set(JSON.stringify(path), positions);
      return positions.map((index) => copy(value[index], [...path, index]));
    }
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, copy(child, [...path, key])]));
  };
  return {
    data: copy(data, []),
    original: (path) =>
      path.reduce<Path>((before, step) => [...before, typeof step === 'number' ? (kept.get(JSON.stringify(before))?.[step] ?? step) : step], []),
  };
}
