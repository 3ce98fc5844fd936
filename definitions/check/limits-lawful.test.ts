import { describe, expect, it } from '@jest/globals';
import { spoil } from '../spoilt-definition.ts';

describe('limits of an item', () => {
  it('over 20 working days need a law or regulation', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['limit: 20 working days\n        basis: licensing 第四十二条第一款', 'limit: 25 working days\n        basis: food-licensing ?'],
    );
    expect(spoilt.places).toEqual([spoilt.place('limit.ruleCannotLengthen', '25 working days')]);
    expect(spoilt.only().id).toBe('tobacco-licence');
  });

  it('cannot be over 20 by the licensing law itself', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['limit: 20 working days\n        basis: licensing', 'limit: 1 month\n        basis: licensing'],
    );
    expect(spoilt.places).toEqual([spoilt.place('limit.overCap', '1 month')]);
  });

  it('are the joint one in joint handling, unless another law sets one', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['    limits: { promised: 12 working days }', '    limits: { statutory: { limit: 15 working days, basis: licensing 第四十二条 }, promised: 12 working days }'],
    );
    expect(spoilt.places).toEqual([spoilt.place('limit.jointHasNoOther', '{ limit: 15 working days, basis: licensing')]);
    expect(spoilt.only().mend.en).toContain('limits.internal');
  });

  it('promised are not longer than statutory', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['13 working days, basis: fire 第十五条 ? }\n      promised: 13 working days', '13 working days, basis: fire 第十五条 ? }\n      promised: 14 working days'],
    );
    expect(spoilt.places).toEqual([spoilt.place('limit.promisedTooLong', '14 working days')]);
  });

  it('promised are not longer than internal', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['food-licensing ? }\n      promised: 10 working days', 'food-licensing ? }\n      promised: 11 working days'],
    );
    expect(spoilt.places).toEqual([spoilt.place('limit.promisedTooLong', '11 working days')]);
  });

  it('of different units are compared as five working days in seven', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['food-licensing ? }\n      promised: 10 working days', 'food-licensing ? }\n      promised: 15 calendar days'],
    );
    expect(spoilt.places).toEqual([spoilt.place('limit.promisedTooLong', '15 calendar days')]);
  });

  it('exist', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['    limits: { promised: 5 working days }\n', ''],
    );
    expect(spoilt.places).toEqual([spoilt.place('limit.missing', 'id: staff-health')]);
    expect(spoilt.only().mend.en).toContain('limits.internal');
  });
});
