import { describe, expect, it } from '@jest/globals';
import { spoil } from '../spoilt-definition.ts';

describe('the applicant is never asked', () => {
  it('for what the certificate store has', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['source: certificateStore, availableFrom: certificateStore', 'source: applicant, availableFrom: certificateStore'],
    );
    expect(spoilt.places).toEqual([spoilt.place('material.alreadyHeld', 'applicant, availableFrom')]);
    expect(spoilt.only().mend.zh).toContain('第七条');
  });

  it('for the result of an item of this service', () => {
    const spoilt = spoil(
      'child-born',
      ['name: 出生医学证明 / Birth certificate, source: upstreamResult, resultOf: birth-certificate', 'name: 出生医学证明 / Birth certificate, source: applicant'],
    );
    expect(spoilt.places).toEqual([spoilt.place('material.ownResult', 'applicant }\n  - { code: child-household')]);
  });

  it('before the result is there', () => {
    const spoilt = spoil(
      'child-born',
      ['    basis: household 第七条\n    dependsOn: [birth-certificate]\n', '    basis: household 第七条\n'],
    );
    expect(spoilt.places).toEqual([spoilt.place('material.notYetThere', '- birth-certificate\n      - parent', 2)]);
  });

  it('without naming the item that gives the result', () => {
    const spoilt = spoil(
      'child-born',
      [', source: upstreamResult, resultOf: birth-certificate', ', source: upstreamResult'],
    );
    expect(spoilt.places).toEqual([spoilt.place('material.resultOfMissing', 'upstreamResult }')]);
  });
});
