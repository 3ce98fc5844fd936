import { describe, expect, it } from '@jest/globals';
import { spoil } from '../spoilt-definition.ts';

describe('the one set of materials', () => {
  it('holds nothing that no item needs', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['floor-plan, sewage-report]', 'floor-plan]'],
    );
    expect(spoilt.places).toEqual([spoilt.place('material.unneeded', 'sewage-report,')]);
  });

  it('says where each comes from', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['Photograph of the site, source: applicant', 'Photograph of the site'],
    );
    expect(spoilt.places).toEqual([spoilt.place('source.missing', '{ code: site-photo')]);
    expect(spoilt.only().id).toBe('site-photo');
  });
});
