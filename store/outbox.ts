import { sql } from 'kysely';
import type { DocumentRecord } from '../workflows/case/document.ts';
import type { Database } from './open-store.ts';

/** One thing that a department is to be told, with the paper that proves it. */
export interface OutboxEntry {
  readonly id: number;
  readonly caseNo: string;
  readonly kind: string;
  readonly item: string;
  readonly department: string;
  /** ms */
  readonly at: number;
  readonly document: DocumentRecord;
}

/**
 * What waits for a department, the oldest first: its system reads it, and says with {@link takeFromOutbox} what it has. Read
 * again after a failure it is there again: at least once, in order, each under the same id.
 */
export async function outboxOf(db: Database, department: string, size = 100): Promise<OutboxEntry[]> {
  const { rows } = await sql<OutboxEntry>`
    select o.id, o.case_no as "caseNo", o.kind, o.item, o.department, o.at, d.record as document
    from outbox o join document d on d.number = o.document
    where o.department = ${department} and o.taken_at is null order by o.id limit ${size}`.execute(db);
  return rows;
}

/** The department's system has these. @returns how many of them were still waiting */
export async function takeFromOutbox(db: Database, department: string, ids: readonly number[], by: string, at: number): Promise<number> {
  if (ids.length === 0) return 0;
  const taken = await db.updateTable('outbox').set({ taken_at: at, taken_by: by })
    .where('department', '=', department).where('taken_at', 'is', null).where('id', 'in', [...ids]).executeTakeFirst();
  return Number(taken.numUpdatedRows);
}
