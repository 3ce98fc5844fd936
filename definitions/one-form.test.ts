import { describe, expect, it } from '@jest/globals';
import { checkDefinition } from './check-definition.ts';
import { partOf } from './one-form.ts';
import { catalogueText } from './spoilt-definition.ts';

const plan = checkDefinition(catalogueText('open-restaurant')).plan;
if (!plan) throw new Error('open-restaurant does not compile');

describe('one form, one set of materials', () => {
  it('shows an item the fields it needs and no others', () => {
    expect(partOf(plan, 'staff-health').fields.map(({ code }) => code)).toEqual(['shopName']);
    expect(partOf(plan, 'tobacco-licence').fields.map(({ code }) => code)).toEqual(['creditCode', 'shopName', 'shopAddress', 'sellsTobacco']);
  });

  it('shows the same material to every item that needs it', () => {
    const codes = (item: string): string[] => partOf(plan, item).materials.map(({ material }) => material.code);
    expect(codes('food-licence')).toContain('floor-plan');
    expect(codes('fire-check')).toContain('floor-plan');
    expect(codes('staff-health')).toEqual(['staff-list']);
  });

  it('says why the item needs it', () => {
    expect(partOf(plan, 'fire-check').materials.every(({ need }) => need.item === 'fire-check')).toBe(true);
  });

  it('leaves nothing that nobody sees', () => {
    const seen = new Set(plan.items.flatMap(({ id }) => partOf(plan, id).fields.map(({ code }) => code)));
    expect(seen.size).toBe(plan.fields.length);
  });

  it('knows no item that is not in the plan', () => {
    expect(() => partOf(plan, 'dog-licence')).toThrow(RangeError);
  });
});
