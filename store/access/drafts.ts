import type { Database } from '../open-store.ts';

/** A form that somebody is filling in: his alone, until he hands it in or gives it up. */
export interface Draft {
  readonly id: string;
  readonly service: string;
  readonly body: unknown;
  /** ms */
  readonly savedAt: number;
}

/** Somebody who fills in more than this at once has forgotten the first. */
const MOST = 100;

export async function saveDraft(db: Database, author: string, { id, service, body }: Omit<Draft, 'savedAt'>, now: number = Date.now()): Promise<void> {
  const row = { id, author, service, body: JSON.stringify(body), saved_at: now };
  await db.insertInto('draft').values(row).onConflict((conflict) => conflict.columns(['author', 'id']).doUpdateSet({ service, body: row.body, saved_at: now })).execute();
}

/** The latest first. */
export async function draftsOf(db: Database, author: string): Promise<Draft[]> {
  const rows = await db.selectFrom('draft').select(['id', 'service', 'body', 'saved_at']).where('author', '=', author).orderBy('saved_at', 'desc').limit(MOST).execute();
  return rows.map(({ saved_at: savedAt, ...row }) => ({ ...row, savedAt }));
}

export async function dropDraft(db: Database, author: string, id: string): Promise<void> {
  await db.deleteFrom('draft').where('author', '=', author).where('id', '=', id).execute();
}
