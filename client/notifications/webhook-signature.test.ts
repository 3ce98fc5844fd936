import { describe, expect, it } from '@jest/globals';
import { HandledMessages, newWebhookSecret, signWebhook, type Verification, verifyWebhook } from './webhook-signature.ts';

const NOW = Date.UTC(2026, 1, 10, 1, 30);
const secret = newWebhookSecret();
const body = '{"type":"case.granted"}';

function message(over: Partial<Verification> = {}): Verification {
  return { secret, body, headers: { ...signWebhook(secret, 'msg_1', body, NOW) }, now: NOW, handled: new HandledMessages(), ...over };
}

describe('a webhook’s signature', () => {
  it('is the one of the Standard Webhooks specification', () => {
    // The example that the specification's libraries are tested with.
    const headers = signWebhook('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'msg_p5jXN8AQM9LWM0D4loKWxJek', '{"test": 2432232314}', 1_614_265_330_000);
    expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });

  it('is accepted with its message, once', async () => {
    const handled = new HandledMessages();
    const id = await verifyWebhook(message({ handled }));
    expect(id).toBe('msg_1');
    handled.add(id, NOW);
    await expect(verifyWebhook(message({ handled }))).rejects.toMatchObject({ code: 'webhook.replayed', status: 409 });
  });

  it('is accepted among several, while a secret is being replaced', async () => {
    const { headers } = message();
    const several = `v1,${Buffer.alloc(32).toString('base64')} ${headers['webhook-signature'] as string} v2,x`;
    expect(await verifyWebhook(message({ headers: { ...headers, 'webhook-signature': several } }))).toBe('msg_1');
  });

  it('is refused with another body, id, time or secret, and when it is missing or of no known form', async () => {
    const { headers } = message();
    for (const forged of [
      { body: '{"type":"case.refused"}' }, { secret: newWebhookSecret() },
      { headers: { ...headers, 'webhook-id': 'msg_2' } }, { headers: { ...headers, 'webhook-timestamp': `${NOW / 1_000 + 1}` } },
      { headers: { ...headers, 'webhook-timestamp': 'now' } }, { headers: {} }, { headers: { ...headers, 'webhook-signature': ['v1,a', 'v1,b'] } },
      { headers: { ...headers, 'webhook-signature': 'v1,' } }, { headers: { ...headers, 'webhook-signature': (headers['webhook-signature'] as string).replace('v1,', 'v0,') } },
    ]) await expect(verifyWebhook(message(forged))).rejects.toMatchObject({ code: 'webhook.signature', status: 401 });
  });

  it('is refused five minutes after, and before, its time', async () => {
    expect(await verifyWebhook(message({ now: NOW + 300_000 }))).toBe('msg_1');
    for (const now of [NOW + 301_000, NOW - 301_000]) await expect(verifyWebhook(message({ now }))).rejects.toMatchObject({ code: 'webhook.tooOld' });
  });

  it('is remembered for as long as it may come again, not for ever', () => {
    const handled = new HandledMessages(1_000);
    handled.add('one', 0);
    handled.add('two', 900);
    expect([handled.has('one'), handled.has('two')]).toEqual([true, true]);
    handled.add('three', 1_000);
    expect([handled.has('one'), handled.has('two'), handled.has('three')]).toEqual([false, true, true]);
  });
});
