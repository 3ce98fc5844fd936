import { describe, expect, it } from '@jest/globals';
import { unzipped } from '../test-support/unzipped.ts';
import { xlsxOf } from './xlsx.ts';

describe('a workbook', () => {
  it('holds text as text, numbers as numbers, and no formula at all', async () => {
    const workbook = await xlsxOf({
      name: '超期', columns: [{ title: '办件编号', width: 24 }, { title: '超期可能', width: 10 }], rows: [['=1+1', 0.5], ['371302-20260302-0001', null]], note: '仅导出前 2 行',
    });
    const files = unzipped(workbook);
    const sheet = files.get('xl/worksheets/sheet1.xml')!;
    const texts = `${sheet}${files.get('xl/sharedStrings.xml') ?? ''}`;
    for (const text of ['办件编号', '超期可能', '=1+1', '371302-20260302-0001', '仅导出前 2 行']) expect(texts).toContain(text);
    expect(sheet).not.toMatch(/<f[ >]/);
    expect(sheet).toContain('<v>0.5</v>');
    expect(files.get('xl/workbook.xml')).toContain('超期');
  });
});
