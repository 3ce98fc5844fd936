import { connect } from 'node:net';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Caller, type ServingSystem, startServingSystem } from '../../test/support/serving-system.ts';
import { saveDraft } from '../../store/access/drafts.ts';
import { pdf } from '../../store/files/test-support/sample-files.ts';
import type { Preview } from './schemas/preview.ts';
import { APPLICANT, RECEIPT } from './test-support/restaurant.ts';
import { upload } from './test-support/uploads.ts';

let system: ServingSystem;
let pages: string;
let citizen: Caller;
beforeAll(async () => {
  pages = await mkdtemp(join(tmpdir(), 'onething-pages-'));
  await writeFile(join(pages, 'index.html'), '<!doctype html><title>console</title>');
  system = await startServingSystem({
    services: ['open-restaurant', 'start-company'], console: pages, limits: { body: 210_000, perMinute: 120, streams: 2, streamCheck: 100 }, env: { TRUSTED_PROXY: 'yes', METRICS_TOKEN: 'measure' },
  });
  citizen = await system.as(APPLICANT);
}, 240_000);
afterAll(async () => {
  await system?.end();
  await rm(pages, { recursive: true, force: true });
});

interface Refused { readonly code: string; readonly status: number }
/** Each test comes from somewhere else. */
const from = (address: string, headers: Record<string, string> = {}) => ({ headers: { 'x-forwarded-for': `1.2.3.4, ${address}`, ...headers } });
const ask = async (path: string, init: RequestInit) => {
  const answer = await fetch(system.url + path, init);
  return { status: answer.status, code: ((await answer.json().catch(() => ({}))) as Partial<Refused>).code };
};

/** What is answered to exactly these bytes. */
async function answered(request: string): Promise<number> {
  const { port } = new URL(system.url);
  const socket = connect(Number(port), '127.0.0.1');
  let heard = '';
  socket.setEncoding('latin1').on('data', (part: string) => (heard += part)).on('error', () => undefined).write(request);
  // Who says too much is cut off after the answer.
  await new Promise((closed) => socket.once('close', closed));
  return Number(/^HTTP\/1.1 (\d+)/.exec(heard)?.[1]);
}

describe('a form', () => {
  it('that counts a hundred million employees is a form that does not fit, and costs nothing', async () => {
    const { status, body } = await citizen.post<Preview>('/services/start-company/preview', { region: '371302', form: { hasStaff: true, employees: 100_000_000 } });
    expect(status).toBe(200);
    expect(body.fieldProblems).toContainEqual({ path: 'employees', problem: { zh: '数值不得大于 50', en: 'value must be at most 50' } });
    expect(body.refusal).toMatchObject({ code: 'form.invalid' });
    const clerk = await system.as('clerk-1');
    expect((await clerk.post<Refused>('/cases', { ...RECEIPT, service: 'start-company', form: { hasStaff: true, employees: 100_000_000 } })).body.code).toBe('form.invalid');
  });

  it('that is being filled in has a size, whatever it is called, and there are so many of one person', async () => {
    const draft = (size: number) => ({ service: 'open-restaurant', body: { text: 'x'.repeat(size) } });
    expect((await citizen.send<Refused>('PUT', '/drafts/files', draft(215_000))).body).toMatchObject({ status: 413, text: { en: expect.stringContaining('210000') } });
    expect((await citizen.send<Refused>('PUT', '/drafts/files', draft(200_000))).body).toMatchObject({ status: 413, text: { en: expect.stringContaining('200000') } });
    const author = APPLICANT.idNumber;
    for (let index = 0; index < 99; index += 1) await saveDraft(system.store.db, author, { id: `draft-${index}`, service: 'open-restaurant', body: {} });
    expect((await citizen.send('PUT', '/drafts/the-last', draft(10))).status).toBe(204);
    expect((await citizen.send<Refused>('PUT', '/drafts/one-more', draft(10))).body).toMatchObject({ status: 409, code: 'draft.tooMany' });
    expect((await citizen.send('PUT', '/drafts/draft-7', draft(20))).status).toBe(204);
  });
});

describe('who applies online', () => {
  it('hands in files, and neither paper nor what authorities have', async () => {
    const apply = (materials: object[]) => citizen.post<Refused & { caseNo: string }>('/applications', { ...RECEIPT, materials });
    for (const material of [{ form: 'paper' }, { form: 'fetched' }, { form: 'file' }]) {
      expect((await apply([{ material: 'food-application', ...material }])).body).toMatchObject({ status: 422, code: 'material.notAFile' });
    }
    const { id, sha256, size, type } = (await upload(system, citizen, await pdf())).body;
    const begun = await apply([{ material: 'food-application', form: 'file', files: [{ id, sha256, size, type }] }]);
    expect(begun.status).toBe(201);
    const again = await citizen.command<Refused>(begun.body.caseNo, 'submitDraft', { materials: [{ material: 'floor-plan', form: 'paper', files: [], suppliedOn: '2026-03-02' }] });
    expect(again.body.code).toBe('material.notAFile');
  });

  it('is himself however the check letter of his number is written', async () => {
    const number = '37130219900101005X';
    const she = await system.as({ name: '唐静', idNumber: number });
    const { status } = await she.post('/applications', { ...RECEIPT, applicant: { ...APPLICANT, name: '唐静', idNumber: number.toLowerCase() } });
    expect(status).toBe(201);
  });
});

describe('an address that cannot be', () => {
  it('is never a failure of the server', async () => {
    const { cookie } = citizen;
    for (const path of ['/%E0%A4%A', '/%', '/a%00b', '/api/v1/cases/%E0', '/api/v1/cases/a%00b', '/api/v1/cases?number=%00', '/api/v1/files/%E0%A4%A', '/auth/%', '/auth/callback?state=%E0', '/identity/%', '/identity/%E0%A4%A', '//', '/reference/%E0', '/health/%']) {
      const status = await answered(`GET ${path} HTTP/1.1\r\nHost: ${new URL(system.url).host}\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`);
      expect([path, status < 500 && status >= 200]).toEqual([path, true]);
    }
    expect(await answered('GET /%E0%A4%A HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')).toBe(404);
    expect(await answered(`GET / HTTP/1.1\r\nHost: localhost\r\nX-Much: ${'x'.repeat(100_000)}\r\nConnection: close\r\n\r\n`)).toBe(431);
    expect(await answered('GET /api/v1/me HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n')).toBeLessThan(500);
  });
});

describe('who asks without end', () => {
  it('and shows a token that is no good is held back as if he showed none; who is known behind the same address is not', async () => {
    const clerk = (await system.as('clerk-2')).cookie;
    const codes = new Set<string | undefined>();
    for (let index = 0; index < 20; index += 1) codes.add((await ask('/api/v1/me', from('10.0.0.1', { authorization: `Bearer bad-${index}` }))).code);
    expect(codes).toEqual(new Set(['identity.tokenInvalid', 'request.tooMany']));
    expect((await ask('/api/v1/me', from('10.0.0.2', { cookie: clerk }))).status).toBe(200);
    expect((await ask('/api/v1/me', from('10.0.0.1', { cookie: clerk }))).status).toBe(200);
    expect((await ask('/api/v1/services', from('10.0.0.3'))).status).toBe(200);
  });

  it('where nobody is asked who he is, is held back by his address', async () => {
    for (const path of ['/health/live', '/auth/logged-out']) {
      const statuses = new Set<number>();
      for (let index = 0; index < 130; index += 1) statuses.add((await ask(path, from(`10.1.0.${path.length}`))).status);
      expect([path, statuses]).toEqual([path, new Set([200, 429])]);
    }
    for (const path of ['/openapi.json', '/health/ready', '/metrics', '/reference']) expect([path, (await ask(path, from('10.1.0.12'))).code]).toEqual([path, 'request.tooMany']);
  });

  it('reads the metrics from this machine, or with the token', async () => {
    expect((await ask('/metrics', {})).status).toBe(200);
    expect(await ask('/metrics', from('10.0.0.9'))).toEqual({ status: 403, code: 'metrics.notYours' });
    expect((await ask('/metrics', from('10.0.0.9', { authorization: 'Bearer wrong' }))).status).toBe(403);
    expect((await ask('/metrics', from('10.0.0.9', { authorization: 'Bearer measure' }))).status).toBe(200);
  });
});

describe('streams of events', () => {
  it('are so many of a person, and end with his session', async () => {
    const reviewer = await system.as('reviewer-health-1');
    const listen = () => fetch(`${system.url}/api/v1/events`, { headers: { cookie: reviewer.cookie } });
    const [first, second] = [await listen(), await listen()];
    expect([first.status, second.status]).toEqual([200, 200]);
    const third = await listen();
    expect([third.status, ((await third.json()) as Refused).code]).toEqual([429, 'events.tooMany']);
    const { csrf } = (await reviewer.get<{ csrf: string }>('/me')).body;
    await fetch(`${system.url}/auth/logout`, { method: 'POST', headers: { cookie: reviewer.cookie, 'x-csrf-token': csrf } });
    // Both come to their end, or this never does.
    expect(await first.text() + await second.text()).toContain('event: alive');
    const back = await system.as('reviewer-health-1');
    const stop = new AbortController();
    expect((await fetch(`${system.url}/api/v1/events`, { headers: { cookie: back.cookie }, signal: stop.signal })).status).toBe(200);
    stop.abort();
  });
});
