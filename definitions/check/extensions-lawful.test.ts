import { describe, expect, it } from '@jest/globals';
import { spoil } from '../spoilt-definition.ts';

describe('an extension', () => {
  it('of a licence is at most 10 working days', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['cap: 10, basis', 'cap: 11, basis'],
    );
    expect(spoilt.places).toEqual([spoilt.place('extension.overCap', '11, basis')]);
  });

  it('of joint handling is at most 15 working days', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['outcome:\n', 'joint: { extension: { cap: 16, basis: licensing 第四十二条第二款 } }\noutcome:\n'],
    );
    expect(spoilt.places).toEqual([spoilt.place('extension.overCap', '16, basis')]);
  });
});
