import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor } from '../workflows/case/actor.ts';
import type { PlainDate } from '../workflows/case/plain-date.ts';
import { allocationOf, bulkClaim, claim, mayAct, release, transfer } from './allocation.ts';
import { applyChanges, applyExport } from './apply-changes.ts';
import { delegate, delegationsOf, endDelegation } from './delegation.ts';
import type { Database } from './open-store.ts';
import { findPerson, seedPeople } from './people.ts';
import { inbox, inboxCounts } from './queries/inbox.ts';
import { restaurantCase, restaurantPlan, type ToldCase } from './test-support/restaurant-case.ts';
import { openTestStore } from './test-support/test-store.ts';

const CASE_NO = '371302-20260210-0001';
const FIRE = { caseNo: CASE_NO, taskId: 'examine:fire-check' };
const day = (date: string) => date as PlainDate;

let test: Awaited<ReturnType<typeof openTestStore>>;
let db: Database;
let told: ToldCase;
let first: Actor;
let second: Actor;
let health: Actor;
let head: Actor;
let manager: Actor;

beforeAll(async () => {
  test = await openTestStore();
  db = test.store.db;
  await seedPeople(db, [restaurantPlan()]);
  told = await restaurantCase(CASE_NO);
  [first, second, health, head, manager] = (await Promise.all(
    ['reviewer-fire-rescue-1', 'reviewer-fire-rescue-2', 'reviewer-health-1', 'head-fire-rescue', 'manager-1'].map((id) => findPerson(db, id)),
  )) as [Actor, Actor, Actor, Actor, Actor];
});
afterAll(() => test.end());
beforeEach(async () => {
  for (const table of ['case_record', 'case_change', 'task', 'clock', 'document', 'delegation', 'allocation_log'] as const) await db.deleteFrom(table).execute();
  await db.transaction().execute((tx) => applyExport(tx, told.exportAfter(1)));
});

const claimedBy = async () => (await db.selectFrom('task').select('claimed_by').where('id', '=', FIRE.taskId).executeTakeFirstOrThrow()).claimed_by;

describe('claiming a task', () => {
  it('takes it, once, with one entry in the log', async () => {
    expect(await claim(db, first, FIRE, { at: 1_000 })).toEqual({ ok: true, task: FIRE, claimedBy: first.id, changed: true });
    expect(await claim(db, first, FIRE)).toEqual({ ok: true, task: FIRE, claimedBy: first.id, changed: false });
    expect(await allocationOf(db, FIRE)).toEqual([{ at: 1_000, action: 'claim', by: first.id, from: null, to: first.id, note: null }]);
  });

  it('by two at the same moment: one wins, the other is told who', async () => {
    for (let round = 0; round < 20; round += 1) {
      const results = await Promise.all([claim(db, first, FIRE), claim(db, second, FIRE)]);
      const [winner, loser] = results[0].ok ? [first, results[1]] : [second, results[0]];
      expect(loser).toEqual({ ok: false, task: FIRE, code: 'task.claimedByOther', params: { who: winner.name } });
      expect(await claimedBy()).toBe(winner.id);
      await release(db, winner, FIRE);
    }
    expect(await allocationOf(db, FIRE)).toHaveLength(40);
  });

  it('of another department, or of nobody, is refused', async () => {
    expect(await claim(db, health, FIRE)).toMatchObject({ ok: false, code: 'task.notYours' });
    expect(await claim(db, head, FIRE)).toMatchObject({ ok: false, code: 'task.notYours' });
    expect(await claim(db, manager, FIRE)).toMatchObject({ ok: false, code: 'task.notYours' });
    expect(await claim(db, first, { caseNo: CASE_NO, taskId: 'examine:no-such-item' })).toMatchObject({ ok: false, code: 'task.unknown' });
    expect(await allocationOf(db, FIRE)).toEqual([]);
  });

  it('in bulk takes what is free and says why not for the rest, in the order asked', async () => {
    const market = (await Promise.all([1, 2].map((n) => findPerson(db, `reviewer-market-regulation-${n}`)))) as [Actor, Actor];
    const food = { caseNo: CASE_NO, taskId: 'examine:food-licence' };
    const licence = { caseNo: CASE_NO, taskId: 'examine:business-licence-check' };
    await claim(db, market[1], licence);
    expect(await bulkClaim(db, market[0], [licence, { ...food, taskId: 'examine:nothing' }, food, FIRE])).toMatchObject([
      { ok: false, code: 'task.claimedByOther', params: { who: market[1].name } }, { ok: false, code: 'task.unknown' },
      { ok: true, changed: true }, { ok: false, code: 'task.notYours' },
    ]);
  });

  it('in bulk, by two at the same moment, leaves nobody without an answer', async () => {
    const tasks = ['food-licence', 'business-licence-check'].map((item) => ({ caseNo: CASE_NO, taskId: `examine:${item}` }));
    const [one, two] = (await Promise.all([1, 2].map((n) => findPerson(db, `reviewer-market-regulation-${n}`)))) as [Actor, Actor];
    const [ones, twos] = await Promise.all([bulkClaim(db, one, tasks), bulkClaim(db, two, tasks.toReversed())]);
    const taken = [...ones, ...twos].filter((result) => result.ok);
    const told = [...ones, ...twos].filter((result) => !result.ok);
    expect(taken.map((result) => result.task.taskId).sort()).toEqual(tasks.map((task) => task.taskId).sort());
    expect(told.every((result) => !result.ok && result.code === 'task.claimedByOther')).toBe(true);
  });
});

describe('a claim', () => {
  it('survives what happens to the case, for as long as the task is the same', async () => {
    await claim(db, first, FIRE);
    const examinedByFire = told.batches.findIndex((batch) => batch.some((change) => change.kind === 'itemExamined' && change.item === 'fire-check'));
    for (const batch of told.batches.slice(1, examinedByFire)) await db.transaction().execute((tx) => applyChanges(tx, CASE_NO, batch));
    expect(await claimedBy()).toBe(first.id);
    await db.transaction().execute((tx) => applyChanges(tx, CASE_NO, told.batches[examinedByFire]!));
    expect(await claim(db, first, FIRE)).toMatchObject({ ok: false, code: 'task.unknown' });
    expect(await allocationOf(db, FIRE)).toHaveLength(1);
  });

  it('is given back by its owner, the head or a manager, and by nobody else', async () => {
    await claim(db, first, FIRE);
    expect(await release(db, second, FIRE)).toMatchObject({ ok: false, code: 'task.claimedByOther', params: { who: first.name } });
    expect(await release(db, health, FIRE)).toMatchObject({ ok: false, code: 'task.notYours' });
    expect(await release(db, head, FIRE)).toMatchObject({ ok: true, claimedBy: null, changed: true });
    expect(await release(db, head, FIRE)).toMatchObject({ ok: false, code: 'task.notClaimed' });
    await claim(db, first, FIRE);
    expect(await release(db, manager, FIRE, { note: '承办人出差' })).toMatchObject({ ok: true, changed: true });
    expect((await allocationOf(db, FIRE)).at(-1)).toMatchObject({ action: 'release', by: manager.id, from: first.id, to: null, note: '承办人出差' });
  });

  it('is handed over to a colleague of the same post', async () => {
    await claim(db, first, FIRE);
    expect(await transfer(db, first, FIRE, health.id)).toMatchObject({ ok: false, code: 'transfer.notTheirs', params: { person: health.name } });
    expect(await transfer(db, second, FIRE, second.id)).toMatchObject({ ok: false, code: 'task.claimedByOther' });
    expect(await transfer(db, first, FIRE, second.id, { note: '请接办' })).toEqual({ ok: true, task: FIRE, claimedBy: second.id, changed: true });
    expect(await transfer(db, second, FIRE, second.id)).toMatchObject({ ok: true, changed: false });
    await expect(transfer(db, second, FIRE, 'nobody')).rejects.toMatchObject({ code: 'person.unknown' });
    expect((await allocationOf(db, FIRE)).map(({ action, from, to }) => [action, from, to])).toEqual([['claim', null, first.id], ['transfer', first.id, second.id]]);
  });
});

describe('whether one may act', () => {
  it('is refused only when somebody else has claimed the task', async () => {
    await mayAct(db, first, CASE_NO, FIRE.taskId);
    await claim(db, first, FIRE);
    await mayAct(db, first, CASE_NO, FIRE.taskId);
    await expect(mayAct(db, second, CASE_NO, FIRE.taskId)).rejects.toMatchObject({ code: 'task.claimedByOther', text: { zh: expect.stringContaining(first.name) } });
    // What is no task, or not theirs, the case itself refuses, in its own words.
    await mayAct(db, second, CASE_NO, 'decide:fire-check');
  });
});

describe('standing in during an absence', () => {
  const absence = { startsOn: day('2026-02-10'), endsOn: day('2026-02-12'), reason: '休假' };

  it('lets a colleague see and do what the absent one had claimed, on those days only', async () => {
    await claim(db, first, FIRE);
    await delegate(db, first, { to: second.id, ...absence });
    for (const [today, holds] of [['2026-02-09', false], ['2026-02-10', true], ['2026-02-12', true], ['2026-02-13', false]] as const) {
      const mine = await inbox(db, second, { view: 'mine', today: day(today) });
      expect(mine.rows.map((row) => row.id)).toEqual(holds ? [FIRE.taskId] : []);
      expect((await inboxCounts(db, second, { today: day(today) })).mine).toBe(holds ? 1 : 0);
      const acting = mayAct(db, second, CASE_NO, FIRE.taskId, { today: day(today) });
      await (holds ? acting : expect(acting).rejects.toMatchObject({ code: 'task.claimedByOther' }));
    }
    expect(await transfer(db, second, FIRE, second.id, { today: day('2026-02-11') })).toMatchObject({ ok: true, changed: true });
  });

  it('ends before its time when the absent one is back', async () => {
    await claim(db, first, FIRE);
    const { id } = await delegate(db, first, { to: second.id, ...absence });
    await expect(endDelegation(db, second, id)).rejects.toMatchObject({ code: 'delegation.unknown' });
    await endDelegation(db, first, id, 5_000);
    await expect(endDelegation(db, first, id)).rejects.toMatchObject({ code: 'delegation.unknown' });
    expect(await delegationsOf(db, first.id)).toEqual([{ id, from: first.id, to: second.id, ...absence, endedAt: 5_000 }]);
    await expect(mayAct(db, second, CASE_NO, FIRE.taskId, { today: day('2026-02-11') })).rejects.toMatchObject({ code: 'task.claimedByOther' });
    const log = await db.selectFrom('allocation_log').select(['action', 'by']).where('delegation', '=', id).orderBy('id').execute();
    expect(log).toEqual([{ action: 'delegate', by: first.id }, { action: 'endDelegation', by: first.id }]);
  });

  it('is only for a colleague of the same post, and for days in order', async () => {
    await expect(delegate(db, first, { to: health.id, ...absence })).rejects.toMatchObject({ code: 'delegation.otherPost' });
    await expect(delegate(db, first, { to: first.id, ...absence })).rejects.toMatchObject({ code: 'delegation.otherPost' });
    await expect(delegate(db, first, { to: 'nobody', ...absence })).rejects.toMatchObject({ code: 'person.unknown' });
    await expect(delegate(db, first, { to: second.id, ...absence, endsOn: day('2026-02-09') })).rejects.toMatchObject({ code: 'delegation.period' });
  });
});

describe('the directory', () => {
  it('has people of every role, the same ones however often it is seeded', async () => {
    const before = await db.selectFrom('person').selectAll().orderBy('id').execute();
    await seedPeople(db, [restaurantPlan(), restaurantPlan()]);
    expect(await db.selectFrom('person').selectAll().orderBy('id').execute()).toEqual(before);
    expect(before).toHaveLength(6 * 4 + 5);
    expect(await findPerson(db, 'approver-water-1')).toMatchObject({ role: 'approver', department: 'water' });
    expect(await findPerson(db, 'government-head')).not.toHaveProperty('department');
    await expect(findPerson(db, 'nobody')).rejects.toMatchObject({ code: 'person.unknown' });
  });
});
