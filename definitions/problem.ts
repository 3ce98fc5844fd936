import type { Text } from '../workflows/case/calendar.ts';

/** Something wrong in a definition, where it stands, and how to mend it. */
export interface Problem {
  /** Stable code, `subject.reason`, such as `limit.ruleCannotLengthen`. */
  readonly code: string;
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 units as editors count. */
  readonly column: number;
  /** The offending item, field, material, name or key. */
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly mend: Text;
}

/** Keys and list positions from the root of the document. */
export type Path = readonly (string | number)[];

/** Where in the document a finding points. */
export type Place =
  | {
      readonly path: Path;
      /** Point at the key instead of its value. */
      readonly on?: 'key';
      /** Characters into the scalar, for a place inside a condition. */
      readonly within?: number;
    }
  | { readonly offset: number };

/** A problem before its place was looked up in the file. */
export interface Finding extends Omit<Problem, 'file' | 'line' | 'column'> {
  readonly at: Place;
}
