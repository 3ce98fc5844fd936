import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { generateKeyPair } from 'jose';
import { seedPeople } from '../../store/people.ts';
import { restaurantPlan } from '../../store/test-support/restaurant-case.ts';
import { openTestStore } from '../../store/test-support/test-store.ts';
import { Browser } from './test-support/browser.ts';
import { type ExternalProvider, startExternalProvider } from './test-support/external-provider.ts';
import { type IdentityServer, me, startIdentityServer } from './test-support/identity-server.ts';

let test: Awaited<ReturnType<typeof openTestStore>>;
let city: ExternalProvider;
const servers: IdentityServer[] = [];
let current: IdentityServer;

beforeAll(async () => {
  test = await openTestStore();
  await seedPeople(test.store.db, [restaurantPlan()]);
  city = await startExternalProvider({ client: 'onething', secret: 'city-secret', redirectTo: () => current.url });
});

afterEach(async () => {
  await city.comeBack();
  for (const server of servers.splice(0)) await server.close();
});

afterAll(async () => {
  await city?.close();
  await test?.end();
});

async function start(env: Record<string, string> = {}): Promise<IdentityServer> {
  current = await startIdentityServer(test.store.db, { env: { OIDC_ISSUER: city.issuer, OIDC_CLIENT_ID: 'onething', OIDC_CLIENT_SECRET: 'city-secret', OIDC_AUDIENCE: 'urn:onething:api', ...env } });
  servers.push(current);
  return current;
}

async function signInAs(server: IdentityServer, claims: ExternalProvider['next']): Promise<{ browser: Browser; page: Response }> {
  city.next = claims;
  const browser = new Browser();
  return { browser, page: await browser.go(`${server.url}/auth/login?return_to=/inbox`) };
}

const WHO = '11111111-2222-3333-4444-555555555555';

describe('another provider, named by OIDC_ISSUER', () => {
  it('takes the place of the embedded one', async () => {
    const server = await start();
    expect(server.identity.provider).toBeNull();
    expect(await (await fetch(`${server.url}/identity/jwks`)).text()).toBe('page /identity/jwks');
  });

  it('says who of the directory somebody is by his user name, where that is asked for, which only its user information tells', async () => {
    const server = await start({ OIDC_PERSON_CLAIM: 'preferred_username' });
    const { browser } = await signInAs(server, { sub: WHO, preferred_username: 'clerk-1', name: '别的写法', id_number: '990000198001010012' });
    expect(browser.address).toBe(`${server.url}/inbox`);
    expect((await me(server, browser))?.signedIn).toMatchObject({ id: 'clerk-1', role: 'clerk', idNumber: '990000198001010012' });
  });

  it('by its subject where it has no user names', async () => {
    const { browser } = await signInAs(await start({ OIDC_PERSON_CLAIM: 'preferred_username' }), { sub: 'reviewer-market-regulation-1' });
    expect((await me(current, browser))?.signedIn).toMatchObject({ role: 'reviewer' });
  });

  it('by its subject, and no user name that somebody chose makes him a clerk, where nothing else is asked for', async () => {
    const { browser } = await signInAs(await start(), { sub: WHO, preferred_username: 'clerk-1', id_number: '99000019800101001x' });
    expect((await me(current, browser))?.signedIn).toMatchObject({ role: 'citizen', idNumber: '99000019800101001X' });
  });

  it('tells a citizen’s number in the claim that is named', async () => {
    const { browser } = await signInAs(await start({ OIDC_ID_NUMBER_CLAIM: 'zjhm' }), { sub: WHO, name: '王芳', zjhm: ' 990000198506150029 ', id_number: 'not this' });
    expect((await me(current, browser))?.signedIn).toEqual({ id: '990000198506150029', name: '王芳', role: 'citizen', department: null, region: null, idNumber: '990000198506150029' });
  });

  it.each([{}, { id_number: '' }, { id_number: 'n/a' }, { id_number: 17 }])('a citizen without a number is told why he cannot go on: %j', async (number) => {
    const { browser, page } = await signInAs(await start(), { sub: WHO, name: '王芳', ...number });
    expect(page.status).toBe(403);
    expect(await page.text()).toMatch(/没有提供您的身份证号码[\s\S]*does not tell your identity number/);
    expect(browser.cookie('onething_session')).toBeUndefined();
  });

  it('signs people out too', async () => {
    const server = await start();
    const { browser } = await signInAs(server, { sub: 'clerk-1' });
    const response = await browser.once(`${server.url}/auth/logout`, { method: 'POST', headers: { 'x-csrf-token': (await me(server, browser))!.csrf } });
    const { origin, searchParams } = new URL((await response.json() as { location: string }).location);
    expect(origin).toBe(city.issuer);
    expect(Object.fromEntries(searchParams)).toMatchObject({ client_id: 'onething', post_logout_redirect_uri: `${server.url}/auth/logged-out`, id_token_hint: expect.stringMatching(/^ey/) });
  });

  it('that does not answer is a page that says so, and is asked again the next time', async () => {
    await city.goAway();
    const server = await start();
    const { page } = await signInAs(server, { sub: 'clerk-1' });
    expect(page.status).toBe(503);
    expect(await page.text()).toMatch(/身份服务暂时没有应答/);
    await city.comeBack();
    const { browser } = await signInAs(server, { sub: 'clerk-1' });
    expect(await me(server, browser)).not.toBeNull();
  });

  it('that goes away meanwhile loses nobody: signing out still works here, and coming back is a page that says why', async () => {
    const server = await start();
    const { browser } = await signInAs(server, { sub: 'clerk-1' });
    const other = new Browser();
    const begun = await other.once(`${server.url}/auth/login`);
    await city.goAway();
    const state = new URL(begun.headers.get('location')!).searchParams.get('state')!;
    const page = await other.once(`${server.url}/auth/callback?${new URLSearchParams({ state, code: 'a-code', iss: city.issuer })}`);
    expect(page.status).toBe(503);
    expect((await browser.once(`${server.url}/auth/logout`, { method: 'POST', headers: { 'x-csrf-token': (await me(server, browser))!.csrf } })).status).toBe(200);
    expect(await me(server, browser)).toBeNull();
  });
});

describe('tokens of another provider', () => {
  const ask = async (token: string) => {
    const response = await fetch(`${current.url}/me`, { headers: { authorization: `Bearer ${token}` } });
    return { status: response.status, ...await response.json() as object };
  };

  it('are checked with the keys that it publishes', async () => {
    await start();
    expect(await ask(await city.token({ aud: 'urn:onething:api', sub: 'clerk-1' }))).toMatchObject({ status: 200, signedIn: { role: 'clerk' } });
    const { privateKey } = await generateKeyPair('RS256');
    expect(await ask(await city.token({ aud: 'urn:onething:api', sub: 'clerk-1' }, { key: privateKey }))).toMatchObject({ status: 401, code: 'identity.tokenInvalid' });
  });

  it('name the system in the claim that is named', async () => {
    await start({ OIDC_SYSTEM_CLAIM: 'client_id' });
    expect(await ask(await city.token({ aud: ['account', 'urn:onething:api'], sub: WHO, client_id: 'clerk-2' }))).toMatchObject({ signedIn: { id: 'clerk-2' } });
  });

  it('must be meant for this system, from this provider, and still good', async () => {
    await start();
    expect(await ask(await city.token({ aud: 'onething', sub: 'clerk-1' }))).toMatchObject({ status: 401, code: 'identity.tokenAudience' });
    expect(await ask(await city.token({ aud: 'urn:onething:api', sub: 'clerk-1', iss: `${current.url}/identity` }))).toMatchObject({ status: 401, code: 'identity.tokenIssuer' });
    expect(await ask(await city.token({ aud: 'urn:onething:api', sub: 'clerk-1' }, { lasts: '-2m' }))).toMatchObject({ status: 401, code: 'identity.tokenExpired' });
  });

  it('are not judged while its keys cannot be had', async () => {
    await start();
    const token = await city.token({ aud: 'urn:onething:api', sub: 'clerk-1' });
    await city.goAway();
    expect(await ask(token)).toMatchObject({ status: 503, code: 'identity.providerUnavailable' });
    await city.comeBack();
    expect(await ask(token)).toMatchObject({ status: 200 });
  });
});
