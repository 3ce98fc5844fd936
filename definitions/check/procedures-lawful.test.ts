import { describe, expect, it } from '@jest/globals';
import { spoil } from '../spoilt-definition.ts';

describe('a special procedure', () => {
  it('off the list of art. 45 stops no clock by a mere decision', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['name: 现场核查 / Site check, basis: food 第三十五条 }', 'name: 现场核查 / Site check, basis: food 第三十五条, stopsClock: linyi-plan ? }'],
    );
    expect(spoilt.places).toEqual([spoilt.place('procedure.cannotStopClock', 'linyi-plan ? }\n    fields')]);
  });

  it('off the list does not stop the clock by art. 45 either', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['name: 现场核查 / Site check, basis: food 第三十五条 }', 'name: 现场核查 / Site check, basis: food 第三十五条, stopsClock: licensing 第四十五条 }'],
    );
    expect(spoilt.places).toEqual([spoilt.place('procedure.cannotStopClock', 'licensing 第四十五条')]);
  });

  it('is no hearing: that has rules of its own', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['kind: siteVisit, name: 现场核查', 'kind: hearing, name: 现场核查'],
    );
    expect(spoilt.places).toEqual([spoilt.place('procedure.isAHearing', 'hearing, name')]);
  });

  it('names its law', () => {
    const spoilt = spoil(
      'open-restaurant',
      [', name: 设置方案专家评审 / Expert review of the design, basis: city-appearance 第十一条 ? }', ', name: 设置方案专家评审 / Expert review of the design }'],
    );
    expect(spoilt.places).toEqual([spoilt.place('basis.missing', '{ id: structure-review')]);
    expect(spoilt.only().id).toBe('structure-review');
  });
});
