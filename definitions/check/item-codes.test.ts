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
    expect(spoilt.places).toEqual([spoilt.place('itemCode.creditCode', '"12441500196720244X', 18)]);
    expect(spoilt.only()).toMatchObject({
      zh: '实施编码第18位为“X”，应为校验码“T”。', en: 'The implementationCode has X at position 18, where the check character T should stand.',
    });
  });

  it('contain the basic code', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['    nature: confirmation\n    department: market', '    nature: confirmation\n    basicCode: "442199806004"\n    implementationCode: "12441500196720244T3442199806003"\n    department: market'],
    );
    expect(spoilt.places).toEqual([spoilt.place('itemCode.mismatch', '"12441500196720244T', 20)]);
    expect(spoilt.only().zh).toBe('实施编码第20至31位为“442199806003”，应为基本编码“442199806004”。');
  });

  it('have 33 characters as a handling item', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['    nature: confirmation\n    department: market', '    nature: confirmation\n    handlingCode: "11211382318866189042101310020090"\n    department: market'],
    );
    expect(spoilt.places).toEqual([spoilt.place('itemCode.length', '"1121138231886618904210131002009')]);
  });

  const CONFIRMATION = '    nature: confirmation\n    department: market';
  const coded = (...codes: string[]) => spoil('open-restaurant', [CONFIRMATION, `    nature: confirmation\n${codes.map((code) => `    ${code}\n`).join('')}    department: market`]);

  it('are those of real items', () => {
    expect(coded('basicCode: "000131003000"').codes).toEqual([]);
    expect(coded('basicCode: "442199806003"', 'implementationCode: "12441500196720244T3442199806003"').codes).toEqual([]);
    expect(coded('basicCode: "210131002009"', 'handlingCode: "112113823188661890421013100200901"').codes).toEqual([]);
  });

  it('name what should stand where: digits, place, level, the code inside the code', () => {
    const said = (...codes: string[]) => coded(...codes).problems.map(({ code, en }) => [code, en]);
    expect(said('basicCode: "00013100300A"')).toEqual([['itemCode.character', 'The basicCode has A at position 12, where a digit should stand.']]);
    expect(said('basicCode: "990131003000"')).toEqual([['itemCode.region', 'The basicCode has 990 at positions 1 to 3, where 000 (national), or three digits that begin with those of a province should stand.']]);
    expect(said('implementationCode: "12441500196720244T9442199806003"')).toEqual([['itemCode.level', 'The implementationCode has 9 at position 19, where a level from 1 to 6 should stand.']]);
    expect(said('implementationCode: "12441500196720244T3992199806003"')).toEqual([['itemCode.region', expect.stringContaining('The implementationCode has 992 at positions 20 to 22')]]);
    expect(said('implementationCode: "1244I500196720244T3442199806003"')).toEqual([['itemCode.creditCode', expect.stringContaining('has I at position 5')]]);
    expect(said('implementationCode: "12991500196720244T3442199806003"')).toEqual([['itemCode.creditCode', 'The implementationCode has 991500 at positions 3 to 8, where the six digits of a place should stand.']]);
    expect(said('level: city', 'implementationCode: "12441500196720244T4442199806003"')).toContainEqual(['itemCode.level', 'The implementationCode has 4 at position 19, where the level 3 (the item is handled at city level) should stand.']);
    expect(said('implementationCode: "12441500196720244T3442199806003"', 'handlingCode: "112113823188661890421013100200901"')).toEqual([
      ['itemCode.mismatch', 'The handlingCode has 1121138231886618904210131002009 at positions 1 to 31, where the implementation code 12441500196720244T3442199806003 should stand.'],
    ]);
  });
});
