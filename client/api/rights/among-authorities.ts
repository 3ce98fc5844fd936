import type { FactKind } from '../../../workflows/case/case-change.ts';
import type { Clock } from '../../../workflows/case/clock.ts';
import type { DocumentKind } from '../../../workflows/case/document.ts';

/**
 * What authorities do within themselves or with each other: neither who applies, nor who is concerned, nor another department is
 * told. The same matter stands in a case as a clock, as a paper and as a fact, so the three lists stand together.
 */
export const CLOCKS_AMONG_AUTHORITIES: ReadonlySet<Clock['kind']> = new Set(['internal', 'urge', 'consultation', 'supervision', 'rectification'] satisfies Clock['kind'][]);

export const PAPERS_AMONG_AUTHORITIES: ReadonlySet<DocumentKind> = new Set(['siteCheckRecord'] satisfies DocumentKind[]);

export const FACTS_AMONG_AUTHORITIES: ReadonlySet<FactKind> = new Set([
  'itemExamined', 'answerReturned', 'deemedComplete', 'itemRechecked', 'decisionProposed', 'proposalReturned', 'preliminaryReported', 'supervisionAcknowledged',
  'extensionRequested', 'extensionRejected', 'extensionLapsed', 'consulted', 'consultationAnswered', 'consultationUnanswered', 'urged', 'urgeAnswered', 'clockWarned',
] satisfies FactKind[]);

/** Of an item, what its own department and who applies are told, and nobody else. */
export const FACTS_OF_ITS_DEPARTMENT: ReadonlySet<FactKind> = new Set([
  'extensionApproved', 'overdueReasonStated', 'clockRanOut', 'calendarMissing', 'deadlineMoved', 'defectAnswered', 'afterCheckRecorded',
] satisfies FactKind[]);

/** Between the window and who applies, before the receipt. */
export const FACTS_OF_PRE_REVIEW: ReadonlySet<FactKind> = new Set([
  'draftResubmitted', 'consentSaid', 'preReviewMarkedComplex', 'preReviewAnswered', 'preReviewUnanswered',
] satisfies FactKind[]);

/** Between who applies and supervision. */
export const FACTS_OF_SUPERVISION: ReadonlySet<FactKind> = new Set(['complained', 'complaintResolved', 'caseRated', 'ratingRectified'] satisfies FactKind[]);
