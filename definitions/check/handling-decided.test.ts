import { describe, expect, it } from '@jest/globals';
import { spoil } from '../spoilt-definition.ts';

describe('joint handling', () => {
  it('rests on a decision of the local government', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['  decision: linyi-plan ?\n', ''],
    );
    expect(spoilt.places).toEqual([spoilt.place('handling.decisionMissing', 'joint\n')]);
    expect(spoilt.only().mend.zh).toContain('第二十六条');
  });
});
