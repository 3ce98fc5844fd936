import { Kysely, Migrator, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { MIGRATIONS } from './migrations.ts';
import { PreparingClient } from './prepared-statements.ts';
import type { Tables } from './schema.ts';

export type Database = Kysely<Tables>;
export type Tx = Transaction<Tables>;

export interface Store {
  readonly db: Database;
  close(): Promise<void>;
}

// bigint columns hold milliseconds and counters, all below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** Opens the store at a PostgreSQL connection string and brings its schema up to date. */
export async function openStore(url: string, { connections = 10 } = {}): Promise<Store> {
  const pool = new pg.Pool({ Client: PreparingClient, connectionString: url, max: connections, connectionTimeoutMillis: 5_000 });
  // A server that goes away ends connections, idle ones and ones in the middle of a transaction; the pool replaces them, and the
  // next query of that transaction fails. Without a listener on both, the process would end.
  pool.on('error', () => undefined);
  pool.on('connect', (connection) => connection.on('error', () => undefined));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const { error } = await new Migrator({ db, provider: MIGRATIONS }).migrateToLatest();
  if (error) {
    await db.destroy();
    throw error;
  }
  return { db, close: () => db.destroy() };
}
