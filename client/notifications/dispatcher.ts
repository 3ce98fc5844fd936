import { setTimeout as pause } from 'node:timers/promises';
import type { CaseMoves } from '../../store/access/case-moves.ts';
import { claimDue, type ClaimedDelivery, nextDue, recordAttempt } from '../../store/notifications/deliveries.ts';
import { type ChannelKind, fanOut } from '../../store/notifications/fan-out.ts';
import { endWebhook } from '../../store/notifications/webhooks.ts';
import type { Database } from '../../store/open-store.ts';
import { type Channel, DeliveryError } from './channels/channel.ts';

export interface DispatchOptions {
  readonly db: Database;
  readonly channels: readonly Channel[];
  /** ms since the epoch. */
  readonly now?: () => number;
  /** [0, 1) */
  readonly random?: () => number;
  /** Ends attempts that are under way: they count, and are made again under the same id. */
  readonly signal?: AbortSignal;
}

export interface DispatcherOptions extends Omit<DispatchOptions, 'signal'> {
  /** Stops it: nothing new is begun, and what is under way has five seconds. */
  readonly signal: AbortSignal;
  /** Wakes it as soon as a case moves; without it, it looks now and then. */
  readonly moves?: Pick<CaseMoves, 'listen'>;
  /** The store is away, or something else that passes. */
  readonly onTrouble?: (error: unknown) => void;
}

/** After so many the message is given up. With the waits between them they span some 15 hours. */
export const MOST_ATTEMPTS = 12;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 6 * 3_600_000;
/** An attempt ends after this, whatever the other side does. */
const ATTEMPT_MS = 60_000;
/** Longer than any attempt, so that no message is in two hands. Who dies in an attempt leaves it alone for this long. */
export const LEASE_MS = 5 * 60_000;
const AT_ONCE = 10;
const LOOK_EVERY_MS = 30_000;
/** Cases move often; what moves soon after another is looked at together with it. */
const GATHER_MS = 200;
const GRACE_MS = 5_000;

/**
 * Sends what people are told, until it is stopped. Any number may run, in any processes: a delivery is claimed by one of them.
 *
 * What holds: a message is sent when its change is committed, and never by two at once. What cannot be promised: between the
 * other side's taking a message over and this one's record of it a crash, or a lost answer, makes it be sent once more, under
 * the same id: `Message-ID`, `Idempotency-Key`, `webhook-id`. Whoever wants it exactly once looks at that.
 */
export async function runDispatcher({ signal, moves, onTrouble, ...options }: DispatcherOptions): Promise<void> {
  const { db, channels, now = Date.now } = options;
  const attempts = new AbortController();
  signal.addEventListener('abort', () => void pause(GRACE_MS, undefined, { ref: false }).then(() => attempts.abort()), { once: true });
  let woken = new AbortController();
  const stopListening = moves?.listen(() => woken.abort());
  try {
    while (!signal.aborted) {
      woken = new AbortController();
      let wait = LOOK_EVERY_MS;
      try {
        await dispatchDue({ ...options, signal: attempts.signal, stopping: signal });
        const due = await nextDue(db, kindsOf(channels));
        if (due !== null) wait = Math.min(Math.max(due - now(), GATHER_MS), LOOK_EVERY_MS);
      } catch (error) {
        onTrouble?.(error);
      }
      await pause(wait, undefined, { signal: AbortSignal.any([signal, woken.signal]) }).catch(() => undefined);
      await pause(GATHER_MS, undefined, { signal }).catch(() => undefined);
    }
  } finally {
    stopListening?.();
  }
}

/** Sends whatever is due now. @returns how many attempts were made */
export async function dispatchDue({ stopping, ...options }: DispatchOptions & { readonly stopping?: AbortSignal }): Promise<number> {
  const { db, channels, now = Date.now } = options;
  const kinds = kindsOf(channels);
  while (!stopping?.aborted && (await fanOut(db, kinds, now())) > 0);
  for (let made = 0; ; ) {
    const claimed = stopping?.aborted ? [] : await claimDue(db, { channels: kinds, now: now(), lease: LEASE_MS, size: AT_ONCE });
    if (claimed.length === 0) return made;
    await Promise.all(claimed.map((delivery) => attempt(delivery, options)));
    made += claimed.length;
  }
}

async function attempt(delivery: ClaimedDelivery, { db, channels, now = Date.now, random = Math.random, signal }: DispatchOptions): Promise<void> {
  const channel = channels.find(({ kind }) => kind === delivery.channel)!;
  try {
    // Attempts count from their claim: one that ended its process so often is not made again.
    if (delivery.attempt > MOST_ATTEMPTS) throw new DeliveryError('no attempt came to an end', 'never');
    const limit = AbortSignal.timeout(ATTEMPT_MS);
    await channel.send(delivery, signal ? AbortSignal.any([limit, signal]) : limit);
  } catch (error) {
    if (signal?.aborted) return;
    return failed(db, delivery, error, now(), random());
  }
  await recordAttempt(db, delivery, { status: 'sent', at: now() });
}

async function failed(db: Database, delivery: ClaimedDelivery, error: unknown, now: number, random: number): Promise<void> {
  // What is no failure of the other side is a mistake of this program; trying again may help, and its words stay inside.
  const { again, message } = error instanceof DeliveryError ? error : new DeliveryError(`failed inside: ${(error as Error).name}`);
  if (again === 'later' && delivery.attempt < MOST_ATTEMPTS) {
    await recordAttempt(db, delivery, { status: 'failed', error: message, nextAt: now + waitAfter(delivery.attempt, random) });
    return;
  }
  await recordAttempt(db, delivery, { status: 'givenUp', error: message });
  if (again === 'gone' && delivery.subscription) await endWebhook(db, delivery.subscription.id, message, { now });
}

/** Twice as long each time, give or take a quarter, so that what failed together is not tried together. */
export function waitAfter(attempts: number, random: number): number {
  return Math.round(Math.min(FIRST_WAIT_MS * 2 ** (attempts - 1), LONGEST_WAIT_MS) * (0.75 + random / 2));
}

function kindsOf(channels: readonly Channel[]): ReadonlySet<ChannelKind> {
  return new Set(channels.map(({ kind }) => kind));
}
