import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSession } from '../../store/access/sessions.ts';
import { findPerson, seedPeople } from '../../store/people.ts';
import { restaurantPlan } from '../../store/test-support/restaurant-case.ts';
import { openTestStore } from '../../store/test-support/test-store.ts';
import { personOf } from './directory.ts';
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

const HOUR_MS = 3_600_000;
const asks = async (token: string) => server.identity.authenticate(new Request(`${server.url}/me`, { headers: { cookie: `theme=dark; onething_session=${token}` } }));

describe('who asks', () => {
  it('is nobody once the session is over', async () => {
    const clerk = (await personOf(test.store.db, 'clerk-1'))!;
    const [fresh, old] = [await openSession(test.store.db, clerk, Date.now() - 9 * HOUR_MS), await openSession(test.store.db, clerk, Date.now() - 10 * HOUR_MS)];
    expect(await asks(fresh.token)).toEqual({ signedIn: clerk, csrf: fresh.csrf });
    expect(await asks(old.token)).toBeNull();
  });

  it('is whoever the directory says he is now: a new post at once, and nobody once he has left', async () => {
    const { db } = test.store;
    await db.insertInto('person').values({ id: 'passing-through', name: '过客', role: 'approver', department: 'market-regulation', region: '3713', id_number: null }).execute();
    const browser = await signIn(server, 'passing-through');
    expect((await me(server, browser))?.signedIn).toMatchObject({ role: 'approver', department: 'market-regulation' });
    await db.updateTable('person').set({ role: 'clerk', department: null }).where('id', '=', 'passing-through').execute();
    expect((await me(server, browser))?.signedIn).toMatchObject({ role: 'clerk', department: null });
    await db.deleteFrom('person').where('id', '=', 'passing-through').execute();
    expect(await me(server, browser)).toBeNull();
  });

  it('may change something only with the token of his session', async () => {
    const browser = await signIn(server, 'clerk-1');
    const { csrf } = (await me(server, browser))!;
    const change = async (headers: Record<string, string>) => (await browser.once(`${server.url}/change`, { method: 'POST', headers })).status;
    expect(await change({})).toBe(403);
    expect(await change({ 'x-csrf-token': csrf.slice(1) })).toBe(403);
    expect(await change({ 'x-csrf-token': csrf })).toBe(200);
  });

  it('as an auditor is no actor of the engine', async () => {
    await expect(findPerson(test.store.db, 'auditor-1')).rejects.toMatchObject({ code: 'person.onlyReads' });
  });
});
