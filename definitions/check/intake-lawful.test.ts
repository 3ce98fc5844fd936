import { describe, expect, it } from '@jest/globals';
import { spoil } from '../spoilt-definition.ts';

describe('the intake of a licence', () => {
  it('is examined within five working days', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['outcome:\n', 'examination: 6 working days\noutcome:\n'],
    );
    expect(spoilt.places).toEqual([spoilt.place('examination.overCap', '6 working days')]);
  });

  it('is examined within five working days in every item', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['    condition: sellsTobacco\n', '    condition: sellsTobacco\n    examination: { limit: 10 calendar days, basis: tobacco ? }\n'],
    );
    expect(spoilt.places).toEqual([spoilt.place('examination.overCap', '10 calendar days')]);
  });

  it('is delivered within ten working days', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['outcome:\n', 'delivery: 11 working days\noutcome:\n'],
    );
    expect(spoilt.places).toEqual([spoilt.place('delivery.overCap', '11 working days')]);
  });

  it('lapses only where a law or rule says so', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['  basis: linyi-plan ?\noutcome', '  basis: linyi-plan ?\n  whenOver: lapse\noutcome'],
    );
    expect(spoilt.places).toEqual([spoilt.place('correction.lapseWithoutLaw', 'lapse\n')]);
  });

  it('lapses by no mere decision', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['  basis: linyi-plan ?\noutcome', '  basis: linyi-plan ?\n  whenOver: lapse\n  lapseBasis: linyi-plan\noutcome'],
    );
    expect(spoilt.places).toEqual([spoilt.place('correction.lapseWithoutLaw', 'linyi-plan\noutcome')]);
  });
});
