import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { registerPlan } from '../../../store/apply-changes.ts';
import { seedPeople } from '../../../store/people.ts';
import { restaurantPlan } from '../../../store/test-support/restaurant-case.ts';
import { openTestStore } from '../../../store/test-support/test-store.ts';
import { Browser } from '../test-support/browser.ts';
import { type IdentityServer, me, signIn, startIdentityServer } from '../test-support/identity-server.ts';
import { SAMPLE_CITIZENS } from './sample-citizens.ts';

let test: Awaited<ReturnType<typeof openTestStore>>;
let server: IdentityServer;

beforeAll(async () => {
  test = await openTestStore();
  await registerPlan(test.store.db, restaurantPlan());
  await seedPeople(test.store.db, [restaurantPlan()]);
  await test.store.db.insertInto('person').values([
    { id: 'system-tobacco', name: '烟草业务系统', role: 'system', department: 'tobacco', region: null, id_number: null },
    { id: 'clerk-9', name: '<script>alert(1)</script>', role: 'clerk', department: null, region: null, id_number: null },
  ]).execute();
  server = await startIdentityServer(test.store.db);
});

afterAll(async () => {
  await server?.close();
  await test?.end();
});

async function openPage(query = ''): Promise<{ text: string; response: Response; browser: Browser }> {
  const browser = new Browser();
  await browser.go(`${server.url}/auth/login`);
  const response = await browser.go(browser.address + query);
  return { browser, response, text: await response.text() };
}

const peopleOn = (text: string) => [...text.matchAll(/name="person" value="([^"]+)"/g)].map(([, id]) => id!);

describe('the sign-in page for development', () => {
  it('lists everybody in groups, in Chinese with English beneath, and says what it is', async () => {
    const { text } = await openPage();
    const order = ['仅供开发与演示', 'For development only', '申请人', 'Applicants', 'citizen-li-ming', 'entity-yunqi', '综合窗口', 'clerk-1', '监察', 'manager-1', 'government-head', 'auditor-1', '审批部门', '市场监管部门', 'Market regulation', 'reviewer-market-regulation-1', 'approver-market-regulation-1', 'head-market-regulation'];
    const places = order.map((words) => text.indexOf(words));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(places).not.toContain(-1);
    const all = await test.store.db.selectFrom('person').select('id').where('role', '!=', 'system').execute();
    expect(peopleOn(text).sort()).toEqual([...all.map(({ id }) => id), ...SAMPLE_CITIZENS.map(({ id }) => id)].sort());
  });

  it.each([['?q=tobacco', /^(reviewer|approver|head)-tobacco/], ['?q=%E5%B8%82%E5%9C%BA%E7%9B%91%E7%AE%A1', /-market-regulation/], ['?q=%E5%AE%A1%E8%AE%A1%E5%91%98', /^auditor-1$/], ['?q=CITIZEN-li', /^citizen-li-ming$/], ['?q=990000198506150029', /^citizen-wang-fang$/]])('finds without any script: %s', async (query, expected) => {
    const found = peopleOn((await openPage(query)).text);
    expect(found.length).toBeGreaterThan(0);
    for (const id of found) expect(id).toMatch(expected);
  });

  it('says so when nobody is found, and shows what was asked as text', async () => {
    const { text } = await openPage('?q=%22%3E%3Cimg%20src%3Dx%3E');
    expect(peopleOn(text)).toEqual([]);
    expect(text).toMatch(/data-empty\s*>没有找到/);
    expect(text).not.toMatch(/<img/);
  });

  it('runs nothing but its own script, is framed by nobody, and is not kept', async () => {
    const { text, response } = await openPage();
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(text.match(/<script/g)).toHaveLength(1);
    const policy = response.headers.get('content-security-policy')!;
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('signs in nobody whom it does not list', async () => {
    for (const person of ['nobody', '', 'system-tobacco', 'onething-console']) {
      const { browser } = await openPage();
      const again = await browser.submit(browser.address, { person });
      expect(again.status).toBe(200);
      expect(browser.cookie('onething_session')).toBeUndefined();
    }
  });

  it('is good for the browser that was sent there alone', async () => {
    const { browser } = await openPage();
    const page = await new Browser().submit(browser.address, { person: 'clerk-1' });
    expect(page.status).toBe(400);
    expect(await page.text()).toMatch(/此登录页已失效/);
  });

  it('shows systems how to get a token, with secrets that differ', async () => {
    const { text } = await openPage();
    expect(text).toMatch(/<code>system-tobacco<\/code><\/td><td><code>[\w-]{43}<\/code>/);
    expect(text).toContain(`${server.url}/identity/token`);
  });
});

describe('the development provider', () => {
  it('describes itself under the address that people type, whatever a request says of its own', async () => {
    for (const headers of [{}, { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }] as Record<string, string>[]) {
      const { issuer, token_endpoint: token, jwks_uri: keys } = await (await fetch(`${server.url}/identity/.well-known/openid-configuration`, { headers })).json() as Record<string, string>;
      expect({ issuer, token, keys }).toEqual({ issuer: `${server.url}/identity`, token: `${server.url}/identity/token`, keys: `${server.url}/identity/jwks` });
    }
  });

  it('answers errors with a page of ours, and sends nobody to an address that is not its client’s', async () => {
    const query = new URLSearchParams({ client_id: 'onething-console', response_type: 'code', scope: 'openid', redirect_uri: 'https://evil.example/' });
    const response = await fetch(`${server.url}/identity/auth?${query}`, { redirect: 'manual', headers: { accept: 'text/html' } });
    expect(response.status).toBe(400);
    expect(await response.text()).toMatch(/身份服务无法处理此请求（invalid_redirect_uri）/);
  });

  it('wants PKCE', async () => {
    const query = new URLSearchParams({ client_id: 'onething-console', response_type: 'code', scope: 'openid', redirect_uri: `${server.url}/auth/callback` });
    const response = await fetch(`${server.url}/identity/auth?${query}`, { redirect: 'manual', headers: { accept: 'text/html' } });
    expect(response.headers.get('location')).toMatch(/error=invalid_request/);
  });

  it('keeps its keys where nobody else reads them, over a restart', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'onething-identity-'));
    try {
      const keysOf = async () => {
        const one = await startIdentityServer(test.store.db, { folder });
        const keys = await (await fetch(`${one.url}/identity/jwks`)).json();
        await one.close();
        expect((await readdir(folder)).sort()).toEqual(['identity-signing-key.json', 'identity.key']);
        for (const file of await readdir(folder)) expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600);
        return keys;
      };
      const before = await keysOf();
      // Somebody copied them about carelessly.
      for (const file of await readdir(folder)) await chmod(join(folder, file), 0o644);
      expect(await keysOf()).toEqual(before);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('a session outlives a restart of the server', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'onething-identity-'));
    const [first, second] = [await startIdentityServer(test.store.db, { folder }), await startIdentityServer(test.store.db, { folder })];
    try {
      const browser = await signIn(first, 'clerk-1');
      await first.close();
      expect(await me(second, browser)).toMatchObject({ signedIn: { id: 'clerk-1' } });
    } finally {
      await second.close();
      await rm(folder, { recursive: true });
    }
  });
});

describe('the sample citizens', () => {
  it.each(SAMPLE_CITIZENS.map(({ name, idNumber }) => [name, idNumber]))('%s has a number with the right check digit, of a region that does not exist', (_, number) => {
    expect(number).toMatch(/^(990000(19|20)\d{9}[\dX]|91990000[0-9A-HJ-NPQRTUWXY]{10})$/);
    expect(number.at(-1)).toBe(number.startsWith('91') ? creditCheckDigit(number) : identityCheckDigit(number));
  });

  it('are not in the directory', async () => {
    const ids = SAMPLE_CITIZENS.map(({ id }) => id);
    expect(await test.store.db.selectFrom('person').select('id').where('id', 'in', ids).execute()).toEqual([]);
    expect(new Set(SAMPLE_CITIZENS.map(({ idNumber }) => idNumber)).size).toBe(SAMPLE_CITIZENS.length);
  });
});

/** @see GB 11643-1999 */
function identityCheckDigit(number: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return '10X98765432'[weights.reduce((sum, weight, place) => sum + weight * Number(number[place]), 0) % 11]!;
}

/** @see GB 32100-2015 */
function creditCheckDigit(number: string): string {
  const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const sum = number.slice(0, 17).split('').reduce((total, sign, place) => total + signs.indexOf(sign) * (3 ** place % 31), 0);
  return signs[(31 - (sum % 31)) % 31]!;
}
