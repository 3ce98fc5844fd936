import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { NotificationError } from './notification-error.ts';

/** The headers of a signed message. @see the Standard Webhooks specification 1.0 */
export interface WebhookHeaders {
  readonly 'webhook-id': string;
  /** Seconds since the epoch, of the attempt. */
  readonly 'webhook-timestamp': string;
  /** `v1,` and the signature in base64; several, apart by spaces, while a secret is being replaced. */
  readonly 'webhook-signature': string;
}

/** `whsec_` and 24 random bytes in base64. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(24).toString('base64')}`;
}

export function signWebhook(secret: string, id: string, body: string, now: number): WebhookHeaders {
  const timestamp = `${Math.floor(now / 1_000)}`;
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature(secret, id, timestamp, body).toString('base64')}` };
}

/** Seconds by which a message's time may differ from the receiver's. */
const TOLERANCE_S = 300;

export interface Verification {
  readonly secret: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** As it came, before it is parsed. */
  readonly body: string;
  /** ms */
  readonly now?: number;
  /** Whether a message was handled before; see {@link HandledMessages}. */
  readonly handled: { has(id: string): boolean | Promise<boolean> };
}

/**
 * For receivers: checks that a message is from us, is recent, and was not handled before.
 * @returns its id, to be remembered once it is handled
 * @throws NotificationError `webhook.signature`, `webhook.tooOld`, `webhook.replayed`. To the last one answer 2xx or 409: either
 * way it is not sent again.
 */
export async function verifyWebhook({ secret, headers, body, now = Date.now(), handled }: Verification): Promise<string> {
  const [id, timestamp, given] = (['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const).map((name) => headers[name]);
  if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof given !== 'string' || !/^\d{1,12}$/.test(timestamp)) throw new NotificationError('webhook.signature');
  const expected = signature(secret, id, timestamp, body);
  const fits = given.split(' ').some((one) => {
    const [version, value = ''] = one.split(',');
    const bytes = Buffer.from(value, 'base64');
    return version === 'v1' && bytes.length === expected.length && timingSafeEqual(bytes, expected);
  });
  if (!fits) throw new NotificationError('webhook.signature');
  if (Math.abs(now / 1_000 - Number(timestamp)) > TOLERANCE_S) throw new NotificationError('webhook.tooOld');
  if (await handled.has(id)) throw new NotificationError('webhook.replayed');
  return id;
}

/**
 * The messages that a receiver has handled, in its memory. A message repeated as it was is refused for its age after the
 * tolerance; we ourselves may send one again, newly signed, for as long as a day. One that must not be fooled by its own
 * restart keeps the ids in its database.
 */
export class HandledMessages {
  readonly #ids = new Map<string, number>();
  readonly #keptMs: number;

  constructor(keptMs = 48 * 3_600_000) {
    this.#keptMs = keptMs;
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  add(id: string, now: number = Date.now()): void {
    // In order of insertion, so the oldest come first.
    for (const [old, at] of this.#ids) {
      if (at > now - this.#keptMs) break;
      this.#ids.delete(old);
    }
    this.#ids.set(id, now);
  }
}

function signature(secret: string, id: string, timestamp: string, body: string): Buffer {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest();
}
