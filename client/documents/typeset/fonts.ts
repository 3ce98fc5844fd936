import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';

export type Weight = 'regular' | 'bold';

/** A font as pdfkit's own reader opens it; only what is used here. */
export interface OpenedFont {
  readonly unitsPerEm: number;
  hasGlyphForCodePoint(codePoint: number): boolean;
  layout(text: string): { readonly advanceWidth: number; readonly glyphs: readonly { readonly path: { toSVG(): string }; readonly advanceWidth: number }[] };
}

/**
 * The fonts of one document. Both files are read and parsed once in a process, and their tables are shared, but each
 * document gets its own record of the glyphs it has seen: the reader remembers for a glyph the first character that asked
 * for it, and writes that one into the PDF's text. Shared, it would make a document's bytes depend on what was printed before.
 */
export function fontsOfOneDocument(): Readonly<Record<Weight, OpenedFont>> {
  opened ??= { regular: open('400Regular/NotoSerifSC_400Regular.ttf'), bold: open('700Bold/NotoSerifSC_700Bold.ttf') };
  return { regular: withOwnGlyphs(opened.regular), bold: withOwnGlyphs(opened.bold) };
}

let opened: Readonly<Record<Weight, OpenedFont>> | null = null;

function open(file: string): OpenedFont {
  const path = createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-serif-sc/${file}`);
  const { _font } = new PDFDocument({ font: path }) as unknown as { readonly _font: { readonly font: OpenedFont } };
  return _font.font;
}

function withOwnGlyphs(font: OpenedFont): OpenedFont {
  return Object.create(font, { _glyphs: { value: {} } }) as OpenedFont;
}
