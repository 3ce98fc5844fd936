import { describe, expect, it } from '@jest/globals';
import { spoil } from '../spoilt-definition.ts';

const testedBy = (basis: string) => spoil('open-restaurant', ['basis: sewage 第二十一条 ? }', `basis: sewage 第二十一条 ?, intermediary: { basis: ${basis}, paidBy: authority } }`]);

describe('an intermediary service', () => {
  it('rests on a law, a regulation or the State Council, and on no local paper', () => {
    expect(testedBy('sewage ?').codes).toEqual([]);
    expect(testedBy('linyi-plan ?').codes).toEqual(['intermediary.basisTooLow']);
  });
});
