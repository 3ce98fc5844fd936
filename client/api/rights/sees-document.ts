import type { ListedDocument } from '../../../store/queries/documents.ts';
import type { DocumentKind } from '../../../workflows/case/document.ts';
import type { Seeing } from '../views/seeing.ts';
import { PAPERS_AMONG_AUTHORITIES } from './among-authorities.ts';

/**
 * Who may read a paper: the window and the applicant all that were made out to him or for him, a department its own items' and of
 * the common ones receipt and acceptance (the others tell what all departments found), an interested party those about the hearing.
 * Supervision reads none: papers are full of personal data.
 */
export function seesDocument({ standing: { sight }, signedIn }: Pick<Seeing, 'standing' | 'signedIn'>, { record }: Pick<ListedDocument, 'record'>): boolean {
  switch (sight.of) {
    case 'all':
      return signedIn.role !== 'citizen' || !PAPERS_AMONG_AUTHORITIES.has(record.kind);
    case 'items':
      return record.item === null ? OF_EVERY_DEPARTMENT.has(record.kind) : sight.items.has(record.item);
    case 'hearing':
      return record.item !== null && sight.items.has(record.item) && OF_HEARINGS.has(record.kind);
    case 'course': case 'consent': case 'questions':
      return false;
    default:
      return sight satisfies never;
  }
}

const OF_EVERY_DEPARTMENT: ReadonlySet<DocumentKind> = new Set(['receipt', 'acceptance'] satisfies DocumentKind[]);
const OF_HEARINGS: ReadonlySet<DocumentKind> = new Set(['hearingRight', 'hearingNotice', 'hearingMinutes'] satisfies DocumentKind[]);
