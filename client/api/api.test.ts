import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ServingSystem, startServingSystem } from '../../test/support/serving-system.ts';
import { pdfText } from '../documents/test-support/pdf-text.ts';
import { APPLICANT, RECEIPT } from './test-support/restaurant.ts';
import { becauseOf } from './views/see-clock.ts';
import type { Preview } from './schemas/preview.ts';
import type { SeenCase } from './schemas/seen-case.ts';

let system: ServingSystem;
beforeAll(async () => {
  system = await startServingSystem({ limits: { body: 50_000 } });
}, 120_000);
afterAll(async () => {
  await system?.end();
});

interface Begun { readonly caseNo: string; readonly changes: readonly string[]; readonly progressCode: string; readonly progressUrl: string }
interface Refused { readonly code: string; readonly status: number; readonly text: { readonly zh: string; readonly en: string }; readonly requestId: string; readonly places?: readonly { readonly path: string }[]; readonly allowed?: readonly string[] }

async function received(key?: string): Promise<Begun> {
  const { status, body } = await (await system.as('clerk-1')).post<Begun>('/cases', RECEIPT, key === undefined ? {} : { 'idempotency-key': key });
  expect(status).toBe(201);
  return body;
}

const citizen = () => system.as({ name: APPLICANT.name, idNumber: APPLICANT.idNumber });

describe('a case over HTTP', () => {
  it('is received, examined by its departments, decided by two persons, and found by its applicant', async () => {
    const { caseNo } = await received();
    const reviewer = await system.as('reviewer-market-regulation-1');
    expect((await reviewer.command(caseNo, 'examine', { item: 'food-licence', answer: 'complete' })).body).toMatchObject({ caseNo, changes: ['itemExamined'] });
    await reviewer.command(caseNo, 'examine', { item: 'business-licence-check', answer: 'complete' });
    await (await system.as('reviewer-health-1')).command(caseNo, 'examine', { item: 'staff-health', answer: 'complete' });
    const seen = (await reviewer.get<SeenCase>(`/cases/${caseNo}`)).body;
    expect([seen.phase, seen.acceptance?.ground]).toEqual(['handling', 'examined']);
    expect(seen.permitted).toContainEqual({ do: 'proposeGrant', item: 'food-licence' });
    expect((await (await citizen()).get<{ rows: { caseNo: string }[] }>('/my/cases')).body.rows.map((row) => row.caseNo)).toContain(caseNo);
  });

  it('is applied for online by the applicant himself, and by nobody else in his name', async () => {
    const online = { ...RECEIPT, materials: [] };
    const begun = await (await citizen()).post<Begun>('/applications', online);
    expect([begun.status, begun.body.changes[0]]).toEqual([201, 'draftSubmitted']);
    const stranger = await system.as({ name: '王五', idNumber: '371302198803030031' });
    expect((await stranger.post<Refused>('/applications', online)).body).toMatchObject({ status: 403, code: 'applicant.notYours' });
    expect((await (await system.as('clerk-1')).command(begun.body.caseNo, 'answerPreReview', { ready: true })).body).toMatchObject({ changes: expect.arrayContaining(['preReviewAnswered', 'caseReceived']) });
  });

  it('that was received twice with one key is one case, with the same answer', async () => {
    const [first, second] = await Promise.all([received('window-1-number-7'), received('window-1-number-7')]);
    expect(second).toEqual(first);
    const other = await (await system.as('clerk-1')).post<Refused>('/cases', { ...RECEIPT, window: '二号窗口' }, { 'idempotency-key': 'window-1-number-7' });
    expect([other.status, other.body.code]).toEqual([422, 'idempotency.reused']);
    // Another person's key is another key.
    const { body } = await (await system.as('clerk-2')).post<Begun>('/cases', RECEIPT, { 'idempotency-key': 'window-1-number-7' });
    expect(body.caseNo).not.toBe(first.caseNo);
  });

  it('has one effect of a command given twice with one key', async () => {
    const { caseNo } = await received();
    const reviewer = await system.as('reviewer-market-regulation-1');
    const once = await reviewer.command<{ seq: number }>(caseNo, 'examine', { item: 'food-licence', answer: 'complete' }, 'examined');
    const again = await reviewer.command<{ seq: number }>(caseNo, 'examine', { item: 'food-licence', answer: 'complete' }, 'examined');
    expect([again.status, again.body]).toEqual([200, once.body]);
    const { body: entries } = await reviewer.get<{ kind: string }[]>(`/cases/${caseNo}/timeline`);
    expect(entries.filter(({ kind }) => kind === 'itemExamined')).toHaveLength(1);
  });

  it('explains a date day by day, with its law', async () => {
    const { caseNo } = await received();
    const { body } = await (await citizen()).get<{ clock: { dueOn: string; basis: { law: string } }; days: { date: string; count: string; number: number | null }[] }>(`/cases/${caseNo}/clocks/examination`);
    expect(body.clock.basis.law).toBe('行政许可法');
    expect(body.days[0]).toMatchObject({ count: 'dayZero', number: null });
    expect(body.days.at(-1)!.date).toBe(body.clock.dueOn);
    expect(body.days.filter((day) => day.count === 'counted').at(-1)!.number).toBe(5);
  });

  it('is previewed with a form that is not complete: items, dates, and what is wrong, and nothing is begun', async () => {
    const clerk = await system.as('clerk-1');
    const { form, region } = RECEIPT;
    const { creditCode: _, ...incomplete } = form;
    const before = (await clerk.get<{ cases: number }[]>('/cases/counts')).body;
    const { body } = await clerk.post<Preview>('/services/open-restaurant/preview', { form: { ...incomplete, hasSignboard: true }, region });
    expect(body.items.map((item) => item.id).sort()).toEqual(['business-licence-check', 'food-licence', 'signboard', 'staff-health']);
    expect(body.notApplicable.map((item) => item.id)).toContain('drainage-licence');
    expect(body.fieldProblems.map((one) => one.path)).toContain('creditCode');
    expect(body.refusal).toMatchObject({ code: 'form.invalid' });
    expect(body.latestDecisionOn! > body.earliestDecisionOn!).toBe(true);
    expect((await clerk.get('/cases/counts')).body).toEqual(before);
  });
});

describe('a refusal', () => {
  it('is a problem with the engine’s code, both languages and what may be done instead', async () => {
    const { caseNo } = await received();
    const reviewer = await system.as('reviewer-market-regulation-1');
    const { status, body, headers } = await reviewer.command<Refused>(caseNo, 'examine', { item: 'food-licence', answer: 'deficient' });
    expect([status, headers.get('content-type')]).toEqual([409, 'application/problem+json']);
    expect(body).toMatchObject({ code: 'examine.defectsMissing', allowed: expect.arrayContaining(['examine']), text: { zh: expect.stringContaining('逐项列明'), en: expect.stringContaining('list each defect') } });
    expect(body.requestId).toBe(headers.get('x-request-id'));
  });

  it('of a form tells everything that is wrong, and of a request where', async () => {
    const clerk = await system.as('clerk-1');
    const wrongForm = await clerk.post<Refused>('/cases', { ...RECEIPT, form: { ...RECEIPT.form, shopArea: 'large', creditCode: 'x' } });
    expect([wrongForm.status, wrongForm.body.code]).toEqual([422, 'form.invalid']);
    expect(wrongForm.body.text.zh).toMatch(/creditCode.*shopArea/);
    const wrongRequest = await clerk.post<Refused>('/cases', { ...RECEIPT, region: '37', applicant: { ...APPLICANT, idNumber: '1' } });
    expect(wrongRequest.body).toMatchObject({ status: 422, code: 'request.invalid' });
    expect(wrongRequest.body.places!.map((one) => one.path)).toEqual(expect.arrayContaining(['json.region', 'json.applicant.idNumber']));
  });

  it('is told for an unknown address, service, case, cursor, and a body that is no JSON or too big', async () => {
    const clerk = await system.as('clerk-1');
    const codes = await Promise.all([
      clerk.get<Refused>('/nowhere'), clerk.get<Refused>('/services/open-a-bank'), clerk.get<Refused>('/cases/371302-20200101-0001'), clerk.get<Refused>('/cases?after=x'),
      clerk.post<Refused>('/cases', { ...RECEIPT, window: 'x'.repeat(60_000) }),
    ]);
    expect(codes.map(({ status, body }) => [status, body.code])).toEqual([[404, 'route.unknown'], [404, 'service.unknown'], [404, 'case.unknown'], [400, 'cursor.invalid'], [413, 'request.tooLarge']]);
    const answer = await fetch(`${system.url}/api/v1/cases`, { method: 'POST', body: '{', headers: { cookie: clerk.cookie, 'content-type': 'application/json', 'x-csrf-token': (await clerk.get<{ csrf: string }>('/me')).body.csrf } });
    expect([answer.status, ((await answer.json()) as Refused).code]).toEqual([400, 'request.notJson']);
  });
});

describe('papers', () => {
  it('are read as data and as PDF with codes to verify and to follow, and verified by whoever holds one', async () => {
    const { caseNo, progressCode, progressUrl } = await received();
    const applicant = await citizen();
    const [receipt] = (await applicant.get<{ number: string; kind: string; hash: string }[]>(`/cases/${caseNo}/documents`)).body;
    expect(receipt).toMatchObject({ kind: 'receipt' });
    const pdf = await fetch(`${system.url}/api/v1/documents/${receipt!.number}/pdf`, { headers: { cookie: applicant.cookie } });
    expect(pdf.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''/);
    const { text } = await pdfText(Buffer.from(await pdf.arrayBuffer()));
    expect(text).toContain(progressCode);
    const genuine = async (hash: string) => (await system.anybody.get<{ genuine: boolean; title: { zh: string } }>(`/public/documents/${receipt!.number}/verification?hash=${hash}`)).body.genuine;
    expect([await genuine(receipt!.hash.slice(0, 16)), await genuine('00000000deadbeef')]).toEqual([true, false]);
    expect(new URL(progressUrl).pathname).toBe('/progress');
  });

  it('a case is followed with its number and the code on the receipt, without anything about persons', async () => {
    const { caseNo, progressCode } = await received();
    const { status, body } = await system.anybody.get(`/public/progress?case=${caseNo}&code=${progressCode.toLowerCase()}`);
    expect([status, body]).toMatchObject([200, { caseNo, phase: 'examination' }]);
    expect(JSON.stringify(body)).not.toContain(APPLICANT.name);
    expect((await system.anybody.get<Refused>(`/public/progress?case=${caseNo}&code=0000000000`)).body).toMatchObject({ status: 404, code: 'progress.unknown' });
  });

  it('and told why each limit ends on its day, as the applicant is, but not by whom it was stopped', async () => {
    const clerk = await system.as('clerk-1');
    const { caseNo, progressCode } = (await clerk.post<Begun>('/cases', { ...RECEIPT, form: { ...RECEIPT.form, hasSignboard: true } })).body;
    const examined = { 'market-regulation': ['food-licence', 'business-licence-check'], health: ['staff-health'], 'city-management': ['signboard'] };
    for (const [department, items] of Object.entries(examined)) {
      for (const item of items) expect((await (await system.as(`reviewer-${department}-1`)).command(caseNo, 'examine', { item, answer: 'complete' })).status).toBe(200);
    }
    expect((await (await system.as('reviewer-city-management-1')).command(caseNo, 'startProcedure', { item: 'signboard', procedure: 'structure-review', by: '结构专家赵教授', days: 8 })).status).toBe(200);
    const held = `case=${caseNo}&code=${progressCode}`;
    type Explained = { days: { date: string; because: { zh: string; en: string } | null }[]; clock: { dueOn: string | null } };
    const { clocks } = (await system.anybody.get<{ clocks: { id: string; dueOn: string | null; suspended: boolean }[] }>(`/public/progress?${held}`)).body;
    expect(clocks.some(({ suspended }) => suspended)).toBe(true);
    const applicant = await citizen();
    for (const { id, dueOn } of clocks) {
      const { status, body } = await system.anybody.get<Explained>(`/public/progress/clocks/${encodeURIComponent(id)}?${held}`);
      const own = (await applicant.get<Explained>(`/cases/${caseNo}/clocks/${encodeURIComponent(id)}`)).body;
      expect([id, status, body.clock.dueOn]).toEqual([id, 200, dueOn]);
      expect(own.days.map(({ because, ...day }) => [day, because?.zh.replace('（结构专家赵教授）', '')])).toEqual(body.days.map(({ because, ...day }) => [day, because?.zh]));
      expect(JSON.stringify(body)).not.toContain('赵教授');
    }
    // It was stopped today: no day of the list is told as stopped yet.
    const view = await system.client.view(caseNo);
    const stopped = Object.values(view.state.clocks).flatMap(({ suspensions }) => suspensions).find(({ because }) => because !== 'joint')!;
    expect(becauseOf(view, stopped).zh).toContain('赵教授');
    expect(becauseOf(view, stopped, { withWhom: false })).toEqual({ zh: becauseOf(view, stopped).zh.replace('（结构专家赵教授）', ''), en: becauseOf(view, stopped).en.replace(' (结构专家赵教授)', '') });
    // What is not told by the page is not explained either, and nothing to who has no code.
    expect((await system.anybody.get<Refused>(`/public/progress/clocks/nothing?${held}`)).body.code).toBe('clock.unknown');
    expect((await system.anybody.get<Refused>(`/public/progress/clocks/${encodeURIComponent(clocks[0]!.id)}?case=${caseNo}&code=0000000000`)).body.code).toBe('progress.unknown');
  });
});

describe('the inbox', () => {
  it('is claimed from, in bulk, and two who claim at once are told who won', async () => {
    const begun = [await received(), await received(), await received()];
    const [one, two] = [await system.as('reviewer-health-1'), await system.as('reviewer-health-2')];
    const tasks = begun.map(({ caseNo }) => ({ caseNo, taskId: 'examine:staff-health' }));
    type Results = { results: { ok: boolean; code: string | null; text: { zh: string } | null }[] };
    const [first, second] = await Promise.all([one.post<Results>('/inbox/claim', { tasks: [tasks[0]] }), two.post<Results>('/inbox/claim', { tasks: [tasks[0]] })]);
    const lost = [first, second].map(({ body }) => body.results[0]!).filter((result) => !result.ok);
    expect(lost.map(({ code }) => code)).toEqual(['task.claimedByOther']);
    const winner = first.body.results[0]!.ok ? one : two;
    expect((await winner.post<Results>('/inbox/claim', { tasks })).body.results.map(({ ok }) => ok)).toEqual([true, true, true]);
    const decided = await winner.post<Results>('/inbox/decide', { tasks, do: 'examine', with: { answer: 'complete' } });
    expect(decided.body.results.map(({ ok }) => ok)).toEqual([true, true, true]);
  });

  it('lists the first due first, by pages that meet', async () => {
    await Promise.all([received(), received(), received()]);
    const reviewer = await system.as('reviewer-market-regulation-2');
    type Tasks = { rows: { caseNo: string; id: string; itemName: { zh: string } }[]; next: string | null };
    const first = (await reviewer.get<Tasks>('/inbox?size=2&kind=examine')).body;
    const second = (await reviewer.get<Tasks>(`/inbox?size=2&kind=examine&after=${first.next}`)).body;
    const keys = [...first.rows, ...second.rows].map((row) => `${row.caseNo} ${row.id}`);
    expect(new Set(keys).size).toBe(4);
    expect(first.rows[0]!.itemName.zh).not.toBe('');
  });
});

describe('a search', () => {
  type Tasks = { rows: { caseNo: string; item: string; applicantName: string; receivedOn: string }[]; next: string | null };
  const asking = (words: string, more = '') => `search=${encodeURIComponent(words)}${more}`;

  it('finds work by the number, the applicant, or what the item is called in either language', async () => {
    const { caseNo } = await received();
    const reviewer = await system.as('reviewer-market-regulation-1');
    const found = async (words: string, more = '') => (await reviewer.get<Tasks>(`/inbox?size=200&${asking(words, more)}`)).body.rows;
    expect((await found(caseNo)).map((row) => row.caseNo)).toContain(caseNo);
    expect(new Set((await found(caseNo)).map((row) => row.caseNo)).size).toBe(1);
    expect((await found(APPLICANT.name.slice(0, 1))).length).toBeGreaterThan(0);
    expect((await found('食品经营')).every(({ item }) => item === 'food-licence')).toBe(true);
    expect((await found('FOOD licence')).map((row) => row.caseNo)).toContain(caseNo);
    expect(await found('没有这样的事项')).toEqual([]);
    expect((await reviewer.get<{ all: number }>(`/inbox/counts?${asking(caseNo)}`)).body.all).toBe((await found(caseNo)).length);
    const latest = await found('食品经营', '&sort=latest');
    expect(latest.map((row) => row.caseNo)).toEqual((await found('食品经营', '&sort=oldest')).map((row) => row.caseNo).reverse());
    const { next } = (await reviewer.get<Tasks>('/inbox?size=1&sort=latest')).body;
    expect((await reviewer.get<Refused>(`/inbox?after=${next}`)).body.code).toBe('cursor.invalid');
  });

  it('finds a case by its applicant for the window, and not for who sees names masked', async () => {
    const { caseNo } = await received();
    const [clerk, manager] = [await system.as('clerk-1'), await system.as('manager-1')];
    const found = async (of: typeof clerk, words: string) => (await of.get<Tasks>(`/cases?size=200&${asking(words)}`)).body.rows.map((row) => row.caseNo);
    expect((await found(clerk, APPLICANT.name))[0]).toBe(caseNo);
    expect(await found(manager, APPLICANT.name)).toEqual([]);
    expect(await found(manager, caseNo)).toEqual([caseNo]);
  });
});

describe('the list of cases', () => {
  it('is sorted, filtered and counted', async () => {
    const { caseNo } = await received();
    const clerk = await system.as('clerk-1');
    type List = { rows: { caseNo: string; phase: string }[] };
    const [latest, oldest] = [(await clerk.get<List>('/cases?size=200')).body.rows, (await clerk.get<List>('/cases?size=200&sort=oldest')).body.rows];
    expect(latest.map((row) => row.caseNo)).toEqual(oldest.map((row) => row.caseNo).reverse());
    expect(latest[0]!.caseNo).toBe(caseNo);
    expect((await clerk.get<List>(`/cases?number=${caseNo}`)).body.rows.map((row) => row.caseNo)).toEqual([caseNo]);
    const counts = (await clerk.get<{ phase: string; cases: number }[]>('/cases/counts')).body;
    expect(counts.reduce((sum, one) => sum + one.cases, 0)).toBe(latest.filter((row) => row.phase !== 'archived').length);
  });
});

describe('what moves', () => {
  it('is told to who follows a case, without what it was', async () => {
    const { caseNo } = await received();
    const applicant = await citizen();
    const stop = new AbortController();
    const stream = await fetch(`${system.url}/api/v1/events?case=${caseNo}`, { headers: { cookie: applicant.cookie }, signal: stop.signal });
    const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader.read()).value).toContain('event: alive');
    await (await system.as('reviewer-health-1')).command(caseNo, 'examine', { item: 'staff-health', answer: 'complete' });
    let heard = '';
    while (!heard.includes('event: moved')) heard += (await reader.read()).value ?? '';
    expect(heard).toContain(`data: ${JSON.stringify({ caseNo })}`);
    stop.abort();
  });
});

describe('for who keeps it running', () => {
  it('says that it is alive and ready, measures itself, and describes itself', async () => {
    expect((await system.anybody.get('/health/ready')).body).toEqual({ status: 'ok', parts: { store: true, temporal: true } });
    const { body: metrics } = await system.anybody.get<string>('/metrics');
    expect(metrics).toMatch(/onething_http_request_seconds_count\{[^}]*route="\/api\/v1\/cases"/);
    expect(metrics).toMatch(/onething_cases\{phase="examination",colour="0"\} \d+/);
    const { body: document } = await system.anybody.get<{ openapi: string; paths: Record<string, object> }>('/openapi.json');
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toEqual(expect.arrayContaining(['/api/v1/cases/{caseNo}/commands', '/api/v1/inbox', '/api/v1/events']));
    expect((await system.anybody.get<string>('/reference')).body).toContain('swagger-ui-bundle.js');
    expect((await system.anybody.get('/reference/swagger-ui-bundle.js')).status).toBe(200);
  });
});
