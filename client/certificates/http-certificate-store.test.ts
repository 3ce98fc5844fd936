import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { verifyWebhook } from '../notifications/webhook-signature.ts';
import type { CertificateAsked } from './certificate-store.ts';
import { certificatesFromEnvironment } from './certificates-from-environment.ts';
import { httpCertificateStore } from './http-certificate-store.ts';
import { certificate, NONE, type StoreCall, type StoreServer, startStoreServer } from './test-support/store-server.ts';

let server: StoreServer;
beforeAll(async () => {
  server = await startStoreServer();
});
beforeEach(() => {
  server.calls.length = 0;
});
afterAll(() => server.close());

const ASKED: CertificateAsked = {
  service: 'open-restaurant', material: { code: 'business-licence', name: { zh: '营业执照', en: 'Business licence' } }, holder: { kind: 'entity', name: '云栖餐饮有限公司', idNumber: '91990000MA0000015Q' },
};
const SECRET = 'whsec_c2VjcmV0IG9mIHRoZSBzdG9yZQ==';
const find = (asked = ASKED, patience = 5_000) => httpCertificateStore({ url: server.url, token: 'T0ken', secret: SECRET }).find(asked, AbortSignal.timeout(patience));
const PAGE = Buffer.from('%PDF-1.7 …');

describe('a certificate store over HTTP', () => {
  it('is asked for one material of one holder, with token and signature, and gives the certificate', async () => {
    server.answer = (call) => certificate(call, PAGE, { validUntil: '2044-05-05', holder: '91990000ma0000015q' });
    expect(await find()).toEqual({ number: '电照鲁2024-0815', issuer: '兰山区行政审批服务局', issuedOn: '2024-05-06', validUntil: '2044-05-05', document: { type: 'application/pdf', bytes: PAGE } });
    const [{ headers, text, asked }] = server.calls as [StoreCall];
    expect(asked).toEqual({ id: expect.any(String), ...ASKED });
    expect(headers.authorization).toBe('Bearer T0ken');
    expect(await verifyWebhook({ secret: SECRET, headers, body: text, handled: new Set() })).toBe(asked.id);
  });

  it('says that there is none', async () => {
    server.answer = () => NONE;
    expect(await find()).toBeNull();
  });

  const answers: readonly [string, 'silent' | 'wrongAnswer', StoreServer['answer']][] = [
    ['nothing in time', 'silent', () => null],
    ['that it is out of order', 'silent', () => ({ status: 503, body: '' })],
    ['that it does not know us', 'wrongAnswer', () => ({ status: 401, body: '' })],
    ['that another place should be asked', 'wrongAnswer', () => ({ status: 307, headers: { location: 'http://127.0.0.1:1/' }, body: '' })],
    ['a page', 'wrongAnswer', () => ({ body: '<html>' })],
    ['nothing at all', 'wrongAnswer', () => ({ body: {} })],
    ['a certificate of somebody else', 'wrongAnswer', (call) => certificate(call, PAGE, { holder: '990000198001010012' })],
    ['another certificate', 'wrongAnswer', (call) => certificate(call, PAGE, { material: 'identity-card' })],
    ['a day that does not exist', 'wrongAnswer', (call) => certificate(call, PAGE, { issuedOn: '2024-02-30' })],
    ['a number that no paper can carry', 'wrongAnswer', (call) => certificate(call, PAGE, { number: 'A\u0000B' })],
    ['a document of a kind that is not kept', 'wrongAnswer', (call) => certificate(call, PAGE, { document: { type: 'text/html', content: 'PGh0bWw+' } })],
    ['a document that is no base 64', 'wrongAnswer', (call) => certificate(call, PAGE, { document: { type: 'application/pdf', content: '*' } })],
    ['more than anybody needs', 'wrongAnswer', () => ({ body: ' '.repeat(15 * 2 ** 20) })],
  ];
  it.each(answers)('that says %s is %s', async (_, outcome, answer) => {
    server.answer = answer;
    const error = await find(ASKED, 1_000).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'CertificateStoreError', outcome });
    // For the log: of whom it was is not said there.
    expect(String(error)).not.toMatch(/云栖|91990000|19800101/);
  });

  it('that is not there is silent', async () => {
    await expect(httpCertificateStore({ url: 'http://127.0.0.1:1/', token: null, secret: null }).find(ASKED, AbortSignal.timeout(5_000))).rejects.toMatchObject({ outcome: 'silent' });
  });
});

describe('the environment', () => {
  it('names the store, or none', () => {
    expect(certificatesFromEnvironment({})).toBeNull();
    expect(certificatesFromEnvironment({ CERTIFICATE_STORE_URL: 'https://certificates.example.cn/find' })!.patience).toBe(5_000);
    expect(certificatesFromEnvironment({ CERTIFICATE_STORE_URL: 'https://10.1.2.3/', CERTIFICATE_STORE_TIMEOUT: '2.5' })!.patience).toBe(2_500);
  });

  it('is told what is wrong with it', () => {
    for (const url of ['certificates.example.cn', 'http://certificates.example.cn/', 'https://me:secret@certificates.example.cn/']) expect(() => certificatesFromEnvironment({ CERTIFICATE_STORE_URL: url })).toThrow(expect.objectContaining({ code: 'certificates.url' }));
    for (const timeout of ['soon', '0', '-1', '11']) expect(() => certificatesFromEnvironment({ CERTIFICATE_STORE_URL: 'https://a.cn/', CERTIFICATE_STORE_TIMEOUT: timeout })).toThrow(expect.objectContaining({ code: 'certificates.timeout' }));
  });
});
