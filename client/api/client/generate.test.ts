import { expect, it } from '@jest/globals';
import { committedClient, generatedClient } from './generate.ts';

it('the committed client is the one that the OpenAPI document gives: npm run api-client', async () => {
  expect(await committedClient()).toBe(await generatedClient());
}, 60_000);
