import { sql } from 'kysely';
import type { Database } from '../open-store.ts';
import { type Page, type PageOptions, pageOf, pageSize, startOf } from '../queries/page.ts';
import type { EventName } from './events.ts';
import type { ChannelKind } from './fan-out.ts';
import type { RecipientKind } from './recipient-kind.ts';

/** A message on one channel, claimed for one attempt. */
export interface ClaimedDelivery {
  /** The message's own, the same at every attempt: a receiver knows by it what it has already. */
  readonly id: string;
  readonly channel: ChannelKind;
  readonly address: string;
  readonly language: 'zh' | 'en';
  /** 1 for the first. */
  readonly attempt: number;
  /** Of a webhook; null when it is over. */
  readonly subscription: { readonly id: string; readonly secret: string } | null;
  readonly notification: {
    readonly id: number;
    readonly caseNo: string;
    readonly seq: number;
    readonly event: EventName;
    readonly recipientKind: RecipientKind;
    readonly department: string | null;
    readonly params: object;
    /** ms */
    readonly at: number;
  };
}

export interface ClaimOptions {
  readonly channels: ReadonlySet<ChannelKind>;
  /** ms */
  readonly now: number;
  /** ms for which nobody else takes it: longer than any attempt lasts. Who dies meanwhile loses the claim with it. */
  readonly lease: number;
  readonly size: number;
}

/**
 * Takes deliveries that are due, so that nobody else takes the same: rows that another is just taking are passed over, and a
 * taken one is not due again before its lease ends. The attempt counts from here on, be it survived or not.
 */
export async function claimDue(db: Database, { channels, now, lease, size }: ClaimOptions): Promise<ClaimedDelivery[]> {
  if (channels.size === 0) return [];
  const { rows } = await sql<Omit<ClaimedDelivery, 'subscription' | 'notification'> & ClaimedDelivery['notification'] & { subscription: string | null; secret: string | null; notification: number }>`
    with due as (
      select id from delivery where status in ('waiting', 'failed') and next_at <= ${now} and split_part(channel, ':', 1) in (${sql.join([...channels])})
      order by next_at, notification limit ${size} for update skip locked),
    claimed as (
      update delivery d set attempts = attempts + 1, next_at = ${now + lease} from due where d.id = due.id returning d.*)
    select c.id, split_part(c.channel, ':', 1) as channel, c.address, c.language, c.attempts as attempt, w.id as subscription, w.secret,
      n.id as notification, n.case_no as "caseNo", n.seq, n.event, n.recipient_kind as "recipientKind", n.department, n.params, n.created_at as at
    from claimed c join notification n on n.id = c.notification left join webhook w on c.channel = 'webhook:' || w.id and w.ended_at is null
    order by n.id, c.channel`.execute(db);
  return rows.map(({ id, channel, address, language, attempt, subscription, secret, notification, ...of }) => ({
    id, channel, address, language, attempt, subscription: subscription !== null && secret !== null ? { id: subscription, secret } : null, notification: { id: notification, ...of },
  }));
}

/** What came of an attempt. Sent is sent, but whose claim ran out meanwhile has no say in what follows a failure. */
export type AttemptOutcome =
  | { readonly status: 'sent'; readonly at: number }
  | { readonly status: 'failed'; readonly error: string; readonly nextAt: number }
  | { readonly status: 'givenUp'; readonly error: string };

export async function recordAttempt(db: Database, { id, attempt }: Pick<ClaimedDelivery, 'id' | 'attempt'>, outcome: AttemptOutcome): Promise<boolean> {
  const done = await db.updateTable('delivery')
    .set(outcome.status === 'sent'
      ? { status: 'sent', sent_at: outcome.at, last_error: null }
      : { status: outcome.status, last_error: outcome.error, ...(outcome.status === 'failed' ? { next_at: outcome.nextAt } : {}) })
    .where('id', '=', id).where('status', 'in', ['waiting', 'failed'])
    .$if(outcome.status !== 'sent', (query) => query.where('attempts', '=', attempt)).executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** When the next delivery is due, ms; null: none waits. */
export async function nextDue(db: Database, channels: ReadonlySet<ChannelKind>): Promise<number | null> {
  if (channels.size === 0) return null;
  const { rows } = await sql<{ at: number | null }>`
    select min(next_at) as at from delivery where status in ('waiting', 'failed') and split_part(channel, ':', 1) in (${sql.join([...channels])})`.execute(db);
  return rows[0]?.at ?? null;
}

/** Puts a message that was given up on its way again, as if it were new. @returns false when there is none such, or its subscription is over */
export async function tryAgain(db: Database, id: string, now: number = Date.now()): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update delivery set status = 'waiting', attempts = 0, next_at = ${now} where id = ${id} and status = 'givenUp'
      and (channel not like 'webhook:%' or exists (select from webhook w where delivery.channel = 'webhook:' || w.id and w.ended_at is null))`.execute(db);
  return (numAffectedRows ?? 0n) > 0n;
}

/** A message that reached nobody, for whoever looks after the channels. Of the address no more than tells them apart. */
export interface GivenUp {
  readonly id: string;
  readonly caseNo: string;
  readonly event: string;
  readonly channel: string;
  readonly attempts: number;
  readonly error: string;
  /** ms */
  readonly at: number;
  /** Its subscription is over: there is nobody to try again with. */
  readonly isOver: boolean;
}

/** What was given up, the latest first. */
export async function givenUp(db: Database, options: PageOptions = {}): Promise<Page<GivenUp>> {
  const [at, id] = startOf(options, [Number.MAX_SAFE_INTEGER, '~']);
  const { rows } = await sql<GivenUp>`
    select d.id, n.case_no as "caseNo", n.event, d.channel, d.attempts, coalesce(d.last_error, '') as error, d.created_at as at,
      d.channel like 'webhook:%' and not exists (select from webhook w where d.channel = 'webhook:' || w.id and w.ended_at is null) as "isOver"
    from delivery d join notification n on n.id = d.notification
    where d.status = 'givenUp' and (d.created_at, d.id::text) < (${at}, ${id}) order by d.created_at desc, d.id::text desc limit ${pageSize(options) + 1}`.execute(db);
  return pageOf(rows, options, (row) => [row.at, row.id]);
}
