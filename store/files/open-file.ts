import type { Readable } from 'node:stream';
import { FileError } from './file-error.ts';
import type { FileStorage, Part } from './file-storage.ts';
import type { StoredFile } from './stored-file.ts';

/**
 * The bytes of a file, for somebody who may have them.
 * @throws FileError `file.infected`; `file.storageUnavailable` when the storage has lost what the store knows of
 */
export async function openFile(storage: FileStorage, file: StoredFile, part?: Part): Promise<Readable> {
  if (file.scan === 'infected') throw new FileError('file.infected');
  const bytes = await storage.open(file.sha256, part);
  if (!bytes) throw new FileError('file.storageUnavailable', {}, new Error(`no content ${file.sha256}`));
  return bytes;
}
