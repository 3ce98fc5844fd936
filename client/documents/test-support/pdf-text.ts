import { extractText } from 'unpdf';

export interface PdfText {
  readonly pages: readonly string[];
  /** All pages without the spaces that setting puts between characters and lines. */
  readonly text: string;
}

/** Reads the text of a PDF as a viewer's search does; the reader is pdf.js, which knows nothing of how the paper was made. */
export async function pdfText(pdf: Buffer): Promise<PdfText> {
  const { text: pages } = await extractText(new Uint8Array(pdf), { mergePages: false });
  return { pages, text: pages.join('').replace(/\s/g, '') };
}
