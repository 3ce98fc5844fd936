import { createHash, randomBytes } from 'node:crypto';
import type { Database } from '../open-store.ts';
import type { SignedIn } from './signed-in.ts';

export interface Session {
  readonly person: SignedIn;
  /** What the console sends along with whatever changes something, so that no other site can. */
  readonly csrf: string;
  /** ms */
  readonly expiresAt: number;
}

/** A working day. */
const LASTS_MS = 10 * 3_600_000;

/** Only the token's hash is kept: who reads the table cannot sign in with it. */
export async function openSession(db: Database, person: SignedIn, now: number = Date.now()): Promise<{ readonly token: string } & Session> {
  const [token, csrf] = [secret(), secret()];
  const expiresAt = now + LASTS_MS;
  await db.deleteFrom('session').where('expires_at', '<=', now).execute();
  await db.insertInto('session').values({ token_hash: hashOf(token), person: JSON.stringify(person), csrf, created_at: now, expires_at: expiresAt }).execute();
  return { token, person, csrf, expiresAt };
}

/** The session of a token; null when there is none, or it is over. */
export async function findSession(db: Database, token: string, now: number = Date.now()): Promise<Session | null> {
  const row = await db.selectFrom('session').select(['person', 'csrf', 'expires_at']).where('token_hash', '=', hashOf(token)).where('expires_at', '>', now).executeTakeFirst();
  return row ? { person: row.person as SignedIn, csrf: row.csrf, expiresAt: row.expires_at } : null;
}

export async function closeSession(db: Database, token: string): Promise<void> {
  await db.deleteFrom('session').where('token_hash', '=', hashOf(token)).execute();
}

function secret(): string {
  return randomBytes(32).toString('base64url');
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
