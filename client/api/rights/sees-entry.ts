import type { FactKind } from '../../../workflows/case/case-change.ts';
import type { ItemId } from '../../../workflows/case/case-plan.ts';
import type { Seeing } from '../views/seeing.ts';

/**
 * Who is told of what happened. Of an item's inner workings (what was proposed, returned, asked of others, urged) only officers
 * are told, each department of its own; what was done to the applicant, everybody who sees the case.
 */
export function seesEntry({ standing: { sight }, signedIn }: Pick<Seeing, 'standing' | 'signedIn'>, kind: FactKind, item: ItemId | null): boolean {
  switch (sight.of) {
    case 'all':
      return signedIn.role !== 'citizen' || !AMONG_AUTHORITIES.has(kind);
    case 'course':
      return true;
    case 'items':
      return item === null ? !OF_SUPERVISION.has(kind) : sight.items.has(item) || !AMONG_AUTHORITIES.has(kind);
    case 'hearing':
      return item !== null && sight.items.has(item) && !AMONG_AUTHORITIES.has(kind);
    case 'consent':
      return kind === 'draftSubmitted' || kind === 'draftResubmitted' || kind === 'caseReceived';
    case 'questions':
      return false;
    default:
      return sight satisfies never;
  }
}

/** What an authority does within itself or with another one. */
const AMONG_AUTHORITIES: ReadonlySet<FactKind> = new Set([
  'itemExamined', 'answerReturned', 'decisionProposed', 'proposalReturned', 'extensionRequested', 'extensionRejected', 'extensionLapsed', 'consulted', 'consultationAnswered', 'consultationUnanswered', 'urged', 'urgeAnswered', 'clockWarned',
  'deemedComplete', 'itemRechecked',
] satisfies FactKind[]);

const OF_SUPERVISION: ReadonlySet<FactKind> = new Set(['complained', 'complaintResolved', 'caseRated', 'ratingRectified'] satisfies FactKind[]);
