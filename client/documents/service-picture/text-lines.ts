import { widthOf } from '../../../definitions/text-width.ts';

/**
 * Roughly how wide a text is drawn, in pixels: an ideograph is as wide as the type is high, a Latin letter more than half
 * of that. Nothing measures type where the picture is made, so there is room for the widest face that a viewer may have
 * in place of the ones asked for (DejaVu Sans).
 */
export function drawnWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += widthOf(character) === 2 ? 1 : NARROW.test(character) ? 0.37 : BROAD.test(character) ? 0.84 : 0.62;
  return width * size;
}

const NARROW = /[ilj.,:;'’|!ftrI()[\]\s·]/;
const BROAD = /[A-HJ-Zmw“”—…≤≥]/;

/** Breaks a text into lines of at most a width: between words, and between ideographs. What does not fit into `most` lines ends in …. */
export function textLines(text: string, width: number, size: number, most = 3): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    if (drawnWidth((line + piece).trimEnd(), size) <= width || line === '') line += piece;
    else {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  const shown = lines.flatMap((one) => broken(one, width, size));
  return shown.length <= most ? shown : [...shown.slice(0, most - 1), shortened(shown[most - 1] ?? '', width, size)];
}

/** Words with the space after them; ideographs one by one, opening marks with what follows, closing ones with what stands before. */
function pieces(text: string): string[] {
  return text.match(PIECE) ?? [];
}

const WIDE = '\\u2e80-\\u3007\\u3012-\\u9fff\\uf900-\\ufaff';
const PIECE = new RegExp(`[“‘《（]*(?:[${WIDE}]|[^\\s${WIDE}“‘《（，。、；：？！）》”’]+)[，。、；：？！）》”’]*\\s*|[“‘《（，。、；：？！）》”’]+\\s*|\\s+`, 'gu');

/** A single word that is too long for any line. */
function broken(line: string, width: number, size: number): string[] {
  if (drawnWidth(line, size) <= width) return [line];
  const parts: string[] = [''];
  for (const character of line) {
    if (drawnWidth(parts[parts.length - 1] + character, size) > width) parts.push('');
    parts[parts.length - 1] += character;
  }
  return parts;
}

function shortened(line: string, width: number, size: number): string {
  let kept = [...line];
  while (kept.length > 1 && drawnWidth(`${kept.join('')}…`, size) > width) kept = kept.slice(0, -1);
  return `${kept.join('').trimEnd()}…`;
}
