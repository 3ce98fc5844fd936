import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { Path } from '../problem.ts';

/**
 * Offset in the text of what stands at a path. For a path that is not in the document, the nearest thing that is:
 * a missing key is reported where its map begins.
 */
export function offsetOf(document: Document.Parsed, path: Path, onKey: boolean, within: number): number {
  let node: Node | null = document.contents;
  let offset = node?.range?.[0] ?? 0;
  for (const [index, step] of path.entries()) {
    const target: Node | null = isAlias(node) ? (node.resolve(document) ?? null) : node;
    const last = index === path.length - 1;
    if (isMap(target)) {
      const pair: Pair | undefined = target.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (!pair) return offset;
      const key = pair.key as Node;
      node = pair.value as Node | null;
      // An empty value has no place of its own worth pointing at.
      const empty = isScalar(node) && node.value === null;
      offset = ((last && onKey) || empty ? key.range?.[0] : node?.range?.[0]) ?? key.range?.[0] ?? offset;
    } else if (isSeq(target)) {
      const child = target.items[Number(step)] as Node | undefined;
      if (!child) return offset;
      node = child;
      offset = child.range?.[0] ?? offset;
    } else return offset;
  }
  return offset + insideScalar(node, within);
}

/** Characters from a scalar's beginning to a place in its value, where one follows from the other: not in folded or escaped text. */
function insideScalar(node: Node | null, within: number): number {
  if (within === 0 || !isScalar(node)) return 0;
  if (node.type === 'PLAIN') return isOneLine(node) ? within : 0;
  if (isQuoted(node)) return isOneLine(node) ? within + 1 : 0;
  return 0;
}

function isOneLine(node: Node): boolean {
  if (!isScalar(node) || !node.range) return false;
  const quotes = isQuoted(node) ? 2 : 0;
  return node.range[1] - node.range[0] - quotes === String(node.value).length;
}

function isQuoted(node: Node | null): boolean {
  return isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
}
