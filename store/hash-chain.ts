import { createHash } from 'node:crypto';
import { canonicalJson } from '../workflows/case/canonical-json.ts';
import type { Change } from '../workflows/case/case-change.ts';

/** What the first change of every case is chained to. */
export const CHAIN_START = '0'.repeat(64);

/** Hex SHA-256 of anything, by its canonical JSON. */
export function contentHash(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

/** Each change's link hashes the one before it: altering, removing or reordering any change breaks every later link. */
export function link(previous: string, change: Change): string {
  return createHash('sha256').update(previous).update(canonicalJson(change)).digest('hex');
}

/** The links of a whole timeline, in order. */
export function chainOf(changes: readonly Change[], start: string = CHAIN_START): string[] {
  let previous = start;
  return changes.map((change) => (previous = link(previous, change)));
}
