import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { Actor } from '../../workflows/case/actor.ts';
import { claim, release } from '../allocation.ts';
import { applyChanges, applyExport } from '../apply-changes.ts';
import { logSent, settleCommand } from '../command-log.ts';
import { FILLED_DEPARTMENTS, fillStore } from '../fill.ts';
import type { Database } from '../open-store.ts';
import { findPerson, seedPeople } from '../people.ts';
import { restaurantCase, restaurantPlan, type ToldCase } from '../test-support/restaurant-case.ts';
import { openTestStore } from '../test-support/test-store.ts';
import { colours, listCases } from './cases.ts';
import { documents, findDocument } from './documents.ts';
import { inbox, inboxCounts, itemsInInbox } from './inbox.ts';
import type { Search } from './name-search.ts';
import type { Page, PageOptions } from './page.ts';
import { nearing, overdue, pressingCounts } from './pressing-clocks.ts';
import { refusedAttempts } from './refused-attempts.ts';
import { timeline } from './timeline.ts';
import { windowDesk } from './window.ts';

const CASES = 400;
let test: Awaited<ReturnType<typeof openTestStore>>;
let db: Database;
let told: ToldCase;
const fire: Actor = { id: 'reviewer-fire-rescue-1', name: '承办人', role: 'reviewer', department: 'fire-rescue' };

beforeAll(async () => {
  test = await openTestStore();
  db = test.store.db;
  await seedPeople(db, [restaurantPlan()]);
  await fillStore(db, { cases: CASES / 2 });
  await fillStore(db, { cases: CASES / 2 });
  told = await restaurantCase('371302-20260210-0001');
});
afterAll(() => test.end());

async function everyPage<R>(list: (page: PageOptions) => Promise<Page<R>>, size = 7): Promise<R[]> {
  const rows: R[] = [];
  for (let after: Page<R>['next'] = null; ; ) {
    const page = await list({ size, after });
    expect(page.rows.length).toBeLessThanOrEqual(size);
    rows.push(...page.rows);
    if (page.next === null) return rows;
    after = page.next;
  }
}

describe('the inbox', () => {
  it('page by page shows every task of the department and role once, the first due first', async () => {
    const rows = await everyPage((page) => inbox(db, fire, {}, page));
    const truth = await db.selectFrom('task').select(['case_no', 'id']).where('department', '=', 'fire-rescue').where('role', '=', 'reviewer')
      .orderBy('due_at').orderBy('case_no').orderBy('id').execute();
    expect(rows.map((row) => [row.caseNo, row.id])).toEqual(truth.map((row) => [row.case_no, row.id]));
    expect(rows.length).toBeGreaterThan(250);
  });

  it('shows what one has claimed, what nobody has, or one kind of it', async () => {
    const mine = await everyPage((page) => inbox(db, fire, { view: 'mine' }, page), 2);
    expect(mine.length).toBeGreaterThan(0);
    expect(mine.every((row) => row.claimedBy === fire.id && row.claimedByName !== null)).toBe(true);
    const unclaimed = await everyPage((page) => inbox(db, fire, { view: 'unclaimed' }, page), 50);
    expect(unclaimed.every((row) => row.claimedBy === null)).toBe(true);
    const filter = { service: 'open-restaurant', item: 'open-restaurant-2', kind: 'decide', colour: 0 } as const;
    const some = await everyPage((page) => inbox(db, fire, filter, page), 3);
    expect(some.length).toBeGreaterThan(0);
    for (const row of some) expect(row).toMatchObject(filter);
  });

  it('counts what it lists, by colour and kind, under the same filters', async () => {
    for (const filter of [{}, { service: 'open-gym' }, { region: '371311', colour: 0 }, { kind: 'examine' }, { item: 'open-gym-2' }, { item: 'nothing' }] as const) {
      const counts = await inboxCounts(db, fire, filter);
      const all = await everyPage((page) => inbox(db, fire, filter, page), 200);
      expect(counts).toEqual({
        mine: (await everyPage((page) => inbox(db, fire, { ...filter, view: 'mine' }, page), 200)).length,
        unclaimed: all.filter((row) => row.claimedBy === null).length,
        all: all.length,
        byColour: [0, 1, 2].map((colour) => all.filter((row) => row.colour === colour).length),
        byKind: Object.fromEntries([...new Set(all.map((row) => row.kind))].sort().map((kind) => [kind, all.filter((row) => row.kind === kind).length])),
      });
    }
  });

  it('is sorted by the receipt as well, page by page, and goes on only in the order in which it began', async () => {
    const of = (rows: readonly { caseNo: string; id: string }[]) => rows.map((row) => `${row.caseNo} ${row.id}`);
    for (const filter of [{}, { kind: 'decide', region: '371302' }, { view: 'unclaimed' }, { view: 'mine' }, { search: { text: '申请人1', names: 'all' } }] as const) {
      const due = await everyPage((page) => inbox(db, fire, filter, page), 60);
      const latest = await everyPage((page) => inbox(db, fire, { ...filter, sort: 'latest' }, page));
      expect(of(await everyPage((page) => inbox(db, fire, { ...filter, sort: 'oldest' }, page), 50))).toEqual(of(latest.toReversed()));
      expect(of(latest).sort()).toEqual(of(due).sort());
      const days = latest.map(({ receivedOn }) => receivedOn);
      expect(days).toEqual(days.toSorted().reverse());
    }
    const { next } = await inbox(db, fire, { sort: 'latest' }, { size: 1 });
    await expect(inbox(db, fire, {}, { after: next })).rejects.toMatchObject({ code: 'cursor.invalid' });
  });

  it('is searched by the beginning of a number, of an applicant’s name, and by items, each task once; and counted so', async () => {
    const all = await everyPage((page) => inbox(db, fire, {}, page), 200);
    const some = (await itemsInInbox(db, fire)).filter(({ service }) => service === 'open-gym');
    expect(some).toContainEqual({ service: 'open-gym', item: 'open-gym-2' });
    const searches: [Search, (row: (typeof all)[number]) => boolean][] = [
      [{ text: '申请人12', names: 'all' }, (row) => row.applicantName.startsWith('申请人12')],
      [{ text: '371302', names: 'all' }, (row) => row.caseNo.startsWith('371302')],
      [{ text: '请人', names: 'all' }, () => false],
      [{ text: '%', names: 'all' }, () => false],
      [{ text: '申请人1', names: 'all', items: [{ service: null, item: 'open-gym-2' }, ...some] }, (row) => row.applicantName.startsWith('申请人1') || row.service === 'open-gym'],
      // Everybody of the filled store is a natural person as far as it knows.
      [{ text: '申请人12', names: 'entities' }, () => false],
    ];
    for (const [search, fits] of searches) {
      const found = await everyPage((page) => inbox(db, fire, { search }, page));
      expect(found).toEqual(all.filter(fits));
      expect(await inboxCounts(db, fire, { search })).toMatchObject({ all: found.length, unclaimed: found.filter((row) => row.claimedBy === null).length, mine: found.filter((row) => row.claimedBy === fire.id).length });
    }
  });

  it('is empty for somebody whose work is no task, and refuses a made-up place', async () => {
    expect(await inbox(db, await findPerson(db, 'manager-1'))).toEqual({ rows: [], next: null });
    for (const after of ['x', Buffer.from('[1]').toString('base64url'), Buffer.from('["a","b","c"]').toString('base64url'), Buffer.from('[1e400,"",""]').toString('base64url')]) {
      await expect(inbox(db, fire, {}, { after })).rejects.toMatchObject({ code: 'cursor.invalid' });
    }
    expect((await inbox(db, fire, {}, { size: 5_000 })).rows.length).toBeLessThanOrEqual(200);
  });
});

describe('the window', () => {
  it('sees its own work and what came in last', async () => {
    const desk = await windowDesk(db, await findPerson(db, 'clerk-1'), { phase: 'examination' }, { size: 10 });
    expect(desk.counts.all).toBe(CASES / 20);
    expect(desk.tasks.rows.every((row) => row.department === 'window' && row.role === 'clerk')).toBe(true);
    expect(desk.received.rows.every((row) => row.phase === 'examination')).toBe(true);
    const times = desk.received.rows.map((row) => row.receivedAt);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    expect(desk.phases.reduce((sum, row) => sum + row.cases, 0)).toBe((CASES * 3) / 10);
  });
});

describe('a manager', () => {
  it('sees every yellow and every red clock once, by department, service and region, and how many there are', async () => {
    for (const filter of [{}, { department: 'health' }, { service: 'child-born' }, { region: '371329' }, { department: 'water', service: 'open-gym' }]) {
      const yellow = await everyPage((page) => nearing(db, filter, page));
      const red = await everyPage((page) => overdue(db, filter, page));
      for (const row of [...yellow, ...red]) expect(row).toMatchObject(filter);
      const counted = await pressingCounts(db, filter);
      expect(counted).toEqual(FILLED_DEPARTMENTS.toSorted().flatMap((department) => {
        const [near, over] = [yellow, red].map((rows) => rows.filter((row) => row.department === department).length) as [number, number];
        return near + over === 0 ? [] : [{ department, nearing: near, overdue: over }];
      }));
    }
    const red = await everyPage((page) => overdue(db, {}, page));
    expect(red.length).toBeGreaterThan(10);
    expect(red.some((row) => row.reason === '需向上级部门核实')).toBe(true);
    expect(red.every((row) => row.ranOutAt !== null)).toBe(true);
  });

  it('lists cases by what is known of them', async () => {
    const all = await everyPage((page) => listCases(db, {}, page), 90);
    expect(await everyPage((page) => listCases(db, {}, { ...page, oldestFirst: true }), 90)).toEqual(all.toReversed());
    expect(new Set(all.map((row) => row.caseNo)).size).toBe(CASES);
    for (const filter of [{ phase: 'handling' as const }, { region: '371302' }, { service: 'open-gym' }, { colour: 2 as const }, { applicantId: 'applicant-7' }, { applicantName: '申请人7' }]) {
      const some = await everyPage((page) => listCases(db, filter, page));
      expect(some.map((row) => row.caseNo)).toEqual(all.filter((row) => Object.entries(filter).every(([key, value]) => row[key as keyof typeof row] === value)).map((row) => row.caseNo));
      expect(some.length).toBeGreaterThan(0);
    }
    const prefix = '371302-20260101-';
    const numbered = await everyPage((page) => listCases(db, { numberPrefix: prefix }, page), 3);
    expect(numbered.map((row) => row.caseNo)).toEqual(all.map((row) => row.caseNo).filter((caseNo) => caseNo.startsWith(prefix)).sort());
    expect((await listCases(db, { numberPrefix: '%' })).rows).toEqual([]);
    for (const [text, fits] of [['申请人3', (row) => row.applicantName.startsWith('申请人3')], [prefix, (row) => row.caseNo.startsWith(prefix)]] as [string, (row: (typeof all)[number]) => boolean][]) {
      const found = all.filter(fits);
      expect(found.length).toBeGreaterThan(3);
      expect(await everyPage((page) => listCases(db, { search: { text, names: 'all' } }, page), 3)).toEqual(found);
      expect(await everyPage((page) => listCases(db, { search: { text, names: 'all' } }, { ...page, oldestFirst: true }), 3)).toEqual(found.toReversed());
      expect((await listCases(db, { search: { text, names: 'all' }, region: '371302' })).rows).toEqual(found.filter(({ region }) => region === '371302').slice(0, 50));
    }
    expect((await listCases(db, { search: { text: '申请人3', names: 'entities' } })).rows).toEqual([]);
    const counted = await colours(db);
    expect(counted.reduce((sum, row) => sum + row.cases, 0)).toBe(CASES);
    for (const { phase, colour, cases } of counted) expect(all.filter((row) => row.phase === phase && row.colour === colour)).toHaveLength(cases);
  });
});

describe('one case', () => {
  it('has its timeline in order and its papers by number', async () => {
    await db.transaction().execute((tx) => applyExport(tx, told.exportAfter(told.batches.length)));
    const entries = await everyPage((page) => timeline(db, told.caseNo, page), 30);
    expect(entries.map((entry) => entry.change)).toEqual(JSON.parse(JSON.stringify(told.batches.flat())));
    const papers = await everyPage((page) => documents(db, told.caseNo, page), 4);
    const [paper] = papers;
    expect(papers).toHaveLength(told.exportAfter(told.batches.length).state.documents.length);
    expect(await findDocument(db, paper!.record.number)).toEqual({ ...paper, caseNo: told.caseNo });
    expect(await findDocument(db, '没有')).toBeNull();
    // Archived: nothing of it is anybody's work any more.
    expect((await colours(db)).reduce((sum, row) => sum + row.cases, 0)).toBe(CASES);
    expect(await colours(db, { phase: 'archived' })).toEqual([{ phase: 'archived', colour: 0, cases: 1 }]);
  });

  it('and all of them have their refused attempts on record, the latest first', async () => {
    const rejection = { code: 'correction.alreadyNotified', params: {}, allowed: [] } as const;
    for (let n = 1; n <= 5; n += 1) {
      await logSent(db, { id: `attempt-${n}`, caseNo: n % 2 ? 'one' : 'two', name: 'examine', actor: fire, body: {}, sentAt: n }, { opensCase: true });
      await db.transaction().execute((tx) => settleCommand(tx, `attempt-${n}`, n === 5 ? null : rejection));
    }
    expect((await everyPage((page) => refusedAttempts(db, {}, page), 1)).map((one) => one.id)).toEqual(['attempt-4', 'attempt-3', 'attempt-2', 'attempt-1']);
    expect(await everyPage((page) => refusedAttempts(db, { caseNo: 'two' }, page), 1)).toMatchObject([{ id: 'attempt-4', actor: fire, rejection }, { id: 'attempt-2' }]);
  });
});

describe('the counts', () => {
  const truths = {
    task_count: `select department, role, kind, coalesce(item, '') as item, service, region, colour, claimed_by is not null as claimed, count(*) as n from task group by 1, 2, 3, 4, 5, 6, 7, 8`,
    clock_count: `select department, kind, service, region, colour, count(*) as n from clock where colour > 0 and stopped_at is null group by 1, 2, 3, 4, 5`,
    case_count: `select phase, service, region, colour, count(*) as n from case_record group by 1, 2, 3, 4`,
  };
  const dimensions = (truth: string) => truth.slice(7, truth.indexOf(', count')).replace(`coalesce(item, '') as item`, 'item').replace('claimed_by is not null as claimed', 'claimed');

  async function expectTruth(): Promise<void> {
    for (const [counts, truth] of Object.entries(truths)) {
      const names = dimensions(truth);
      const summed = await sql.raw(`select ${names}, sum(n)::bigint as n from ${counts} group by ${names} having sum(n) <> 0 order by ${names}`).execute(db);
      const counted = await sql.raw(`select * from (${truth}) truth order by ${names}`).execute(db);
      expect(summed.rows).toEqual(counted.rows);
    }
  }

  it('are the truth after many cases at once went their ways, were claimed, released and deleted', async () => {
    await Promise.all(Array.from({ length: 6 }, async (_, index) => {
      const one = await restaurantCase(`371311-20260210-${index}`);
      await db.transaction().execute((tx) => applyExport(tx, one.exportAfter(1)));
      for (const [number, batch] of one.batches.slice(1, 12 + index * 6).entries()) {
        await db.transaction().execute((tx) => applyChanges(tx, one.caseNo, batch));
        const task = { caseNo: one.caseNo, taskId: 'examine:fire-check' };
        await (number % 2 ? release(db, fire, task) : claim(db, fire, task));
      }
    }));
    await expectTruth();
    await db.transaction().execute(async (tx) => {
      await tx.deleteFrom('task').where('case_no', 'like', '371311-%').execute();
      await tx.updateTable('task').set({ colour: 2 }).where('department', '=', 'water').execute();
    });
    await db.transaction().execute((tx) => tx.deleteFrom('task').execute().then(() => Promise.reject(new Error('rolled back')))).catch(() => undefined);
    await expectTruth();
  });

  it('stay the truth while they are summed up and written at the same time', async () => {
    const rowsBefore = (await db.selectFrom('task_count').selectAll().execute()).length;
    // Each department by itself: two statements over the same tasks in different order would deadlock over the tasks.
    await Promise.all(FILLED_DEPARTMENTS.map(async (department) => {
      for (let round = 0; round < 10; round += 1) {
        await db.updateTable('task').set({ claimed_by: round % 2 ? null : 'somebody' }).where('department', '=', department).where('id', 'like', '%:open-gym-%').execute();
        await sql`select sum_up_task_count(), sum_up_clock_count(), sum_up_case_count()`.execute(db);
      }
    }));
    await sql`select sum_up_task_count(), sum_up_clock_count(), sum_up_case_count()`.execute(db);
    await expectTruth();
    const summed = await db.selectFrom('task_count').selectAll().execute();
    expect(new Set(summed.map(({ n: _, ...key }) => JSON.stringify(key))).size).toBe(summed.length);
    expect(summed.length).toBeLessThanOrEqual(rowsBefore);
  });
});
