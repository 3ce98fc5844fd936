import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { seedPeople } from '../../store/people.ts';
import { restaurantPlan } from '../../store/test-support/restaurant-case.ts';
import { openTestStore } from '../../store/test-support/test-store.ts';
import { openIdentity } from './identity.ts';
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

/** A browser that chose somebody and is about to be sent back to us: the address that it would go to. */
async function onTheWayBack(person: string): Promise<{ browser: Browser; callback: string }> {
  const browser = new Browser();
  await browser.go(`${server.url}/auth/login?return_to=/inbox`);
  let response = await browser.once(browser.address, { method: 'POST', body: new URLSearchParams({ person }) });
  for (;;) {
    const next = new URL(response.headers.get('location')!, browser.address).href;
    if (next.startsWith(`${server.url}/auth/callback`)) return { browser, callback: next };
    response = await browser.once(next);
  }
}

const sessions = async () => Number((await test.store.db.selectFrom('session').select((e) => e.fn.countAll().as('n')).executeTakeFirstOrThrow()).n);

describe('signing in', () => {
  it('makes a person of the directory who he is there, and returns to the page', async () => {
    const browser = await signIn(server, 'reviewer-market-regulation-1', { returnTo: '/inbox?mine=1#top' });
    expect(browser.address).toBe(`${server.url}/inbox?mine=1#top`);
    expect(await me(server, browser)).toMatchObject({ signedIn: { id: 'reviewer-market-regulation-1', role: 'reviewer', department: 'market-regulation', region: null }, csrf: expect.stringMatching(/^.{40,}$/) });
  });

  it.each([['clerk-1', 'clerk'], ['manager-1', 'manager'], ['government-head', 'headOfGovernment'], ['auditor-1', 'auditor'], ['head-market-regulation', 'headOfAuthority']])('%s is %s', async (person, role) => {
    expect((await me(server, await signIn(server, person)))?.signedIn).toMatchObject({ id: person, role });
  });

  it('makes whoever is not in the directory a citizen, known by his number', async () => {
    expect((await me(server, await signIn(server, 'citizen-li-ming')))?.signedIn).toEqual({ id: '990000198001010012', name: '李明', role: 'citizen', department: null, region: null, idNumber: '990000198001010012' });
  });

  it('knows a legal entity by its unified social credit code', async () => {
    expect((await me(server, await signIn(server, 'entity-yunqi')))?.signedIn).toMatchObject({ role: 'citizen', idNumber: '91990000MA0000015Q' });
  });

  it('nobody is signed in before, or with a session that is none', async () => {
    expect(await me(server, new Browser())).toBeNull();
    expect(await (await fetch(`${server.url}/me`, { headers: { cookie: 'onething_session=made-up' } })).json()).toBeNull();
  });

  it('asks the provider for a code with PKCE, state and nonce, all of them new each time', async () => {
    const ask = async () => new URL((await new Browser().once(`${server.url}/auth/login`)).headers.get('location')!);
    const [first, second] = [await ask(), await ask()];
    expect(Object.fromEntries(first.searchParams)).toMatchObject({ response_type: 'code', code_challenge_method: 'S256', redirect_uri: `${server.url}/auth/callback`, scope: 'openid profile' });
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(first.searchParams.get(name)!.length).toBeGreaterThanOrEqual(40);
      expect(first.searchParams.get(name)).not.toBe(second.searchParams.get(name));
    }
  });

  it('works in two tabs at once', async () => {
    const browser = new Browser();
    await browser.go(`${server.url}/auth/login?return_to=/first`);
    const first = browser.address;
    await browser.go(`${server.url}/auth/login?return_to=/second`);
    await browser.submit(browser.address, { person: 'clerk-1' });
    expect(browser.address).toBe(`${server.url}/second`);
    await browser.submit(first, { person: 'clerk-1' });
    expect(browser.address).toBe(`${server.url}/first`);
  });

  it('keeps no more than a few attempts in one browser', async () => {
    const browser = new Browser();
    for (let tab = 0; tab < 9; tab++) await browser.once(`${server.url}/auth/login`);
    expect([...browser.cookies.values()].filter(({ name }) => name.startsWith('onething_attempt_')).length).toBeLessThanOrEqual(4);
  });

  it('sends who came by another name of the host to the one that cookies belong to', async () => {
    const other = server.url.replace('127.0.0.1', 'localhost');
    const browser = new Browser();
    await browser.go(`${other}/auth/login?return_to=/inbox`);
    await browser.submit(browser.address, { person: 'clerk-1' });
    expect(browser.address).toBe(`${server.url}/inbox`);
    expect(await me(server, browser)).not.toBeNull();
  });
});

describe('a session', () => {
  it('is a cookie that no script reads and no other site sends; the store has its hash alone', async () => {
    const browser = await signIn(server, 'clerk-1');
    const { attributes, path, value } = [...browser.cookies.values()].find(({ name }) => name === 'onething_session')!;
    expect(path).toBe('/');
    expect(attributes).toMatch(/HttpOnly/);
    expect(attributes).toMatch(/SameSite=Lax/);
    const kept = JSON.stringify(await test.store.db.selectFrom('session').selectAll().execute());
    expect(kept).not.toContain(value);
    expect(kept).toContain(createHash('sha256').update(value).digest('hex'));
  });

  it('goes over https alone where people come by https', async () => {
    const identity = await openIdentity({ db: test.store.db, publicUrl: 'https://127.0.0.1', folder: server.folder, env: {} });
    try {
      const response = await identity.routes.request('/login', { headers: { host: '127.0.0.1' } });
      expect(response.headers.get('location')).toMatch(/^https:\/\/127\.0\.0\.1\/identity\/auth\?/);
      expect(response.headers.get('set-cookie')).toMatch(/^onething_attempt_.*; Secure/);
    } finally {
      await identity.close();
    }
  });

  it('is another one after every sign-in, and the one before is over', async () => {
    const browser = await signIn(server, 'clerk-1');
    const before = browser.cookie('onething_session')!;
    const csrf = (await me(server, browser))!.csrf;
    const older = browser.copy();
    await signIn(server, 'clerk-1', { browser });
    expect(browser.cookie('onething_session')).not.toBe(before);
    expect((await me(server, browser))!.csrf).not.toBe(csrf);
    expect(await me(server, older)).toBeNull();
  });

  it('that somebody was slipped beforehand never becomes his own', async () => {
    const attacker = await signIn(server, 'citizen-sun-yue');
    const planted = attacker.cookie('onething_session')!;
    const victim = attacker.copy();
    for (const [key, { name }] of victim.cookies) if (name !== 'onething_session') victim.cookies.delete(key);
    await signIn(server, 'head-market-regulation', { browser: victim });
    expect((await me(server, victim))?.signedIn.id).toBe('head-market-regulation');
    expect(victim.cookie('onething_session')).not.toBe(planted);
    expect(await me(server, attacker)).toBeNull();
  });
});

describe('a sign-in that is not as it should be gives no session', () => {
  const refused = async (response: Response, status: number, words: RegExp) => {
    const text = await response.text();
    expect(text).toMatch(words);
    expect(text).toMatch(/lang="zh-CN"/);
    expect(response.status).toBe(status);
    expect(response.headers.getSetCookie().join()).not.toMatch(/onething_session=[^;]/);
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'/);
  };

  it('with another state', async () => {
    const { browser, callback } = await onTheWayBack('clerk-1');
    const url = new URL(callback);
    url.searchParams.set('state', `${url.searchParams.get('state')!.slice(0, -1)}~`);
    await refused(await browser.once(url.href), 400, /identity provider did not confirm/);
  });

  it('with no state, or one of nobody', async () => {
    const { browser, callback } = await onTheWayBack('clerk-1');
    const url = new URL(callback);
    url.searchParams.set('state', 'made-up');
    await refused(await browser.once(url.href), 400, /not begun in this browser/);
    url.searchParams.delete('state');
    await refused(await browser.once(url.href), 400, /not begun in this browser/);
  });

  it('in a browser that did not begin it', async () => {
    const { callback } = await onTheWayBack('head-market-regulation');
    await refused(await new Browser().once(callback), 400, /此次登录不是在本浏览器发起的/);
  });

  it('with an attempt that was tampered with', async () => {
    const { browser, callback } = await onTheWayBack('clerk-1');
    for (const [key, cookie] of browser.cookies) if (cookie.name.startsWith('onething_attempt_')) browser.cookies.set(key, { ...cookie, value: `${cookie.value.slice(0, -2)}AA` });
    await refused(await browser.once(callback), 400, /not begun in this browser/);
  });

  it('with the code of somebody else', async () => {
    const [mine, his] = [await onTheWayBack('citizen-li-ming'), await onTheWayBack('head-market-regulation')];
    const url = new URL(mine.callback);
    url.searchParams.set('code', new URL(his.callback).searchParams.get('code')!);
    await refused(await mine.browser.once(url.href), 400, /invalid_grant/);
  });

  it('with a code that was used already', async () => {
    const { browser, callback } = await onTheWayBack('clerk-1');
    const thief = browser.copy();
    expect((await browser.once(callback)).headers.get('location')).toBe(`${server.url}/inbox`);
    const before = await sessions();
    await refused(await thief.once(callback), 400, /invalid_grant/);
    await refused(await browser.once(callback), 400, /not begun in this browser/);
    expect(await sessions()).toBe(before);
  });

  it('when it comes from another provider', async () => {
    const { browser, callback } = await onTheWayBack('clerk-1');
    const url = new URL(callback);
    url.searchParams.set('iss', 'https://evil.example');
    await refused(await browser.once(url.href), 400, /did not confirm/);
  });

  it('when the provider says no; its words are not shown', async () => {
    const { browser, callback } = await onTheWayBack('clerk-1');
    const url = new URL(callback);
    url.searchParams.delete('code');
    url.searchParams.set('error', 'access_denied');
    url.searchParams.set('error_description', '<b>call 555-0100</b>');
    const response = await browser.once(url.href);
    expect(await response.clone().text()).not.toMatch(/555-0100/);
    await refused(response, 400, /access_denied/);
  });

  it('and never leads to another site', async () => {
    const browser = await signIn(server, 'clerk-1', { returnTo: '//evil.example/inbox' });
    expect(browser.address).toBe(`${server.url}/`);
    const second = await signIn(server, 'clerk-1', { returnTo: '/.//evil.example' });
    expect(second.address).toBe(`${server.url}/`);
  });
});
