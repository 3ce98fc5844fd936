import { type Database, openStore } from '../../../store/open-store.ts';
import { findRunningSystem } from '../../../workers/running-system.ts';

/** Looks into, or tampers with, the store of the system that runs in a folder. */
export async function inStore<T>(home: string, work: (db: Database) => Promise<T>): Promise<T> {
  const found = await findRunningSystem(home);
  if (found.state !== 'running') throw new Error(`the system is ${found.state}`);
  const store = await openStore(found.parts.postgres.url, { connections: 1 });
  try {
    return await work(store.db);
  } finally {
    await store.close();
  }
}
