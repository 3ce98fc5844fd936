import { describe, expect, it } from '@jest/globals';
import { spoil } from '../spoilt-definition.ts';

describe('item codes', () => {
  it('have 12 digits as a basic code', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['    nature: confirmation\n    department: market', '    nature: confirmation\n    basicCode: "00013100300"\n    department: market'],
    );
    expect(spoilt.places).toEqual([spoilt.place('itemCode.length', '"00013100300"')]);
  });

  it('begin with a valid credit code', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['    nature: confirmation\n    department: market', '    nature: confirmation\n    implementationCode: "12441500196720244X3442199806003"\n    department: market'],
    );
    expect(spoilt.places).toEqual([spoilt.place('itemCode.creditCode', '"12441500196720244X')]);
  });

  it('contain the basic code', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['    nature: confirmation\n    department: market', '    nature: confirmation\n    basicCode: "442199806004"\n    implementationCode: "12441500196720244T3442199806003"\n    department: market'],
    );
    expect(spoilt.places).toEqual([spoilt.place('itemCode.mismatch', '"12441500196720244T')]);
  });

  it('have 33 characters as a handling item', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['    nature: confirmation\n    department: market', '    nature: confirmation\n    handlingCode: "11211382318866189042101310020090"\n    department: market'],
    );
    expect(spoilt.places).toEqual([spoilt.place('itemCode.length', '"1121138231886618904210131002009')]);
  });
});
