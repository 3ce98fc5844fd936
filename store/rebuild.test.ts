import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CaseExport } from '../workflows/case-protocol.ts';
import { claim } from './allocation.ts';
import { applyChanges, applyExport } from './apply-changes.ts';
import { writeArchive } from './archive.ts';
import type { Database } from './open-store.ts';
import { findPerson, seedPeople } from './people.ts';
import { rebuild } from './rebuild.ts';
import { restaurantCase, restaurantPlan, type ToldCase } from './test-support/restaurant-case.ts';
import { rowsOfCase } from './test-support/rows-of-case.ts';
import { openTestStore } from './test-support/test-store.ts';
import { verifyStore } from './verify.ts';

const CASE_NO = '371302-20260210-0001';
/** Some departments have answered, the fire brigade has not. */
const MIDDLE = 4;
let test: Awaited<ReturnType<typeof openTestStore>>;
let db: Database;
let told: ToldCase;

beforeAll(async () => {
  test = await openTestStore();
  db = test.store.db;
  await seedPeople(db, [restaurantPlan()]);
  told = await restaurantCase(CASE_NO);
});
afterAll(() => test.end());
beforeEach(() => lose());

async function lose(): Promise<void> {
  for (const table of ['case_record', 'case_change', 'task', 'clock', 'document', 'archive', 'allocation_log'] as const) await db.deleteFrom(table).execute();
}

const receive = (batches: number) => db.transaction().execute((tx) => applyExport(tx, told.exportAfter(batches)));
async function* exportsOf(...exports: readonly CaseExport[]) {
  yield* exports;
}

describe('rebuilding a store', () => {
  it('that was lost gives the same rows', async () => {
    await receive(MIDDLE);
    const before = await rowsOfCase(db, CASE_NO);
    await lose();
    expect(await rebuild(db, exportsOf(told.exportAfter(MIDDLE)))).toEqual({ restored: 1, archived: 0 });
    expect(await rowsOfCase(db, CASE_NO)).toEqual(before);
    expect(await verifyStore(db)).toEqual([]);
  });

  it('that was damaged puts everything right and leaves tasks with whoever claimed them', async () => {
    const task = { caseNo: CASE_NO, taskId: 'examine:fire-check' };
    const reviewer = await findPerson(db, 'reviewer-fire-rescue-1');
    await receive(MIDDLE);
    await claim(db, reviewer, task);
    const before = await rowsOfCase(db, CASE_NO);
    await db.updateTable('case_record').set({ phase: 'closed', chain: 'x', seq: 3, applicant_name: '别人', state: '{}' }).execute();
    await db.updateTable('case_change').set({ change: '{}' }).where('seq', '=', 2).execute();
    await db.deleteFrom('case_change').where('seq', '=', 3).execute();
    await db.updateTable('document').set({ record: '{}' }).execute();
    await db.deleteFrom('task').where('id', '<>', task.taskId).execute();
    await db.deleteFrom('clock').execute();
    await rebuild(db, exportsOf(told.exportAfter(MIDDLE)));
    expect(await rowsOfCase(db, CASE_NO)).toEqual(before);
    expect(await db.selectFrom('task').select('claimed_by').where('id', '=', task.taskId).executeTakeFirstOrThrow()).toEqual({ claimed_by: reviewer.id });
  });

  it('while the case goes on loses nothing of what is newer than the export', async () => {
    await receive(MIDDLE + 2);
    const newer = await rowsOfCase(db, CASE_NO);
    await rebuild(db, exportsOf(told.exportAfter(MIDDLE)));
    expect(await rowsOfCase(db, CASE_NO)).toEqual(newer);
    await lose();
    await receive(MIDDLE);
    await Promise.all([
      rebuild(db, exportsOf(told.exportAfter(MIDDLE))), rebuild(db, exportsOf(told.exportAfter(MIDDLE + 1))), receive(MIDDLE),
      ...told.batches.slice(MIDDLE, MIDDLE + 2).map((batch) => db.transaction().execute((tx) => applyChanges(tx, CASE_NO, batch))),
    ]);
    expect(await rowsOfCase(db, CASE_NO)).toEqual(newer);
  });

  it('leaves an archived case alone', async () => {
    const whole = told.exportAfter(told.batches.length);
    await receive(told.batches.length);
    await db.transaction().execute((tx) => writeArchive(tx, whole));
    const before = await rowsOfCase(db, CASE_NO);
    expect(await rebuild(db, exportsOf(told.exportAfter(MIDDLE)))).toEqual({ restored: 0, archived: 1 });
    expect(await rowsOfCase(db, CASE_NO)).toEqual(before);
    expect(await verifyStore(db)).toEqual([]);
  });
});

describe('verifying a store', () => {
  const found = (what: string, seq: number | null) => [{ caseNo: CASE_NO, what, seq }];

  it('names the first change that was altered, removed or moved', async () => {
    await receive(MIDDLE);
    const { change } = await db.selectFrom('case_change').select('change').where('seq', '=', 5).executeTakeFirstOrThrow();
    await db.updateTable('case_change').set({ change: JSON.stringify({ ...change, at: 1 }) }).where('seq', '=', 5).execute();
    expect(await verifyStore(db)).toEqual(found('chain', 5));
    expect(await verifyStore(db, CASE_NO)).toEqual(found('chain', 5));
    expect(await verifyStore(db, 'another')).toEqual([]);
    await db.deleteFrom('case_change').where('seq', '=', 3).execute();
    expect(await verifyStore(db)).toEqual(found('missingChange', 3));
    await db.deleteFrom('case_change').where('seq', '>=', 3).execute();
    expect(await verifyStore(db)).toEqual(found('missingChange', 3));
  });

  it('names a state, a task, a clock, a paper or an archive that is not what the changes say', async () => {
    const damages: readonly [string, number | null, () => Promise<unknown>][] = [
      ['state', told.batches.slice(0, MIDDLE).flat().length, () => db.updateTable('case_record').set({ phase: 'closed' }).execute()],
      ['tasks', null, () => db.updateTable('task').set({ due_on: '2030-01-01' }).execute()],
      ['clocks', null, () => db.updateTable('clock').set({ ran_out_at: 1 }).execute()],
      ['documents', null, () => db.deleteFrom('document').execute()],
      ['archive', null, () => db.updateTable('case_record').set({ archived_hash: 'x' }).execute()],
    ];
    for (const [what, seq, damage] of damages) {
      await lose();
      await receive(MIDDLE);
      await damage();
      expect(await verifyStore(db)).toEqual(found(what, seq));
    }
  });
});
