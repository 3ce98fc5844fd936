import { BASIS_KEYS } from '../basis-keys.ts';
import { type Bases, basisOf } from '../schema/legal-basis.ts';

/** A copy in which every basis that is referred to by name is written out, so that it can stand in a document with other names. */
export function withBasesWrittenOut(node: unknown, bases: Bases): unknown {
  if (Array.isArray(node)) return node.map((one) => withBasesWrittenOut(one, bases));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]: [string, unknown]) => {
    const out = (one: unknown): unknown => (typeof one === 'string' ? basisOf(bases, one) ?? one : withBasesWrittenOut(one, bases));
    if (!BASIS_KEYS.has(key)) return [key, withBasesWrittenOut(value, bases)];
    return [key, Array.isArray(value) ? value.map(out) : out(value)];
  }));
}
