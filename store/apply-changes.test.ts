import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Change } from '../workflows/case/case-change.ts';
import { applyChanges, applyExport, settleWithChanges } from './apply-changes.ts';
import { logSent } from './command-log.ts';
import { chainOf } from './hash-chain.ts';
import { type Database, openStore } from './open-store.ts';
import { restaurantCase, type ToldCase } from './test-support/restaurant-case.ts';
import { rowsOfCase } from './test-support/rows-of-case.ts';
import { openTestStore } from './test-support/test-store.ts';
import { verifyStore } from './verify.ts';

const CASE_NO = '371302-20260210-0001';
let test: Awaited<ReturnType<typeof openTestStore>>;
let db: Database;
let told: ToldCase;
let inOrder: object;

beforeAll(async () => {
  test = await openTestStore();
  db = test.store.db;
  told = await restaurantCase(CASE_NO);
  await applyAll();
  inOrder = await rowsOfCase(db, CASE_NO);
});
afterAll(() => test.end());
beforeEach(forget);

async function forget(): Promise<void> {
  for (const table of ['case_record', 'case_change', 'task', 'clock', 'document'] as const) await db.deleteFrom(table).execute();
}

async function applyAll(length = told.batches.length): Promise<void> {
  await receive(1);
  for (const batch of told.batches.slice(1, length)) await tell(batch);
}

/** The whole case as it was after so many batches. */
const receive = (batches: number, store = db) => store.transaction().execute((tx) => applyExport(tx, told.exportAfter(batches)));
const tell = (changes: readonly Change[], store = db) => store.transaction().execute((tx) => applyChanges(tx, CASE_NO, changes));
const seqs = async () => (await db.selectFrom('case_record').select(['seq', 'seen']).where('case_no', '=', CASE_NO).executeTakeFirst()) ?? null;

describe('changes that arrive in order', () => {
  it('end in the state, the chain and the papers of the case itself', async () => {
    await applyAll();
    const { state, changes } = told.exportAfter(told.batches.length);
    const record = await db.selectFrom('case_record').selectAll().executeTakeFirstOrThrow();
    expect(record).toMatchObject({ phase: 'archived', seq: changes.length, seen: changes.length, has_gap: false, chain: chainOf(changes).at(-1) });
    expect(record.state).toEqual(JSON.parse(JSON.stringify(state)));
    expect(Object.keys((record.state as typeof state).items)).toEqual(Object.keys(state.items));
    expect(await db.selectFrom('document').select('number').execute()).toHaveLength(state.documents.length);
    expect(await verifyStore(db)).toEqual([]);
  });

  it('change nothing when they come again', async () => {
    await applyAll();
    await tell(told.batches.flat());
    await receive(told.batches.length);
    expect(await rowsOfCase(db, CASE_NO)).toEqual(inOrder);
  });
});

describe('a command settled with its changes', () => {
  const settle = async (batch: readonly Change[], store = db) => {
    const id = `settled-${batch[0]!.seq}-${batch[0]!.at}`;
    await logSent(store, { id, caseNo: CASE_NO, name: 'examine', actor: batch[0]!.by, body: {}, sentAt: 1 });
    await settleWithChanges(store, id, CASE_NO, batch);
    const { status } = await store.selectFrom('command').select('status').where('id', '=', id).executeTakeFirstOrThrow();
    return status;
  };
  beforeEach(() => db.deleteFrom('command').execute());

  it('one after the other, ends as changes applied one by one do', async () => {
    await receive(1);
    for (const batch of told.batches.slice(1)) expect(await settle(batch)).toBe('done');
    expect(await rowsOfCase(db, CASE_NO)).toEqual(inOrder);
  });

  it('is not misled by what this process remembers of the case when somebody else has written it since', async () => {
    const [first = [], second = [], third = []] = told.batches.slice(1);
    await receive(1);
    await settle(first);
    // Another store, another history of the same length: now that is what is remembered.
    const other = await openTestStore();
    try {
      await receive(1, other.store.db);
      const elsewhere = first.map((change) => ({ ...change, by: { ...change.by, name: '别人' } }));
      await settle(elsewhere, other.store.db);
    } finally {
      await other.end();
    }
    expect(await settle(second)).toBe('done');
    // What came too early and waits must be folded with it.
    await tell(told.batches[4]!);
    expect(await settle(third)).toBe('done');
    for (const batch of told.batches.slice(5)) await settle(batch);
    expect(await rowsOfCase(db, CASE_NO)).toEqual(inOrder);
    expect(await verifyStore(db)).toEqual([]);
  });
});

describe('changes that arrive out of order', () => {
  it('wait for their predecessors, and the gap is on record meanwhile', async () => {
    await receive(1);
    const [first = [], second = []] = told.batches.slice(1);
    const received = told.batches[0]!.length;
    await tell(second);
    expect(await seqs()).toEqual({ seq: received, seen: received + first.length + second.length });
    await tell(first);
    expect(await seqs()).toEqual({ seq: received + first.length + second.length, seen: received + first.length + second.length });
    expect(await verifyStore(db)).toEqual([]);
  });

  it('wait for the case itself, when its receipt is told last', async () => {
    expect(await tell(told.batches[1]!)).toBeNull();
    expect(await tell(told.batches[3]!)).toBeNull();
    await receive(1);
    const folded = told.batches.slice(0, 2).flat().length;
    expect(await seqs()).toEqual({ seq: folded, seen: told.batches.slice(0, 4).flat().length });
    await tell(told.batches[2]!);
    expect((await seqs())!.seq).toBe(told.batches.slice(0, 4).flat().length);
    expect(await verifyStore(db)).toEqual([]);
  });

  it('wait for both when an export ends in the middle', async () => {
    await tell(told.batches[5]!);
    await tell(told.batches[4]!);
    await receive(3);
    expect((await seqs())!.seq).toBe(told.batches.slice(0, 3).flat().length);
    await tell(told.batches[3]!);
    expect((await seqs())!.seq).toBe(told.batches.slice(0, 6).flat().length);
  });

  it('end in the same rows and the same chain, however they are shuffled, repeated and torn', async () => {
    // In the middle there is work to compare, at the end there is none: a story of each length.
    const lengths = [4, 11, 20, told.batches.length];
    const expected = new Map<number, object>();
    for (const length of lengths) {
      await forget();
      await applyAll(length);
      expected.set(length, await rowsOfCase(db, CASE_NO));
    }
    const story = fc.constantFrom(...lengths).chain((length) => fc.record({
      // Where each batch comes in the queue, which come twice, how they are torn, and when and how far the case is made known.
      places: fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: length, maxLength: length }),
      again: fc.array(fc.nat({ max: length - 1 }), { maxLength: 8 }),
      torn: fc.boolean(), known: fc.nat({ max: length }), exported: fc.integer({ min: 1, max: length }),
    }));
    await fc.assert(
      fc.asyncProperty(story, async ({ places, again, torn, known, exported }) => {
        await forget();
        const order = [...places.keys()].sort((a, b) => places[a]! - places[b]! || a - b);
        const queue = [...order, ...again].map((index) => told.batches[index]!);
        const pieces = torn ? queue.flatMap((batch) => [batch.slice(0, 1), batch.slice(1).toReversed()]) : queue;
        for (const [index, batch] of pieces.entries()) {
          if (index === known) await receive(exported);
          await tell(batch);
        }
        await receive(exported);
        expect(await rowsOfCase(db, CASE_NO)).toEqual(expected.get(places.length));
      }),
      { numRuns: 40 },
    );
  });
});

describe('two processes', () => {
  it('apply everything at the same moment, from two pools, and the end is the same', async () => {
    const other = await openStore(test.url);
    try {
      for (let round = 0; round < 5; round += 1) {
        await forget();
        await Promise.all([
          receive(2), receive(1, other.db),
          ...told.batches.flatMap((batch) => [tell(batch), tell(batch, other.db)]),
        ]);
        expect(await rowsOfCase(db, CASE_NO)).toEqual(inOrder);
      }
    } finally {
      await other.close();
    }
  });

  it('make the case known while its next change is being told', async () => {
    for (let round = 0; round < 20; round += 1) {
      await forget();
      await Promise.all([tell(told.batches[2]!), receive(1), tell(told.batches[1]!)]);
      expect((await seqs())!.seq).toBe(told.batches.slice(0, 3).flat().length);
    }
  });
});

it('puts right what an earlier release derived differently, at the next change of the case', async () => {
  await receive(2);
  await db.updateTable('task').set({ colour: 2, kind: 'oldWord' }).execute();
  await db.insertInto('task').values({
    case_no: CASE_NO, id: 'oldTask', kind: 'oldTask', service: 'open-restaurant', region: '371302', item: null, department: 'health', role: 'reviewer', since: 0, due_at: 0,
    due_on: null, suspended: false, colour: 0, claimed_by: null, claimed_at: null, applicant_name: '', received_at: 0,
  }).execute();
  expect(await verifyStore(db)).toEqual([{ caseNo: CASE_NO, what: 'tasks', seq: null }]);
  await tell(told.batches[2]!);
  expect(await verifyStore(db)).toEqual([]);
});
