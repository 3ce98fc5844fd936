import { describe, expect, it } from '@jest/globals';
import { catalogueText, spoil } from '../spoilt-definition.ts';

describe('the implementing authority', () => {
  it('exists at the level the item names', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['department: health\n', 'department: health\n    level: city\n'],
    );
    expect(spoilt.places).toEqual([spoilt.place('authority.levelMissing', 'city\n    basis')]);
    expect(spoilt.only().mend.en).toContain('county');
  });

  it('is named for every department', () => {
    const spoilt = spoil(
      'open-restaurant',
      [/- id: health[^]*?- id: tobacco/.exec(catalogueText('open-restaurant'))?.[0] ?? '', '- id: health\n    name: 卫生健康部门 / Health\n  - id: tobacco'],
    );
    expect(spoilt.places).toEqual([spoilt.place('authorities.missing', 'id: health\n')]);
  });
});
