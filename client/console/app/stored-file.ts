import type { StoredFile } from '../../api/client/generated.ts';
import { addressOf } from './api.ts';

/** Pictures that browsers draw. */
const PICTURES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif']);

/** What a browser can show of a file; null: it is downloaded to be read. */
export function shownAs({ type }: Pick<StoredFile, 'type'>): 'picture' | 'pdf' | null {
  return PICTURES.has(type) ? 'picture' : type === 'application/pdf' ? 'pdf' : null;
}

/** Where the bytes are. `inline`: to be looked at, not kept. */
export function addressOfFile({ id }: Pick<StoredFile, 'id'>, { inline = false } = {}): string {
  return addressOf(`/files/${encodeURIComponent(id)}`, inline ? { inline: 1 } : {});
}

export function sizeInWords(bytes: number, language: string): string {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  return bytes < 1_000_000 ? `${number.format(Math.max(1, bytes / 1_000))} KB` : `${number.format(bytes / 1_000_000)} MB`;
}
