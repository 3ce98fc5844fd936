/** Numbers that look like chance and are the same whenever the keys are the same. */
export interface Random {
  /** At least 0 and below 1. */
  next(): number;
}

/** Keys of chance: what they are for comes first, so that no two streams are ever the same. */
export const KEY = { arrivals: 1, fate: 2, absence: 3 } as const;

/**
 * A stream of its own for every combination of keys (seed, replication, service, number of the case), so that what happens
 * to one case never moves another one's luck: two simulations that differ in one reviewer meet the same cases.
 *
 * The generator is sfc32, Chris Doty-Humphrey's “small fast counter” of 128 bits, which passes PractRand; the keys are
 * spread over its state by the finisher of MurmurHash3.
 */
export function randomOf(...keys: readonly number[]): Random {
  let hash = 0x9e3779b9;
  for (const key of keys) hash = mixed(mixed(hash ^ (key | 0)) + Math.floor(key / 0x1_0000_0000));
  let a = mixed(hash + 0x9e3779b9), b = mixed(a + 0x9e3779b9), c = mixed(b + 0x9e3779b9), counter = 1;
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum | 0;
    return (sum >>> 0) / 0x1_0000_0000;
  };
  for (let round = 0; round < 12; round += 1) next();
  return { next };
}

function mixed(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** A number for a name, as a key of chance. */
export function numberOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const character of name) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  return hash;
}
