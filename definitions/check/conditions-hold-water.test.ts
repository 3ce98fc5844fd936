import { describe, expect, it } from '@jest/globals';
import { spoil } from '../spoilt-definition.ts';

describe('conditions', () => {
  it('read fields of the form', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['condition: shopArea >= 300.0', 'condition: shoparea >= 300.0'],
    );
    expect(spoilt.places).toEqual([spoilt.place('condition.unknownField', 'shoparea >=')]);
    expect(spoilt.only().en).toContain('Did you mean “shopArea”?');
  });

  it('fit the types of the form; the column is the operand', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['condition: shopArea >= 300.0', 'condition: hasSignboard && shopArea >= true'],
    );
    expect(spoilt.places).toEqual([spoilt.place('condition.type', 'shopArea >= true')]);
  });

  it('come to true or false', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['condition: shopArea >= 300.0', 'condition: shopArea + 300.0'],
    );
    expect(spoilt.places).toEqual([spoilt.place('condition.notBoolean', 'shopArea + 300.0')]);
  });

  it('use only what the core evaluates', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['condition: shopArea >= 300.0', "condition: 'shopArea >= 300.0 && shopName.startsWith(\"A\")'"],
    );
    expect(spoilt.places).toEqual([spoilt.place('condition.unsupported', 'shopName.startsWith')]);
  });

  it('compare choices with what can be chosen', () => {
    const spoilt = spoil(
      'hire-employee',
      ['residence in ["mainland"]', 'residence in ["mainlnad"]'],
    );
    expect(spoilt.places).toEqual([spoilt.place('condition.unknownChoice', '"mainlnad"')]);
    expect(spoilt.only().en).toContain('Did you mean “mainland”?');
  });

  it('parse: the column is where the parser stopped', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['condition: shopArea >= 300.0', 'condition: shopArea => 300.0'],
    );
    expect(spoilt.places).toEqual([spoilt.place('condition.syntax', '=> 300.0')]);
  });

  it('may not read what other items came to, but in conditionOnResult', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['condition: sellsTobacco', "condition: result.food == 'granted'"],
    );
    expect(spoilt.places).toEqual([spoilt.place('condition.noResult', 'result.food')]);
    expect(spoilt.only().mend.en).toContain('conditionOnResult');
  });
});
