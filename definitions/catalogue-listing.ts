import type { LegalBasis } from '../workflows/case/case-plan.ts';
import type { Text } from '../workflows/case/calendar.ts';
import { BASIS_KEYS } from './basis-keys.ts';
import type { Path, Problem } from './problem.ts';
import { type Draft, readDraft } from './read-definition.ts';
import { type Bases, type BasisInput, basisOf } from './schema/legal-basis.ts';
import { type Period, periodOf } from './schema/limit.ts';
import { textOf } from './schema/text.ts';

/** One service as the catalogue lists it. */
export interface ListedService {
  readonly code: string;
  readonly version: string;
  readonly name: Text;
  readonly file: string;
  readonly items: number;
  readonly departments: number;
  /** What it promises for the whole case. */
  readonly promise: Period;
  /** Every place that rests on something which nobody has compared with the published text, in order of position, those of the implementation list last. */
  readonly unverified: readonly UnverifiedBasis[];
}

export interface UnverifiedBasis extends Pick<LegalBasis, 'law' | 'article' | 'kind'> {
  /** The definition's own file, or that of the implementation list. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** What rests on it, as `items.food-licence.limits.internal`. */
  readonly what: string;
}

/** A definition for the catalogue's list, or null with what is wrong with its form. */
export function listService(text: string, file: string): { readonly service: ListedService | null; readonly problems: readonly Problem[] } {
  const draft = readDraft(text, file);
  const { definition } = draft;
  const problems = draft.located(draft.findings);
  if (!definition || problems.length > 0) return { service: null, problems };
  const { code, version, name, items, departments, promise, bases } = definition;
  return {
    service: {
      code, version, name: textOf(name), file, items: items.length, departments: departments.length, promise: periodOf(promise.limit), unverified: unverifiedIn(draft, bases),
    },
    problems,
  };
}

function unverifiedIn({ data, place }: Draft, bases: Bases): UnverifiedBasis[] {
  const found = new Map<string, UnverifiedBasis>();
  for (const { path, basis } of basesBelow(data, [])) {
    const resolved = basisOf(bases, basis);
    if (!resolved || resolved.verified) continue;
    const at = place({ path });
    // What an alias repeats stands in one place.
    found.set(`${at.file}:${at.line}:${at.column}`, { ...at, law: resolved.law, article: resolved.article, kind: resolved.kind, what: wordsFor(data, path) });
  }
  const first = place({ path: [] }).file;
  return [...found.values()].sort((a, b) => Number(a.file !== first) - Number(b.file !== first) || a.line - b.line || a.column - b.column);
}

function basesBelow(node: unknown, path: Path): { path: Path; basis: BasisInput }[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
    const below = [...path, Array.isArray(node) ? Number(key) : key];
    if (!BASIS_KEYS.has(key)) return basesBelow(value, below);
    return Array.isArray(value) ? value.flatMap((one, index) => basesAt(one, [...below, index])) : basesAt(value, below);
  });
}

/** `stopsClock` may be false; a document that is written out is read with what goes without saying. */
function basesAt(value: unknown, path: Path): { path: Path; basis: BasisInput }[] {
  if (typeof value === 'string') return [{ path, basis: value }];
  if (typeof value !== 'object' || value === null) return [];
  return [{ path, basis: { article: null, verified: false, ...value } as BasisInput }];
}

/** The path with the names of things instead of their places, and without the key of the basis itself. */
function wordsFor(data: unknown, path: Path): string {
  const words: string[] = [];
  let node: unknown = data;
  for (const step of path) {
    node = (node as Record<string | number, unknown>)[step];
    const name = typeof step === 'number' ? nameOf(node) : step;
    if (name !== null && (typeof step === 'number' || !BASIS_KEYS.has(step) || step !== 'basis' && step !== 'lapseBasis' && step !== 'stopsClock')) words.push(name);
  }
  return words.join('.');
}

function nameOf(thing: unknown): string | null {
  if (typeof thing !== 'object' || thing === null) return null;
  const { id, code } = thing as { id?: unknown; code?: unknown };
  return typeof id === 'string' ? id : typeof code === 'string' ? code : null;
}
