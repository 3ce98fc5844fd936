import { describe, expect, it } from '@jest/globals';
import { csvLine } from './csv.ts';

describe('a line of CSV', () => {
  it('quotes what holds commas, quotes and line breaks, and leaves numbers as they are', () => {
    expect(csvLine(['兰山区', 'a,b', 'say "no"', 'two\nlines', 12, -3, null])).toBe('兰山区,"a,b","say ""no""","two\nlines",12,-3,\r\n');
  });

  it.each([
    ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`], ['+86 539', "'+86 539"], ['-1+2', "'-1+2"], ['@SUM(A1)', "'@SUM(A1)"], ['  =1', "'  =1"], ['\t=1', "'\t=1"], ['＝1', "'＝1"], ['\r=1', `"'\r=1"`],
  ])('makes %j text', (given, written) => {
    expect(csvLine([given])).toBe(`${written}\r\n`);
  });

  it('leaves ordinary names alone', () => {
    expect(csvLine(['王芳（示例）', '2026-03-02', '371302-20260302-0001'])).toBe('王芳（示例）,2026-03-02,371302-20260302-0001\r\n');
  });
});
