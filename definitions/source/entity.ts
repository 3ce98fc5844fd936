import type { Path } from '../problem.ts';

/** The name that its author gave to the innermost named thing around a path: an item, a field, a material …; else the key at the top. */
export function nameAround(data: unknown, path: Path): string {
  for (let end = path.length; end > 0; end--) {
    const step = path[end - 1];
    if (isRecordEntry(path.slice(0, end))) return String(step);
    if (typeof step !== 'number' || typeof path[end - 2] !== 'string') continue;
    const name = nameOf(valueAt(data, path.slice(0, end)));
    if (name !== null) return name;
    if (end === 2) return '';
  }
  return path.length > 1 ? String(path[0]) : '';
}

/** True for `bases.<name>`: a name that the author chose, not a word of the language. */
export function isRecordEntry(path: Path): boolean {
  return path.length === 2 && path[0] === 'bases';
}

export function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

function nameOf(thing: unknown): string | null {
  for (const key of ['id', 'code', 'value']) {
    const name = valueAt(thing, [key]);
    if (typeof name === 'string') return name;
  }
  return null;
}
