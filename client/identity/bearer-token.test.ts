import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importJWK, type JWK, SignJWT, UnsecuredJWT } from 'jose';
import { seedPeople } from '../../store/people.ts';
import { restaurantPlan } from '../../store/test-support/restaurant-case.ts';
import { openTestStore } from '../../store/test-support/test-store.ts';
import { signedInByToken } from './bearer-token.ts';
import { Browser } from './test-support/browser.ts';
import { type IdentityServer, signIn, startIdentityServer } from './test-support/identity-server.ts';

let test: Awaited<ReturnType<typeof openTestStore>>;
let server: IdentityServer;

beforeAll(async () => {
  test = await openTestStore();
  await seedPeople(test.store.db, [restaurantPlan()]);
  await test.store.db.insertInto('person').values({ id: 'system-tobacco', name: '烟草业务系统', role: 'system', department: 'tobacco', region: null, id_number: null }).execute();
  server = await startIdentityServer(test.store.db);
});

afterAll(async () => {
  await server?.close();
  await test?.end();
});

const ask = async (token: string, { scheme = 'Bearer', cookie }: { scheme?: string; cookie?: string } = {}) => {
  const response = await fetch(`${server.url}/me`, { headers: { authorization: `${scheme} ${token}`, ...(cookie ? { cookie } : {}) } });
  return { status: response.status, body: await response.json() as { code?: string; text?: object; signedIn?: object; csrf?: null } };
};

/** As the sign-in page shows it to developers. */
async function secretOf(system: string): Promise<string> {
  const page = await (await new Browser().go(`${server.url}/auth/login`)).text();
  return new RegExp(`<code>${system}</code></td><td><code>([\\w-]+)</code>`).exec(page)![1]!;
}

const tokenRequest = (client: string, secret: string, more: Record<string, string> = {}) => fetch(`${server.url}/identity/token`, {
  method: 'POST', headers: { authorization: `Basic ${Buffer.from(`${client}:${secret}`).toString('base64')}` }, body: new URLSearchParams({ grant_type: 'client_credentials', ...more }),
});

async function systemToken(): Promise<string> {
  const response = await tokenRequest('system-tobacco', await secretOf('system-tobacco'));
  expect(response.status).toBe(200);
  return (await response.json() as { access_token: string }).access_token;
}

/** A token signed with the provider's own key, saying whatever a test needs. */
async function forged(claims: Record<string, unknown>, { alg = 'RS256', key, lasts = '5m' as string | number }: { alg?: string; key?: Uint8Array; lasts?: string | number } = {}): Promise<string> {
  const jwk = JSON.parse(await readFile(join(server.folder, 'identity-signing-key.json'), 'utf8')) as JWK;
  return new SignJWT({ iss: `${server.url}/identity`, aud: `${server.url}/api`, sub: 'system-tobacco', ...claims })
    .setProtectedHeader({ alg, kid: jwk.kid! }).setIssuedAt().setExpirationTime(lasts).sign(key ?? await importJWK(jwk, alg));
}

describe('a bearer token', () => {
  it('says which system asks, and needs no other token to change something', async () => {
    const token = await systemToken();
    expect(await ask(token)).toEqual({ status: 200, body: { signedIn: { id: 'system-tobacco', name: '烟草业务系统', role: 'system', department: 'tobacco', region: null, idNumber: null }, csrf: null } });
    expect((await ask(token, { scheme: 'bearer' })).status).toBe(200);
    expect((await fetch(`${server.url}/change`, { method: 'POST', headers: { authorization: `Bearer ${token}` } })).status).toBe(200);
  });

  it('may be of anybody in the directory', async () => {
    expect((await ask(await forged({ sub: 'clerk-1' }))).body.signedIn).toMatchObject({ id: 'clerk-1', role: 'clerk' });
  });

  it.each([
    ['for somebody else', { aud: 'https://other.example/api' }, 'identity.tokenAudience'],
    ['for nobody', { aud: undefined }, 'identity.tokenAudience'],
    ['from another issuer', { iss: 'https://evil.example' }, 'identity.tokenIssuer'],
    ['of a system that is not in the directory', { sub: 'system-unheard-of' }, 'identity.tokenPersonUnknown'],
    ['of a sample citizen', { sub: 'citizen-li-ming' }, 'identity.tokenPersonUnknown'],
    ['of nobody', { sub: undefined }, 'identity.tokenInvalid'],
    ['not yet valid', { nbf: Math.floor(Date.now() / 1000) + 600 }, 'identity.tokenInvalid'],
  ])('%s is refused', async (_, claims, code) => {
    expect(await ask(await forged(claims))).toEqual({ status: 401, body: { code, text: { zh: expect.any(String), en: expect.any(String) } } });
  });

  it('is over when it says so, give or take half a minute of clocks that differ', async () => {
    const now = Math.floor(Date.now() / 1_000);
    expect(await ask(await forged({}, { lasts: now - 120 }))).toMatchObject({ status: 401, body: { code: 'identity.tokenExpired' } });
    expect((await ask(await forged({}, { lasts: now - 5 }))).status).toBe(200);
  });

  it('without a signature, or with one that anybody could make, is refused', async () => {
    const claims = { iss: `${server.url}/identity`, aud: `${server.url}/api`, sub: 'head-market-regulation' };
    const unsigned = new UnsecuredJWT(claims).setExpirationTime('5m').encode();
    const { keys: [publicKey] } = await (await fetch(`${server.url}/identity/jwks`)).json() as { keys: JWK[] };
    expect(publicKey).not.toHaveProperty('d');
    const bySharedSecret = await forged(claims, { alg: 'HS256', key: new TextEncoder().encode(JSON.stringify(publicKey)) });
    const [header, , signature] = (await forged({})).split('.');
    const swapped = `${header}.${Buffer.from(JSON.stringify({ ...claims, exp: 4e9 })).toString('base64url')}.${signature}`;
    for (const token of [unsigned, bySharedSecret, swapped, 'made-up', 'a.b.c', '']) expect(await ask(token)).toMatchObject({ status: 401, body: { code: 'identity.tokenInvalid' } });
  });

  it('is never checked with a secret that both sides know, even if somebody published one', async () => {
    const secret = new TextEncoder().encode('a secret of thirty-two characters');
    const token = await forged({}, { alg: 'HS256', key: secret });
    const rules = { issuer: async () => `${server.url}/identity`, audience: `${server.url}/api`, systemClaim: 'sub', keys: async () => secret };
    await expect(signedInByToken(test.store.db, token, rules)).rejects.toMatchObject({ code: 'identity.tokenInvalid' });
  });

  it('that is not good is not helped by a cookie that is', async () => {
    const browser = await signIn(server, 'clerk-1');
    const cookie = browser.cookieHeader(new URL(`${server.url}/me`));
    expect(await ask('made-up', { cookie })).toMatchObject({ status: 401, body: { code: 'identity.tokenInvalid' } });
    expect(await ask('', { cookie })).toMatchObject({ status: 401 });
    expect((await ask(await systemToken(), { cookie })).body).toMatchObject({ signedIn: { id: 'system-tobacco' }, csrf: null });
    // What a proxy in front adds for itself is none of ours.
    expect((await ask('abc', { scheme: 'Basic', cookie })).body).toMatchObject({ signedIn: { id: 'clerk-1' }, csrf: expect.any(String) });
  });
});

describe('the development provider gives tokens', () => {
  it('to systems of the directory, with their own secret', async () => {
    expect((await tokenRequest('system-tobacco', 'guessed')).status).toBe(401);
    expect((await tokenRequest('system-unheard-of', await secretOf('system-tobacco'))).status).toBe(401);
    expect((await tokenRequest('clerk-1', await secretOf('system-tobacco'))).status).toBe(401);
  });

  it('that are good here and nowhere else', async () => {
    const ask = async (resource: string) => (await tokenRequest('system-tobacco', await secretOf('system-tobacco'), { resource })).status;
    expect(await ask('https://other.example/')).toBe(400);
    expect(await ask(`${server.url}/api`)).toBe(200);
  });

  it('to no person who signs in: his own opens nothing here', async () => {
    const browser = new Browser();
    await browser.go(`${server.url}/auth/login`);
    await browser.submit(browser.address, { person: 'system-tobacco' });
    expect(browser.cookie('onething_session')).toBeUndefined();
  });
});
