import { describe, expect, it } from '@jest/globals';
import { checkDefinition } from './check-definition.ts';
import { catalogueText } from './spoilt-definition.ts';
import { padToWidth, widthOf } from './text-width.ts';

describe('the table of the longest path', () => {
  it('has a lane an item, on an axis of working days, with the longest path marked', () => {
    expect(checkDefinition(catalogueText('child-born')).gantt).toBe(
      [
        '承诺时限 / promised                            │    5│ ≤ 5',
        '出生医学证明签发（首签） birth-certificate     │█    │   1 *',
        '预防接种电子档案申领 vaccination-record        │▒    │   1',
        '出生登记 household-registration                │ █   │   1 *',
        '城乡居民基本医疗保险参保登记 medical-insurance │  ▒  │   1',
        '社会保障卡申领 social-security-card            │  ███│   3 *',
        '生育医疗费用报销 birth-expenses                │ ▒▒▒▒│   4',
        '* birth-certificate -> household-registration -> social-security-card: 5 / 5',
      ].join('\n'),
    );
  });

  it('lines up in every row, counting two columns for an ideograph', () => {
    const table = checkDefinition(catalogueText('open-restaurant')).gantt ?? '';
    const [promised = '', statutory = ''] = table.split('\n\n');
    for (const chart of [promised, statutory]) {
      const bars = chart.split('\n').slice(0, -1).map((row) => widthOf(row.slice(0, row.lastIndexOf('│'))));
      expect(new Set(bars).size).toBe(1);
    }
    expect(statutory).toContain('≤ 45');
    expect(statutory).toContain('* business-licence-check -> tobacco-licence: 21 / 45');
  });
});

describe('the width of a text', () => {
  it.each([['abc', 3], ['餐饮店', 6], ['（新办）', 8], ['𠮷野家', 6], ['a店', 3], ['', 0]])('%s: %d columns', (text, width) => {
    expect(widthOf(text)).toBe(width);
    expect(widthOf(padToWidth(text, 10))).toBe(10);
  });
});
