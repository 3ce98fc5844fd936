import type { Text } from '../../workflows/case/calendar.ts';

/** One thing that a new version of a definition changes, in the words of the law. */
export interface Difference {
  /** Such as `limit.longer`, `material.added`. */
  readonly code: string;
  /** The item, field, material or part of the service that it is about. */
  readonly about: string;
  readonly text: Text;
  /** What it means for the applicant: more to bring or longer to wait, less, or neither. */
  readonly effect: 'heavier' | 'lighter' | 'other';
}

export function difference(effect: Difference['effect'], code: string, about: string, zh: string, en: string): Difference {
  return { code, about, text: { zh, en }, effect };
}

/** What is only in the one list, only in the other, and in both, by name. */
export function compared<T>(before: readonly T[], after: readonly T[], nameOf: (one: T) => string): { removed: T[]; added: T[]; kept: [T, T][] } {
  const [old, now] = [new Map(before.map((one) => [nameOf(one), one])), new Map(after.map((one) => [nameOf(one), one]))];
  return {
    removed: before.filter((one) => !now.has(nameOf(one))),
    added: after.filter((one) => !old.has(nameOf(one))),
    kept: after.flatMap((one): [T, T][] => (old.has(nameOf(one)) ? [[old.get(nameOf(one))!, one]] : [])),
  };
}

export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
