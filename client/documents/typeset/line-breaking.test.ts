import { describe, expect, it } from '@jest/globals';
import type { Rich } from '../paper-content.ts';
import { breakLines } from './line-breaking.ts';
import type { Measure } from './setting.ts';

/** Every ideograph and full-width mark one em wide, everything else half. */
const measure: Measure = {
  has: (codePoint) => codePoint !== 0x20bb7,
  width: (text, _style, size) => [...text].reduce((sum, character) => sum + (character.codePointAt(0)! > 0x2e7f || '“”—…'.includes(character) ? size : size / 2), 0),
};

/** Lines of so many characters of size 10. */
function lines(text: string | Rich, characters: number, more: { indent?: number; justified?: boolean } = {}): string[] {
  return set(text, characters, more).map((line) => line.runs.map((run) => run.text).join(''));
}

function set(text: string | Rich, characters: number, more: { indent?: number; justified?: boolean } = {}) {
  return breakLines(typeof text === 'string' ? [text] : text, { size: 10, width: characters * 10, ...more }, measure);
}

describe('breaking lines', () => {
  it('breaks between any two characters', () => {
    expect(lines('一二三四五六七', 3)).toEqual(['一二三', '四五六', '七']);
  });

  it('begins no line with a closing mark and ends none with an opening one', () => {
    expect(lines('一二三四，五六', 4)).toEqual(['一二三', '四，五六']);
    expect(lines('一二三《四五》六', 4)).toEqual(['一二三', '《四五》', '六']);
  });

  it('lets a closing mark hang by its blank half', () => {
    // Three characters and half a mark are 35 wide.
    expect(breakLines(['一二三，四'], { size: 10, width: 35 }, measure).map((line) => line.runs.map((run) => run.text).join(''))).toEqual(['一二三，', '四']);
  });

  it('takes the blank away where two marks meet', () => {
    const [line] = set('甲》（乙', 10);
    expect(line!.runs.map((run) => run.x)).toEqual([0, 15]);
    expect(line!.width).toBe(35);
  });

  it('keeps a Latin word, a number and its hyphens’ parts together', () => {
    expect(lines('甲乙 Müller 丙', 4)).toEqual(['甲乙', 'Müller', '丙']);
    expect(lines('编号371302-20260210-0001', 6)).toEqual(['编号371302-', '20260210-', '0001']);
  });

  it('breaks a word that is longer than a line, losing nothing', () => {
    expect(lines(`甲${'x'.repeat(23)}乙`, 5)).toEqual([`甲${'x'.repeat(8)}`, 'x'.repeat(10), `${'x'.repeat(5)}乙`]);
    expect(lines(`${'x'.repeat(12)}：`, 5)).toEqual(['x'.repeat(10), 'xx：']);
  });

  it('never divides a dash or an ellipsis', () => {
    expect(lines('一二三——四', 4)).toEqual(['一二', '三——四']);
  });

  it('indents the first line alone', () => {
    const [first, second] = set('一二三四五六', 4, { indent: 20 });
    expect(first!.runs[0]!.x).toBe(20);
    expect(second!.runs[0]!.x).toBe(0);
  });

  it('fills every line but the last, unless that would tear it', () => {
    const justified = set('一二三四五六七八九十一二三四，五六', 15, { justified: true });
    expect(justified[0]!.spacing).toBeGreaterThan(0);
    expect(justified.at(-1)!.spacing).toBe(0);
    expect(set('一二三 wwwwwwwwwwwwwwww', 8, { justified: true })[0]!.spacing).toBe(0);
  });

  it('keeps stress, and writes out what the font lacks', () => {
    const [line] = set(['请于', { strong: '三日内' }, '补正𠮷'], 20);
    expect(line!.runs.map((run) => [run.text, run.style])).toEqual([['请于', 'plain'], ['三日内', 'strong'], ['补正', 'plain'], ['〔U+20BB7〕', 'missing']]);
  });

  it('gives one empty line for nothing, and a line for each line end', () => {
    expect(lines('', 5)).toEqual(['']);
    expect(lines('一\r\n二\n\n三', 5)).toEqual(['一', '二', '', '三']);
  });
});
