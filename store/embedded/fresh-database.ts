import { randomUUID } from 'node:crypto';
import pg from 'pg';

export interface FreshDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/**
 * Creates a database in a running server, as a copy of another if `template` names one (to which nobody may be
 * connected then): migrate once, copy for every test.
 *
 * @param url of any database of that server
 */
export async function createFreshDatabase(url: string, options: { template?: string; name?: string } = {}): Promise<FreshDatabase> {
  const name = options.name ?? `fresh_${randomUUID().replaceAll('-', '')}`;
  const template = options.template ?? 'template1';
  const admin = Object.assign(new URL(url), { pathname: '/postgres' }).href;
  await run(admin, `CREATE DATABASE ${pg.escapeIdentifier(name)} TEMPLATE ${pg.escapeIdentifier(template)}`);
  return {
    url: Object.assign(new URL(url), { pathname: `/${name}` }).href,
    drop: () => run(admin, `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`),
  };
}

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.query(sql);
  } finally {
    await client.end();
  }
}
