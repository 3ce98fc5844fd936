import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ServingSystem, startServingSystem } from '../../test/support/serving-system.ts';
import { RECEIPT } from './test-support/restaurant.ts';

let system: ServingSystem;
let caseNo: string;
beforeAll(async () => {
  system = await startServingSystem();
  caseNo = (await (await system.as('clerk-1')).post<{ caseNo: string }>('/cases', RECEIPT)).body.caseNo;
}, 120_000);
afterAll(async () => {
  await system?.end();
});

interface Refused { readonly code: string; readonly status: number }

describe('lists in which people are named', () => {
  it('are on record as read, once a minute for who has them open', async () => {
    const reviewer = await system.as('reviewer-fire-rescue-2');
    for (let n = 0; n < 3; n++) await reviewer.get('/inbox');
    const { body } = await (await system.as('auditor-1')).get<{ rows: { action: string; caseNo: string | null }[] }>('/audit/accesses?person=reviewer-fire-rescue-2');
    expect(body.rows).toMatchObject([{ action: 'GET /api/v1/inbox', caseNo: null }]);
  });

  it('and what a case says to officers, each time', async () => {
    const reviewer = await system.as('reviewer-health-2');
    await reviewer.get(`/cases/${caseNo}`);
    await reviewer.get(`/cases/${caseNo}`);
    const { body } = await (await system.as('auditor-1')).get<{ rows: { outcome: string }[] }>(`/audit/accesses?case=${caseNo}&person=reviewer-health-2`);
    expect(body.rows.map(({ outcome }) => outcome)).toEqual(['read', 'read']);
  });
});

describe('the audit log', () => {
  type Entry = { action: string; caseNo: string | null; outcome: string; code: string | null };
  const entriesOf = async (person: string) => (await (await system.as('auditor-1')).get<{ rows: Entry[] }>(`/audit/accesses?person=${encodeURIComponent(person)}&size=50`)).body.rows.map(({ action, caseNo: no, outcome, code }) => [outcome, action, no, code]);
  const person = async (id: string, post: { role: string; department?: string }) => {
    await system.store.db.insertInto('person').values({ id, name: '赵某', role: post.role, department: post.department ?? null, region: null, id_number: null }).execute();
    return system.as(id);
  };

  it('has every search by a name or a number, with the case found and without the words', async () => {
    const clerk = await person('clerk-searching', { role: 'clerk' });
    for (let n = 0; n < 2; n++) await clerk.get(`/cases?number=${caseNo}`);
    await clerk.get(`/cases?applicant=${encodeURIComponent('查无此人')}`);
    for (let n = 0; n < 2; n++) await clerk.get('/cases');
    expect(await entriesOf('clerk-searching')).toEqual([
      ['read', 'GET /api/v1/cases', null, null], ['read', 'GET /api/v1/cases?applicant=…', null, null], ['read', 'GET /api/v1/cases?number=…', caseNo, null], ['read', 'GET /api/v1/cases?number=…', caseNo, null],
    ]);
  });

  it('has what was looked for in a work list once a minute for the same words, however often the list reads itself anew', async () => {
    const reviewer = await person('reviewer-searching', { role: 'reviewer', department: 'market-regulation' });
    for (let n = 0; n < 2; n++) await reviewer.get(`/inbox?search=${caseNo}`);
    await reviewer.get(`/inbox?search=${encodeURIComponent('查无此人')}`);
    expect(await entriesOf('reviewer-searching')).toEqual([['read', 'GET /api/v1/inbox?search=…', null, null], ['read', 'GET /api/v1/inbox?search=…', caseNo, null]]);
  });

  it('has the reading of lists on which people are named', async () => {
    const [manager, head] = [await person('manager-reading', { role: 'manager' }), await person('head-reading', { role: 'headOfAuthority', department: 'health' })];
    for (const path of ['/unresolved', '/ratings/bad', '/board/clocks']) expect([path, (await manager.get(path)).status]).toEqual([path, 200]);
    expect((await entriesOf('manager-reading')).map(([, action]) => action).sort()).toEqual(['GET /api/v1/ratings/bad', 'GET /api/v1/unresolved']);
    expect((await head.get('/board/clocks')).status).toBe(200);
    expect((await entriesOf('head-reading')).map(([, action]) => action)).toEqual(['GET /api/v1/board/clocks']);
  });

  it('has every refused attempt once, with the case where it is known', async () => {
    const officer = await person('reviewer-trying', { role: 'reviewer', department: 'health' });
    const notice = (await (await system.as('clerk-1')).get<{ number: string; kind: string }[]>(`/cases/${caseNo}/documents`)).body.find(({ kind }) => kind === 'receipt')!.number;
    const tries: [string, string | null, () => Promise<unknown>][] = [
      ['task.notYours', caseNo, () => officer.post('/inbox/claim', { tasks: [{ caseNo, taskId: 'examine:food-licence' }] })],
      ['delegation.period', null, () => officer.post('/delegations', { to: 'reviewer-health-2', startsOn: '2026-05-02', endsOn: '2026-05-01', reason: '休假' })],
      ['right.role', null, () => officer.get('/cases')],
      ['identity.csrf', caseNo, () => fetch(`${system.url}/api/v1/cases/${caseNo}/commands`, { method: 'POST', body: '{}', headers: { cookie: officer.cookie, 'content-type': 'application/json' } })],
      ['document.unknown', null, () => officer.get('/documents/none')],
    ];
    for (const [, , attempt] of tries) await attempt();
    expect((await entriesOf('reviewer-trying')).map(([outcome, , no, code]) => [outcome, code, no])).toEqual(tries.map(([code, no]) => ['refused', code, no]).reverse());
    const manager = await person('manager-trying', { role: 'manager' });
    await manager.get(`/documents/${notice}`);
    expect(await entriesOf('manager-trying')).toEqual([['refused', 'GET /api/v1/documents/:number', caseNo, 'document.unknown']]);
    const auditor = await person('auditor-trying', { role: 'auditor' });
    expect((await auditor.command<Refused>(caseNo, 'urge', { message: '快' })).body.code).toBe('right.noPart');
    expect(await entriesOf('auditor-trying')).toEqual([['refused', 'POST /api/v1/cases/:caseNo/commands', caseNo, 'right.noPart']]);
    const citizen = await system.as({ name: '王五', idNumber: '371302198803030031' });
    expect((await citizen.post<Refused>('/applications', RECEIPT)).body.code).toBe('applicant.notYours');
    expect((await entriesOf('371302198803030031')).map(([, , , code]) => code)).toContain('applicant.notYours');
  });

  it('has who came with a token that is no good as somebody unknown', async () => {
    expect((await fetch(`${system.url}/api/v1/cases/${caseNo}`, { headers: { authorization: 'Bearer guessed' } })).status).toBe(401);
    expect(await entriesOf('unknown')).toEqual([['refused', 'GET /api/v1/cases/:caseNo', caseNo, 'identity.tokenInvalid']]);
  });
});
