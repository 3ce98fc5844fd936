import { describe, expect, it } from '@jest/globals';
import { spoil } from '../spoilt-definition.ts';

describe('references', () => {
  it('to a department exist', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['department: water', 'department: watr'],
    );
    expect(spoilt.places).toEqual([spoilt.place('department.unknown', 'watr')]);
    expect(spoilt.only().en).toContain('Did you mean “water”?');
    expect(spoilt.only().zh).toContain('是否想写“water”');
  });

  it('to an item exist', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['dependsOn: [business-licence-check]', 'dependsOn: [busines-licence-check]'],
    );
    expect(spoilt.places).toEqual([spoilt.place('item.unknown', 'busines-licence')]);
    expect(spoilt.only().en).toContain('business-licence-check');
  });

  it('to a field exist', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['fields: [shopName]', 'fields: [shopName, shopNmae]'],
    );
    expect(spoilt.places).toEqual([spoilt.place('field.unknown', 'shopNmae')]);
    expect(spoilt.only().en).toContain('“shopName”');
  });

  it('to a material exist', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['materials: [staff-list]', 'materials: [staff-list, floorplan]'],
    );
    expect(spoilt.places).toEqual([spoilt.place('material.unknown', 'floorplan')]);
    expect(spoilt.only().en).toContain('“floor-plan”');
  });

  it('to a basis exist, wherever it is named', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['basis: sewage 第二十一条\n    condition', 'basis: sewege 第二十一条\n    condition'],
    );
    expect(spoilt.places).toEqual([spoilt.place('basis.unknown', 'sewege')]);
    expect(spoilt.only().id).toBe('sewege');
  });

  it('to the basis of a special procedure exist', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['basis: city-appearance 第十一条 ? }', 'basis: cty-appearance 第十一条 ? }'],
    );
    expect(spoilt.places).toEqual([spoilt.place('basis.unknown', 'cty-appearance')]);
  });

  it('to the decision behind the joint mode exist', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['decision: linyi-plan ?', 'decision: linyi ?'],
    );
    expect(spoilt.places).toEqual([spoilt.place('basis.unknown', 'linyi ?')]);
  });
});
