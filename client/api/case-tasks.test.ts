import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ServingSystem, startServingSystem } from '../../test/support/serving-system.ts';
import type { SeenCase } from './schemas/seen-case.ts';
import { RECEIPT } from './test-support/restaurant.ts';

interface Task { readonly id: string; readonly kind: string; readonly item: string | null; readonly claimedByName: string | null; readonly mine: boolean; readonly steps: readonly { readonly action: string; readonly note: string | null; readonly byName: string; readonly toName: string | null }[] }

let system: ServingSystem;
let caseNo: string;

beforeAll(async () => {
  system = await startServingSystem();
  const { status, body } = await (await system.as('clerk-1')).post<{ caseNo: string }>('/cases', RECEIPT);
  expect(status).toBe(201);
  ({ caseNo } = body);
}, 120_000);
afterAll(async () => {
  await system?.end();
});

describe('who works on what of a case', () => {
  const tasksSeenBy = async (person: string) => (await (await system.as(person)).get<Task[]>(`/cases/${caseNo}/tasks`)).body;

  it('tells who has a task, and what was written to whoever got it', async () => {
    const reviewer = await system.as('reviewer-health-1');
    const task = { caseNo, taskId: 'examine:staff-health' };
    await reviewer.post('/inbox/claim', { tasks: [task] });
    await reviewer.post('/inbox/transfer', { ...task, to: 'reviewer-health-2', note: '明日外出，请接办。' });
    const [seen] = await tasksSeenBy('reviewer-health-2');
    const { rows } = await system.store.db.selectFrom('person').select(['id', 'name']).where('id', 'in', ['reviewer-health-1', 'reviewer-health-2']).execute().then((rows) => ({ rows }));
    const nameOf = (id: string) => rows.find((row) => row.id === id)!.name;
    expect(seen).toMatchObject({ id: 'examine:staff-health', mine: true, claimedByName: nameOf('reviewer-health-2') });
    expect(seen!.steps.map(({ action, byName, toName, note }) => [action, byName, toName, note])).toEqual([
      ['claim', nameOf('reviewer-health-1'), nameOf('reviewer-health-1'), null],
      ['transfer', nameOf('reviewer-health-1'), nameOf('reviewer-health-2'), '明日外出，请接办。'],
    ]);
  });

  it('tells a department of its own work alone, and whoever applies of none', async () => {
    expect((await tasksSeenBy('reviewer-health-1')).map(({ id }) => id)).toEqual(['examine:staff-health']);
    expect((await tasksSeenBy('clerk-1')).map(({ id }) => id).sort()).toEqual(['examine:business-licence-check', 'examine:food-licence', 'examine:staff-health']);
    const applicant = await system.as({ name: RECEIPT.applicant.name, idNumber: RECEIPT.applicant.idNumber });
    expect((await applicant.get(`/cases/${caseNo}/tasks`)).body).toEqual([]);
    expect((await (await system.as('reviewer-water-1')).get(`/cases/${caseNo}/tasks`)).status).toBe(404);
  });
});

describe('deciding several at a time', () => {
  it('confirms proposed grants, and leaves refusals to who reads them', async () => {
    const health = await system.as('reviewer-health-1');
    await health.post('/inbox/transfer', { caseNo, taskId: 'examine:staff-health', to: 'reviewer-health-1' });
    await (await system.as('reviewer-health-2')).post('/inbox/release', { caseNo, taskId: 'examine:staff-health' });
    await health.command(caseNo, 'examine', { item: 'staff-health', answer: 'complete' });
    const market = await system.as('reviewer-market-regulation-1');
    await market.command(caseNo, 'examine', { item: 'business-licence-check', answer: 'complete' });
    await market.command(caseNo, 'examine', { item: 'food-licence', answer: 'complete' });
    const confirm = async () => (await (await system.as('approver-market-regulation-1')).post<{ results: { ok: boolean; code: string | null }[] }>('/inbox/decide', { tasks: [{ caseNo, taskId: 'confirm:food-licence' }], do: 'confirm', with: { opinion: '同意。' } })).body.results;
    expect((await market.command(caseNo, 'proposeRefusal', { item: 'food-licence', opinion: '不予。', facts: '场所不符。', reasons: '不符合条件。', article: '食品安全法第三十五条' })).status).toBe(200);
    expect(await confirm()).toMatchObject([{ ok: false, code: 'inbox.oneByOne' }]);
    const approver = await system.as('approver-market-regulation-1');
    const proposedIn = async () => (await approver.get<SeenCase>(`/cases/${caseNo}`)).body.items.find(({ id }) => id === 'food-licence')!.work!.proposedIn!;
    const read = await proposedIn();
    await approver.command(caseNo, 'return', { item: 'food-licence', opinion: '请重新核查。', proposal: read });
    expect((await market.command(caseNo, 'proposeGrant', { item: 'food-licence', opinion: '符合条件。' })).status).toBe(200);
    // A page that still shows the refusal decides on nothing that it does not show.
    for (const name of ['confirm', 'return']) {
      expect((await approver.command(caseNo, name, { item: 'food-licence', opinion: '同意不予许可。', proposal: read }))).toMatchObject({ status: 409, body: { code: 'confirm.otherProposal' } });
    }
    expect(await proposedIn()).toBeGreaterThan(read);
    expect(await confirm()).toMatchObject([{ ok: true }]);
  });
});
