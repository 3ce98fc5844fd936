import { randomBytes } from 'node:crypto';
import { createFreshDatabase } from '../store/embedded/fresh-database.ts';
import { type Postgres, startTemporaryPostgres } from '../store/embedded-postgres.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { startEphemeral, type Temporal } from '../workers/local-temporal.ts';
import type { KeyRing } from '../workers/payload-codec.ts';

/** The servers of a run, both its own, on loopback and gone afterwards. PostgreSQL does not wait for the disk: what is measured is us. */
export interface Servers {
  readonly postgres: Postgres;
  readonly temporal: Temporal;
}

export const KEYS: KeyRing = { current: 'bench', keys: { bench: randomBytes(32) } };

export async function withServers<T>(work: (servers: Servers) => Promise<T>): Promise<T> {
  return withPostgres(async (postgres) => {
    const temporal = await startEphemeral();
    try {
      return await work({ postgres, temporal });
    } finally {
      await temporal.stop();
    }
  });
}

export async function withPostgres<T>(work: (postgres: Postgres) => Promise<T>): Promise<T> {
  const postgres = await startTemporaryPostgres();
  try {
    return await work(postgres);
  } finally {
    await postgres.stop();
  }
}

/** A store of its own in a server that is there, thrown away afterwards. */
export async function withStore<T>(postgres: Postgres, work: (store: Store, url: string) => Promise<T>): Promise<T> {
  const database = await createFreshDatabase(postgres.url);
  const store = await openStore(database.url);
  try {
    return await work(store, database.url);
  } finally {
    await store.close();
    await database.drop();
  }
}
