import type { ListedDocument } from '../../../store/queries/documents.ts';
import { titleOf } from '../../documents/document-title.ts';
import { seesDocument } from '../rights/sees-document.ts';
import type { SeenDocument } from '../schemas/seen-case.ts';
import type { Seeing } from './seeing.ts';

export function seeDocuments(seeing: Pick<Seeing, 'standing' | 'signedIn' | 'state'>, papers: readonly ListedDocument[]): SeenDocument[] {
  return papers.filter((paper) => seesDocument(seeing, paper)).map((paper) => documentSeen(seeing.state.caseNo, paper));
}

export function documentSeen(caseNo: string, { record, hash }: ListedDocument): SeenDocument {
  return { number: record.number, kind: record.kind, title: titleOf(record), item: record.item, issuedOn: record.issuedOn, caseNo, hash };
}
