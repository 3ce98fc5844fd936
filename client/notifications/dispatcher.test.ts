import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { caseMoves } from '../../store/access/case-moves.ts';
import { applyExport } from '../../store/apply-changes.ts';
import { setContact } from '../../store/notifications/contacts.ts';
import { claimDue, givenUp } from '../../store/notifications/deliveries.ts';
import type { EventName } from '../../store/notifications/events.ts';
import { fanOut } from '../../store/notifications/fan-out.ts';
import { citizenKey } from '../../store/notifications/recipient.ts';
import { addWebhook, endWebhook, listWebhooks } from '../../store/notifications/webhooks.ts';
import { type Database, openStore } from '../../store/open-store.ts';
import { openTestStore } from '../../store/test-support/test-store.ts';
import { DECREES, PlayedCase, restaurantPlan, restaurantReceipt } from '../documents/test-support/played-case.ts';
import { grantedCase } from '../documents/test-support/stories.ts';
import { mailChannel } from './channels/mail-channel.ts';
import { httpSmsGateway, smsChannel } from './channels/sms-channel.ts';
import { webhookChannel } from './channels/webhook-channel.ts';
import { dispatchDue, LEASE_MS, MOST_ATTEMPTS, runDispatcher, waitAfter } from './dispatcher.ts';
import { type HttpServer, type MailServer, startHttpServer, startMailServer, textOf } from './test-support/real-servers.ts';
import { HandledMessages, newWebhookSecret, verifyWebhook } from './webhook-signature.ts';

const APPLICANT = citizenKey('371302199001010014');
const PHONE = '13805390000';
const MINUTE = 60_000;

let test: Awaited<ReturnType<typeof openTestStore>>;
let db: Database;
let smtp: MailServer;
let http: HttpServer;
let now = 0;

beforeAll(async () => {
  test = await openTestStore();
  db = test.store.db;
});
afterAll(() => test.end());
beforeEach(async () => {
  for (const table of ['case_record', 'case_change', 'task', 'clock', 'document', 'notification', 'delivery', 'contact', 'webhook'] as const) await db.deleteFrom(table).execute();
  now = Date.UTC(2026, 1, 10, 2);
  [smtp, http] = [await startMailServer(), await startHttpServer()];
});
afterEach(async () => {
  await Promise.all([smtp.close(), http.close()]);
});

const mail = (url = smtp.url) => mailChannel({ url, from: { name: '政务服务', address: 'noreply@onething.test' }, publicUrl: 'https://a.example' });
const sms = () => smsChannel(httpSmsGateway({ url: `${http.url}/send`, token: 'gateway-token' }));
const webhook = (allowPrivate = true) => webhookChannel({ allowPrivate, now: () => now });
const dispatch = (...channels: Parameters<typeof dispatchDue>[0]['channels']) => dispatchDue({ db, channels, now: () => now, random: () => 0.5 });
const deliveries = () => db.selectFrom('delivery').selectAll().orderBy('created_at').orderBy('id').execute();

async function file({ plan, state, changes }: PlayedCase): Promise<void> {
  await db.transaction().execute((tx) => applyExport(tx, { caseNo: state.caseNo, plan, decrees: DECREES, state, changes }));
}
const received = (caseNo = '371302-20260210-0001', over: Parameters<typeof restaurantReceipt>[0] = {}) => file(new PlayedCase(restaurantPlan(), restaurantReceipt({ caseNo, ...over }), '2026-02-10T09:30'));

const subscribe = (events: readonly EventName[], department: string | null = null) =>
  addWebhook(db, { url: `${http.url}/hook`, secret: SECRET, events, department, createdBy: 'manager-1' }, now);
const SECRET = newWebhookSecret();

describe('the channels', () => {
  it('take a message to its people: by e-mail in their language, by text message to the number in the application', async () => {
    await setContact(db, APPLICANT, { channel: 'mail', address: 'li.ming@example.test', language: 'en' });
    await setContact(db, 'post:fire-rescue/reviewer', { channel: 'mail', address: 'fire@example.test', language: 'zh' });
    await received();
    await dispatch(mail(), sms(), webhook());
    expect(smtp.mails.map(({ to }) => to).sort()).toEqual(['fire@example.test', 'li.ming@example.test']);
    const [english] = smtp.mails.filter(({ to }) => to.startsWith('li'));
    expect(english!.raw).toMatch(/^subject: Your application was received 371302-20260210-0001/im);
    expect(textOf(english!)).toMatch(/^Service: Open a restaurant[\s\S]*https:\/\/a\.example\/cases\/371302-20260210-0001[\s\S]*事项：开办餐饮店/);
    const [call] = http.calls;
    expect(JSON.parse(call!.body)).toEqual({ id: expect.any(String), to: PHONE, text: '办件371302-20260210-0001：申请已收件，2月24日前告知是否受理。' });
    expect(call!.headers).toMatchObject({ authorization: 'Bearer gateway-token', 'idempotency-key': JSON.parse(call!.body).id });
    expect((await deliveries()).every(({ status, sent_at: at }) => status === 'sent' && at === now)).toBe(true);
    await dispatch(mail(), sms(), webhook());
    expect([smtp.mails.length, http.calls.length]).toEqual([2, 1]);
  });

  it('write to whoever asked for no more than the important only of what he must act on or waits for', async () => {
    await setContact(db, APPLICANT, { channel: 'mail', address: 'li.ming@example.test', language: 'zh', choice: 'important' });
    await setContact(db, 'post:fire-rescue/reviewer', { channel: 'mail', address: 'fire@example.test', language: 'zh', choice: 'important' });
    await received();
    await dispatch(mail());
    // An examination is everyday work; that the application was received is what the applicant waited for.
    expect(smtp.mails.map(({ to }) => to)).toEqual(['li.ming@example.test']);
  });

  it('that are not configured get nothing, also of what happened before they were', async () => {
    await setContact(db, APPLICANT, { channel: 'mail', address: 'li.ming@example.test', language: 'zh' });
    await received();
    expect(await dispatch(webhook())).toBe(0);
    expect(await deliveries()).toEqual([]);
    expect(await dispatch(mail(), sms())).toBe(0);
    await received('371302-20260210-0002');
    expect(await dispatch(mail(), sms())).toBe(2);
  });

  it('send no text message to a landline, and nothing of a simulated case', async () => {
    await setContact(db, APPLICANT, { channel: 'mail', address: 'li.ming@example.test', language: 'zh' });
    await received('371302-20260210-0003', { applicant: { ...restaurantReceipt().applicant, phone: '0539-8312345' } });
    await file(grantedCase({ simulated: true }));
    await subscribe([]);
    await dispatch(mail(), sms(), webhook());
    expect(new Set((await deliveries()).map(({ channel }) => channel.split(':')[0]))).toEqual(new Set(['mail', 'webhook']));
    for (const { body } of http.calls) expect(JSON.parse(body).data.caseNo).toBe('371302-20260210-0003');
  });

  it('say nothing of numbers, phones, names or secrets beyond what each message needs', async () => {
    await setContact(db, APPLICANT, { channel: 'mail', address: 'li.ming@example.test', language: 'zh' });
    await subscribe([]);
    await file(grantedCase());
    await dispatch(mail(), sms(), webhook());
    const sent = [...smtp.mails.map(textOf), ...http.calls.map(({ path, body }) => (path === '/send' ? JSON.parse(body).text : body))];
    expect(sent.length).toBeGreaterThan(60);
    for (const text of sent) expect(text).not.toMatch(/371302199001010014|13805390000|李明|whsec_|gateway-token/);
  });
});

describe('a webhook', () => {
  it('is told what it subscribed to, of its department, signed so that the receiver can check it', async () => {
    await subscribe(['granted', 'toExamine'], 'fire-rescue');
    await received('371302-20260210-0002');
    await file(grantedCase());
    await dispatch(webhook());
    const item = 'Fire safety check before opening';
    expect(http.calls.map(({ body }) => JSON.parse(body)).map(({ type, data }) => [type, data.items[0].en]).sort()).toEqual([['case.granted', item], ['case.toExamine', item]]);
    const [call] = http.calls;
    const handled = new HandledMessages();
    const id = await verifyWebhook({ secret: SECRET, headers: call!.headers, body: call!.body, now, handled });
    handled.add(id, now);
    // The same request once more, as somebody on the way may have copied it.
    await expect(verifyWebhook({ secret: SECRET, headers: call!.headers, body: call!.body, now, handled })).rejects.toMatchObject({ code: 'webhook.replayed' });
    await expect(verifyWebhook({ secret: SECRET, headers: call!.headers, body: call!.body, now: now + 6 * MINUTE, handled: new HandledMessages() })).rejects.toMatchObject({ code: 'webhook.tooOld' });
    await expect(verifyWebhook({ secret: newWebhookSecret(), headers: call!.headers, body: call!.body, now, handled: new HandledMessages() })).rejects.toMatchObject({ code: 'webhook.signature' });
  });

  it('is told once of what several posts are told in the same words', async () => {
    await subscribe(['overdue']);
    await file(grantedCase());
    await dispatch(webhook());
    const subjects = http.calls.map(({ body }) => JSON.stringify(JSON.parse(body).data));
    expect(subjects.length).toBeGreaterThan(3);
    const promised = subjects.filter((one) => one.includes('"promised"') && one.includes('tobacco'));
    expect(promised).toHaveLength(1);
    expect(new Set(subjects).size).toBe(subjects.length);
  });

  it('that answers 409 has the message already', async () => {
    http.answer = () => ({ status: 409 });
    await subscribe(['received']);
    await received();
    await dispatch(webhook());
    expect(await deliveries()).toMatchObject([{ status: 'sent', attempts: 1 }]);
  });

  it('that answers 410 is not told again, nor of anything else', async () => {
    http.answer = () => ({ status: 410 });
    const { id } = await subscribe(['received']);
    await received();
    await received('371302-20260210-0002');
    await dispatch(webhook());
    expect(await listWebhooks(db)).toMatchObject([{ id, endedAt: now, endedBecause: 'HTTP 410' }]);
    await received('371302-20260210-0003');
    await dispatch(webhook());
    expect((await deliveries()).map(({ status }) => status)).toEqual(['givenUp', 'givenUp']);
  });

  it('that was ended gives up what still waits for it', async () => {
    http.answer = () => ({ status: 500 });
    const { id } = await subscribe(['received']);
    await received();
    await dispatch(webhook());
    expect(await endWebhook(db, id, 'ended by manager-1', { now })).toBe(true);
    expect(await endWebhook(db, id, 'again')).toBe(false);
    now += 60 * MINUTE;
    expect(await dispatch(webhook())).toBe(0);
    expect(await deliveries()).toMatchObject([{ status: 'givenUp', last_error: 'ended by manager-1' }]);
  });

  it('is not followed elsewhere, and never into a private network that is not allowed', async () => {
    http.answer = ({ path }) => (path === '/hook' ? { status: 307, headers: { location: `${http.url}/elsewhere` } } : { status: 200 });
    await subscribe(['received']);
    await received();
    await dispatch(webhook());
    expect(http.calls.map(({ path }) => path)).toEqual(['/hook']);
    expect(await deliveries()).toMatchObject([{ status: 'failed', last_error: 'HTTP 307' }]);
    now += 60 * MINUTE;
    await dispatch(webhook(false));
    expect(http.calls).toHaveLength(1);
    expect(await deliveries()).toMatchObject([{ status: 'failed', last_error: 'webhook.privateTarget' }]);
  });
});

describe('an attempt that fails', () => {
  it('is made again after ever longer waits, under the same id, until it succeeds', async () => {
    http.answer = () => ({ status: 503 });
    await received();
    await dispatch(sms());
    for (const [attempt, minutes] of [[1, 0.5], [2, 1], [3, 2], [4, 4]] as const) {
      const [delivery] = await deliveries();
      expect(delivery).toMatchObject({ status: 'failed', attempts: attempt, next_at: now + minutes * MINUTE, last_error: 'HTTP 503' });
      now = delivery!.next_at - 1;
      expect(await dispatch(sms())).toBe(0);
      now += 1;
      if (attempt === 4) http.answer = () => ({ status: 202 });
      expect(await dispatch(sms())).toBe(1);
    }
    expect(await deliveries()).toMatchObject([{ status: 'sent', attempts: 5, last_error: null }]);
    expect(new Set(http.calls.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    expect(http.calls).toHaveLength(5);
  });

  it('is given up after twelve, with its last error, and says so to whoever asks', async () => {
    http.breaks = true;
    await received();
    for (let made = 0; made < MOST_ATTEMPTS; made += 1) {
      expect(await dispatch(sms())).toBe(1);
      now += 7 * 60 * MINUTE;
    }
    expect(await dispatch(sms())).toBe(0);
    expect(http.calls).toHaveLength(MOST_ATTEMPTS);
    expect((await givenUp(db)).rows).toMatchObject([{ caseNo: '371302-20260210-0001', event: 'received', channel: 'sms', attempts: 12, error: expect.stringMatching(/^no connection: /) }]);
  });

  it('waits half a minute, then twice as long each time up to six hours, give or take a quarter', () => {
    expect([1, 2, 3, 8, 11, 40].map((attempts) => waitAfter(attempts, 0.5) / MINUTE)).toEqual([0.5, 1, 2, 64, 360, 360]);
    expect([waitAfter(1, 0), waitAfter(1, 0.999_999)].map((ms) => Math.round(ms / 100) / 10)).toEqual([22.5, 37.5]);
  });

  it('for ever, such as to a mailbox that does not exist, is made once; its error names no address', async () => {
    smtp.refuse = (to) => ({ code: 550, text: `no mailbox ${to}` });
    await setContact(db, APPLICANT, { channel: 'mail', address: 'nobody@example.test', language: 'zh' });
    await received();
    await dispatch(mail());
    const [delivery] = await deliveries();
    expect(delivery).toMatchObject({ status: 'givenUp', attempts: 1, last_error: expect.stringContaining('550') });
    expect(delivery!.last_error).not.toContain('nobody@example.test');
  });

  it('because the mail server is full or away is made again', async () => {
    smtp.refuse = () => ({ code: 452, text: 'full' });
    await setContact(db, APPLICANT, { channel: 'mail', address: 'li.ming@example.test', language: 'zh' });
    await received();
    await dispatch(mail());
    expect(await deliveries()).toMatchObject([{ status: 'failed', last_error: expect.stringContaining('452') }]);
    const { url } = smtp;
    await smtp.close();
    now += MINUTE;
    await dispatch(mail(url));
    expect(await deliveries()).toMatchObject([{ status: 'failed', attempts: 2, last_error: expect.stringContaining('ECONNREFUSED') }]);
  });
});

describe('a dispatcher', () => {
  it('that is killed while it sends leaves the message to the next one, under the same id', async () => {
    await setContact(db, APPLICANT, { channel: 'mail', address: 'li.ming@example.test', language: 'zh' });
    await received();
    const inside = Promise.withResolvers<void>();
    const answer = Promise.withResolvers<void>();
    smtp.taken = () => {
      inside.resolve();
      return answer.promise;
    };
    const child = spawn(process.execPath, [fileURLToPath(new URL('./test-support/dispatch-in-another-process.ts', import.meta.url)), test.url, smtp.url, `${now}`], { stdio: 'inherit' });
    await inside.promise;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
    answer.resolve();
    smtp.taken = async () => undefined;
    // Claimed by the dead: nobody knows yet that it is dead.
    expect(await deliveries()).toMatchObject([{ status: 'waiting', attempts: 1 }]);
    now += LEASE_MS - 1;
    expect(await dispatch(mail())).toBe(0);
    now += 1;
    expect(await dispatch(mail())).toBe(1);
    expect(await deliveries()).toMatchObject([{ status: 'sent', attempts: 2 }]);
    expect(smtp.mails).toHaveLength(2);
    expect(smtp.mails[0]!.messageId).toBe(smtp.mails[1]!.messageId);
  });

  it('that dies in every attempt of one message does not try it for ever', async () => {
    await received();
    await dispatch();
    http.answer = () => ({ status: 500 });
    await dispatch(sms());
    await received('371302-20260210-0002');
    await dispatch(sms());
    await db.updateTable('delivery').set({ attempts: MOST_ATTEMPTS }).execute();
    now += 60 * MINUTE;
    const calls = http.calls.length;
    await dispatch(sms());
    expect(http.calls).toHaveLength(calls);
    const given = await deliveries();
    expect(new Set(given.map(({ status, last_error: error }) => `${status}: ${error}`))).toEqual(new Set(['givenUp: no attempt came to an end']));
  });

  it('whose claim ran out while it sent has no say in what follows its failure', async () => {
    await received();
    const second = Promise.withResolvers<void>();
    const firstIsOver = Promise.withResolvers<void>();
    let again: Promise<number> | undefined;
    http.answer = async () => {
      if (!again) {
        // Meanwhile the first one's claim runs out, and a second one takes it.
        now += LEASE_MS;
        again = dispatch(sms());
        await second.promise;
        return { status: 500 };
      }
      second.resolve();
      await firstIsOver.promise;
      return { status: 200 };
    };
    await dispatch(sms());
    expect(await deliveries()).toMatchObject([{ status: 'waiting', attempts: 2, next_at: now + LEASE_MS, last_error: null }]);
    firstIsOver.resolve();
    await again;
    expect(await deliveries()).toMatchObject([{ status: 'sent', attempts: 2, last_error: null }]);
  });

  it('beside another sends each message once', async () => {
    const other = await openStore(test.url, { connections: 4 });
    try {
      await subscribe([]);
      for (let round = 1; round <= 10; round += 1) await received(`371302-20260210-00${round + 10}`);
      const each = (store: Database) => dispatchDue({ db: store, channels: [sms(), webhook()], now: () => now });
      const made = await Promise.all([each(db), each(other.db), each(db), each(other.db)]);
      expect(made.reduce((sum, one) => sum + one)).toBe((await deliveries()).length);
      const ids = http.calls.map(({ path, headers }) => `${path} ${headers['idempotency-key'] ?? headers['webhook-id']}`);
      expect(ids.length).toBe(10 * 8);
      expect(new Set(ids).size).toBe(ids.length);
    } finally {
      await other.close();
    }
  });

  it('claims what nobody else has claimed', async () => {
    await received();
    await dispatchDue({ db, channels: [{ kind: 'sms', send: () => Promise.reject(new Error('not yet')) }], now: () => now, random: () => 0.5 });
    now += MINUTE;
    const claim = (by: Database = db) => claimDue(by, { channels: new Set(['sms']), now, lease: LEASE_MS, size: 10 });
    // While one is taking it the other neither takes it nor waits.
    await db.transaction().execute(async (tx) => {
      expect(await claim(tx)).toHaveLength(1);
      expect(await claim()).toEqual([]);
    });
    expect((await Promise.all([claim(), claim(), claim()])).flat()).toEqual([]);
    expect(await deliveries()).toMatchObject([{ last_error: 'failed inside: Error', attempts: 2 }]);
  });

  it('does not look at messages that another is looking at', async () => {
    await received();
    await db.transaction().execute(async (tx) => {
      await tx.selectFrom('notification').select('id').forUpdate().execute();
      expect(await fanOut(db, new Set(['sms']), now)).toBe(0);
    });
    expect(await fanOut(db, new Set(['sms']), now)).toBe(7);
    expect(await deliveries()).toHaveLength(1);
  });

  it('is woken by a case that moves, outlives a trouble, and stops when it is told to', async () => {
    const moves = await caseMoves(test.url);
    const stopping = new AbortController();
    const troubles: unknown[] = [];
    const got = Promise.withResolvers<void>();
    const channel = { kind: 'sms' as const, send: async () => got.resolve() };
    let broken = true;
    const shaky = new Proxy(db, { get: (target, name) => {
      if (name === 'transaction' && broken) {
        broken = false;
        throw new Error('the store is away');
      }
      const found: unknown = Reflect.get(target, name, target);
      return typeof found === 'function' ? found.bind(target) : found;
    } });
    const running = runDispatcher({ db: shaky, channels: [channel], signal: stopping.signal, moves, now: () => now, onTrouble: (error) => void troubles.push(error) });
    try {
      await received();
      await got.promise;
    } finally {
      stopping.abort();
      await running;
      await moves.close();
    }
    expect(troubles).toMatchObject([{ message: 'the store is away' }]);
    expect(await deliveries()).toMatchObject([{ status: 'sent' }]);
  });
});
