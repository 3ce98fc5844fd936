import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { RECEIPT } from '../../client/api/test-support/restaurant.ts';
import { certificate, NONE, type StoreServer, startStoreServer } from '../../client/certificates/test-support/store-server.ts';
import { PNG } from '../../store/files/test-support/sample-files.ts';
import { expectAccessible } from './support/accessible.ts';
import { type ConsoleSystem, startConsoleSystem } from './support/console-system.ts';
import { drawn } from './support/drawn.ts';

let store: StoreServer;
let system: ConsoleSystem;
beforeAll(async () => {
  store = await startStoreServer();
  system = await startConsoleSystem({ env: { CERTIFICATE_STORE_URL: store.url } });
}, 240_000);
afterEach(() => system.everyoneLeaves());
afterAll(async () => {
  await system?.end();
  await store?.close();
});

const PICTURE = { document: { type: 'image/png', content: PNG.toString('base64') } };

const AGENT = { name: '王芳', idNumber: '371302198806060020', powerOfAttorney: '委托书二号' };

describe('a certificate in the store', () => {
  it('is seen at the window before the receipt, and by the department beside its number', async () => {
    store.answer = (call) => certificate(call, PNG, { ...PICTURE, validUntil: '2044-05-05' });
    const { applicant, form, region, service } = RECEIPT;
    expect((await (await system.as('clerk-1')).send('PUT', '/drafts/with-certificate', { service, body: { step: 'materials', region, applicant, agent: AGENT, form } })).status).toBe(204);
    const { page, errors } = await system.signIn('clerk-1', '/window/receive/open-restaurant?draft=with-certificate');
    await page.getByText('已从电子证照库取得：编号 电照鲁2024-0815，兰山区行政审批服务局，有效期至 2044-05-05').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('button', { name: /收件$/ }).click();
    await page.waitForURL('**/window/received/*');
    const caseNo = new URL(page.url()).pathname.split('/').at(-1)!;
    const reviewer = await system.signIn('reviewer-market-regulation-1', `/cases/${caseNo}/items/business-licence-check`);
    const material = reviewer.page.locator('.material-list li', { hasText: '营业执照' });
    await material.getByText('编号 电照鲁2024-0815，兰山区行政审批服务局 2024-05-06 核发，有效期至 2044-05-05').waitFor();
    expect(await material.innerText()).toContain('电子证照库调取');
    // Who brought it, and what the window saw of his being entitled to.
    expect(await reviewer.page.locator('.facts').innerText()).toMatch(/王芳\s*授权委托书：委托书二号/);
    await drawn(reviewer.page.getByRole('figure').locator('img'));
    expect([...errors, ...reviewer.errors]).toEqual([]);
  });

  it('that is not there, or whose store is silent, is the department’s to check', async () => {
    store.answer = () => NONE;
    const { applicant, form, region, service } = RECEIPT;
    expect((await (await system.as('clerk-1')).send('PUT', '/drafts/without', { service, body: { step: 'materials', region, applicant, form } })).status).toBe(204);
    const { page, errors } = await system.signIn('clerk-1', '/window/receive/open-restaurant?draft=without');
    await page.getByText('电子证照库中没有，由部门核验').waitFor();
    store.answer = () => ({ status: 503, body: '' });
    await page.reload();
    await page.getByText('电子证照库暂时没有答复，由部门核验').waitFor();
    expect(errors).toEqual([]);
  });
});
