import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FileError } from './file-error.ts';
import type { Content } from './file-storage.ts';

/** What has arrived and is not kept yet. */
export interface Upload extends Content {
  readonly path: string;
  /** Nothing is left of it here. */
  discard(): Promise<void>;
}

/**
 * Writes what is coming to a file of its own, hashed on the way, never more than a chunk of it in memory.
 * Whatever goes wrong, nothing is left behind.
 * @throws FileError `file.tooLarge` as soon as it is, `file.empty`, `file.interrupted`
 */
export async function receiveUpload(bytes: AsyncIterable<Uint8Array>, { folder, maxBytes }: { readonly folder: string; readonly maxBytes: number }): Promise<Upload> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomUUID());
  const discard = () => rm(path, { force: true });
  try {
    return { path, ...(await write(path, bytes, maxBytes)), discard };
  } catch (error) {
    await discard();
    throw error;
  }
}

async function write(path: string, bytes: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Content> {
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of unlessInterrupted(bytes)) {
      size += chunk.length;
      if (size > maxBytes) throw FileError.tooLarge(maxBytes);
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    if (size === 0) throw new FileError('file.empty');
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), size };
}

/** Whoever sends may go away; that is told apart from a fault of this machine. */
async function* unlessInterrupted(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch (error) {
    throw new FileError('file.interrupted', {}, error);
  }
}
