import { contentHash } from '../../store/hash-chain.ts';
import type { DocumentRecord } from '../../workflows/case/document.ts';
import { fieldsOf } from './document-fields.ts';
import { contentOf } from './templates.ts';
import { drawEveryPage } from './typeset/every-page.ts';
import type { QuickCode } from './typeset/quick-code.ts';
import { setPaper } from './typeset/paper.ts';
import { newTypeCase } from './typeset/type-case.ts';
import { writePdf } from './typeset/write-pdf.ts';
import { dateInChinese } from './wording.ts';

export interface RenderOptions {
  /** Whether a seal will cover its place; without one the place is marked. Default: false. */
  readonly sealed?: boolean;
  /** Addresses to print as codes: where it is verified, where the case is followed. Default: none. */
  readonly codes?: readonly QuickCode[];
}

/**
 * The paper of a document, as a PDF: always the same bytes for the same record and codes, in any process at any time. The text in it
 * can be searched and copied.
 * @throws when the record names a template that is not there
 *
 * @example
 * await writeFile(`${record.number}.pdf`, await renderPdf(record));
 */
export async function renderPdf(record: DocumentRecord, { sealed = false, codes = [] }: RenderOptions = {}): Promise<Buffer> {
  const fields = fieldsOf(record.data);
  const content = contentOf(record);
  const issuer = record.issuer.zh;
  const types = newTypeCase();
  const sheet = setPaper(types, { content, issuer, number: record.number, date: dateInChinese(record.issuedOn), sealed });
  drawEveryPage(sheet, {
    service: fields.text('service'), caseNo: fields.text('caseNo'), number: record.number, hash: contentHash(record), simulated: record.simulated, codes,
  });
  return writePdf(sheet.pages, types.fonts, {
    title: `${content.title} ${record.number}`, author: issuer, subject: fields.text('service'), at: new Date(record.issuedAt),
  });
}
