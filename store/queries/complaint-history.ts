import type { Actor } from '../../workflows/case/actor.ts';
import type { Change } from '../../workflows/case/case-change.ts';
import { allocationOf } from '../allocation.ts';
import type { Database } from '../open-store.ts';

/** One step of how a complaint was followed: said, taken up or handed on by the desk, answered, overdue, settled. */
export interface ComplaintStep {
  /** ms */
  readonly at: number;
  readonly kind: 'complained' | 'claim' | 'release' | 'transfer' | 'ranOut' | 'answered' | 'settled';
  /** Who did it; null: nobody, time did. */
  readonly by: string | null;
  /** What was said, or why it was handed on. */
  readonly text: string | null;
  /** To whom it went. */
  readonly to: string | null;
  /** What the applicant said when he was asked again. */
  readonly followUp: string | null;
}

/** The whole course of a complaint, in order: what the case recorded, and who of the desk had it. */
export async function complaintHistory(db: Database, caseNo: string, complaint: string): Promise<ComplaintStep[]> {
  const [changes, allocations, people] = await Promise.all([
    db.selectFrom('case_change').select('change').where('case_no', '=', caseNo).where('kind', 'in', ['complained', 'complaintResolved', 'clockRanOut']).where('hash', 'is not', null).orderBy('seq').execute(),
    allocationOf(db, { caseNo, taskId: `resolveComplaint:${complaint}` }),
    db.selectFrom('person').select(['id', 'name']).where('role', '=', 'manager').execute(),
  ]);
  const nameOf = (id: string | null) => (id === null ? null : people.find((one) => one.id === id)?.name ?? id);
  const said = changes.flatMap(({ change }) => stepOf(change as Change, complaint));
  const taken = allocations.flatMap(({ at, action, by, to, note }): ComplaintStep[] =>
    (action === 'claim' || action === 'release' || action === 'transfer' ? [{ at, kind: action, by: nameOf(by), text: note, to: nameOf(to), followUp: null }] : []));
  return [...said, ...taken].sort((a, b) => a.at - b.at);
}

function stepOf(change: Change, complaint: string): ComplaintStep[] {
  const { at, by }: { readonly at: number; readonly by: Actor } = change;
  if (change.kind === 'complained' && change.complaint === complaint) return [{ at, kind: 'complained', by: by.name, text: change.text, to: null, followUp: null }];
  if (change.kind === 'clockRanOut' && (change.clock === `complaint:${complaint}` || change.clock.startsWith(`complaint:${complaint}:`))) return [{ at, kind: 'ranOut', by: null, text: null, to: null, followUp: null }];
  if (change.kind !== 'complaintResolved' || change.complaint !== complaint) return [];
  return [{ at, kind: change.clock ? 'answered' : 'settled', by: by.name, text: change.answer, to: null, followUp: change.followUp ?? null }];
}
