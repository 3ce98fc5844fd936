import { describe, expect, it } from '@jest/globals';
import pino from 'pino';
import { startServingSystem } from '../../test/support/serving-system.ts';
import { RECEIPT } from './test-support/restaurant.ts';

interface Refused { readonly code: string }

describe('limits', () => {
  it('too many requests are refused with when to come again, those of others are not; each is in the log by its number', async () => {
    const lines: string[] = [];
    const log = pino({ base: null }, { write: (line: string) => void lines.push(line) });
    const limited = await startServingSystem({ limits: { perMinute: 20 }, log });
    try {
      const clerk = await limited.as('clerk-1');
      const statuses: number[] = [];
      for (let n = 0; n < 21; n++) statuses.push((await clerk.get('/me')).status);
      expect([statuses.filter((status) => status === 200).length, statuses.at(-1)]).toEqual([20, 429]);
      const refused = await clerk.get<Refused>('/me');
      expect([refused.body.code, Number(refused.headers.get('retry-after')) > 0]).toEqual(['request.tooMany', true]);
      expect((await (await limited.as('clerk-2')).get('/me')).status).toBe(200);
      const logged = lines.map((line) => JSON.parse(line) as { requestId: string; status: number; route: string; person?: string }).find((line) => line.requestId === refused.headers.get('x-request-id'));
      expect(logged).toMatchObject({ status: 429, person: 'clerk-1' });
      // Whoever is not known guesses slowly.
      const guesses = await Promise.all(Array.from({ length: 4 }, () => limited.anybody.get(`/public/progress?case=371302-20260302-0001&code=AAAAAAAAAA`)));
      expect(guesses.map(({ status }) => status).sort()).toEqual([404, 404, 429, 429]);
    } finally {
      await limited.end();
    }
  }, 120_000);

  it('a request that takes too long is told so', async () => {
    const hurried = await startServingSystem({ limits: { time: 1 } });
    try {
      const { status, body } = await (await hurried.as('clerk-1')).post<Refused>('/cases', RECEIPT);
      expect([status, body.code]).toEqual([504, 'request.timeout']);
    } finally {
      await hurried.end();
    }
  }, 120_000);
});
