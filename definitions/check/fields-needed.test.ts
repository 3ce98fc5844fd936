import { describe, expect, it } from '@jest/globals';
import { spoil } from '../spoilt-definition.ts';

describe('the one form', () => {
  it('asks nothing that no item needs', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['fields:\n', 'fields:\n  - { code: favouriteColour, label: 喜欢的颜色 / Favourite colour, type: text }\n'],
    );
    expect(spoilt.places).toEqual([spoilt.place('field.unneeded', 'favouriteColour')]);
    expect(spoilt.only().mend.zh).toContain('第二十九条');
  });
});
