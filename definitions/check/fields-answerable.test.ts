import { describe, expect, it } from '@jest/globals';
import { spoil } from '../spoilt-definition.ts';

describe('a field', () => {
  it('has a code of its own in conditions', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['code: shopName, label', 'code: size, label'],
      ['creditCode, shopName', 'creditCode, size'],
      ['creditCode, shopName', 'creditCode, size'],
      ['creditCode, shopName', 'creditCode, size'],
      ['creditCode, shopName', 'creditCode, size'],
      ['creditCode, shopName', 'creditCode, size'],
      ['fields: [shopName]', 'fields: [size]'],
    );
    expect(spoilt.places).toEqual([spoilt.place('field.reservedCode', 'size, label')]);
  });

  it('of choices has some', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['Is tobacco sold?, type: boolean', 'Is tobacco sold?, type: choice'],
      ['condition: sellsTobacco', 'condition: size(sellsTobacco) > 0'],
    );
    expect(spoilt.places).toEqual([spoilt.place('field.withoutChoices', 'choice }')]);
  });

  it('without a choice has none', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['    type: choices\n', '    type: text\n'],
    );
    expect(spoilt.places).toEqual([spoilt.place('field.strayChoices', '- { value: hotFood')]);
  });

  it('has bounds only when it is a number', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['code: shopName, label: 店名 / Name of the restaurant, type: text', 'code: shopName, label: 店名 / Name of the restaurant, type: text, max: 20'],
    );
    expect(spoilt.places).toEqual([spoilt.place('field.strayBounds', '20 }')]);
  });

  it('has bounds that leave room', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['min: 1, max: 100000', 'min: 10, max: 1'],
    );
    expect(spoilt.places).toEqual([spoilt.place('field.emptyRange', '10, max: 1')]);
  });

  it('has a pattern that is one', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['[0-9A-Z]{18}', '[0-9A-Z{18}'],
    );
    expect(spoilt.places).toEqual([spoilt.place('field.badPattern', '"[0-9A-Z{18}"')]);
  });

  it('has no pattern that runs for ever', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['[0-9A-Z]{18}', '([0-9]+)+'],
    );
    expect(spoilt.places).toEqual([spoilt.place('field.badPattern', '"([0-9]+)+"')]);
  });

  it('has a pattern only when it is a text', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['Area (m²), type: decimal', 'Area (m²), type: decimal, pattern: ".*"'],
    );
    expect(spoilt.places).toEqual([spoilt.place('field.strayPattern', '".*"')]);
  });
});
