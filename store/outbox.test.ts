import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DECREES } from '../client/documents/test-support/played-case.ts';
import { forestCase } from '../client/documents/test-support/forest-stories.ts';
import { applyExport } from './apply-changes.ts';
import { outboxOf, takeFromOutbox } from './outbox.ts';
import { openTestStore } from './test-support/test-store.ts';

let test: Awaited<ReturnType<typeof openTestStore>>;
beforeAll(async () => {
  test = await openTestStore();
  const { plan, state, changes } = forestCase();
  await test.store.db.transaction().execute((tx) => applyExport(tx, { caseNo: state.caseNo, plan, decrees: DECREES, state, changes }));
});
afterAll(() => test.end());

describe('the outbox of a department', () => {
  it('has each grant that it is to supervise, with its paper, once', async () => {
    const entries = await outboxOf(test.store.db, 'water');
    expect(entries).toMatchObject([{ caseNo: '371302-20260302-0010', kind: 'supervisionPushed', item: 'forest-land', document: { kind: 'grant', item: 'forest-land', addressee: '李明' } }]);
    expect(await outboxOf(test.store.db, 'forest-station')).toEqual([]);
  });

  it('keeps what was read until the system says that it has it', async () => {
    const { db } = test.store;
    const [entry] = await outboxOf(db, 'water');
    expect(await takeFromOutbox(db, 'forest-station', [entry!.id], 'water-system', 1)).toBe(0);
    expect(await outboxOf(db, 'water')).toHaveLength(1);
    expect(await takeFromOutbox(db, 'water', [entry!.id], 'water-system', 1)).toBe(1);
    expect(await takeFromOutbox(db, 'water', [entry!.id], 'water-system', 2)).toBe(0);
    expect(await takeFromOutbox(db, 'water', [], 'water-system', 2)).toBe(0);
    expect(await outboxOf(db, 'water')).toEqual([]);
  });
});
