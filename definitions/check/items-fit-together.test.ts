import { describe, expect, it } from '@jest/globals';
import { spoil } from '../spoilt-definition.ts';

const STAFF_HEALTH = '    basis: food 第四十五条\n';
/** The item staff-health, which stands by itself, with some more words. */
const staffHealth = (words: string, ...edits: [string, string][]) => spoil('open-restaurant', ['promise:\n  limit: 15', 'promise:\n  limit: 30'], [STAFF_HEALTH, `${STAFF_HEALTH}${words}`], ...edits);
const A_DATE: [string, string] = ['fields:\n', 'fields:\n  - { code: openingOn, label: 开业日期 / Opening, type: date }\n'];

describe('an optional item', () => {
  it('is accepted', () => {
    expect(staffHealth('    optional: true\n').codes).toEqual([]);
  });

  it('is not the main one, and not automatic', () => {
    expect(staffHealth('    optional: true\n    main: food 第四十五条\n').codes).toEqual(['optional.main']);
    expect(staffHealth('    optional: true\n    automatic: food 第四十五条\n', ['    materials: [staff-list]\n', ''], ['  - { code: staff-list,', '  - { code: staff-list-gone,']).codes).toContain('optional.automatic');
  });

  it('is not what another item hangs on', () => {
    const spoilt = spoil('open-restaurant', ['promise:\n  limit: 15', 'promise:\n  limit: 30'], ['    condition: hasSignboard\n', '    condition: hasSignboard\n    optional: true\n'], [STAFF_HEALTH, `${STAFF_HEALTH}    dependsOn: [signboard]\n`]);
    expect(spoilt.places).toEqual([spoilt.place('optional.neededBy', '[signboard]\n')]);
  });
});

describe('an automatic item', () => {
  it('asks the applicant for nothing', () => {
    expect(staffHealth('    automatic: food 第四十五条\n').codes).toEqual(['automatic.asksMaterial']);
  });
});

describe('a date before which an item does not start', () => {
  it('is a date', () => {
    expect(staffHealth('    notBefore: { field: shopName, basis: food 第四十五条 }\n').codes).toEqual(['notBefore.notADate']);
    expect(staffHealth('    notBefore: { field: nowhere, basis: food 第四十五条 }\n').codes).toEqual(['field.unknown']);
    expect(staffHealth('    notBefore: { field: openingOn, plus: 5 calendar days, basis: food 第四十五条 }\n', A_DATE).codes).toEqual([]);
  });

  it('lengthens the limit of a licence, and so needs a law or regulation', () => {
    const spoilt = spoil('open-restaurant', A_DATE, ['    condition: hasSignboard\n', '    condition: hasSignboard\n    notBefore: { field: openingOn, basis: linyi-plan ? }\n']);
    expect(spoilt.codes).toEqual(['notBefore.needsLaw']);
    expect(spoilt.only().zh).toContain('行政许可');
  });
});

describe('a renewal', () => {
  it('is of a licence, and goes by a date', () => {
    expect(staffHealth('    renewal: { expires: openingOn }\n', A_DATE).codes).toEqual(['renewal.noLicence']);
    expect(spoil('open-restaurant', ['    condition: hasSignboard\n', '    condition: hasSignboard\n    renewal: { expires: shopName }\n']).codes).toEqual(['renewal.notADate']);
    expect(spoil('open-restaurant', A_DATE, ['    condition: hasSignboard\n', '    condition: hasSignboard\n    renewal: { expires: openingOn }\n']).codes).toEqual([]);
  });
});

describe('a condition on a result', () => {
  const VALUES = ', values: [{ code: grade, label: 等级 / Grade, type: integer }, { code: size, label: 规模 / Size, type: choice, choices: [{ value: small, label: 小 / Small }] }] }';
  const graded: [string, string] = [' / Sign approval }', ` / Sign approval${VALUES}`];
  const onResult = (condition: string, ...edits: [string, string][]) => staffHealth(`    dependsOn: [signboard]\n    conditionOnResult: ${condition}\n`, ...edits);

  it('reads what an earlier item states', () => {
    expect(spoil('open-restaurant').text).toContain(graded[0]);
    expect(onResult('result.grade >= 2 && hasSignboard', graded).codes).toEqual([]);
    expect(onResult('result.size == "small"', graded).codes).toEqual([]);
  });

  it('is checked against what is stated', () => {
    expect(onResult('result.size == "large"', graded).codes).toEqual(['condition.unknownChoice']);
    expect(onResult('result.colour == 2', graded).codes).toEqual(['condition.type']);
    expect(onResult('result.grade == "two"', graded).codes).toEqual(['condition.type']);
  });

  it('reads only items that come before, and only there', () => {
    expect(staffHealth('    conditionOnResult: result.grade >= 2\n', graded).codes).toEqual(['condition.noResult']);
    expect(staffHealth('    dependsOn: [signboard]\n    condition: result.grade >= 2\n', graded).codes).toEqual(['condition.noResult']);
  });

  it('reads a result at all', () => {
    expect(onResult('hasSignboard', graded).codes).toEqual(['conditionOnResult.readsNoResult']);
  });

  it('is told from another by its code', () => {
    expect(spoil('open-restaurant', graded, [' / Food business licence }', ' / Food business licence, values: [{ code: grade, label: 等级 / Grade, type: integer }] }']).codes).toEqual(['resultValue.duplicate']);
  });
});
