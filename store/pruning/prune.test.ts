import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { logAccess } from '../access/access-log.ts';
import { draftsOf, saveDraft } from '../access/drafts.ts';
import { rememberRequest } from '../access/idempotency.ts';
import { findSession, openSession } from '../access/sessions.ts';
import { bell, markAllRead, markRead } from '../notifications/bell.ts';
import type { Database } from '../open-store.ts';
import { openTestStore } from '../test-support/test-store.ts';
import { type Periods, periodsFrom } from './periods.ts';
import { prune } from './prune.ts';

const DAY = 86_400_000;
const NOW = Date.now();
const ago = (days: number) => NOW - days * DAY;
const PERIODS: Periods = { messages: 365, idempotencyKeys: 30, drafts: 180, accessLog: 2_192 };
const OFFICER = { id: 'reviewer-health-1', name: '承办人', role: 'reviewer', department: 'health', region: null, idNumber: null };

let test: Awaited<ReturnType<typeof openTestStore>>;
let db: Database;
beforeAll(async () => {
  test = await openTestStore();
  db = test.store.db;
});
afterAll(() => test?.end());
beforeEach(async () => {
  for (const table of ['notification', 'notification_read', 'bell', 'delivery', 'idempotency', 'draft', 'session'] as const) await db.deleteFrom(table).execute();
});

let seq = 0;
async function tell(recipient: string, days: number, { kind = 'officer', fannedOut = true }: { kind?: 'officer' | 'post'; fannedOut?: boolean } = {}): Promise<number> {
  seq += 1;
  const { id } = await db.insertInto('notification').values({
    case_no: '371302-20260210-0001', seq, event: 'toDecide', recipient_kind: kind, recipient, region: '371302', department: 'health', simulated: false, params: '{}', created_at: ago(days), fanned_out_at: fannedOut ? ago(days) : null,
  }).returning('id').executeTakeFirstOrThrow();
  return id;
}
async function deliver(notification: number, status: 'sent' | 'waiting' | 'failed' | 'givenUp'): Promise<void> {
  await db.insertInto('delivery').values({ notification, channel: 'mail', address: 'a@example.test', language: 'zh', status, next_at: NOW, last_error: null, created_at: ago(400), sent_at: null, subject: null }).execute();
}
const ids = async () => (await db.selectFrom('notification').select('id').orderBy('id').execute()).map(({ id }) => id);

describe('messages', () => {
  it('go a year after they were read, with their deliveries; what is unread, younger or still to be sent stays', async () => {
    const own = `officer:${OFFICER.id}`;
    const [readLongAgo, readLately, unread, unsent, waiting] = [await tell(own, 500), await tell(own, 500), await tell(own, 500), await tell(own, 500, { fannedOut: false }), await tell(own, 500)];
    await deliver(readLongAgo, 'sent');
    await deliver(waiting, 'failed');
    await markRead(db, OFFICER, [readLongAgo, unsent, waiting], ago(366));
    await markRead(db, OFFICER, [readLately], ago(300));
    expect((await prune(db, PERIODS, NOW)).messages).toBe(1);
    expect(await ids()).toEqual([readLately, unread, unsent, waiting]);
    expect(await db.selectFrom('delivery').select('notification').execute()).toEqual([{ notification: waiting }]);
    expect(await db.selectFrom('notification_read').select('notification').where('notification', '=', readLongAgo).execute()).toEqual([]);
  });

  it('that somebody marked as read all at once go when they are a year old', async () => {
    const [old, young] = [await tell(`officer:${OFFICER.id}`, 400), await tell(`officer:${OFFICER.id}`, 200)];
    const other = await tell('officer:reviewer-health-2', 400);
    await markAllRead(db, OFFICER, ago(100));
    await prune(db, PERIODS, NOW);
    expect(await ids()).toEqual([young, other]);
    expect((await bell(db, OFFICER)).rows).toMatchObject([{ id: young, readAt: ago(100) }]);
    expect(old).toBeLessThan(young);
  });

  it('to a post go by their age, whoever of it has read them', async () => {
    const [, young] = [await tell('post:health/reviewer', 366, { kind: 'post' }), await tell('post:health/reviewer', 364, { kind: 'post' })];
    await prune(db, PERIODS, NOW);
    expect(await ids()).toEqual([young]);
  });
});

describe('keys, drafts and sessions', () => {
  it('go when they have been kept long enough, and not before', async () => {
    await rememberRequest(db, 'old', 'hash', ago(31));
    await rememberRequest(db, 'young', 'hash', ago(29));
    await saveDraft(db, 'clerk-1', { id: 'old', service: 'open-restaurant', body: {} }, ago(181));
    await saveDraft(db, 'clerk-1', { id: 'young', service: 'open-restaurant', body: {} }, ago(179));
    const open = await openSession(db, OFFICER, NOW - 1_000);
    await db.insertInto('session').values({ token_hash: 'over', person: '{}', csrf: '', created_at: ago(2), expires_at: NOW - 1 }).execute();
    expect(await prune(db, PERIODS, NOW)).toMatchObject({ idempotencyKeys: 1, drafts: 1, sessions: 1, messages: 0 });
    expect(await db.selectFrom('idempotency').select('id').execute()).toEqual([{ id: 'young' }]);
    expect((await draftsOf(db, 'clerk-1')).map(({ id }) => id)).toEqual(['young']);
    expect(await findSession(db, open.token, NOW)).not.toBeNull();
  });

  it('go bit by bit when they are many, in two processes at once', async () => {
    for (let n = 0; n < 95; n += 1) await rememberRequest(db, `key-${n}`, 'hash', ago(40 + n));
    const both = await Promise.all([prune(db, PERIODS, NOW, { atOnce: 10 }), prune(db, PERIODS, NOW, { atOnce: 10 })]);
    expect(both.reduce((sum, { idempotencyKeys }) => sum + idempotencyKeys, 0) + (await prune(db, PERIODS, NOW)).idempotencyKeys).toBe(95);
    expect(await db.selectFrom('idempotency').select('id').execute()).toEqual([]);
  });

  it('stay when they are kept for ever', async () => {
    await rememberRequest(db, 'old', 'hash', 1);
    await saveDraft(db, 'clerk-1', { id: 'old', service: 'open-restaurant', body: {} }, 1);
    await logAccess(db, { at: ago(4_000), person: 'for-ever', role: 'clerk', action: 'GET /', caseNo: null, outcome: 'read', code: null, requestId: '1' });
    expect(await prune(db, { messages: null, idempotencyKeys: null, drafts: null, accessLog: null }, NOW)).toEqual({ messages: 0, idempotencyKeys: 0, drafts: 0, sessions: 0, accessLog: 0 });
  });
});

describe('the access log', () => {
  const entry = (person: string, days: number) => logAccess(db, { at: ago(days), person, role: 'clerk', action: 'GET /', caseNo: null, outcome: 'read', code: null, requestId: '1' });
  const people = async () => (await db.selectFrom('access_log').select('person').orderBy('id').execute()).map(({ person }) => person);

  it('is kept longest; then the pruning removes of it what is old, and nobody else anything', async () => {
    await prune(db, { ...PERIODS, accessLog: 183 }, NOW);
    await entry('six-years', 2_193);
    await entry('five-years', 1_900);
    await entry('today', 0);
    expect((await prune(db, PERIODS, NOW)).accessLog).toBe(1);
    expect(await people()).toEqual(['five-years', 'today']);
    await expect(db.deleteFrom('access_log').execute()).rejects.toThrow('only added to');
    await expect(db.updateTable('access_log').set({ person: 'nobody' }).execute()).rejects.toThrow('only added to');
    // Even the pruning cannot remove what is younger than the law asks for.
    await expect(prune(db, { ...PERIODS, accessLog: 0 }, NOW + DAY)).rejects.toThrow('only added to');
    await expect(db.transaction().execute(async (tx) => {
      await sql`select set_config('onething.pruning', 'access_log', true)`.execute(tx);
      await tx.updateTable('access_log').set({ person: 'nobody' }).where('person', '=', 'five-years').execute();
    })).rejects.toThrow('only added to');
    expect(await people()).toEqual(['five-years', 'today']);
  });
});

describe('the periods', () => {
  it('have defaults, are set by the environment, and what cannot be is refused', () => {
    expect(periodsFrom({})).toEqual(PERIODS);
    expect(periodsFrom({ KEEP_DRAFTS_DAYS: '7', KEEP_ACCESS_LOG_DAYS: 'forever', KEEP_READ_MESSAGES_DAYS: ' 90 ' })).toEqual({ messages: 90, idempotencyKeys: 30, drafts: 7, accessLog: null });
    for (const [variable, given] of [['KEEP_ACCESS_LOG_DAYS', '30'], ['KEEP_DRAFTS_DAYS', '0'], ['KEEP_DRAFTS_DAYS', 'a week'], ['KEEP_READ_MESSAGES_DAYS', '-1']] as const) {
      expect(() => periodsFrom({ [variable]: given })).toThrow(expect.objectContaining({ code: 'keep.period', message: expect.stringContaining(variable) }));
    }
  });
});
