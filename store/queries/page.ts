import { StoreError } from '../store-error.ts';

/** A page of a list, and where to go on; null at the end. */
export interface Page<R> {
  readonly rows: readonly R[];
  readonly next: Cursor | null;
}

/** Opaque: the place of a page's last row in its order. Rows that come or go meanwhile neither repeat nor hide others. */
export type Cursor = string;

export interface PageOptions {
  /** Rows, 1 to 200. Default 50. */
  readonly size?: number;
  /** Left out: from the beginning. */
  readonly after?: Cursor | null;
}

export type Key = readonly (string | number)[];

const LARGEST = 200;

/** One row more than asked for tells whether there is another page. */
export function pageSize({ size = 50 }: PageOptions): number {
  return Math.min(Math.max(Math.trunc(size) || 1, 1), LARGEST);
}

export function pageOf<R>(found: readonly R[], options: PageOptions, key: (row: R) => Key): Page<R> {
  const size = pageSize(options);
  const rows = found.slice(0, size);
  return { rows, next: found.length > size ? encode(key(rows.at(-1)!)) : null };
}

/** The key to go on after, or the list's beginning. `first` comes before every key and gives their types. @throws StoreError `cursor.invalid` */
export function startOf<const K extends Key>({ after }: PageOptions, first: K): Widened<K> {
  if (after === undefined || after === null) return first as unknown as Widened<K>;
  const key = decode(after);
  if (key === null || key.length !== first.length || key.some((part, index) => typeof part !== typeof first[index])) throw new StoreError('cursor.invalid');
  return key as unknown as Widened<K>;
}

type Widened<K extends Key> = { readonly [I in keyof K]: K[I] extends number ? number : string };

function encode(key: Key): Cursor {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

function decode(cursor: Cursor): (string | number)[] | null {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(key) && key.every((part) => typeof part === 'string' || Number.isSafeInteger(part)) ? (key as (string | number)[]) : null;
  } catch {
    return null;
  }
}
