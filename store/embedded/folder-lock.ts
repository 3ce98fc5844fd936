import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

export interface FolderLock {
  release(): void;
}

// A lock nobody refers to would be closed by the garbage collector, and so given up.
const held = new Set<DatabaseSync>();

/**
 * Takes a lock that the kernel gives back when its process dies, `kill -9` included; null when another one holds it.
 * Node has no `flock`; an exclusive SQLite transaction on an empty file holds a real one. A file with a pid in it would
 * have to guess whether that pid still means the same process, and two starters could break a stale one at once.
 */
export function tryLock(path: string): FolderLock | null {
  mkdirSync(dirname(path), { recursive: true });
  const file = new DatabaseSync(path, { timeout: 0 });
  try {
    file.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    file.close();
    if (isBusy(error)) return null;
    throw error;
  }
  held.add(file);
  return {
    release() {
      if (held.delete(file)) file.close();
    },
  };
}

/** Waits for the lock, runs `work`, gives it back. */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  let lock = tryLock(path);
  while (!lock) {
    await sleep(50);
    lock = tryLock(path);
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
}

const SQLITE_BUSY = 5;

function isBusy(error: unknown): boolean {
  return (error as { errcode?: number }).errcode === SQLITE_BUSY;
}
