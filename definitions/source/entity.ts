import type { Path } from '../problem.ts';

const CONCEPTS: Readonly<Record<string, string>> = {
  items: 'item', departments: 'department', fields: 'field', materials: 'material', procedures: 'procedure', authorities: 'authority', bases: 'basis', consent: 'consent',
};

/** The innermost named thing around a path (an item, a field, a material …), with the name its author gave it. */
export function entityAt(data: unknown, path: Path): { concept: string; id: string } {
  for (let end = path.length; end > 0; end--) {
    const step = path[end - 1];
    const list = path[end - 2];
    if (isRecordEntry(path.slice(0, end))) return { concept: 'basis', id: String(step) };
    if (typeof step !== 'number' || typeof list !== 'string') continue;
    const concept = list === 'materials' && end > 2 ? 'need' : (CONCEPTS[list] ?? list);
    const thing = valueAt(data, path.slice(0, end));
    const id = nameOf(thing);
    if (id !== null) return { concept, id };
    if (end === 2) return { concept, id: '' };
  }
  return { concept: 'service', id: path.length > 1 ? String(path[0]) : '' };
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
