import { describe, expect, it } from '@jest/globals';
import { spoil } from '../spoilt-definition.ts';

describe('the longest path', () => {
  it('fits into the promised limit of the case', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['  limit: 15 working days\n', '  limit: 13 working days\n'],
    );
    expect(spoilt.places).toEqual([spoilt.place('promise.pathTooLong', '13 working days\n  basis: linyi')]);
    expect(spoilt.only().en).toContain('business-licence-check (1) -> fire-check (13), takes 14');
  });

  it('fits into the joint limit', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['outcome:\n', 'joint: { limit: 20 working days }\noutcome:\n'],
    );
    expect(spoilt.places).toEqual([spoilt.place('joint.pathTooLong', '20 working days }')]);
    expect(spoilt.only().id).toBe('tobacco-licence');
  });
});
