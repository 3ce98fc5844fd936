import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { NotificationError } from '../notification-error.ts';
import { signWebhook } from '../webhook-signature.ts';
import { type Channel, DeliveryError, requireTaken } from './channel.ts';
import { guardedLookup, parseTarget, type TargetRules } from './web-target.ts';

/**
 * Signed messages to systems that have subscribed. The id is the same at every attempt, the time and the signature are each
 * attempt's own. Redirects are not followed. An answer 409 says that the receiver has the message already.
 */
export function webhookChannel(rules: TargetRules & { readonly now?: () => number }): Channel {
  const { now = Date.now } = rules;
  return {
    kind: 'webhook',
    async send({ id, address, subscription, notification: { event, caseNo, seq, department, params, at } }, signal) {
      if (!subscription) throw new DeliveryError('the subscription is over', 'never');
      const body = JSON.stringify({ type: `case.${event}`, timestamp: new Date(at).toISOString(), data: { caseNo, seq, department, ...params } });
      const status = await post(address, body, { ...signWebhook(subscription.secret, `msg_${id}`, body, now()) }, rules, signal);
      if (status !== 409) requireTaken(status);
    },
  };
}

async function post(address: string, body: string, headers: Record<string, string>, rules: TargetRules, signal: AbortSignal): Promise<number> {
  try {
    const url = parseTarget(address, rules);
    return await new Promise<number>((resolve, reject) => {
      const request = (url.protocol === 'https:' ? secure : plain)(url, {
        method: 'POST', signal, lookup: guardedLookup(rules) as never, agent: false,
        headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'user-agent': 'onething-webhooks' },
      }, (response) => {
        // What it says beside the status does not matter, and may have no end.
        response.destroy();
        resolve(response.statusCode ?? 0);
      });
      request.on('error', reject);
      request.end(body);
    });
  } catch (error) {
    if (error instanceof NotificationError) throw new DeliveryError(error.code, 'later');
    throw new DeliveryError(signal.aborted ? 'no answer in time' : `no connection: ${(error as NodeJS.ErrnoException).code ?? 'unknown'}`);
  }
}
