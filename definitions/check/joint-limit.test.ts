import { describe, expect, it } from '@jest/globals';
import { spoil } from '../spoilt-definition.ts';

describe('the joint limit', () => {
  it('is at most 45 working days', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['outcome:\n', 'joint: { limit: 46 working days }\noutcome:\n'],
    );
    expect(spoilt.places).toEqual([spoilt.place('joint.overCap', '46 working days')]);
  });

  it('is at most 45 working days unless a law or regulation sets another', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['outcome:\n', 'joint: { limit: 60 working days, basis: linyi-plan ? }\noutcome:\n'],
    );
    expect(spoilt.places).toEqual([spoilt.place('joint.overCap', '60 working days')]);
  });

  it('exists only in joint handling', () => {
    const spoilt = spoil(
      'child-born',
      ['correction: {', 'joint: {}\ncorrection: {'],
    );
    expect(spoilt.places).toEqual([spoilt.place('joint.withoutMode', 'joint: {}')]);
  });
});
