import { describe, expect, it } from '@jest/globals';
import type { FieldPlan } from '../../workflows/case/case-plan.ts';
import { celEnvironment } from './cel-environment.ts';
import { translateCondition } from './cel-to-expr.ts';
import { conditionInWords } from './words.ts';

const field = (code: string, type: FieldPlan['type'], zh: string, en: string, choices: FieldPlan['choices'] = []) => ({ code, type, label: { zh, en }, choices });
const KINDS = [{ value: 'hotFood', label: { zh: '热食', en: 'Hot food' } }, { value: 'drinks', label: { zh: '饮品', en: 'Drinks' } }];
const FIELDS = [
  field('shopArea', 'decimal', '经营面积', 'Area'), field('sellsTobacco', 'boolean', '是否售烟', 'Is tobacco sold?'), field('creditCode', 'text', '信用代码', 'Credit code'),
  field('kinds', 'choices', '经营项目', 'What is served', KINDS), field('kind', 'choice', '业态', 'Kind', KINDS), field('opens', 'date', '开业日期', 'Opens on'),
];

function words(source: string): readonly [string, string] {
  const fields = FIELDS.map(({ code, type, choices }) => ({ code, type, choices: choices.map(({ value }) => value) }));
  const { expr, errors } = translateCondition(source, celEnvironment(fields), fields);
  if (!expr) throw new Error(JSON.stringify(errors));
  const { zh, en } = conditionInWords(expr, FIELDS);
  return [zh, en];
}

describe('a condition in words', () => {
  it.each([
    ['shopArea >= 300.0', '“经营面积”不少于300', '“Area” is at least 300'],
    ['300.0 > shopArea', '“经营面积”少于300', '“Area” is less than 300'],
    ['sellsTobacco', '“是否售烟”为“是”', '“Is tobacco sold?” is answered yes'],
    ['sellsTobacco == false', '“是否售烟”为“否”', '“Is tobacco sold?” is answered no'],
    ['!sellsTobacco', '“是否售烟”不为“是”', '“Is tobacco sold?” is not answered yes'],
    ['kind == "hotFood"', '“业态”为“热食”', '“Kind” is “Hot food”'],
    ['kind in ["hotFood", "drinks"]', '“业态”为“热食”或“饮品”', '“Kind” is “Hot food” or “Drinks”'],
    ['"drinks" in kinds', '“经营项目”包括“饮品”', '“What is served” includes “Drinks”'],
    ['size(kinds) > 1', '“经营项目”的选项数超过1', 'the number of choices in “What is served” is more than 1'],
    ['size(creditCode) == 18', '“信用代码”的位数为18', 'the length of “Credit code” is 18'],
    ['has(form.opens)', '填写了“开业日期”', '“Opens on” is answered'],
    ['!has(form.opens)', '未填写“开业日期”', '“Opens on” is not answered'],
    ['opens < "2026-03-01"', '“开业日期”早于2026-03-01', '“Opens on” is before 2026-03-01'],
    ['!(shopArea > 5.0)', '并非（“经营面积”超过5）', 'not (“Area” is more than 5)'],
    ['sellsTobacco && (shopArea > 5.0 || kind != "drinks")', '“是否售烟”为“是”，且（“经营面积”超过5，或者“业态”不为“饮品”）', '“Is tobacco sold?” is answered yes and (“Area” is more than 5 or “Kind” is not “Drinks”)'],
    ['shopArea + 10.0 * 2.0 <= 300.0', '（“经营面积” + （10 × 2））不超过300', '(“Area” + (10 × 2)) is at most 300'],
    ['true', '始终', 'always'],
  ])('%s', (source, zh, en) => {
    expect(words(source)).toEqual([zh, en]);
  });

  it('keeps the code of a field that nobody knows, and a bar in a label', () => {
    expect(conditionInWords({ op: 'field', code: 'gone' }, FIELDS).en).toBe('“gone” is answered yes');
    expect(conditionInWords({ op: 'has', code: 'a' }, [field('a', 'text', '甲|乙', 'A|B')])).toEqual({ zh: '填写了“甲|乙”', en: '“A|B” is answered' });
  });
});
