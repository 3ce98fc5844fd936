import { calendarAt, planOf } from './apply-changes.ts';
import { verifyArchive } from './archive.ts';
import type { Change } from '../workflows/case/case-change.ts';
import { canonicalJson } from '../workflows/case/canonical-json.ts';
import { foldChanges } from './fold-changes.ts';
import { CHAIN_START } from './hash-chain.ts';
import type { Database } from './open-store.ts';
import { workRows } from './work-rows.ts';

/** Where a case's rows are not what its changes say. */
export interface StoreDifference {
  readonly caseNo: string;
  readonly what: 'missingChange' | 'chain' | 'state' | 'tasks' | 'clocks' | 'documents' | 'archive' | 'unfolded';
  /** The change at which it shows; null when it is about the whole case. */
  readonly seq: number | null;
}

const PAGE = 100;

/**
 * Recomputes the hash chain, the state, the work, the clocks and the papers of every case (or one) from its changes.
 * @returns the first difference of each case that has one; nothing when all is as it should be
 */
export async function verifyStore(db: Database, caseNo?: string): Promise<StoreDifference[]> {
  const differences: StoreDifference[] = [];
  for (let after = ''; ; ) {
    const page = await db.selectFrom('case_record').select('case_no').where('case_no', '>', after)
      .$if(caseNo !== undefined, (query) => query.where('case_no', '=', caseNo!)).orderBy('case_no').limit(PAGE).execute();
    for (const { case_no: one } of page) {
      // One snapshot a case, so that a case that goes on meanwhile does not look broken.
      const difference = await db.transaction().setIsolationLevel('repeatable read').execute((tx) => firstDifference(tx, one));
      if (difference) differences.push(difference);
    }
    if (page.length < PAGE) return differences;
    after = page.at(-1)!.case_no;
  }
}

async function firstDifference(db: Database, caseNo: string): Promise<StoreDifference | null> {
  const differs = (what: StoreDifference['what'], seq: number | null = null): StoreDifference => ({ caseNo, what, seq });
  const record = await db.selectFrom('case_record').selectAll().where('case_no', '=', caseNo).executeTakeFirstOrThrow();
  const rows = await db.selectFrom('case_change').select(['seq', 'change', 'hash']).where('case_no', '=', caseNo).orderBy('seq').execute();
  const linked = rows.filter((row) => row.hash !== null);
  const gap = linked.findIndex((row, index) => row.seq !== index + 1 || (row.change as Change).seq !== row.seq);
  if (gap >= 0) return differs('missingChange', gap + 1);
  if (linked.length < record.seq) return differs('missingChange', linked.length + 1);
  if (rows.some((row) => row.hash === null && row.seq === record.seq + 1)) return differs('unfolded', record.seq + 1);

  const { state, links } = foldChanges(null, linked.map((row) => row.change as Change), CHAIN_START);
  const broken = linked.findIndex((row, index) => row.hash !== links[index]);
  if (broken >= 0) return differs('chain', broken + 1);
  if (links.at(-1) !== record.chain) return differs('chain', record.seq);
  if (canonicalJson(state) !== canonicalJson(record.state) || state.seq !== record.seq || state.phase !== record.phase) return differs('state', record.seq);

  const expected = workRows(await planOf(db, record.plan_hash), await calendarAt(db, record.calendar_hash), state);
  const tasks = await db.selectFrom('task').selectAll().where('case_no', '=', caseNo).execute();
  if (!same(expected.tasks, tasks.map(({ since: _, claimed_by: __, claimed_at: ___, ...task }) => task))) return differs('tasks');
  const clocks = await db.selectFrom('clock').selectAll().where('case_no', '=', caseNo).execute();
  if (!same(expected.clocks, clocks) || expected.colour !== record.colour) return differs('clocks');

  const papers = await db.selectFrom('document').select(['number', 'record']).where('case_no', '=', caseNo).execute();
  const issued = linked.flatMap((row) => ((row.change as Change).kind === 'documentIssued' ? [(row.change as Extract<Change, { kind: 'documentIssued' }>).document] : []));
  if (!same(issued.map((document) => ({ id: document.number, document })), papers.map((paper) => ({ id: paper.number, document: paper.record })))) return differs('documents');
  if (record.archived_hash !== null && !(await verifyArchive(db, caseNo).then((archive) => archive.state.seq === record.seq, () => false))) return differs('archive');
  return null;
}

function same(expected: readonly { readonly id: string }[], found: readonly { readonly id: string }[]): boolean {
  const inOrder = (rows: readonly { readonly id: string }[]) => canonicalJson(rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  return inOrder(expected) === inOrder(found);
}
