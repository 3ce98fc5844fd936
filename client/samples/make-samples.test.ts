import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ServingSystem, startServingSystem } from '../../test/support/serving-system.ts';
import { listCases } from '../../store/queries/cases.ts';
import { makeSamples } from './make-samples.ts';
import { SAMPLE_CASES } from './sample-cases.ts';

let system: ServingSystem;
beforeAll(async () => {
  system = await startServingSystem({ services: ['open-restaurant', 'transfer-house'], simulation: true });
}, 120_000);
afterAll(async () => {
  await system?.end();
});

describe('the sample cases', () => {
  it('are made once, are in every phase, and one is overdue, one nearing', async () => {
    expect(await makeSamples(system.client)).toBe(SAMPLE_CASES.length);
    expect(await makeSamples(system.client)).toBe(0);
    const { rows } = await listCases(system.store.db, {}, { size: 200 });
    expect(rows).toHaveLength(SAMPLE_CASES.length);
    expect([...new Set(rows.map(({ phase }) => phase))].sort()).toEqual(['archived', 'closed', 'correction', 'delivery', 'examination', 'handling', 'preReview', 'recheck']);
    expect(rows.some(({ colour }) => colour === 2)).toBe(true);
    expect(rows.every(({ simulated }) => simulated)).toBe(true);
  });

  it('belong to people who can sign in and find them', async () => {
    const { body } = await (await system.as({ name: '王芳', idNumber: '990000198506150029' })).get<{ rows: unknown[] }>('/my/cases');
    expect(body.rows).toHaveLength(4);
    const asked = await (await system.as({ name: '赵强', idNumber: '990000199003010037' })).get<{ rows: { caseNo: string }[] }>('/my/cases');
    expect(asked.body.rows).toHaveLength(1);
    const seen = await (await system.as({ name: '赵强', idNumber: '990000199003010037' })).get<{ sight: string; permitted: object[] }>(`/cases/${asked.body.rows[0]!.caseNo}`);
    expect(seen.body).toMatchObject({ sight: 'consent', permitted: [{ do: 'giveConsent', item: null }], applicant: { name: '王芳', idNumber: '990000********0029' } });
  });
});
