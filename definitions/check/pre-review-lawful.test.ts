import { describe, expect, it } from '@jest/globals';
import { spoil } from '../spoilt-definition.ts';

const withPreReview = (said: string) => spoil('open-restaurant', [/preReview: .*\n/.exec(spoil('open-restaurant').text)![0], `preReview: ${said}\n`]);

describe('the pre-review of drafts', () => {
  it('takes one working day, two for what is complex', () => {
    expect(withPreReview('{ limit: 1 working day, complexLimit: 2 working days, draftKept: 30 calendar days, basis: linyi-plan }').codes).toEqual([]);
    expect(withPreReview('{ draftKept: 30 calendar days, basis: linyi-plan }').codes).toEqual([]);
  });

  it('takes no longer', () => {
    const spoilt = withPreReview('{ limit: 3 working days, complexLimit: 5 working days, draftKept: 30 calendar days, basis: linyi-plan }');
    expect(spoilt.places).toEqual([spoilt.place('preReview.overCap', '3 working days, complexLimit'), spoilt.place('preReview.overCap', '5 working days, draftKept')]);
  });

  it('has a longer limit for complex drafts, if any', () => {
    const spoilt = withPreReview('{ complexLimit: 1 working day, draftKept: 30 calendar days, basis: linyi-plan }');
    expect(spoilt.places).toEqual([spoilt.place('preReview.complexNotLonger', '1 working day, draftKept')]);
  });

  it('says how long an answered draft is kept, and by whose word', () => {
    expect(withPreReview('{ limit: 1 working day }').codes).toEqual(['basis.missing', 'draftKept.missing']);
  });
});
