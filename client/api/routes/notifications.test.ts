import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Caller, type ServingSystem, startServingSystem } from '../../../test/support/serving-system.ts';
import { webhookChannel } from '../../notifications/channels/webhook-channel.ts';
import { dispatchDue } from '../../notifications/dispatcher.ts';
import { type HttpServer, startHttpServer } from '../../notifications/test-support/real-servers.ts';
import { HandledMessages, verifyWebhook } from '../../notifications/webhook-signature.ts';
import { APPLICANT, RECEIPT } from '../test-support/restaurant.ts';

let system: ServingSystem;
beforeAll(async () => {
  system = await startServingSystem();
}, 120_000);
afterAll(() => system?.end());

interface Shown { readonly id: string; readonly event: string; readonly caseNo: string; readonly title: { zh: string; en: string }; readonly text: { zh: string; en: string }; readonly readAt: string | null }
interface Listed { readonly rows: readonly Shown[]; readonly next: string | null }

const citizen = () => system.as({ name: APPLICANT.name, idNumber: APPLICANT.idNumber });
const bell = async (who: Caller, query = '') => (await who.get<Listed>(`/notifications${query}`)).body;
const unread = async (who: Caller) => (await who.get<{ unread: number }>('/notifications/count')).body.unread;

async function received(): Promise<string> {
  const { body } = await (await system.as('clerk-1')).post<{ caseNo: string }>('/cases', RECEIPT);
  return body.caseNo;
}

describe('the bell', () => {
  beforeEach(async () => {
    for (const id of ['reviewer-health-1', 'reviewer-health-2']) await (await system.as(id)).post('/notifications/read', { all: true });
    await (await citizen()).post('/notifications/read', { all: true });
  });

  it('rings for the applicant and for the departments whose work it is, and for nobody else', async () => {
    const caseNo = await received();
    const [applicant, health, fire, other] = await Promise.all([citizen(), system.as('reviewer-health-1'), system.as('reviewer-fire-rescue-1'), system.as({ name: '王五', idNumber: '371302198803030031' })]);
    expect((await bell(applicant, '?unread=1')).rows).toMatchObject([{ event: 'received', caseNo, title: { zh: '申请已收件', en: 'Your application was received' }, readAt: null }]);
    expect((await bell(health, '?unread=1')).rows).toMatchObject([{ event: 'toExamine', caseNo, text: { zh: expect.stringContaining('请审查材料是否齐全') } }]);
    expect((await bell(fire)).rows.filter((row) => row.caseNo === caseNo)).toEqual([]);
    expect(await bell(other)).toEqual({ rows: [], next: null });
    expect(await unread(other)).toBe(0);
    expect((await system.anybody.get('/notifications')).status).toBe(401);
  });

  it('finds a citizen by his number in either spelling, and shows it to nobody', async () => {
    const applicant = { ...APPLICANT, idNumber: '11010519491231002X' };
    const { body: { caseNo } } = await (await system.as('clerk-1')).post<{ caseNo: string }>('/cases', { ...RECEIPT, applicant });
    const { rows } = await bell(await system.as({ name: APPLICANT.name, idNumber: '11010519491231002x' }));
    expect(rows.map((row) => row.caseNo)).toEqual([caseNo]);
    const stored = await system.store.db.selectFrom('notification').selectAll().where('case_no', '=', caseNo).execute();
    expect(JSON.stringify([rows, stored])).not.toMatch(/11010519491231002X/i);
  });

  it('is read by each colleague for himself', async () => {
    await received();
    const [one, two] = await Promise.all([system.as('reviewer-health-1'), system.as('reviewer-health-2')]);
    expect([await unread(one), await unread(two)]).toEqual([1, 1]);
    const [message] = (await bell(one, '?unread=1')).rows;
    expect((await one.post('/notifications/read', { ids: [message!.id] })).status).toBe(204);
    expect([await unread(one), await unread(two)]).toEqual([0, 1]);
    expect((await bell(one)).rows[0]).toMatchObject({ id: message!.id, readAt: expect.stringMatching(/^\d{4}-.*Z$/) });
    // What is not his he cannot mark, and hears nothing of it.
    const applicant = await citizen();
    expect((await applicant.post('/notifications/read', { ids: [message!.id] })).status).toBe(204);
    expect(await unread(two)).toBe(1);
  });

  it('is read in pages, the latest first, each message once', async () => {
    const cases = [await received(), await received(), await received()];
    const health = await system.as('reviewer-health-1');
    const first = await bell(health, '?unread=1&size=2');
    const second = await bell(health, `?unread=1&size=2&after=${first.next}`);
    expect([...first.rows, ...second.rows].map((row) => row.caseNo)).toEqual(cases.toReversed());
    expect(second.next).toBeNull();
    expect((await health.get('/notifications?after=nowhere')).status).toBe(400);
  });

  it('marks all as read: what is older than it can still be told of by its place, the rest one by one', async () => {
    await received();
    const { db } = system.store;
    const health = await system.as('reviewer-health-1');
    await db.updateTable('notification').set({ created_at: Date.now() - 3_600_000 }).where('recipient', '=', 'post:health/reviewer').execute();
    await received();
    expect(await unread(health)).toBe(2);
    await health.post('/notifications/read', { all: true });
    expect([await unread(health), (await bell(health, '?unread=1')).rows]).toEqual([0, []]);
    expect((await bell(health)).rows.every((row) => row.readAt !== null)).toBe(true);
    const kept = await db.selectFrom('notification_read').select('notification').where('reader', '=', 'officer:reviewer-health-1').execute();
    expect(kept).toHaveLength(1);
    await received();
    expect(await unread(health)).toBe(1);
  });

  it('counts no further than a hundred', async () => {
    const { db } = system.store;
    const row = { case_no: 'x', seq: 1, event: 'toDecide', recipient_kind: 'post', recipient: 'post:water/reviewer', region: '371302', department: 'water', simulated: true, params: '{}', created_at: 1, fanned_out_at: 1 } as const;
    await db.insertInto('notification').values(Array.from({ length: 150 }, (_, index) => ({ ...row, seq: index }))).execute();
    const water = await system.as('reviewer-water-1');
    expect(await unread(water)).toBe(100);
    await db.deleteFrom('notification').where('case_no', '=', 'x').execute();
    expect(await unread(water)).toBe(0);
  });

  it('keeps to the region that somebody works for', async () => {
    const caseNo = await received();
    const { db } = system.store;
    await db.updateTable('person').set({ region: '3702' }).where('id', '=', 'reviewer-health-2').execute();
    try {
      expect((await bell(await system.as('reviewer-health-2'), '?unread=1')).rows).toEqual([]);
      await db.updateTable('person').set({ region: '3713' }).where('id', '=', 'reviewer-health-2').execute();
      expect((await bell(await system.as('reviewer-health-2'), '?unread=1')).rows).toMatchObject([{ caseNo }]);
    } finally {
      await db.updateTable('person').set({ region: null }).where('id', '=', 'reviewer-health-2').execute();
    }
  });

  it('tells what is wrong with a request', async () => {
    const applicant = await citizen();
    for (const wrong of [{}, { ids: [] }, { ids: ['one'] }, { all: false }, { ids: ['1'], all: true }]) expect((await applicant.post('/notifications/read', wrong)).status).toBe(422);
    expect((await applicant.get('/notifications?unread=yes')).status).toBe(422);
  });
});

describe('where somebody is told beside the bell', () => {
  it('he says himself, and takes it back', async () => {
    const applicant = await citizen();
    expect((await applicant.send('PUT', '/notifications/contacts/mail', { address: ' li.ming@example.test ', language: 'en' })).body).toEqual({ channel: 'mail', address: 'li.ming@example.test', language: 'en', choice: 'all' });
    expect((await applicant.send('PUT', '/notifications/contacts/sms', { address: '+86 138-0539-0000' })).body).toEqual({ channel: 'sms', address: '13805390000', language: 'zh', choice: 'important' });
    expect((await applicant.send('PUT', '/notifications/contacts/mail', { address: 'li.ming@example.test', choice: 'important' })).body).toMatchObject({ language: 'zh', choice: 'important' });
    expect((await applicant.send('PUT', '/notifications/contacts/mail', { address: 'li.ming@example.test', choice: 'nothing' })).status).toBe(422);
    expect((await applicant.get('/notifications/contacts')).body).toHaveLength(2);
    expect((await applicant.send('DELETE', '/notifications/contacts/mail')).status).toBe(204);
    expect((await applicant.get('/notifications/contacts')).body).toMatchObject([{ channel: 'sms' }]);
    for (const [channel, address] of [['mail', 'nobody'], ['mail', 'a@b.test, c@d.test'], ['sms', '0539-8312345'], ['sms', '12345']]) {
      expect((await applicant.send('PUT', `/notifications/contacts/${channel}`, { address })).body).toMatchObject({ status: 422, code: 'contact.address' });
    }
  });

  it('for a post its head or a manager says, and nobody else', async () => {
    const of = (department: string) => `/notifications/contacts/mail?department=${department}&role=reviewer`;
    const address = { address: 'desk@example.test' };
    expect((await (await system.as('head-health')).send('PUT', of('health'), address)).status).toBe(200);
    expect((await (await system.as('manager-1')).send('PUT', of('water'), address)).status).toBe(200);
    expect((await (await system.as('head-health')).send('PUT', of('water'), address)).body).toMatchObject({ status: 403, code: 'contact.nobody' });
    expect((await (await system.as('reviewer-health-1')).send('PUT', of('health'), address)).body).toMatchObject({ status: 403, code: 'right.role' });
  });
});

describe('webhooks over HTTP', () => {
  let receiver: HttpServer;
  beforeEach(async () => {
    receiver = await startHttpServer();
    await system.store.db.deleteFrom('webhook').execute();
    process.env['WEBHOOK_PRIVATE_TARGETS'] = 'allow';
  });
  afterEach(async () => {
    delete process.env['WEBHOOK_PRIVATE_TARGETS'];
    await receiver.close();
  });

  it('are subscribed to by a manager, and told with a signature that the secret checks', async () => {
    const manager = await system.as('manager-1');
    const { status, body } = await manager.post<{ id: string; secret: string }>('/webhooks', { url: `${receiver.url}/hook`, events: ['toExamine'], department: 'health' });
    expect(status).toBe(201);
    const caseNo = await received();
    await dispatchDue({ db: system.store.db, channels: [webhookChannel({ allowPrivate: true })] });
    const call = receiver.calls.find((one) => one.body.includes(caseNo))!;
    await verifyWebhook({ secret: body.secret, headers: call.headers, body: call.body, handled: new HandledMessages() });
    expect(JSON.parse(call.body)).toMatchObject({ type: 'case.toExamine', data: { caseNo, department: 'health' } });
    const { body: list } = await manager.get<object[]>('/webhooks');
    expect(list).toMatchObject([{ id: body.id, department: 'health', createdBy: 'manager-1', endedAt: null }]);
    expect(JSON.stringify(list)).not.toContain('whsec_');
    expect((await manager.send('DELETE', `/webhooks/${body.id}`)).status).toBe(204);
    expect((await manager.send('DELETE', `/webhooks/${body.id}`)).body).toMatchObject({ status: 404, code: 'webhook.unknown' });
    expect((await manager.send('DELETE', '/webhooks/1')).status).toBe(422);
  });

  it('do not lead to where they must not', async () => {
    delete process.env['WEBHOOK_PRIVATE_TARGETS'];
    const manager = await system.as('manager-1');
    const codes = await Promise.all(['https://127.0.0.1/', 'http://example.cn/', 'https://169.254.169.254/latest/meta-data', 'not an address', 'https://no-such-host.invalid/'].map(async (url) =>
      (await manager.post<{ code: string; status: number }>('/webhooks', { url })).body));
    expect(codes.map(({ code, status }) => [code, status])).toEqual([
      ['webhook.privateTarget', 422], ['webhook.notHttps', 422], ['webhook.privateTarget', 422], ['webhook.url', 422], ['webhook.unresolved', 422],
    ]);
    expect((await manager.post('/webhooks', { url: 'https://example.cn/', events: ['everything'] })).status).toBe(422);
  });

  it('are a system’s for its own department, and no officer’s or citizen’s', async () => {
    const { db } = system.store;
    await db.insertInto('person').values([{ id: 'health-system', name: '卫健系统', role: 'system', department: 'health', region: null, id_number: null }, { id: 'lost-system', name: '无部门系统', role: 'system', department: null, region: null, id_number: null }])
      .onConflict((conflict) => conflict.doNothing()).execute();
    const health = await system.as('health-system');
    const { body } = await health.post<{ id: string; department: string }>('/webhooks', { url: `${receiver.url}/hook` });
    expect(body.department).toBe('health');
    expect((await health.post('/webhooks', { url: `${receiver.url}/hook`, department: 'water' })).body).toMatchObject({ status: 403, code: 'webhook.department' });
    expect((await (await system.as('lost-system')).get('/webhooks')).body).toMatchObject({ code: 'webhook.department' });
    const { body: water } = await (await system.as('manager-1')).post<{ id: string }>('/webhooks', { url: `${receiver.url}/hook`, department: 'water' });
    expect((await health.get<{ id: string }[]>('/webhooks')).body.map(({ id }) => id)).toEqual([body.id]);
    expect((await health.send('DELETE', `/webhooks/${water.id}`)).body).toMatchObject({ code: 'webhook.unknown' });
    for (const caller of [await system.as('reviewer-health-1'), await citizen()]) expect((await caller.get('/webhooks')).body).toMatchObject({ status: 403, code: 'right.role' });
  });

  it('that could not be told are listed for the managers', async () => {
    const manager = await system.as('manager-1');
    receiver.answer = () => ({ status: 410 });
    await manager.post('/webhooks', { url: `${receiver.url}/hook`, events: ['received'] });
    const caseNo = await received();
    await dispatchDue({ db: system.store.db, channels: [webhookChannel({ allowPrivate: true })] });
    const { body } = await manager.get<{ rows: object[] }>('/notifications/undelivered');
    expect(body.rows[0]).toMatchObject({ caseNo, event: 'received', attempts: 1, error: 'HTTP 410' });
    expect((await (await citizen()).get('/notifications/undelivered')).status).toBe(403);
    // Answered with 410: the subscription ended, and there is nobody to try again with.
    expect(body.rows[0]).toMatchObject({ isOver: true });
    expect((await manager.post(`/notifications/undelivered/${(body.rows[0] as { id: string }).id}/again`)).body).toMatchObject({ status: 404, code: 'delivery.unknown' });
  });

  it('are tried again when a manager says so, and arrive under the same id', async () => {
    const manager = await system.as('manager-1');
    receiver.answer = () => ({ status: 400 });
    await manager.post('/webhooks', { url: `${receiver.url}/hook`, events: ['received'] });
    const caseNo = await received();
    const dispatch = () => dispatchDue({ db: system.store.db, channels: [webhookChannel({ allowPrivate: true })] });
    await dispatch();
    await system.store.db.updateTable('delivery').set({ status: 'givenUp' }).where('status', '=', 'failed').execute();
    const { body } = await manager.get<{ rows: { id: string; caseNo: string; isOver: boolean }[] }>('/notifications/undelivered');
    const [undelivered] = body.rows;
    expect(undelivered).toMatchObject({ caseNo, isOver: false });
    expect((await (await system.as('auditor-1')).post(`/notifications/undelivered/${undelivered!.id}/again`)).body).toMatchObject({ code: 'right.role' });
    receiver.answer = () => ({ status: 200 });
    expect((await manager.post(`/notifications/undelivered/${undelivered!.id}/again`)).status).toBe(204);
    await dispatch();
    const ids = receiver.calls.filter((call) => call.body.includes(caseNo)).map((call) => call.headers['webhook-id']);
    expect(ids).toEqual([`msg_${undelivered!.id}`, `msg_${undelivered!.id}`]);
    expect((await manager.get<{ rows: { id: string }[] }>('/notifications/undelivered')).body.rows.map(({ id }) => id)).not.toContain(undelivered!.id);
    expect((await manager.post(`/notifications/undelivered/${undelivered!.id}/again`)).body).toMatchObject({ code: 'delivery.unknown' });
  });
});
