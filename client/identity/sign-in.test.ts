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

describe('signing in', () => {
  it('makes a person of the directory who he is there', async () => {
    const browser = await signIn(server, 'reviewer-market-regulation-1', { returnTo: '/inbox?mine=1#top' });
    expect(browser.address).toBe(`${server.url}/inbox?mine=1#top`);
    expect(await me(server, browser)).toMatchObject({ signedIn: { id: 'reviewer-market-regulation-1', role: 'reviewer', department: 'market-regulation' }, csrf: expect.stringMatching(/^.{40,}$/) });
  });

  it('nobody is signed in before', async () => {
    expect(await me(server, new Browser())).toBeNull();
  });
});
