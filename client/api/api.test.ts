import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ServingSystem, startServingSystem } from '../../test/support/serving-system.ts';
import type { SeenCase } from './schemas/seen-case.ts';

const FORM = { creditCode: '91371302MA3C0X1A2B', shopName: '蒙山小馆', shopAddress: '沂蒙路1号', shopArea: 120, contactPhone: '13805390000', businessKind: ['hotFood'], hasSignboard: false, sellsTobacco: false, dischargesToSewer: false };
const APPLICANT = { name: '欧阳若兰', kind: 'person', idNumber: '371302199001010014', phone: '13805390000' };
const RECEIPT = { service: 'open-restaurant', region: '371302', applicant: APPLICANT, form: FORM };

let system: ServingSystem;
beforeAll(async () => {
  system = await startServingSystem();
}, 120_000);
afterAll(async () => {
  await system?.end();
});

type Begun = { caseNo: string; progressCode: string };
type Refused = { code: string; text: { zh: string; en: string }; places?: { path: string }[]; allowed?: string[] };

async function received(): Promise<Begun> {
  const { status, body } = await (await system.as('clerk-1')).post<Begun>('/cases', RECEIPT);
  expect(status).toBe(201);
  return body;
}

describe('a case over HTTP', () => {
  it('is received by a clerk, examined by a department, and seen by each as far as it concerns him', async () => {
    const { caseNo } = await received();
    const reviewer = await system.as('reviewer-market-regulation-1');
    const seen = await reviewer.get<SeenCase>(`/cases/${caseNo}`);
    expect(seen.body).toMatchObject({ caseNo, phase: 'examination', sight: 'items', roles: ['reviewer'] });
    const done = await reviewer.command(caseNo, 'examine', { item: 'food-licence', answer: 'complete' });
    expect([done.status, done.body]).toMatchObject([200, { caseNo, changes: ['itemExamined'] }]);
    const applicant = await system.as({ name: '欧阳若兰', idNumber: APPLICANT.idNumber });
    expect((await applicant.get<SeenCase>(`/cases/${caseNo}`)).body).toMatchObject({ sight: 'all', roles: ['applicant'], applicant: { idNumber: APPLICANT.idNumber } });
    expect((await applicant.get<{ rows: { caseNo: string }[] }>('/my/cases')).body.rows.map((row) => row.caseNo)).toContain(caseNo);
  });
});
void ({} as Refused);
