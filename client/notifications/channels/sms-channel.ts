import { renderText } from '../render.ts';
import { type Channel, DeliveryError, requireTaken } from './channel.ts';

/** Whatever takes text messages over: an operator's gateway, or an adapter to its own protocol. */
export interface SmsGateway {
  /** @param id the message's own, the same at every attempt: a gateway that knows it sends nothing twice. @throws DeliveryError */
  send(message: { readonly id: string; readonly to: string; readonly text: string }, signal: AbortSignal): Promise<void>;
}

export function smsChannel(gateway: SmsGateway): Channel {
  return {
    kind: 'sms',
    async send({ id, address, language, notification: { event, caseNo, params } }, signal) {
      const text = renderText({ event, caseNo, params }, language);
      if (text === null) throw new DeliveryError('not told by text message', 'never');
      await gateway.send({ id, to: address, text }, signal);
    },
  };
}

/**
 * A gateway that takes `POST {id, to, text}` as JSON with a bearer token, and the id once more as `Idempotency-Key`. Redirects
 * are not followed: the token and the number are for this address alone.
 */
export function httpSmsGateway({ url, token }: { readonly url: string; readonly token: string | null }): SmsGateway {
  return {
    async send({ id, to, text }, signal) {
      const response = await fetch(url, {
        method: 'POST', redirect: 'manual', signal, body: JSON.stringify({ id, to, text }),
        headers: { 'content-type': 'application/json', 'idempotency-key': id, ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
      }).catch((error: unknown) => {
        const { cause } = error as { cause?: { code?: string } };
        throw new DeliveryError(signal.aborted ? 'no answer in time' : `no connection: ${cause?.code ?? 'unknown'}`);
      });
      await response.body?.cancel();
      requireTaken(response.status);
    },
  };
}
