import type { CaseExport } from '../workflows/case-protocol.ts';
import { applyExport, lockNumber } from './apply-changes.ts';
import type { Database, Tx } from './open-store.ts';

export interface Rebuilt {
  readonly restored: number;
  /** Already archived: the store is their record, so they were left alone. */
  readonly archived: number;
}

/**
 * Restores open cases after the store was lost or damaged, each from what the case itself has (its Temporal query `export`),
 * each in its own transaction. Who had claimed a task keeps it if it is still the same task. Safe to repeat, and to run
 * while the system works.
 * @param exports of the open cases; which those are, Temporal's own list says
 */
export async function rebuild(db: Database, exports: AsyncIterable<CaseExport>): Promise<Rebuilt> {
  let restored = 0;
  let archived = 0;
  for await (const exported of exports) {
    const done = await db.transaction().execute((tx) => rebuildCase(tx, exported));
    if (done) restored += 1;
    else archived += 1;
  }
  return { restored, archived };
}

async function rebuildCase(tx: Tx, exported: CaseExport): Promise<boolean> {
  const { caseNo } = exported;
  await lockNumber(tx, caseNo);
  const known = await tx.selectFrom('case_record').select(['archived_hash', 'seq']).where('case_no', '=', caseNo).forUpdate().executeTakeFirst();
  if (known?.archived_hash) return false;
  // The case may have gone on since it was asked: what is newer than the export is kept and folded again, without its link.
  const { seq } = exported.state;
  await tx.updateTable('case_change').set({ hash: null }).where('case_no', '=', caseNo).where('seq', '>', seq).execute();
  await tx.deleteFrom('case_change').where('case_no', '=', caseNo).where('seq', '<=', seq).execute();
  await tx.deleteFrom('document').where('case_no', '=', caseNo).execute();
  await tx.deleteFrom('clock').where('case_no', '=', caseNo).execute();
  // Not the tasks: the fold deletes those that should not be, and leaves the others with whoever claimed them.
  await tx.deleteFrom('case_record').where('case_no', '=', caseNo).execute();
  // A lost store has told people of everything until it was lost; what they read there, and what was sent, is not known any more.
  await applyExport(tx, exported, { toldUpTo: known?.seq ?? seq });
  return true;
}
