import { describe, expect, it } from '@jest/globals';
import { type Bases, BasisSchema, basisOf } from './legal-basis.ts';

const BASES: Bases = { food: { law: '食品安全法', article: null, kind: 'law', verified: true } };

describe('a legal basis', () => {
  it('is referred to by name, with or without an article', () => {
    expect(basisOf(BASES, 'food')).toEqual({ law: '食品安全法', article: null, kind: 'law', verified: true });
    expect(basisOf(BASES, 'food 第三十五条')).toEqual({ law: '食品安全法', article: '第三十五条', kind: 'law', verified: true });
  });

  it('is not verified where a question mark says so', () => {
    expect(basisOf(BASES, 'food 第三十五条 ?')).toMatchObject({ article: '第三十五条', verified: false });
    expect(basisOf(BASES, 'food ?')).toMatchObject({ article: null, verified: false });
  });

  it('is not verified unless somebody said so', () => {
    expect(BasisSchema.parse({ law: '消防法', kind: 'law' })).toEqual({ law: '消防法', article: null, kind: 'law', verified: false });
  });

  it('is not found under a name that nobody gave', () => {
    expect(basisOf(BASES, 'fire')).toBeNull();
    expect(basisOf(BASES, 'constructor')).toBeNull();
  });
});
