import { describe, expect, it } from '@jest/globals';
import { spoil } from '../spoilt-definition.ts';

describe('names', () => {
  it('are given to one item only', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['  - id: signboard\n', '  - id: food-licence\n'],
    );
    expect(spoilt.places).toEqual([spoilt.place('item.duplicate', '  - id: food-licence\n    name: 设置', 8)]);
    expect(spoilt.only().id).toBe('food-licence');
  });

  it('are given to one department only', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['  - id: water\n', '  - id: health\n'],
      ['department: water', 'department: health'],
    );
    expect(spoilt.places).toEqual([spoilt.place('department.duplicate', '  - id: health\n    name: 排水', 8)]);
  });

  it('are given to one field only', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['code: shopAddress, label', 'code: shopName, label'],
      ['fields: [creditCode, shopName, shopAddress, shopArea, businessKind, contactPhone]', 'fields: [creditCode, shopName, shopArea, businessKind, contactPhone]'],
      ['fields: [creditCode, shopName, shopAddress, shopArea]', 'fields: [creditCode, shopName, shopArea]'],
      ['fields: [creditCode, shopName, shopAddress]', 'fields: [creditCode, shopName]'],
      ['fields: [creditCode, shopName, shopAddress]', 'fields: [creditCode, shopName]'],
      ['fields: [creditCode, shopName, shopAddress, dailySewage]', 'fields: [creditCode, shopName, dailySewage]'],
    );
    expect(spoilt.places).toEqual([spoilt.place('field.duplicate', 'code: shopName, label: 经营场所', 6)]);
  });

  it('are given to one material only', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['code: site-photo, name', 'code: signboard-drawing, name'],
      ['[business-licence, signboard-drawing, site-photo]', '[business-licence, signboard-drawing]'],
      ['[business-licence, site-photo]', '[business-licence]'],
    );
    expect(spoilt.places).toEqual([spoilt.place('material.duplicate', 'code: signboard-drawing, name: 现场照片', 6)]);
  });

  it('stand once in a list of needs', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['materials: [staff-list]', 'materials: [staff-list, staff-list]'],
    );
    expect(spoilt.places).toEqual([spoilt.place('material.duplicate', '[staff-list, staff-list]', 13)]);
  });

  it('stand once among the choices of a field', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['value: coldFood', 'value: hotFood'],
    );
    expect(spoilt.places).toEqual([spoilt.place('choice.duplicate', 'value: hotFood, label: 冷食', 7)]);
  });

  it('are not given to a field and a material: both would be the same line of the notice', () => {
    const spoilt = spoil('open-restaurant', ['code: staff-list, name', 'code: photo, name'], ['process-layout, staff-list]', 'process-layout, photo]'], ['[staff-list]', '[photo]'],
      ['code: contactPhone, label', 'code: photo, label'], ['businessKind, contactPhone]', 'businessKind, photo]']);
    expect(spoilt.places).toEqual([spoilt.place('code.duplicate', 'code: photo, name', 6)]);
  });
});
