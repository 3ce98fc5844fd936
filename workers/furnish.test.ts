import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { listPeople } from '../store/people.ts';
import { openTestStore } from '../store/test-support/test-store.ts';
import { furnish } from './furnish.ts';

let test: Awaited<ReturnType<typeof openTestStore>>;
beforeAll(async () => {
  test = await openTestStore();
});
afterAll(() => test?.end());

it('a system with people of its own begins with nobody in the directory; ready-made people come with the development provider alone', async () => {
  const { store } = test;
  expect(await furnish(store, { OIDC_ISSUER: 'https://id.example' })).toBeGreaterThan(5);
  expect(await listPeople(store.db)).toEqual([]);
  await furnish(store, {});
  expect((await listPeople(store.db)).map(({ id }) => id)).toEqual(expect.arrayContaining(['clerk-1', 'manager-1']));
});
