import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { seedPeople } from '../../store/people.ts';
import { restaurantPlan } from '../../store/test-support/restaurant-case.ts';
import { openTestStore } from '../../store/test-support/test-store.ts';
import { Browser } from './test-support/browser.ts';
import { type IdentityServer, me, signIn, startIdentityServer } from './test-support/identity-server.ts';

let test: Awaited<ReturnType<typeof openTestStore>>;
let server: IdentityServer;

beforeAll(async () => {
  test = await openTestStore();
  await seedPeople(test.store.db, [restaurantPlan()]);
  server = await startIdentityServer(test.store.db);
});

afterAll(async () => {
  await server?.close();
  await test?.end();
});

const logout = (browser: Browser, headers: Record<string, string>) => browser.once(`${server.url}/auth/logout`, { method: 'POST', headers });

describe('signing out', () => {
  it('is refused without the token of the session, as any other site would ask for it', async () => {
    const browser = await signIn(server, 'clerk-1');
    for (const headers of [{}, { 'x-csrf-token': 'guessed' }] as Record<string, string>[]) {
      const response = await logout(browser, headers);
      expect(response.status).toBe(403);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      expect(await response.json()).toMatchObject({ code: 'identity.csrf', status: 403, text: { zh: expect.any(String), en: expect.any(String) } });
    }
    expect(await me(server, browser)).not.toBeNull();
  });

  it('ends the session here and at the provider, where the next one is asked who he is', async () => {
    const browser = await signIn(server, 'clerk-1');
    const before = browser.copy();
    const response = await logout(browser, { 'x-csrf-token': (await me(server, browser))!.csrf });
    const { location } = await response.json() as { location: string };
    expect(new URL(location).pathname).toBe('/identity/session/end');
    expect(await me(server, browser)).toBeNull();
    expect(await me(server, before)).toBeNull();
    expect(browser.cookie('onething_session')).toBeUndefined();

    const page = await browser.go(location);
    expect(browser.address).toBe(`${server.url}/auth/logged-out`);
    expect(await page.text()).toMatch(/您已退出[\s\S]*You are signed out/);
    const next = await browser.go(`${server.url}/auth/login`);
    expect(await next.text()).toMatch(/选择以谁的身份登录/);
  });

  it('is what keeps the next one out: without it the provider asks nobody', async () => {
    const browser = await signIn(server, 'clerk-1');
    await browser.go(`${server.url}/auth/login?return_to=/again`);
    expect(browser.address).toBe(`${server.url}/again`);
  });

  it('works from a form, with the token in a field', async () => {
    const browser = await signIn(server, 'clerk-2');
    await browser.submit(`${server.url}/auth/logout`, { csrf: 'guessed' });
    const { csrf } = (await me(server, browser))!;
    const page = await browser.submit(`${server.url}/auth/logout`, { csrf });
    expect(page.status).toBe(200);
    expect(browser.address).toBe(`${server.url}/auth/logged-out`);
    expect(await me(server, browser)).toBeNull();
  });

  it('of nobody does no harm', async () => {
    const browser = new Browser();
    expect(await (await logout(browser, {})).json()).toEqual({ location: `${server.url}/auth/logged-out` });
  });

  it('at the provider alone asks first: another site may have sent one there', async () => {
    const browser = await signIn(server, 'clerk-1');
    const returning = new URLSearchParams({ client_id: 'onething-console', post_logout_redirect_uri: `${server.url}/auth/logged-out` });
    for (const query of ['', `?${returning}`]) {
      const page = await browser.go(`${server.url}/identity/session/end${query}`);
      expect(await page.text()).toMatch(/要退出登录吗/);
    }
    await browser.go(`${server.url}/auth/login?return_to=/still-there`);
    expect(browser.address).toBe(`${server.url}/still-there`);
  });
});
