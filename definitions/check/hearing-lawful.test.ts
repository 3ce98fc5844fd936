import { describe, expect, it } from '@jest/globals';
import { checkDefinition } from '../check-definition.ts';
import { spoil } from '../spoilt-definition.ts';

const SIGNBOARD = '    condition: hasSignboard\n';
const PARTIES = '    interestedParties: { who: 相邻权利人 / Neighbours, basis: licensing 第三十六条 }\n';
const HEALTH = '    basis: food 第四十五条\n';

describe('who is heard before a decision', () => {
  it('may be asked for by interested parties of a licence, whether or not the definition says so', () => {
    const { text } = spoil('open-restaurant', [SIGNBOARD, SIGNBOARD + PARTIES]);
    const { plan, problems } = checkDefinition(text);
    expect(problems).toEqual([]);
    expect(plan!.items.find((item) => item.id === 'signboard')!.hearing).toEqual({ held: 'onRequest', basis: { law: '行政许可法', article: '第四十七条', kind: 'law', verified: true } });
  });

  it('needs a law of its own where the item is no licence', () => {
    const spoilt = spoil('open-restaurant', [HEALTH, HEALTH + PARTIES]);
    expect(spoilt.codes).toEqual(['hearing.missing']);
    const mended = spoil('open-restaurant', [HEALTH, `${HEALTH}${PARTIES}    hearing: { held: onRequest, basis: food ? }\n`]);
    expect(mended.codes).toEqual([]);
  });

  it('is a duty by law, regulation or rule only', () => {
    expect(spoil('open-restaurant', [SIGNBOARD, `${SIGNBOARD}    hearing: { held: required, basis: linyi-plan }\n`]).codes).toEqual(['hearing.noDuty']);
    expect(spoil('open-restaurant', [SIGNBOARD, `${SIGNBOARD}    hearing: { held: required, basis: food }\n`]).codes).toEqual([]);
  });

  it('leaves no room for a rule that grants at once, nor does a check on the site', () => {
    for (const rule of ['    hearing: { held: onRequest, basis: food }\n', '    onSiteCheck: { basis: licensing 第三十四条第三款 }\n']) {
      expect(spoil('open-restaurant', [SIGNBOARD, `${SIGNBOARD}    instant: hasSignboard\n${rule}`]).codes).toContain('instant.withoutHearing');
    }
  });

  it('is named by a text that is asked for this very item', () => {
    const naming = (field: string) => spoil('open-restaurant', [SIGNBOARD, `${SIGNBOARD}    interestedParties: { who: 邻居 / Neighbours, fields: [${field}], basis: licensing }\n`]).codes;
    expect(naming('shopName')).toEqual([]);
    expect(naming('shopArea')).toEqual(['interestedParties.notAsked']);
    expect(naming('nobody')).toEqual(['field.unknown']);
  });

  it('is written under the item, not under the service', () => {
    expect(spoil('open-restaurant', ['outcome:', 'hearing: { held: onRequest, basis: food }\noutcome:']).codes).toEqual(['key.elsewhere']);
  });
});
