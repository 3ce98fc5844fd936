import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pino from 'pino';
import { type ServingSystem, startServingSystem } from '../../test/support/serving-system.ts';
import { APPLICANT, RECEIPT } from './test-support/restaurant.ts';
import type { SeenCase } from './schemas/seen-case.ts';

let system: ServingSystem;
let caseNo: string;
beforeAll(async () => {
  system = await startServingSystem();
  caseNo = (await (await system.as('clerk-1')).post<{ caseNo: string }>('/cases', { ...RECEIPT, form: { ...RECEIPT.form, hasSignboard: true, signboardPlace: '门头', signboardSize: '3x1' } })).body.caseNo ?? '';
  if (caseNo === '') caseNo = (await (await system.as('clerk-1')).post<{ caseNo: string }>('/cases', RECEIPT)).body.caseNo;
}, 120_000);
afterAll(async () => {
  await system?.end();
});

interface Refused { readonly code: string; readonly status: number }
const seenBy = async (person: Parameters<ServingSystem['as']>[0]) => (await (await system.as(person)).get<SeenCase & Refused>(`/cases/${caseNo}`)).body;

describe('who is not signed in', () => {
  it('reads nothing but services, the command table, and what is public', async () => {
    for (const path of ['/me', `/cases/${caseNo}`, '/cases', '/inbox', '/my/cases', '/drafts', '/audit/accesses', `/events?case=${caseNo}`]) {
      expect([path, (await system.anybody.get<Refused>(path)).body.code]).toEqual([path, 'identity.needed']);
    }
    expect((await system.anybody.get('/services')).status).toBe(200);
    expect((await system.anybody.get('/commands')).status).toBe(200);
  });
});

describe('a department', () => {
  it('sees its own items’ form and materials, and of the others only where they stand', async () => {
    const seen = await seenBy('reviewer-health-1');
    expect(seen.sight).toBe('items');
    expect(seen.items.filter((item) => item.own).map((item) => item.id)).toEqual(['staff-health']);
    expect(seen.items.every((item) => item.own === (item.work !== null))).toBe(true);
    expect(seen.items.length).toBeGreaterThan(2);
    const foreign = seen.fields.filter((field) => field.neededBy.length > 0 && !field.neededBy.includes('staff-health'));
    expect(foreign).toEqual([]);
    expect(seen.materials.filter((material) => !material.neededBy.includes('staff-health'))).toEqual([]);
    expect(seen.applicant).toMatchObject({ name: APPLICANT.name, idNumber: '371302********0014', phone: '138****0000' });
    expect(JSON.stringify(seen)).not.toContain(APPLICANT.idNumber);
  });

  it('that has no item in the case is told that there is none, and the attempt is on record', async () => {
    const outsider = await system.as('reviewer-water-1');
    expect((await outsider.get<Refused>(`/cases/${caseNo}`)).body.code).toBe('case.unknown');
    expect((await outsider.get<Refused>(`/cases/${caseNo}/timeline`)).status).toBe(404);
    expect((await outsider.command<Refused>(caseNo, 'examine', { item: 'food-licence', answer: 'complete' })).body.code).toBe('case.unknown');
    const { body } = await (await system.as('auditor-1')).get<{ rows: { person: string; outcome: string; action: string }[] }>(`/audit/accesses?case=${caseNo}&person=reviewer-water-1`);
    expect(body.rows.map(({ outcome, action }) => [outcome, action])).toEqual([
      ['refused', 'POST /api/v1/cases/:caseNo/commands'], ['refused', 'GET /api/v1/cases/:caseNo/timeline'], ['refused', 'GET /api/v1/cases/:caseNo'],
    ]);
  });

  it('decides nothing of another’s items, and the refusal is on record', async () => {
    const reviewer = await system.as('reviewer-health-1');
    expect((await reviewer.command<Refused>(caseNo, 'examine', { item: 'food-licence', answer: 'complete' })).body).toMatchObject({ status: 403, code: 'actor.wrongDepartment' });
    const { body } = await (await system.as('manager-1')).get<{ rows: { person: string; code: string }[] }>(`/audit/refused?case=${caseNo}`);
    expect(body.rows[0]).toMatchObject({ person: 'reviewer-health-1', code: 'actor.wrongDepartment' });
  });
});

describe('supervision', () => {
  it('sees how the case goes, with personal data masked, and none of its papers', async () => {
    const seen = await seenBy('manager-1');
    expect(seen.sight).toBe('course');
    expect(seen.applicant).toMatchObject({ name: '欧**兰', idNumber: '371302********0014' });
    expect(seen.fields.filter((field) => field.personal && field.value !== null).every((field) => field.masked && field.value === '***')).toBe(true);
    expect(seen.documents).toEqual([]);
    expect(JSON.stringify(seen)).not.toContain(APPLICANT.phone);
    const names = (await (await system.as('manager-1')).get<{ rows: { applicantName: string }[] }>('/cases')).body.rows.map((row) => row.applicantName);
    expect([...new Set(names)]).toEqual(['欧**兰']);
    const [receipt] = (await (await system.as('clerk-1')).get<{ number: string }[]>(`/cases/${caseNo}/documents`)).body;
    expect((await (await system.as('manager-1')).get<Refused>(`/documents/${receipt!.number}/pdf`)).body.code).toBe('document.unknown');
  });

  it('that audits reads and does nothing', async () => {
    const auditor = await system.as('auditor-1');
    expect((await auditor.get<SeenCase>(`/cases/${caseNo}`)).body.permitted).toEqual([]);
    expect((await auditor.command<Refused>(caseNo, 'urge', { message: '快' })).body).toMatchObject({ status: 403, code: 'right.noPart' });
    expect((await auditor.post<Refused>('/inbox/claim', { tasks: [{ caseNo, taskId: 'examine:food-licence' }] })).body.code).toBe('right.role');
  });
});

describe('a citizen', () => {
  it('sees his own case whole, whoever typed his number how, and no other', async () => {
    expect(await seenBy({ name: APPLICANT.name, idNumber: APPLICANT.idNumber })).toMatchObject({ sight: 'all', applicant: APPLICANT });
    expect((await seenBy({ name: '王五', idNumber: '371302198803030031' })).code).toBe('case.unknown');
  });

  it('is not told what departments say among themselves', async () => {
    const seen = await seenBy({ name: APPLICANT.name, idNumber: APPLICANT.idNumber });
    expect(seen.items.every((item) => item.work === null)).toBe(true);
    const kinds = (await (await system.as({ name: APPLICANT.name, idNumber: APPLICANT.idNumber })).get<{ kind: string }[]>(`/cases/${caseNo}/timeline`)).body.map((entry) => entry.kind);
    await (await system.as('manager-1')).command(caseNo, 'urge', { item: 'food-licence', message: '请抓紧' });
    const after = (await (await system.as({ name: APPLICANT.name, idNumber: APPLICANT.idNumber })).get<{ kind: string }[]>(`/cases/${caseNo}/timeline`)).body.map((entry) => entry.kind);
    expect(after).toEqual(kinds);
    expect((await seenBy('reviewer-market-regulation-1')).urges).toHaveLength(1);
  });

  it('cannot act as the clerk, the department or the system', async () => {
    const citizen = await system.as({ name: APPLICANT.name, idNumber: APPLICANT.idNumber });
    for (const [name, args] of [['examine', { item: 'food-licence', answer: 'complete' }], ['correctOnSpot', { note: 'x' }], ['migrate', {}], ['publishCalendar', { decrees: [] }]] as const) {
      expect([name, (await citizen.command<Refused>(caseNo, name, args)).status]).toEqual([name, 403]);
    }
    expect((await citizen.get<Refused>('/cases')).body.code).toBe('right.role');
    expect((await citizen.get<Refused>('/inbox')).body.code).toBe('right.role');
  });
});

describe('four eyes', () => {
  it('the same person never proposes and confirms', async () => {
    const { caseNo: other } = (await (await system.as('clerk-1')).post<{ caseNo: string }>('/cases', RECEIPT)).body;
    const reviewer = await system.as('reviewer-market-regulation-1');
    await reviewer.command(other, 'examine', { item: 'food-licence', answer: 'outOfScope', ground: 'otherAuthority', rightAuthority: '市行政审批局', reason: '超出本级权限' });
    expect((await reviewer.command<Refused>(other, 'confirm', { item: 'food-licence', opinion: '同意' })).body).toMatchObject({ status: 403, code: 'command.wrongRole' });
    // Made an approver meanwhile, he is still the one who proposed.
    await system.store.db.updateTable('person').set({ role: 'approver' }).where('id', '=', 'reviewer-market-regulation-1').execute();
    expect((await (await system.as('reviewer-market-regulation-1')).command<Refused>(other, 'confirm', { item: 'food-licence', opinion: '同意' })).body).toMatchObject({ status: 403, code: 'confirm.samePerson' });
    await system.store.db.updateTable('person').set({ role: 'reviewer' }).where('id', '=', 'reviewer-market-regulation-1').execute();
    expect((await (await system.as('approver-market-regulation-1')).command<{ changes: string[] }>(other, 'confirm', { item: 'food-licence', opinion: '同意' })).body.changes).toContain('itemOutOfScope');
  });
});

describe('a region', () => {
  it('is all that its officers see', async () => {
    await system.store.db.updateTable('person').set({ region: '370100' }).where('id', 'in', ['reviewer-fire-rescue-1', 'clerk-2', 'manager-1']).execute();
    expect((await seenBy('clerk-2')).code).toBe('case.unknown');
    expect((await seenBy('manager-1')).code).toBe('case.unknown');
    expect((await (await system.as('manager-1')).get<{ rows: unknown[] }>('/cases')).body.rows).toEqual([]);
    await system.store.db.updateTable('person').set({ region: null }).where('id', 'in', ['reviewer-fire-rescue-1', 'clerk-2', 'manager-1']).execute();
  });
});

describe('a page of another site', () => {
  it('changes nothing: the session’s token is missing or wrong', async () => {
    const clerk = await system.as('clerk-1');
    for (const token of [undefined, 'guessed']) {
      const answer = await fetch(`${system.url}/api/v1/cases`, { method: 'POST', body: JSON.stringify(RECEIPT), headers: { cookie: clerk.cookie, 'content-type': 'application/json', ...(token ? { 'x-csrf-token': token } : {}) } });
      expect([answer.status, ((await answer.json()) as Refused).code]).toEqual([403, 'identity.csrf']);
    }
  });
});

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
