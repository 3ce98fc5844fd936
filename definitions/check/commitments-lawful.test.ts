import { describe, expect, it } from '@jest/globals';
import { spoil } from '../spoilt-definition.ts';

const commitment = (words: string): [string, string] => ['    condition: hasSignboard\n', `    condition: hasSignboard\n    commitment: { basis: city-appearance 第十一条, ${words} }\n`];

describe('a commitment', () => {
  it('is shorter than the ordinary way', () => {
    const spoilt = spoil('open-restaurant', commitment('limit: 10 working days, afterCheck: 20 working days'));
    expect(spoilt.places).toEqual([spoilt.place('commitment.notShorter', '10 working days, afterCheck')]);
  });

  it('replaces what its own item asks of the applicant', () => {
    const spoilt = spoil('open-restaurant', commitment('replaces: [staff-list, business-licence], afterCheck: 20 working days'));
    expect(spoilt.places).toEqual([spoilt.place('commitment.replacesNothing', 'staff-list, business-licence'), spoilt.place('commitment.notAsked', 'business-licence], afterCheck')]);
  });

  it('is not made in place of what an authority has already', () => {
    const spoilt = spoil('open-restaurant', ['materials: [business-licence, signboard-drawing', 'materials: [{ code: business-licence, commitment: { basis: city-appearance ?, afterCheck: 5 working days } }, signboard-drawing']);
    expect(spoilt.places).toEqual([spoilt.place('commitment.notAsked', '{ basis: city-appearance ?')]);
  });

  it('is looked at some day', () => {
    const spoilt = spoil('open-restaurant', commitment('afterCheck: 0 working days'));
    expect(spoilt.places).toEqual([spoilt.place('commitment.neverChecked', '0 working days }')]);
  });

  it('may depend on the form, and on nothing else', () => {
    const spoilt = spoil('open-restaurant', commitment('when: noSuchField, afterCheck: 5 working days'));
    expect(spoilt.places.length).toBeGreaterThan(0);
    expect(spoil('open-restaurant', commitment('when: shopArea < 300.0, afterCheck: 5 working days')).places).toEqual([]);
  });
});
