import { describe, expect, it } from '@jest/globals';
import { spoil } from '../spoilt-definition.ts';

const STAFF_HEALTH = '    basis: food 第四十五条\n';
const COUNT = '  - { code: cooks, label: 厨师人数 / Cooks, type: integer, min: 1, max: 20 }\n  - { code: cookName, label: 厨师姓名 / Cook, type: text, repeat: cooks }\n';
const repeated = (count: string, words: string, ...edits: [string, string][]) =>
  spoil('open-restaurant', ['\nfields:\n', `\nfields:\n${count}`], [STAFF_HEALTH, `${STAFF_HEALTH}    repeat: cooks\n${words}`], ['    fields: [shopName]\n    materials: [staff-list]', '    fields: [shopName, cookName]\n    materials: [staff-list]'], ...edits);

describe('what is repeated', () => {
  it('is counted by a required integer', () => {
    expect(repeated(COUNT, '').codes).toEqual([]);
    for (const [from, to] of [[', max: 20', ''], ['min: 1', 'min: 0'], ['max: 20', 'max: 500'], ['max: 20 }', 'max: 20, required: false }'], ['type: integer, min: 1, max: 20', 'type: text']] as const) {
      expect(new Set(repeated(COUNT.replace(from, to), '').codes)).toEqual(new Set(['repeat.notACount']));
    }
  });

  it('is counted by something that is there', () => {
    expect(new Set(repeated(COUNT.replaceAll('cooks', 'chefs'), '').codes)).toEqual(new Set(['field.unknown']));
  });

  it('is not the main item, and states no values', () => {
    expect(repeated(COUNT, '    main: food 第四十五条\n').codes).toEqual(['repeat.main']);
  });

  it('is not read as if there were one of it', () => {
    const spoilt = repeated(COUNT, '', ['    condition: hasSignboard\n', '    condition: hasSignboard && cookName != "李四"\n']);
    expect(spoilt.places).toEqual([spoilt.place('repeat.readsOneOfMany', 'hasSignboard && cookName')]);
    expect(repeated(COUNT, '    condition: cookName != "李四"\n').codes).toEqual([]);
  });
});
