import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileStorage } from './file-storage.ts';

/** A folder on this machine, or one that all machines mount: `ab/cdef…`, readable by this account alone. */
export function localFolder(folder: string): FileStorage {
  const folderOf = (sha256: string) => join(folder, sha256.slice(0, 2));
  const pathOf = (sha256: string) => join(folderOf(sha256), sha256.slice(2));
  return {
    async keep(path, { sha256, size }) {
      // Of another size it is no such content, but what a full disk or a fault left of it: then it is replaced.
      if ((await stat(pathOf(sha256)).catch(ifThere))?.size === size) return;
      await mkdir(folderOf(sha256), { recursive: true, mode: 0o700 });
      await rename(path, pathOf(sha256));
      await Promise.all([syncFolder(folderOf(sha256)), syncFolder(folder)]);
    },

    async open(sha256, part) {
      const file = await open(pathOf(sha256)).catch(ifThere);
      if (!file) return null;
      return file.createReadStream(part ? { start: part.from, end: part.to } : {});
    },

    remove: (sha256) => rm(pathOf(sha256), { force: true }),
  };
}

/** A name is durable when its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function ifThere(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
