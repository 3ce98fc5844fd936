import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../open-store.ts';
import type { Periods } from './periods.ts';

const DAY_MS = 86_400_000;
/** In one transaction: a removal of many rows at once would hold up whoever writes beside it. */
const AT_ONCE = 2_000;
/** Transactions for one kind of thing at one time; the rest is for the next time. */
const ROUNDS = 50;

export type Pruned = Readonly<Record<keyof Periods | 'sessions', number>>;

/**
 * Removes what has been kept long enough, the oldest first: no case, no paper, no change, nothing that is still to be sent. Safe beside
 * everything else, and in several processes: rows that another is just removing are passed over.
 * @returns how many of each were removed
 */
export async function prune(db: Database, periods: Periods, now: number = Date.now(), { atOnce = AT_ONCE } = {}): Promise<Pruned> {
  const kept = async (days: number | null, remove: (before: number) => Promise<number>) => (days === null ? 0 : inRounds(() => remove(now - days * DAY_MS), atOnce));
  return {
    messages: await kept(periods.messages, async (before) => (await readOneByOne(db, before, atOnce)) + (await readAtOnce(db, before, atOnce)) + (await toldToPosts(db, before, atOnce))),
    idempotencyKeys: await kept(periods.idempotencyKeys, (before) => removeOld(db, sql`idempotency`, sql`at < ${before}`, sql`at`, atOnce)),
    drafts: await kept(periods.drafts, (before) => removeOld(db, sql`draft`, sql`saved_at < ${before}`, sql`saved_at`, atOnce)),
    sessions: await inRounds(() => removeOld(db, sql`session`, sql`expires_at <= ${now}`, sql`expires_at`, atOnce), atOnce),
    accessLog: await kept(periods.accessLog, (before) => removeAccesses(db, before, atOnce)),
  };
}

async function inRounds(remove: () => Promise<number>, atOnce: number): Promise<number> {
  let removed = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const some = await remove();
    removed += some;
    if (some < atOnce) break;
  }
  return removed;
}

async function removeOld(db: Pick<Database, 'getExecutor'>, table: RawBuilder<unknown>, old: RawBuilder<unknown>, order: RawBuilder<unknown>, atOnce: number): Promise<number> {
  const { numAffectedRows } = await sql`delete from ${table} where ctid = any(array(select ctid from ${table} where ${old} order by ${order} limit ${atOnce} for update skip locked))`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** A message to one person, that he read by itself so long ago. */
function readOneByOne(db: Database, before: number, atOnce: number): Promise<number> {
  return removeMessages(db, sql`select n.id from notification_read r join notification n on n.id = r.notification and n.recipient = r.reader where r.read_at < ${before} and ${NOTHING_TO_SEND} order by r.read_at limit ${atOnce}`);
}

/** A message so old to one person who has marked as read all that there was. */
function readAtOnce(db: Database, before: number, atOnce: number): Promise<number> {
  return removeMessages(db, sql`select n.id from bell b join notification n on n.recipient = b.reader and n.id <= b.read_up_to where n.created_at < ${before} and ${NOTHING_TO_SEND} limit ${atOnce}`);
}

/** What a post is told is nobody's alone, and stands in the inbox until it is done: it goes by its age, whoever of them has read it. */
function toldToPosts(db: Database, before: number, atOnce: number): Promise<number> {
  return removeMessages(db, sql`select n.id from notification n where n.recipient_kind = 'post' and n.created_at < ${before} and ${NOTHING_TO_SEND} order by n.created_at limit ${atOnce}`);
}

const NOTHING_TO_SEND = sql`n.fanned_out_at is not null and not exists (select from delivery d where d.notification = n.id and d.status in ('waiting', 'failed'))`;

/** With who read them and what became of their deliveries. */
async function removeMessages(db: Database, which: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    with gone as (delete from notification where id in (select id from notification where id in (${which}) for update skip locked) returning id),
    deliveries as (delete from delivery using gone where delivery.notification = gone.id),
    readings as (delete from notification_read using gone where notification_read.notification = gone.id)
    select count(*) as n from gone`.execute(db);
  return rows[0]!.n;
}

/** The log refuses it to everybody who does not say that he prunes. */
function removeAccesses(db: Database, before: number, atOnce: number): Promise<number> {
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('onething.pruning', 'access_log', true)`.execute(tx);
    return removeOld(tx, sql`access_log`, sql`at < ${before}`, sql`at`, atOnce);
  });
}
