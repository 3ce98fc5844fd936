import type { CaseExport } from '../workflows/case-protocol.ts';
import type { Change } from '../workflows/case/case-change.ts';
import { chainOf, contentHash } from './hash-chain.ts';
import type { Database, Tx } from './open-store.ts';

/**
 * Writes a case's whole legal record and verifies it: the chain recomputed from the record must end where the store's own
 * chain ends, and the record read back must hash to what was written. From then on the store is the record.
 */
export async function writeArchive(tx: Tx, exported: CaseExport): Promise<{ hash: string }> {
  const { caseNo, changes } = exported;
  const { chain } = await tx.selectFrom('case_record').select('chain').where('case_no', '=', caseNo).executeTakeFirstOrThrow();
  if (chainOf(changes).at(-1) !== chain) {
    throw new Error(`办件 ${caseNo} 的存储与历史不一致，不能归档。 The store differs from the history of case ${caseNo}: not archived.`);
  }
  const hash = contentHash(exported);
  await tx.insertInto('archive')
    .values({ case_no: caseNo, archived_at: exported.state.at, hash, record: JSON.stringify(exported) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await verifyArchive(tx, caseNo);
  await tx.updateTable('case_record').set({ archived_hash: hash }).where('case_no', '=', caseNo).execute();
  return { hash };
}

/** Reads an archived record back and compares it with its hash. Throws when they differ. */
export async function verifyArchive(tx: Database, caseNo: string): Promise<CaseExport> {
  const row = await tx.selectFrom('archive').selectAll().where('case_no', '=', caseNo).executeTakeFirstOrThrow();
  if (contentHash(row.record) !== row.hash) {
    throw new Error(`办件 ${caseNo} 的档案已被改动。 The archive of case ${caseNo} was altered.`);
  }
  return row.record as CaseExport & { changes: Change[] };
}
