import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { z } from '@hono/zod-openapi';
import { makeSamples } from '../samples/make-samples.ts';
import { type ServingSystem, startServingSystem } from '../../test/support/serving-system.ts';
import type { Board, DeskComplaint, DeskRating, MonthlyReport, OnTimeRow, PendingExtension, PressingRow } from './schemas/board.ts';
import { unzipped } from './test-support/unzipped.ts';

interface Page<R> { readonly rows: R[]; readonly next: string | null }
type Refused = { code: string; text: { zh: string; en: string } };

let system: ServingSystem;
/** 悦湖轩, received 24 working days ago: fire check and sign are undecided, so is the drainage licence. */
let late: string;

beforeAll(async () => {
  system = await startServingSystem({ simulation: true, services: ['open-restaurant', 'transfer-house'] });
  await makeSamples(system.client);
  const { caseNo } = await system.store.db.selectFrom('command').select('case_no as caseNo').where('id', '=', 'sample/overdue').executeTakeFirstOrThrow();
  late = caseNo;
}, 240_000);
afterAll(async () => {
  await system?.end();
});

describe('the board over HTTP', () => {
  it('tells supervision how everything stands', async () => {
    const { status, body } = await (await system.as('manager-1')).get<z.infer<typeof Board>>('/board');
    expect(status).toBe(200);
    // Twelve samples; of the well-rated one everything is over, it is archived.
    expect(body.phases.reduce((sum, { cases }) => sum + cases, 0)).toBe(11);
    const of = (id: string) => body.departments.find(({ department }) => department.id === id)!;
    // Statutory and promised limits of the fire check ran out; of the sign and the sewer the promised one each, and maybe the statutory one.
    expect(of('fire-rescue')).toMatchObject({ department: { name: { zh: '消防救援机构' } }, overdue: 2 });
    // Five staff certificates and the rest were granted in time; nothing was decided late.
    expect(body.onTime.decided).toBeGreaterThanOrEqual(14);
    expect(body.onTime).toMatchObject({ late: 0, rate: 1 });
    // The transfer waits for a consent: that is no work of any officer.
    expect(body.services.map(({ service }) => service.id)).toEqual(['open-restaurant']);
    expect(body.regions).toMatchObject([{ region: '371302' }]);
    expect(body.lateChances).toBeNull();
  });

  it('lists red limits with names, urges and pages; applicants’ names are masked for supervision', async () => {
    const manager = await system.as('manager-1');
    const first = (await manager.get<Page<z.infer<typeof PressingRow>>>('/board/clocks?department=fire-rescue&size=1')).body;
    const second = (await manager.get<Page<z.infer<typeof PressingRow>>>(`/board/clocks?department=fire-rescue&size=1&after=${first.next}`)).body;
    expect([...first.rows, ...second.rows].map(({ caseNo, clock }) => [caseNo, clock])).toEqual([[late, 'promised:fire-check'], [late, 'statutory:fire-check']]);
    expect(second.next).toBeNull();
    expect(first.rows[0]).toMatchObject({ applicantName: expect.stringMatching(/^孙\*+/), item: { id: 'fire-check', name: { zh: '公众聚集场所投入使用、营业前消防安全检查' } }, colour: 2, urgedUntil: expect.any(String) });
    const yellow = (await manager.get<Page<z.infer<typeof PressingRow>>>('/board/clocks?colour=1&kind=promised')).body;
    expect(yellow.rows.map(({ clock }) => clock)).toContain('promised:food-licence');
    const head = (await (await system.as('head-fire-rescue')).get<Page<z.infer<typeof PressingRow>>>('/board/clocks')).body;
    expect(head.rows.every(({ department }) => department.id === 'fire-rescue')).toBe(true);
    expect(head.rows[0]!.applicantName).toMatch(/^孙[^*]/);
  });

  it('is for supervision, audit and heads; a head sees his department’s; a region bounds it', async () => {
    for (const person of ['clerk-1', 'reviewer-health-1']) expect((await (await system.as(person)).get<Refused>('/board')).body.code).toBe('right.role');
    expect((await system.anybody.get<Refused>('/board')).status).toBe(401);
    const head = await system.as('head-health');
    expect((await head.get<Refused>('/board?department=water')).body).toMatchObject({ code: 'right.department' });
    const own = (await head.get<z.infer<typeof Board>>('/board')).body;
    expect([own.departments.map(({ department }) => department.id), own.phases]).toEqual([['health'], []]);
    const refusals = (await (await system.as('auditor-1')).get<Page<{ person: string; code: string }>>('/audit/accesses?person=head-health')).body;
    expect(refusals.rows).toMatchObject([{ code: 'right.department' }]);
    await system.store.db.insertInto('person').values({ id: 'manager-elsewhere', name: '外地监察', role: 'manager', department: null, region: '3707', id_number: null }).execute();
    const elsewhere = await system.as('manager-elsewhere');
    expect((await elsewhere.get<z.infer<typeof Board>>('/board')).body).toMatchObject({ phases: [], departments: [] });
    expect((await elsewhere.get<Page<unknown>>('/board/clocks?region=371302')).body.rows).toEqual([]);
    expect((await elsewhere.get<string>('/board/export.csv?list=cases')).body.trim().split('\r\n')).toHaveLength(1);
    expect((await elsewhere.get<Page<unknown>>('/unresolved')).body.rows).toEqual([]);
  });

  it('rates persons, items, services and regions, with what waits at each', async () => {
    const manager = await system.as('manager-1');
    const persons = (await manager.get<z.infer<typeof OnTimeRow>[]>('/board/on-time?by=person')).body;
    const { name } = await system.store.db.selectFrom('person').select('name').where('id', '=', 'reviewer-health-1').executeTakeFirstOrThrow();
    expect(persons.find(({ id }) => id === 'reviewer-health-1')).toMatchObject({ name: { zh: name }, department: { id: 'health' }, late: 0, rate: 1 });
    expect(persons.find(({ id }) => id === null)).toMatchObject({ name: null, decided: expect.any(Number) });
    const items = (await manager.get<z.infer<typeof OnTimeRow>[]>('/board/on-time?by=item&department=fire-rescue')).body;
    expect(items).toMatchObject([{ id: 'fire-check', service: { id: 'open-restaurant' }, decided: 0, rate: null, overdue: 1 }]);
    const bottlenecks = (await manager.get<{ item: { id: string }; department: { id: string }; open: number; medianDays: number | null }[]>('/board/bottlenecks')).body;
    expect(bottlenecks.find(({ item, department }) => item.id === 'staff-health' && department.id === 'health')).toMatchObject({ medianDays: expect.any(Number) });
    const trend = (await manager.get<{ day: string; received: number }[]>('/board/trend?days=60')).body;
    expect(trend).toHaveLength(60);
    // Twelve samples without the three online drafts, which nobody has received yet.
    expect(trend.reduce((sum, { received }) => sum + received, 0)).toBe(9);
  });

  it('exports lists as CSV and as a workbook, with formulas made text, and puts that on record', async () => {
    const manager = await system.as('manager-1');
    const csv = await manager.get<string>('/board/export.csv?list=overdue&department=fire-rescue&language=zh');
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(csv.headers.get('content-disposition')).toMatch(/filename\*=UTF-8''%E8%B6%85%E6%9C%9F-\d{4}-\d\d-\d\d\.csv$/);
    const raw = Buffer.from(await (await fetch(`${system.url}/api/v1/board/export.csv`, { headers: { cookie: manager.cookie } })).arrayBuffer());
    expect([...raw.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = csv.body.replace('\uFEFF', '').trim().split('\r\n');
    expect(lines[0]).toBe('办件编号,服务,事项,部门,地区,申请人,时限,截止日期,超期自,超期理由,督办应答复,超期可能');
    expect(lines.slice(1).map((line) => line.split(',').slice(0, 4))).toEqual(Array.from({ length: 2 }, () => [late, '开办餐饮店', '公众聚集场所投入使用、营业前消防安全检查', '消防救援机构']));
    await system.store.db.updateTable('clock').set({ reason: '=HYPERLINK("x")' }).where('case_no', '=', late).where('id', '=', 'statutory:fire-check').execute();
    expect((await manager.get<string>('/board/export.csv?department=fire-rescue')).body).toContain(`"'=HYPERLINK(""x"")"`);
    const workbook = await fetch(`${system.url}/api/v1/board/export.xlsx?list=cases&language=en`, { headers: { cookie: manager.cookie } });
    const files = unzipped(Buffer.from(await workbook.arrayBuffer()));
    expect([...files.values()].join('')).toContain('Open a restaurant');
    expect((await (await system.as('auditor-1')).get<Page<{ action: string; outcome: string }>>('/audit/accesses?person=manager-1')).body.rows[0]).toMatchObject({ outcome: 'read', action: 'GET /api/v1/board/export.xlsx cases' });
  });

  it('reports the month, and the month before', async () => {
    const manager = await system.as('manager-1');
    const { body } = await manager.get<z.infer<typeof MonthlyReport>>('/board/report');
    const { body: before } = await manager.get<z.infer<typeof MonthlyReport>>(`/board/report?month=${previous(body.month)}`);
    const { body: earlier } = await manager.get<z.infer<typeof MonthlyReport>>(`/board/report?month=${previous(before.month)}`);
    expect(body.cases.received + before.cases.received + earlier.cases.received).toBe(9);
    expect(body.before.received).toBe(before.cases.received);
    expect([0, 1, 2, 3, 4].map((level) => body.ratings[level]! + before.ratings[level]! + earlier.ratings[level]!)).toEqual([0, 1, 0, 0, 1]);
    expect((await manager.get<Refused>('/board/report?month=2026-13')).body.code).toBe('request.invalid');
  });
});

describe('supervision at work', () => {
  it('urges from the list, and the department has to answer', async () => {
    const manager = await system.as('manager-1');
    expect((await manager.command(late, 'urge', { item: 'drainage-licence', message: '请说明进度', days: 2 })).status).toBe(200);
    const { rows } = (await (await system.as('reviewer-water-1')).get<Page<{ caseNo: string; kind: string }>>('/inbox')).body;
    expect(rows.filter(({ caseNo }) => caseNo === late).map(({ kind }) => kind)).toContain('answerUrge');
  });

  it('lists extensions for the head who decides: the authority’s, and the joint one for the head of the government', async () => {
    expect((await (await system.as('reviewer-fire-rescue-1')).command(late, 'requestExtension', { days: 10, reason: '现场整改未完成' })).status).toBe(200);
    const seen = async (person: string) => (await (await system.as(person)).get<Page<z.infer<typeof PendingExtension>>>('/board/extensions')).body.rows.map(({ clock, mine, department }) => [clock, mine, department.name.zh]);
    expect(await seen('head-tobacco-monopoly')).toEqual([['statutory:tobacco-licence', true, '烟草专卖部门']]);
    expect(await seen('government-head')).toEqual(expect.arrayContaining([['joint', true, '同级人民政府'], ['statutory:tobacco-licence', false, '烟草专卖部门']]));
    expect(await seen('head-health')).toEqual([]);
    expect((await (await system.as('government-head')).command(late, 'approveExtension', {})).status).toBe(200);
    expect((await seen('government-head')).map(([clock]) => clock)).toEqual(['statutory:tobacco-licence']);
  });

  it('has complaints with owner and due answer, and follows them to the end', async () => {
    const manager = await system.as('manager-1');
    const [open] = (await manager.get<Page<z.infer<typeof DeskComplaint>>>('/unresolved')).body.rows;
    expect(open).toMatchObject({ text: '第一次去窗口没有人告诉我可以网上提交', applicantName: expect.stringMatching(/^李\*/), owner: null, dueOn: expect.any(String), unresolved: false });
    const task = { caseNo: open!.caseNo, taskId: `resolveComplaint:${open!.complaint}` };
    expect((await manager.post<{ results: { ok: boolean }[] }>('/inbox/claim', { tasks: [task] })).body.results[0]!.ok).toBe(true);
    expect((await (await system.as('clerk-1')).get<Page<z.infer<typeof DeskComplaint>>>('/unresolved')).body.rows[0]).toMatchObject({ owner: { id: 'manager-1' }, applicantName: expect.stringMatching(/^李[^*]/) });
    expect((await manager.command(open!.caseNo, 'resolveComplaint', { complaint: open!.complaint, answer: '已在大厅增设引导' })).status).toBe(200);
    expect((await manager.get<Page<unknown>>('/unresolved')).body.rows).toEqual([]);
    expect((await manager.get<Page<z.infer<typeof DeskComplaint>>>('/unresolved?state=settled')).body.rows).toMatchObject([{ caseNo: open!.caseNo, answer: '已在大厅增设引导', answers: 1 }]);
    const course = (await manager.get<{ kind: string; by: string }[]>(`/unresolved/${open!.caseNo}/${open!.complaint}`)).body;
    expect(course.map(({ kind }) => kind)).toEqual(['complained', 'claim', 'settled']);
    expect(course[0]!.by).toMatch(/^李\*/);
    expect((await (await system.as('reviewer-health-1')).get<Refused>('/unresolved')).body.code).toBe('right.role');
  });

  it('has bad ratings until they are rectified', async () => {
    const manager = await system.as('manager-1');
    const [bad] = (await manager.get<Page<z.infer<typeof DeskRating>>>('/ratings/bad')).body.rows;
    expect(bad).toMatchObject({ level: 2, text: '排队时间太长，跑了两次窗口', rectified: null });
    expect((await manager.command(bad!.caseNo, 'rectifyRating', { measures: '增设预约', followUp: '申请人表示满意' })).status).toBe(200);
    expect((await manager.get<Page<unknown>>('/ratings/bad')).body.rows).toEqual([]);
    expect((await manager.get<Page<z.infer<typeof DeskRating>>>('/ratings/bad?state=settled')).body.rows).toMatchObject([{ level: 2, rectified: { measures: '增设预约' } }]);
  });
});

function previous(month: string): string {
  const [year = 0, of = 0] = month.split('-').map(Number);
  return of === 1 ? `${year - 1}-12` : `${year}-${String(of - 1).padStart(2, '0')}`;
}
