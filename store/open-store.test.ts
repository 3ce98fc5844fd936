import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { openTestStore } from './test-support/test-store.ts';

let test: Awaited<ReturnType<typeof openTestStore>>;
beforeAll(async () => void (test = await openTestStore()));
afterAll(() => test.end());

describe('a connection that PostgreSQL ends', () => {
  it('in the middle of a transaction fails that transaction, not the process', async () => {
    const { db } = test.store;
    const transaction = db.transaction().execute(async (tx) => {
      const { rows: [row] } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(tx);
      await sql`SELECT pg_terminate_backend(${row!.pid})`.execute(db);
      // The news comes while this connection has no query under way.
      await new Promise((resolve) => setTimeout(resolve, 100));
      await sql`SELECT 1`.execute(tx);
    });
    await expect(transaction).rejects.toThrow(/terminat|queryable|closed/i);
    expect((await sql<{ one: number }>`SELECT 1 AS one`.execute(db)).rows).toEqual([{ one: 1 }]);
  });
});
