import type { Part } from '../../store/files/file-storage.ts';

/**
 * The part of a file that a request asks for.
 * @returns null for the whole, also where more than one part, or something we do not know, is asked for; `none` when there is no such part
 * @see RFC 9110, 14.1.2
 */
export function partOf(range: string | undefined, size: number): Part | 'none' | null {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(range?.trim() ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return null;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== '' && last !== '' && Number(last) < Number(first)) return null;
  return from > to ? 'none' : { from, to };
}
