import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { forestCase, gasCase } from '../../client/documents/test-support/forest-stories.ts';
import { DECREES } from '../../client/documents/test-support/played-case.ts';
import { localTime } from '../../workflows/case/plain-date.ts';
import { applyExport } from '../apply-changes.ts';
import { openTestStore } from '../test-support/test-store.ts';
import { intermediaries } from './intermediaries.ts';

let test: Awaited<ReturnType<typeof openTestStore>>;
beforeAll(async () => {
  test = await openTestStore();
  for (const { plan, state, changes } of [forestCase(), gasCase()]) {
    await test.store.db.transaction().execute((tx) => applyExport(tx, { caseNo: state.caseNo, plan, decrees: DECREES, state, changes }));
  }
});
afterAll(() => test.end());

describe('intermediary services', () => {
  it('are told by name, each run with its beginning and its end', async () => {
    const { rows } = await intermediaries(test.store.db);
    expect(rows.map((row) => ({ ...row, from: localTime(row.from), until: row.until && localTime(row.until) }))).toMatchObject([
      { caseNo: '371302-20260302-0011', item: 'gas-connection', procedure: 'pressure-test', by: '沂蒙检测公司', paidBy: 'authority', told: 2, stopsClock: false, from: '2026-03-03T10:00', until: '2026-03-04T16:00' },
      { by: '河东检测公司', told: 1, from: '2026-03-05T10:00', until: null },
    ]);
  });

  it('are paged', async () => {
    const first = await intermediaries(test.store.db, { size: 1 });
    const second = await intermediaries(test.store.db, { size: 1, after: first.next! });
    expect([first.rows[0]!.by, second.rows[0]!.by, second.next]).toEqual(['沂蒙检测公司', '河东检测公司', null]);
  });
});
