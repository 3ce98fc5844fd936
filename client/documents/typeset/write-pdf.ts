import PDFDocument from 'pdfkit';
import type { OpenedFont, Weight } from './fonts.ts';
import type { Stroke } from './sheet.ts';

export interface PdfInfo {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly at: Date;
}

/**
 * Writes pages into a file. Its id is a digest of its information, and its dates are the document's, so that nothing in it
 * depends on when or where it was written.
 */
export function writePdf(pages: readonly (readonly Stroke[])[], fonts: Readonly<Record<Weight, OpenedFont>>, { title, author, subject, at }: PdfInfo): Promise<Buffer> {
  const pdf = new PDFDocument({
    // Without a font of its own here pdfkit would read one of its standard fonts, which no page uses.
    font: null as unknown as string,
    size: 'A4', margin: 0, autoFirstPage: false, lang: 'zh-CN', displayTitle: true, pdfVersion: '1.7',
    info: { Title: title, Author: author, Subject: subject, Creator: 'onething', Producer: 'onething', CreationDate: at, ModDate: at },
  });
  const written = collect(pdf);
  for (const weight of ['regular', 'bold'] as const) pdf.registerFont(weight, fonts[weight] as unknown as Buffer);
  for (const strokes of pages) {
    pdf.addPage();
    for (const stroke of strokes) stroke(pdf);
  }
  pdf.end();
  return written;
}

function collect(pdf: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    pdf.on('error', reject);
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
  });
}
