import type { Rich } from '../paper-content.ts';
import type { Measure, Setting, Style } from './setting.ts';

/** The smallest piece of a text that a line end never divides: an ideograph, a mark, a Latin word. */
export interface Atom {
  readonly text: string;
  readonly style: Style;
  readonly width: number;
  readonly never: { readonly begins: boolean; readonly ends: boolean };
  /** On which side of a full-width mark its blank half lies. */
  readonly blank: 'before' | 'after' | null;
}

const CLOSING = '，。、；：？！）》〉」』】〕〗”’,.;:?!)]}%‰℃°·—…～々';
const OPENING = '（《〈「『【〔〖“‘([{￥¥$#№';
const BLANK_AFTER = '，。、；：）》〉」』】〕〗';
const BLANK_BEFORE = '（《〈「『【〔〖';

/** A Latin word, with a line end allowed after its hyphens; a line's end; a space; else one character with its marks. */
const PIECES = /\n|[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}\p{Mn}@&+=_~'’.,:*]*[-/\\]|[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}\p{Mn}@&+=_~'’*]+(?:[.,:][\p{Script=Latin}\p{Nd}]+)*|[ \t\u00a0]|[^]/gu;

/**
 * Takes a text apart. A character the font has no glyph for is written out as 〔U+20BB7〕: it would else be an empty box,
 * or nothing, and a name on an official paper would be wrong without anybody noticing.
 */
export function atomsOf(text: Rich, setting: Setting, measure: Measure): Atom[] {
  return text.flatMap((part) => {
    if (typeof part === 'string') return piecesOf(part, setting.bold ? 'strong' : 'plain', setting, measure);
    return 'strong' in part ? piecesOf(part.strong, 'strong', setting, measure) : piecesOf(part.quiet, 'quiet', setting, measure);
  });
}

function piecesOf(text: string, style: Style, { size }: Setting, measure: Measure): Atom[] {
  const atoms: Atom[] = [];
  const add = (piece: string, as: Style) => atoms.push({
    text: piece, style: as, width: piece === '\n' ? 0 : measure.width(piece, as, size),
    never: { begins: CLOSING.includes(piece), ends: OPENING.includes(piece) },
    blank: BLANK_AFTER.includes(piece) ? 'after' : BLANK_BEFORE.includes(piece) ? 'before' : null,
  });
  for (const [piece] of text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/\t/g, ' ').matchAll(PIECES)) {
    if (piece === '\n' || [...piece].every((character) => measure.has(character.codePointAt(0)!, style))) add(piece, style);
    else for (const character of piece) addOrSpell(character, style, measure, add);
  }
  return atoms;
}

function addOrSpell(character: string, style: Style, measure: Measure, add: (piece: string, as: Style) => void): void {
  const codePoint = character.codePointAt(0)!;
  if (measure.has(codePoint, style)) add(character, style);
  else add(`〔U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}〕`, 'missing');
}
