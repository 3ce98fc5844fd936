import type { ListedDocument } from '../../../store/queries/documents.ts';
import type { DocumentKind } from '../../../workflows/case/document.ts';
import { titleOf } from '../../documents/document-title.ts';
import type { SeenDocument } from '../schemas/seen-case.ts';
import type { Seeing } from './seeing.ts';

export function seeDocuments(seeing: Pick<Seeing, 'standing' | 'signedIn' | 'state'>, papers: readonly ListedDocument[]): SeenDocument[] {
  return papers.filter((paper) => seesDocument(seeing, paper)).map((paper) => documentSeen(seeing.state.caseNo, paper));
}

export function documentSeen(caseNo: string, { record, hash }: ListedDocument): SeenDocument {
  return { number: record.number, kind: record.kind, title: titleOf(record), item: record.item, issuedOn: record.issuedOn, caseNo, hash };
}

/**
 * Who may read a paper: the window and the applicant all that were made out to him or for him, a department its own items' and the
 * case's common ones, an interested party those about the hearing. Supervision reads none: papers are full of personal data.
 */
export function seesDocument({ standing: { sight }, signedIn }: Pick<Seeing, 'standing' | 'signedIn'>, { record }: Pick<ListedDocument, 'record'>): boolean {
  switch (sight.of) {
    case 'all':
      return signedIn.role !== 'citizen' || !AMONG_AUTHORITIES.has(record.kind);
    case 'items':
      return record.item === null || sight.items.has(record.item);
    case 'hearing':
      return record.item !== null && sight.items.has(record.item) && OF_HEARINGS.has(record.kind);
    case 'course': case 'consent': case 'questions':
      return false;
    default:
      return sight satisfies never;
  }
}

const AMONG_AUTHORITIES: ReadonlySet<DocumentKind> = new Set(['siteCheckRecord']);
const OF_HEARINGS: ReadonlySet<DocumentKind> = new Set(['hearingRight', 'hearingNotice', 'hearingMinutes']);
