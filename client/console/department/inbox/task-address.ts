import type { Task } from '../../../api/client/generated.ts';

/** Kinds of work that are about a case as a whole, or come from another department's item. */
const OF_THE_CASE: ReadonlySet<string> = new Set(['answerConsultation']);

/** Where a piece of work is done. */
export function addressOfTask({ caseNo, kind, item, role }: Pick<Task, 'caseNo' | 'kind' | 'item' | 'role'>): string {
  if (role === 'clerk') return kind === 'answerPreReview' ? `/window/pre-reviews/${caseNo}` : `/window/cases/${caseNo}`;
  if (role === 'manager') return `/unresolved?case=${caseNo}`;
  return item === null || OF_THE_CASE.has(kind) ? `/cases/${caseNo}/work` : `/cases/${caseNo}/items/${encodeURIComponent(item)}`;
}
