import { fontsOfOneDocument, type OpenedFont, type Weight } from './fonts.ts';
import type { Measure, Style } from './setting.ts';

export const INK = { black: '#1a1a1a', quiet: '#6b6b6b', red: '#c8161d', fill: '#f5f3ef' } as const;

export const WEIGHTS: Readonly<Record<Style, Weight>> = { plain: 'regular', strong: 'bold', quiet: 'regular', missing: 'regular' };
export const SCALES: Readonly<Record<Style, number>> = { plain: 1, strong: 1, quiet: 0.82, missing: 0.72 };
export const COLOURS: Readonly<Record<Style, string>> = { plain: INK.black, strong: INK.black, quiet: INK.quiet, missing: INK.red };

/** The fonts of one document, and how wide anything set in them is. */
export interface TypeCase extends Measure {
  readonly fonts: Readonly<Record<Weight, OpenedFont>>;
  /** The shapes of a text, each at its place, for a type size of 1. */
  outlines(text: string, style: Style): readonly Outline[];
}

interface Outline {
  readonly svg: string;
  readonly scale: number;
  readonly x: number;
}

export function newTypeCase(): TypeCase {
  const fonts = fontsOfOneDocument();
  const widths: Readonly<Record<Weight, Map<string, number>>> = { regular: new Map(), bold: new Map() };
  return {
    fonts,
    has: (codePoint, style) => fonts[WEIGHTS[style]].hasGlyphForCodePoint(codePoint),
    width(text, style, size) {
      const weight = WEIGHTS[style];
      let width = widths[weight].get(text);
      if (width === undefined) widths[weight].set(text, width = fonts[weight].layout(text).advanceWidth / fonts[weight].unitsPerEm);
      return width * size * SCALES[style];
    },
    outlines(text, style) {
      const font = fonts[WEIGHTS[style]];
      const scale = 1 / font.unitsPerEm;
      let x = 0;
      return font.layout(text).glyphs.map(({ path, advanceWidth }) => {
        const outline = { svg: path.toSVG(), scale, x };
        x += advanceWidth * scale;
        return outline;
      });
    },
  };
}
