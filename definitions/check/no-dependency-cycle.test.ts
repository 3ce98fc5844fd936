import { describe, expect, it } from '@jest/globals';
import { spoil } from '../spoilt-definition.ts';

describe('dependencies', () => {
  it('never lead back to where they began', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['    basis: online-services 第七条\n', '    basis: online-services 第七条\n    dependsOn: [food-licence]\n'],
    );
    expect(spoilt.places).toEqual([spoilt.place('dependency.cycle', 'food-licence]')]);
    expect(spoilt.only().en).toContain('business-licence-check -> food-licence -> business-licence-check');
  });

  it('never make an item wait for itself', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['    basis: food 第四十五条\n', '    basis: food 第四十五条\n    dependsOn: [staff-health]\n'],
    );
    expect(spoilt.places).toEqual([spoilt.place('dependency.cycle', 'staff-health]')]);
    expect(spoilt.only().zh).toContain('staff-health -> staff-health');
  });

  it('never make questions depend on each other', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['A large outdoor sign?, type: boolean', 'A large outdoor sign?, type: boolean, when: sellsTobacco'],
      ['Is tobacco sold?, type: boolean', 'Is tobacco sold?, type: boolean, when: hasSignboard'],
    );
    expect(spoilt.places).toEqual([spoilt.place('field.cycle', 'sellsTobacco }')]);
    expect(spoilt.only().en).toContain('hasSignboard -> sellsTobacco -> hasSignboard');
  });
});
