import type { DocumentRecord } from '../../workflows/case/document.ts';
import type { Database } from '../open-store.ts';
import { type Page, type PageOptions, pageOf, pageSize, startOf } from './page.ts';

export interface ListedDocument {
  readonly record: DocumentRecord;
  readonly hash: string;
}

/** A case's papers, in order of their numbers. */
export async function documents(db: Database, caseNo: string, options: PageOptions = {}): Promise<Page<ListedDocument>> {
  const [after] = startOf(options, ['']);
  const rows = await db.selectFrom('document').select(['record', 'hash'])
    .where('case_no', '=', caseNo).where('number', '>', after).orderBy('number').limit(pageSize(options) + 1).execute();
  return pageOf(rows.map((row) => ({ record: row.record as DocumentRecord, hash: row.hash })), options, (row) => [row.record.number]);
}

/** One paper by its number. */
export async function findDocument(db: Database, number: string): Promise<(ListedDocument & { readonly caseNo: string }) | null> {
  const row = await db.selectFrom('document').select(['case_no', 'record', 'hash']).where('number', '=', number).executeTakeFirst();
  return row ? { caseNo: row.case_no, record: row.record as DocumentRecord, hash: row.hash } : null;
}
