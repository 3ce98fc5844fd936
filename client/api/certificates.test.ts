import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pino from 'pino';
import { pdf } from '../../store/files/test-support/sample-files.ts';
import { type Caller, type ServingSystem, startServingSystem } from '../../test/support/serving-system.ts';
import { certificate, NONE, type StoreServer, startStoreServer } from '../certificates/test-support/store-server.ts';
import { pdfText } from '../documents/test-support/pdf-text.ts';
import type { SeenCase, SeenMaterial } from './schemas/seen-case.ts';
import { APPLICANT, RECEIPT } from './test-support/restaurant.ts';
import { download } from './test-support/uploads.ts';

let store: StoreServer;
let system: ServingSystem;
let clerk: Caller;
let licence: Buffer;
const logged: string[] = [];
beforeAll(async () => {
  store = await startStoreServer();
  licence = await pdf('the business licence');
  system = await startServingSystem({ env: { CERTIFICATE_STORE_URL: store.url, CERTIFICATE_STORE_TIMEOUT: '2', METRICS_TOKEN: 'measure' }, log: pino({ base: null }, { write: (line) => void logged.push(line) }) });
  clerk = await system.as('clerk-1');
}, 120_000);
beforeEach(() => {
  store.calls.length = 0;
  store.answer = (call) => certificate(call, licence);
  logged.length = 0;
});
afterAll(async () => {
  await system?.end();
  await store?.close();
});

interface Begun { readonly caseNo: string; readonly code?: string }
interface LookedUp { readonly material: string; readonly outcome: string; readonly certificate: { readonly number: string; readonly issuer: string; readonly issuedOn: string; readonly validUntil: string | null } | null }

const citizen = () => system.as({ name: APPLICANT.name, idNumber: APPLICANT.idNumber });
const FACTS = { number: '电照鲁2024-0815', issuer: '兰山区行政审批服务局', issuedOn: '2024-05-06', validUntil: null };

async function licenceIn(caseNo: string, as: string = 'reviewer-market-regulation-1'): Promise<SeenMaterial | undefined> {
  const { body } = await (await system.as(as)).get<SeenCase>(`/cases/${caseNo}`);
  return body.materials.find(({ code }) => code === 'business-licence');
}

async function received(more: object = {}, key?: string): Promise<string> {
  const { status, body } = await clerk.post<Begun>('/cases', { ...RECEIPT, ...more }, key === undefined ? {} : { 'idempotency-key': key });
  expect([status, body]).toMatchObject([201, { caseNo: expect.any(String) }]);
  return body.caseNo;
}

/** What the log says of one receipt's asking. */
const outcomes = () => logged.map((line) => JSON.parse(line) as { level: number; msg: string; certificates?: { material: string; outcome: string; why?: string }[] }).filter(({ msg }) => msg === 'certificate store').map(({ level, certificates }) => [level, certificates]);

describe('a receipt at the window', () => {
  it('takes what the store has: the department opens it beside the others, with its number, and the receipt says so', async () => {
    const caseNo = await received();
    expect(store.calls.map(({ asked }) => asked)).toEqual([{
      id: expect.any(String), service: 'open-restaurant', material: { code: 'business-licence', name: { zh: '营业执照', en: 'Business licence' } }, holder: { kind: 'person', name: APPLICANT.name, idNumber: APPLICANT.idNumber },
    }]);
    const material = (await licenceIn(caseNo))!;
    expect(material).toMatchObject({ state: 'supplied', form: 'fetched', certificate: FACTS, files: [{ type: 'application/pdf', size: licence.length }] });
    const [file] = material.files;
    const statusFor = async (person: string) => (await download(system, await system.as(person), file!.id)).status;
    const shown = await download(system, await system.as('reviewer-market-regulation-1'), `${file!.id}?inline=1`);
    expect(Buffer.from(await shown.arrayBuffer()).equals(licence)).toBe(true);
    // The health department does not need it; supervision does not either.
    expect([await statusFor('reviewer-health-1'), await statusFor('manager-1'), await statusFor('clerk-2')]).toEqual([404, 404, 200]);
    expect((await licenceIn(caseNo, 'manager-1'))).toMatchObject({ form: 'fetched', certificate: null, files: [] });
    const { body: { documents } } = await clerk.get<SeenCase>(`/cases/${caseNo}`);
    const paper = await fetch(`${system.url}/api/v1/documents/${encodeURIComponent(documents[0]!.number)}/pdf`, { headers: { cookie: clerk.cookie } });
    const { text } = await pdfText(Buffer.from(await paper.arrayBuffer()));
    expect(text).toContain('证照库调取');
    expect(outcomes()).toEqual([[30, [{ material: 'business-licence', outcome: 'taken' }]]]);
    expect(logged.join('')).not.toContain(APPLICANT.idNumber);
  });

  it('sent twice with one key, at once and later, is one case with one certificate', async () => {
    const [one, other] = await Promise.all([received({}, 'twice'), received({}, 'twice')]);
    expect(other).toBe(one);
    const before = store.calls.length;
    expect(await received({}, 'twice')).toBe(one);
    expect(store.calls).toHaveLength(before);
    expect((await licenceIn(one))!.files).toHaveLength(1);
  });

  it('does not ask for what is handed in, nor for what is going to be refused', async () => {
    const caseNo = await received({ materials: [{ material: 'business-licence', form: 'paper' }] });
    expect(await licenceIn(caseNo)).toMatchObject({ form: 'paper', certificate: null, files: [] });
    expect((await clerk.post<Begun>('/cases', { ...RECEIPT, form: {} })).body.code).toBe('form.invalid');
    expect(store.calls).toEqual([]);
  });

  const without: readonly [string, string, number, StoreServer['answer']][] = [
    ['that has none', 'none', 30, () => NONE],
    ['that says nothing', 'silent', 40, () => null],
    ['that is out of order', 'silent', 40, () => ({ status: 500, body: '' })],
    ['that answers nonsense', 'wrongAnswer', 40, () => ({ body: '<html>' })],
    ['that gives somebody else’s', 'wrongAnswer', 40, (call) => certificate(call, licence, { holder: '371302198505050011' })],
    ['whose certificate has expired', 'expired', 30, (call) => certificate(call, licence, { issuedOn: '2015-03-01', validUntil: '2020-03-01' })],
    ['whose document is no document', 'notKept', 40, (call) => certificate(call, Buffer.from('<script>alert(1)</script>'))],
    ['whose document is something else', 'wrongAnswer', 40, (call) => certificate(call, licence, { document: { type: 'image/png', content: licence.toString('base64') } })],
  ];
  it.each(without)('goes on as ever with a store %s, and the log and the metrics say so', async (_, outcome, level, answer) => {
    store.answer = answer;
    const counted = async () => Number(new RegExp(`onething_certificates_total\\{outcome="${outcome}"\\} (\\d+)`).exec(await (await fetch(`${system.url}/metrics`, { headers: { authorization: 'Bearer measure' } })).text())?.[1] ?? 0);
    const before = await counted();
    const caseNo = await received();
    expect(await licenceIn(caseNo)).toMatchObject({ state: 'fetched', form: null, certificate: null, files: [] });
    expect(outcomes()).toEqual([[level, [expect.objectContaining({ material: 'business-licence', outcome })]]]);
    expect(await counted()).toBe(before + 1);
  });
});

describe('an application online', () => {
  it('takes what the store has of the applicant himself', async () => {
    const { status, body } = await (await citizen()).post<Begun>('/applications', RECEIPT);
    expect(status).toBe(201);
    expect(await licenceIn(body.caseNo, 'clerk-1')).toMatchObject({ form: 'fetched', certificate: FACTS });
    await clerk.command(body.caseNo, 'answerPreReview', { ready: true });
    expect(await licenceIn(body.caseNo)).toMatchObject({ form: 'fetched', certificate: FACTS, files: [{ type: 'application/pdf' }] });
  });

  it('by an agent takes nothing: nobody has looked at his power of attorney yet', async () => {
    const agent = { name: '王芳', idNumber: '371302198806060020' };
    const { status, body } = await (await system.as(agent)).post<Begun>('/applications', { ...RECEIPT, agent: { ...agent, powerOfAttorney: '委托书一号' } });
    expect([status, store.calls]).toEqual([201, []]);
    expect(await licenceIn(body.caseNo, 'clerk-1')).toMatchObject({ state: 'fetched', certificate: null });
  });

  it('cannot say itself that something was fetched', async () => {
    const claimed = { material: 'business-licence', form: 'fetched', certificate: FACTS };
    expect((await (await citizen()).post<Begun>('/applications', { ...RECEIPT, materials: [claimed] })).body.code).toBe('material.notAFile');
    const caseNo = await received();
    // Nor does anybody at a desk say for the store what stands on a certificate.
    expect((await clerk.command<Begun>(caseNo, 'correctOnSpot', { materials: [{ ...claimed, files: [] }], note: '—' })).body.code).toBe('command.argument');
  });
});

describe('what the store has', () => {
  const asked = (idNumber: string = APPLICANT.idNumber) => ({ applicant: { name: APPLICANT.name, kind: 'person', idNumber }, form: { businessKind: ['hotFood'] } });
  const lookUp = (caller: Caller, body: object = asked()) => caller.post<LookedUp[] & Begun>('/services/open-restaurant/certificates', body);
  const accesses = async (person: string) => (await (await system.as('auditor-1')).get<{ rows: { action: string; outcome: string; code: string | null }[] }>(`/audit/accesses?person=${person}`)).body.rows.filter(({ action }) => action.includes('certificates'));

  it('a clerk sees before the receipt, and that is on record', async () => {
    store.answer = (call) => certificate(call, licence, { validUntil: '2044-05-05' });
    expect((await lookUp(clerk)).body).toEqual([{ material: 'business-licence', name: { zh: '营业执照', en: 'Business licence' }, outcome: 'found', certificate: { ...FACTS, validUntil: '2044-05-05' } }]);
    expect((await accesses('clerk-1'))[0]).toMatchObject({ action: 'POST /api/v1/services/:code/certificates?applicant=…', outcome: 'read' });
    store.answer = () => null;
    expect((await lookUp(clerk)).body).toEqual([expect.objectContaining({ outcome: 'silent', certificate: null })]);
  });

  it('a citizen sees of himself and of nobody else; whoever tries is on record', async () => {
    expect((await lookUp(await citizen())).body).toMatchObject([{ outcome: 'found', certificate: FACTS }]);
    store.calls.length = 0;
    const stranger = await system.as({ name: '李明', idNumber: '371302198505050011' });
    expect((await lookUp(stranger)).body.code).toBe('certificate.notYours');
    expect((await lookUp(await system.as('reviewer-market-regulation-1'))).body.code).toBe('right.role');
    expect((await lookUp(system.anybody)).status).toBe(401);
    expect(store.calls).toEqual([]);
    expect((await accesses('371302198505050011'))[0]).toMatchObject({ outcome: 'refused', code: 'certificate.notYours' });
  });
});
