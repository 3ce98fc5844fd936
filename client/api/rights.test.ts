import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ServingSystem, startServingSystem } from '../../test/support/serving-system.ts';
import { registerPlan } from '../../store/apply-changes.ts';
import { seedPeople } from '../../store/people.ts';
import { setEmbedded } from '../../store/registry/plan-in-force.ts';
import { fileCatalogue } from '../scenario/file-catalogue.ts';
import { APPLICANT, RECEIPT } from './test-support/restaurant.ts';
import type { SeenCase } from './schemas/seen-case.ts';

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

  it('looks nobody up by his name', async () => {
    const path = `/cases?applicant=${encodeURIComponent(APPLICANT.name)}`;
    for (const person of ['manager-1', 'auditor-1', 'government-head']) expect([person, (await (await system.as(person)).get<Refused>(path)).body.code]).toEqual([person, 'right.role']);
    expect((await (await system.as('clerk-1')).get<{ rows: { caseNo: string }[] }>(path)).body.rows.map((row) => row.caseNo)).toContain(caseNo);
  });

  it('that audits reads and does nothing', async () => {
    const auditor = await system.as('auditor-1');
    expect((await auditor.get<SeenCase>(`/cases/${caseNo}`)).body.permitted).toEqual([]);
    expect((await auditor.command<Refused>(caseNo, 'urge', { message: '快' })).body).toMatchObject({ status: 403, code: 'right.noPart' });
    expect((await auditor.post<Refused>('/inbox/claim', { tasks: [{ caseNo, taskId: 'examine:food-licence' }] })).body.code).toBe('right.role');
  });
});

describe('what departments do within themselves', () => {
  const citizen = { name: APPLICANT.name, idNumber: APPLICANT.idNumber };
  let no: string;
  const told = async (person: Parameters<ServingSystem['as']>[0], of = no) => (await (await system.as(person)).get<{ kind: string; what: { zh: string }; by: { zh: string }; documents: { title: { zh: string } }[] }[]>(`/cases/${of}/timeline`)).body;
  const does = async (person: Parameters<ServingSystem['as']>[0], name: string, args: Record<string, unknown>, of = no) => {
    const { status, body } = await (await system.as(person)).command<Refused>(of, name, args);
    expect([name, status, body]).toMatchObject([name, 200, {}]);
  };
  const kindsTold = async (person: Parameters<ServingSystem['as']>[0]) => new Set((await told(person)).map(({ kind }) => kind));
  beforeAll(async () => {
    no = (await (await system.as('clerk-1')).post<{ caseNo: string }>('/cases', RECEIPT)).body.caseNo;
    await does('reviewer-health-1', 'examine', { item: 'staff-health', answer: 'complete' });
    await does('reviewer-market-regulation-1', 'examine', { item: 'business-licence-check', answer: 'complete' });
    await does('manager-1', 'urge', { item: 'food-licence', message: '请抓紧' });
    await does('reviewer-market-regulation-1', 'answerUrge', { urge: '1', answer: '内部正在会商' });
    await does('reviewer-market-regulation-1', 'examine', { item: 'food-licence', answer: 'deficient', defects: [{ target: { field: 'shopName' }, problem: '名称不符', supply: '更正名称' }] });
    await does(citizen, 'answerDefect', { line: 'shopName', value: '蒙山新馆', text: '已更正店名' });
    await does('reviewer-market-regulation-1', 'recheck', { item: 'food-licence', satisfied: true });
    await does('reviewer-market-regulation-1', 'startProcedure', { item: 'food-licence', procedure: 'site-check', by: '市场监管局', days: 3 });
    await does('reviewer-market-regulation-1', 'endProcedure', { item: 'food-licence', procedure: 'site-check', result: '后厨缺纱窗' });
  }, 120_000);

  it('another department is not told, nor who applies; its own and the window are', async () => {
    const inner = ['urged', 'urgeAnswered', 'itemRechecked', 'defectAnswered'];
    const [own, window, other, applicant] = [await kindsTold('reviewer-market-regulation-1'), await kindsTold('clerk-1'), await kindsTold('reviewer-health-1'), await kindsTold(citizen)];
    for (const kind of inner) expect([kind, own.has(kind), window.has(kind), other.has(kind)]).toEqual([kind, true, true, false]);
    expect([applicant.has('defectAnswered'), applicant.has('urgeAnswered')]).toEqual([true, false]);
    const examined = (await told('reviewer-health-1')).filter(({ kind }) => kind === 'itemExamined').map(({ what }) => what.zh);
    expect([examined.length, examined.some((sentence) => sentence.includes('名称不符'))]).toEqual([1, false]);
  });

  it('that a procedure ended everybody is told, what it found its own department, the window and supervision', async () => {
    const ended = async (person: Parameters<ServingSystem['as']>[0]) => (await told(person)).find(({ kind }) => kind === 'procedureEnded')?.what.zh ?? '';
    for (const person of ['reviewer-market-regulation-1', 'clerk-1', 'manager-1']) expect([person, await ended(person)]).toEqual([person, expect.stringContaining('后厨缺纱窗')]);
    for (const person of ['reviewer-health-1', citizen]) expect([person, await ended(person)]).toEqual([person, expect.stringMatching(/结束$/)]);
  });

  it('of the case’s common papers a department reads receipt and acceptance', async () => {
    const kinds = async (person: Parameters<ServingSystem['as']>[0]) => (await (await system.as(person)).get<{ kind: string; item: string | null; number: string }[]>(`/cases/${no}/documents`)).body.filter(({ item }) => item === null);
    expect((await kinds('reviewer-health-1')).map(({ kind }) => kind).sort()).toEqual(['acceptance', 'receipt']);
    const notice = (await kinds('clerk-1')).find(({ kind }) => kind === 'correctionNotice');
    expect((await (await system.as('reviewer-health-1')).get<Refused>(`/documents/${notice!.number}`)).body.code).toBe('document.unknown');
    expect((await told('reviewer-health-1')).find(({ kind }) => kind === 'noticeIssued')?.documents).toEqual([]);
  });

  it('supervision reads nobody’s name in the course of a case', async () => {
    const course = await told('manager-1');
    expect(course.find(({ kind }) => kind === 'caseReceived')?.what.zh).toContain('欧**兰');
    expect(course.find(({ kind }) => kind === 'defectAnswered')?.by.zh).toContain('欧**兰');
    expect(JSON.stringify(course)).not.toContain(APPLICANT.name);
    expect(JSON.stringify(await told('reviewer-health-1'))).toContain(APPLICANT.name);
    const entity = (await (await system.as('clerk-1')).post<{ caseNo: string }>('/cases', { ...RECEIPT, applicant: { name: '蒙山餐饮有限公司', kind: 'entity', idNumber: '91371302MA3C0X1A2B', phone: '13805390000' } })).body.caseNo;
    expect(JSON.stringify(await told('auditor-1', entity))).toContain('蒙山餐饮有限公司');
  });

  it('who is concerned, and what he said, is known to the department that hears him and to the window', async () => {
    const plan = await fileCatalogue({ service: 'open-music-bar', definition: 'test/scenarios/definitions/music-bar.yaml' });
    await registerPlan(system.store.db, plan);
    await setEmbedded(system.store.db, plan);
    await seedPeople(system.store.db, [plan]);
    const neighbour = { name: '王邻居', idNumber: '371302198803030031' };
    const bar = (await (await system.as('clerk-1')).post<{ caseNo: string }>('/cases', { service: 'open-music-bar', region: '371302', applicant: APPLICANT, form: { barName: '星光', neighbour: '王邻居', opensBar: false }, materials: [{ material: 'site-plan', form: 'paper' }] })).body.caseNo;
    await does('reviewer-planning-1', 'examine', { item: 'planning-permit', answer: 'complete' }, bar);
    await does('reviewer-planning-1', 'tellHearingRight', { item: 'planning-permit', service: '直接送达', parties: [{ id: neighbour.idNumber, name: neighbour.name }] }, bar);
    await does(neighbour, 'waiveHearing', { item: 'planning-permit', statement: '望夜间停工' }, bar);
    const hearing = async (person: Parameters<ServingSystem['as']>[0]) => JSON.stringify([(await (await system.as(person)).get<SeenCase>(`/cases/${bar}`)).body.items.map((item) => item.hearing), await told(person, bar)]);
    for (const person of ['reviewer-planning-1', 'clerk-1']) {
      const seen = await hearing(person);
      expect([person, ...['王邻居', neighbour.idNumber, '望夜间停工'].map((secret) => seen.includes(secret))]).toEqual([person, true, true, true]);
    }
    for (const person of ['manager-1', 'auditor-1', 'government-head']) {
      const seen = await hearing(person);
      expect([person, ...['王邻居', APPLICANT.name, neighbour.idNumber, APPLICANT.idNumber, '望夜间停工'].map((secret) => seen.includes(secret))]).toEqual([person, false, false, false, false, false]);
      expect(seen).toContain('371302********0031');
    }
    expect(JSON.stringify(await told(citizen, bar))).not.toMatch(/王邻居|望夜间停工/);
    expect(JSON.stringify(await told(neighbour, bar))).toContain('望夜间停工');
    expect((await told(citizen, bar)).map(({ kind }) => kind)).toContain('hearingWaived');
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
    // Nor is he another with another account.
    const numbered = (idNumber: string | null, ...people: string[]) => system.store.db.updateTable('person').set({ id_number: idNumber }).where('id', 'in', people).execute();
    await numbered('99000019850101001x', 'reviewer-market-regulation-1');
    await numbered('99000019850101001X', 'approver-market-regulation-1');
    for (const name of ['confirm', 'return']) {
      const twin = await (await system.as('approver-market-regulation-1')).command<Refused>(other, name, { item: 'food-licence', opinion: '同意', reason: '请再看' });
      expect([name, twin.status, twin.body.code]).toEqual([name, 403, 'confirm.samePerson']);
    }
    await numbered(null, 'reviewer-market-regulation-1', 'approver-market-regulation-1');
    expect((await (await system.as('approver-market-regulation-1')).command<{ changes: string[] }>(other, 'confirm', { item: 'food-licence', opinion: '同意' })).body.changes).toContain('itemOutOfScope');
  });
});

describe('a region', () => {
  const bound = (region: string | null, ...people: string[]) => system.store.db.updateTable('person').set({ region }).where('id', 'in', people).execute();
  type Tasks = { rows: { caseNo: string }[] };

  it('is all that its officers see', async () => {
    await system.store.db.updateTable('person').set({ region: '370100' }).where('id', 'in', ['reviewer-fire-rescue-1', 'clerk-2', 'manager-1']).execute();
    expect((await seenBy('clerk-2')).code).toBe('case.unknown');
    expect((await seenBy('manager-1')).code).toBe('case.unknown');
    expect((await (await system.as('manager-1')).get<{ rows: unknown[] }>('/cases')).body.rows).toEqual([]);
    await system.store.db.updateTable('person').set({ region: null }).where('id', 'in', ['reviewer-fire-rescue-1', 'clerk-2', 'manager-1']).execute();
  });

  it('is the beginning of a code, and bounds what is asked for', async () => {
    await bound('3713', 'clerk-2', 'manager-1');
    const rows = async (query: string) => (await (await system.as('clerk-2')).get<{ rows: { caseNo: string }[] }>(`/cases${query}`)).body.rows.map((row) => row.caseNo);
    expect(await rows('')).toContain(caseNo);
    expect(await rows('?region=371302')).toContain(caseNo);
    expect(await rows('?region=370100')).toEqual([]);
    expect((await (await system.as('manager-1')).get<unknown[]>('/cases/counts')).body).not.toEqual([]);
    await bound('370100', 'clerk-2', 'manager-1');
    expect(await rows('?region=371302')).toEqual([]);
    expect((await (await system.as('manager-1')).get<unknown[]>('/cases/counts')).body).toEqual([]);
    await bound(null, 'clerk-2', 'manager-1');
  });

  it('is all that its officers have work of, take work of, and can be handed work of', async () => {
    await (await system.as({ name: APPLICANT.name, idNumber: APPLICANT.idNumber })).post('/applications', RECEIPT);
    type Desk = { preReviews: Tasks; tasks: Tasks; received: Tasks; counts: { all: number }; phases: unknown[] };
    const [clerk, reviewer] = [await system.as('clerk-2'), await system.as('reviewer-fire-rescue-1')];
    const { caseNo: large } = (await (await system.as('clerk-1')).post<{ caseNo: string }>('/cases', { ...RECEIPT, form: { ...RECEIPT.form, shopArea: 400 } })).body;
    const task = { caseNo: large, taskId: 'examine:fire-check' };
    const tasksOf = async (of: typeof clerk) => (await of.get<Tasks>('/inbox')).body.rows.map((row) => row.caseNo);
    const countOf = async (of: typeof clerk) => (await of.get<{ all: number }>('/inbox/counts')).body.all;
    const claimed = async () => (await reviewer.post<{ results: { ok: boolean; code: string | null }[] }>('/inbox/claim', { tasks: [task] })).body.results[0];
    for (const region of ['370100', '371302']) {
      const here = region === '371302';
      await bound(region, 'clerk-2', 'reviewer-fire-rescue-1');
      const desk = (await clerk.get<Desk>('/window')).body;
      expect([desk.preReviews.rows.length > 0, desk.received.rows.length > 0, desk.counts.all > 0, desk.phases.length > 0]).toEqual([here, here, here, here]);
      expect([(await tasksOf(reviewer)).includes(large), (await countOf(reviewer)) > 0, (await countOf(clerk)) > 0]).toEqual([here, here, here]);
      if (here) break;
      expect(await claimed()).toMatchObject({ ok: false, code: 'task.notYours' });
      expect((await reviewer.post('/inbox/transfer', { ...task, to: 'reviewer-fire-rescue-2' })).body).toMatchObject({ ok: false, code: 'task.notYours' });
      expect((await (await system.as('reviewer-fire-rescue-2')).post('/inbox/transfer', { ...task, to: 'reviewer-fire-rescue-1' })).body).toMatchObject({ ok: false, code: 'transfer.notTheirs' });
    }
    expect(await claimed()).toMatchObject({ ok: true });
    await bound(null, 'clerk-2', 'reviewer-fire-rescue-1');
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
