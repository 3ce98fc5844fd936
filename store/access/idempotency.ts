import type { Database } from '../open-store.ts';

/**
 * Keeps what a key was first used for.
 * @param hash of the request
 * @param at ms
 * @returns the hash of the request that the key was first used for: this one's, or another's
 */
export async function rememberRequest(db: Database, id: string, hash: string, at: number): Promise<string> {
  await db.insertInto('idempotency').values({ id, request: hash, at }).onConflict((conflict) => conflict.doNothing()).execute();
  const { request } = await db.selectFrom('idempotency').select('request').where('id', '=', id).executeTakeFirstOrThrow();
  return request;
}
