import { createHash } from 'node:crypto';
import type { Database, Tx } from '../open-store.ts';
import { type Contact, contactsOfAll, mobileNumber, phonesOfApplicants } from './contacts.ts';
import { type EventName, isTexted } from './events.ts';
import type { RecipientKind } from './recipient-kind.ts';
import { listWebhooks, type Webhook, webhookChannel } from './webhooks.ts';

export type ChannelKind = 'mail' | 'sms' | 'webhook';

interface Waiting {
  readonly id: number;
  readonly case_no: string;
  readonly seq: number;
  readonly event: string;
  readonly params: object;
  readonly recipient: string;
  readonly recipient_kind: RecipientKind;
  readonly department: string | null;
}

const AT_ONCE = 200;

/**
 * Looks for messages that nobody has looked at, and files a delivery for every configured channel by which each can reach its
 * recipient. A message is looked at once: a channel configured later has nothing to send of before.
 * @returns how many messages were looked at; zero: there are no more, or somebody else has them in hand
 */
export async function fanOut(db: Database, channels: ReadonlySet<ChannelKind>, now: number): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const waiting = await tx.selectFrom('notification').select(['id', 'case_no', 'seq', 'event', 'params', 'recipient', 'recipient_kind', 'department'])
      .where('fanned_out_at', 'is', null).orderBy('id').limit(AT_ONCE).forUpdate().skipLocked().execute();
    if (waiting.length === 0) return 0;
    const ways = [...(await direct(tx, waiting, channels)), ...(channels.has('webhook') ? subscribed(waiting, await listWebhooks(tx, { active: true })) : [])];
    if (ways.length > 0) {
      await tx.insertInto('delivery').values(ways.map((way) => ({ ...way, next_at: now, last_error: null, created_at: now, sent_at: null })))
        .onConflict((conflict) => conflict.doNothing()).execute();
    }
    await tx.updateTable('notification').set({ fanned_out_at: now }).where('id', 'in', waiting.map(({ id }) => id)).execute();
    return waiting.length;
  });
}

interface Way {
  readonly notification: number;
  readonly channel: string;
  readonly address: string;
  readonly language: string;
  readonly subject: string | null;
}

/** By e-mail to whoever left an address, and wants to be told this; by text message to whoever left a number, and to the number in the application. */
async function direct(tx: Tx, waiting: readonly Waiting[], channels: ReadonlySet<ChannelKind>): Promise<Way[]> {
  const contacts = await contactsOfAll(tx, waiting.map(({ recipient }) => recipient));
  const texted = channels.has('sms') ? waiting.filter(({ event }) => isTexted(event as EventName)) : [];
  const phones = await phonesOfApplicants(tx, texted.flatMap((one) => (one.recipient_kind === 'applicant' ? [one.case_no] : [])));
  const way = ({ id }: Waiting, { channel, address, language }: Contact): Way => ({ notification: id, channel, address, language, subject: null });
  const mailed = channels.has('mail') ? waiting.flatMap((one) => {
    const contact = contacts.get(`mail ${one.recipient}`);
    return contact && (contact.choice !== 'important' || isTexted(one.event as EventName)) ? [way(one, contact)] : [];
  }) : [];
  return [...mailed, ...texted.flatMap((one) => {
    const contact = contacts.get(`sms ${one.recipient}`);
    const number = mobileNumber(contact?.address ?? (one.recipient_kind === 'applicant' ? phones.get(one.case_no) ?? '' : ''));
    return number ? [way(one, { channel: 'sms', address: number, language: contact?.language ?? 'zh' })] : [];
  })];
}

/** Systems are told as the applicant is, or as posts are, but once of what several posts are told in the same words. */
function subscribed(waiting: readonly Waiting[], webhooks: readonly Webhook[]): Way[] {
  return waiting.filter(({ recipient_kind: kind }) => kind === 'applicant' || kind === 'post').flatMap(({ id, case_no: caseNo, seq, event, params, department }) =>
    webhooks.filter((webhook) => (webhook.events.length === 0 || webhook.events.includes(event as EventName)) && (webhook.department === null || webhook.department === department))
      .map((webhook) => ({ notification: id, channel: webhookChannel(webhook.id), address: webhook.url, language: 'zh', subject: `${caseNo} ${seq} ${event} ${digest({ department, params })}` })));
}

function digest(content: object): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 16);
}
