import type { Rich } from '../paper-content.ts';
import { COLOURS, SCALES, type TypeCase, WEIGHTS } from './type-case.ts';
import { breakLines, type Line } from './line-breaking.ts';
import type { Setting, Style } from './setting.ts';

/** A4 in points; the text area is 31 characters of 14 points wide, as near to GB/T 9704 as a grid of them comes. */
export const PAGE = { width: 595.28, height: 841.89, left: 80.64, right: 514.64, top: 84, bottom: 762, measure: 434 } as const;

/** Distances between lines, from open to tight: a paper is set tighter before its seal is left alone on a page. */
export interface Density {
  readonly body: number;
  readonly table: number;
  /** Above and below the text of a cell. */
  readonly padding: number;
  readonly gap: number;
}

export const DENSITIES: readonly [Density, ...Density[]] = [
  { body: 25, table: 17, padding: 5, gap: 16 }, { body: 24, table: 16.5, padding: 4.5, gap: 14 },
  { body: 23, table: 16, padding: 4, gap: 12 }, { body: 22, table: 15, padding: 3.5, gap: 10 },
];

/** Something on a page. Kept as a deed to be done, because a layout is thrown away when a tighter one is better. */
export type Stroke = (pdf: PDFKit.PDFDocument) => void;

/** The pages of one document as they fill, and the place where the next thing goes. */
export class Sheet {
  readonly pages: Stroke[][] = [[]];
  readonly density: Density;
  readonly #types: TypeCase;
  y: number = PAGE.top;
  /** Whether some character had to be written out because the font lacks it. */
  spelledOut = false;

  constructor(types: TypeCase, density: Density) {
    this.#types = types;
    this.density = density;
  }

  newPage(): void {
    this.pages.push([]);
    this.y = PAGE.top;
  }

  /** Goes to a new page unless this much still fits on this one. */
  ensure(height: number): void {
    if (this.y + height > PAGE.bottom && this.y > PAGE.top) this.newPage();
  }

  add(stroke: Stroke): void {
    this.pages.at(-1)!.push(stroke);
  }

  lines(text: Rich, setting: Setting): Line[] {
    const lines = breakLines(text, setting, this.#types);
    if (lines.some((line) => line.runs.some((run) => run.style === 'missing'))) this.spelledOut = true;
    return lines;
  }

  width(text: string, style: Style, size: number): number {
    return this.#types.width(text, style, size);
  }

  outlines(text: string, style: Style) {
    return this.#types.outlines(text, style);
  }

  /** Draws a line with its baseline at `y`. */
  draw(line: Line, x: number, y: number, size: number, colour?: string): void {
    this.add(strokeOf(line, x, y, size, colour));
  }

  rule(x1: number, y1: number, x2: number, y2: number, width = 0.5, colour: string = '#8a8a8a'): void {
    this.add((pdf) => pdf.moveTo(x1, y1).lineTo(x2, y2).lineWidth(width).strokeColor(colour).stroke());
  }
}

export function strokeOf(line: Line, x: number, y: number, size: number, colour?: string): Stroke {
  return (pdf) => {
    for (const { text, style, x: offset } of line.runs) {
      pdf.font(WEIGHTS[style]).fontSize(size * SCALES[style]).fillColor(colour && style !== 'missing' ? colour : COLOURS[style])
        .text(text, x + offset, y, { lineBreak: false, baseline: 'alphabetic', characterSpacing: line.spacing });
    }
  };
}
