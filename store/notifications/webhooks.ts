import type { Database, Tx } from '../open-store.ts';
import type { EventName } from './events.ts';

/** A system that is told of events as they happen. */
export interface Webhook {
  readonly id: string;
  readonly url: string;
  /** No event named: all of them. */
  readonly events: readonly EventName[];
  /** Only what concerns this department's items and posts; null: everything. */
  readonly department: string | null;
  readonly createdBy: string;
  /** ms */
  readonly createdAt: number;
  /** ms; null: it is told. */
  readonly endedAt: number | null;
  readonly endedBecause: string | null;
}

export async function addWebhook(db: Database, webhook: Pick<Webhook, 'url' | 'events' | 'department' | 'createdBy'> & { readonly secret: string }, now: number = Date.now()): Promise<Webhook> {
  const { url, secret, events, department, createdBy } = webhook;
  const row = await db.insertInto('webhook')
    .values({ url, secret, events: JSON.stringify(events), department, created_by: createdBy, created_at: now, ended_at: null, ended_because: null })
    .returning(COLUMNS).executeTakeFirstOrThrow();
  return webhookOf(row);
}

/** Subscriptions, the oldest first; of one department, or all. Never their secrets. */
export async function listWebhooks(db: Database | Tx, { department, active = false }: { readonly department?: string; readonly active?: boolean } = {}): Promise<Webhook[]> {
  const rows = await db.selectFrom('webhook').select(COLUMNS)
    .$if(department !== undefined, (query) => query.where('department', '=', department!)).$if(active, (query) => query.where('ended_at', 'is', null))
    .orderBy('created_at').orderBy('id').execute();
  return rows.map(webhookOf);
}

/** Ends a subscription; what still waits for it is given up. @returns false when there is none, or it is over already */
export async function endWebhook(db: Database, id: string, because: string, { department, now = Date.now() }: { readonly department?: string; readonly now?: number } = {}): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const ended = await tx.updateTable('webhook').set({ ended_at: now, ended_because: because }).where('id', '=', id).where('ended_at', 'is', null)
      .$if(department !== undefined, (query) => query.where('department', '=', department!)).executeTakeFirst();
    if (ended.numUpdatedRows === 0n) return false;
    await tx.updateTable('delivery').set({ status: 'givenUp', last_error: because }).where('channel', '=', webhookChannel(id)).where('status', 'in', ['waiting', 'failed']).execute();
    return true;
  });
}

export const webhookChannel = (id: string) => `webhook:${id}`;

const COLUMNS = ['id', 'url', 'events', 'department', 'created_by', 'created_at', 'ended_at', 'ended_because'] as const;

function webhookOf(row: { id: string; url: string; events: unknown; department: string | null; created_by: string; created_at: number; ended_at: number | null; ended_because: string | null }): Webhook {
  const { id, url, events, department } = row;
  return { id, url, events: events as readonly EventName[], department, createdBy: row.created_by, createdAt: row.created_at, endedAt: row.ended_at, endedBecause: row.ended_because };
}
