import type { Text } from '../../workflows/case/calendar.ts';

/** Drafted; proved by the engine; approved by a second person, who publishes it; withdrawn before it was valid. */
export type VersionStatus = 'draft' | 'proved' | 'approved' | 'withdrawn';

/** One thing that a version changes in law, against the one it follows. */
export interface LegalDifference {
  readonly code: string;
  readonly about: string;
  readonly text: Text;
  readonly effect: 'heavier' | 'lighter' | 'other';
}

/** What the prover found, kept with the version for ever. */
export interface ProofRecord {
  /** The plan that was proved, and the version of the engine it was proved with. */
  readonly planHash: string;
  readonly engineVersion: number;
  /** Each property that was proved, and the article it is written in. */
  readonly properties: readonly { readonly id: string; readonly article: string }[];
  /** What was explored, how many states, and where a bound was met: the prover's own table. */
  readonly explored: readonly { readonly what: string; readonly states: number; readonly transitions: number; readonly bounded: readonly string[] }[];
  /** Random walks through the whole case: how many, from which seed. */
  readonly walks: { readonly walks: number; readonly transitions: number; readonly seed: number };
  /** What was not explored: groups without a form, commands without arguments. */
  readonly left: readonly string[];
  /** Hex SHA-256 of the prover's whole output. */
  readonly hash: string;
}
