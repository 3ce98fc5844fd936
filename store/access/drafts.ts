import { sql } from 'kysely';
import type { Database } from '../open-store.ts';

/** A form that somebody is filling in: his alone, until he hands it in or gives it up. */
export interface Draft {
  readonly id: string;
  readonly service: string;
  readonly body: unknown;
  /** ms */
  readonly savedAt: number;
}

/** Nobody fills in more than this at once. */
export const MOST_DRAFTS = 100;

/** @returns false: he has too many others, and nothing was kept */
export async function saveDraft(db: Database, author: string, { id, service, body }: Omit<Draft, 'savedAt'>, now: number = Date.now()): Promise<boolean> {
  const json = JSON.stringify(body);
  // Nobody waits for a lock: forms saved at the same moment may come to a few more.
  const kept = await db.insertInto('draft').columns(['id', 'author', 'service', 'body', 'saved_at'])
    .expression(sql`select ${id}, ${author}, ${service}, ${json}::json, ${now}::bigint where (select count(*) from draft where author = ${author} and id <> ${id}) < ${MOST_DRAFTS}`)
    .onConflict((conflict) => conflict.columns(['author', 'id']).doUpdateSet({ service, body: json, saved_at: now })).returning('id').executeTakeFirst();
  return kept !== undefined;
}

/** The latest first. */
export async function draftsOf(db: Database, author: string): Promise<Draft[]> {
  const rows = await db.selectFrom('draft').select(['id', 'service', 'body', 'saved_at']).where('author', '=', author).orderBy('saved_at', 'desc').limit(MOST_DRAFTS).execute();
  return rows.map(({ saved_at: savedAt, ...row }) => ({ ...row, savedAt }));
}

export async function dropDraft(db: Database, author: string, id: string): Promise<void> {
  await db.deleteFrom('draft').where('author', '=', author).where('id', '=', id).execute();
}
