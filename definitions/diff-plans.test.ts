import { describe, expect, it } from '@jest/globals';
import { checkDefinition } from './check-definition.ts';
import { diffPlans } from './diff-plans.ts';
import { spoil } from './spoilt-definition.ts';

function plan(...edits: [string, string][]) {
  const { text } = spoil('open-restaurant', ...edits);
  const checked = checkDefinition(text);
  if (!checked.plan) throw new Error(checked.problems.map(({ en }) => en).join('\n'));
  return checked.plan;
}

const PRE_REVIEW = /preReview: .*\n/.exec(spoil('open-restaurant').text)![0];

const diff = (...edits: [string, string][]) => diffPlans(plan(), plan(...edits)).map(({ effect, code, about }) => `${effect} ${code} ${about}`);

describe('the difference of two versions', () => {
  it('is nothing where only words were changed', () => {
    expect(diff(['店名 / Name of the restaurant', '餐馆名称 / Restaurant']).length).toBe(0);
    expect(diffPlans(plan(), plan())).toEqual([]);
  });

  it.each<[string, [string, string][], string[]]>([
    ['a limit that grew, in words', [['limits: { promised: 12 working days }', 'limits: { promised: 14 working days }']], ['heavier limit.longer drainage-licence']],
    ['a limit that shrank', [['limits: { promised: 5 working days }', 'limits: { promised: 3 working days }']], ['lighter limit.shorter staff-health']],
    ['more time to correct', [['  limit: 10 working days\n  basis: linyi-plan ?\noutcome', '  limit: 15 working days\n  basis: linyi-plan ?\noutcome']], ['lighter limit.longer open-restaurant']],
    ['an item that became conditional', [['    basis: food 第四十五条\n', '    basis: food 第四十五条\n    condition: shopArea >= 50.0\n']], ['lighter item.conditional staff-health']],
    ['a condition that went', [['    condition: shopArea >= 300.0\n', '']], ['heavier item.unconditional fire-check']],
    ['a condition that changed', [['shopArea >= 300.0', 'shopArea >= 200.0']], ['other item.condition fire-check']],
    ['an item that waits for another', [['    limits: { promised: 5 working days }', '    dependsOn: [business-licence-check]\n    limits: { promised: 5 working days }']], ['heavier item.dependsOn staff-health']],
    ['a material', [['[business-licence, floor-plan, sewage-report]', '[business-licence, floor-plan]'], ['  - { code: sewage-report, name: 排水说明 / Drainage plan, source: applicant }\n', '']], ['lighter material.removed sewage-report']],
    ['a right to a hearing', [['    condition: hasSignboard\n', '    condition: hasSignboard\n    interestedParties: { who: 邻居 / Neighbours, basis: food }\n']], ['other item.interestedParties signboard', 'heavier item.hearing signboard']],
    ['a check on the site', [['    condition: hasSignboard\n', '    condition: hasSignboard\n    onSiteCheck: { basis: food }\n']], ['heavier item.onSiteCheck signboard']],
    ['a need that may be deferred', [['materials: [staff-list]', 'materials: [{ code: staff-list, deferrable: 10 working days }]']], ['lighter material.deferrable staff-list']],
    ['a way by commitment', [['    condition: hasSignboard\n', '    condition: hasSignboard\n    commitment: { basis: city-appearance 第十一条, afterCheck: 20 working days }\n']], ['lighter commitment.added signboard']],
    ['a material that a commitment may replace', [['materials: [staff-list]', 'materials: [{ code: staff-list, commitment: { basis: food 第四十五条, afterCheck: 10 working days } }]']], ['lighter material.commitment staff-list']],
    ['a procedure', [['      - { id: water-testing, kind: testing', '      - { id: water-check, kind: testing']], ['lighter procedure.removed drainage-licence', 'heavier procedure.added drainage-licence']],
    ['a fee', [['    fields: [shopName]\n', '    fees: [{ name: 体检费 / Health check, amount: 80, basis: food 第四十五条 }]\n    fields: [shopName]\n']], ['heavier item.fees staff-health']],
    ['that drafts are kept shorter', [['draftKept: 30 calendar days', 'draftKept: 20 calendar days']], ['heavier limit.shorter open-restaurant']],
    ['that it cannot be applied for online any more', [[PRE_REVIEW, '']], ['heavier preReview.removed open-restaurant']],
    ['a consent', [['outcome:\n', 'consent: [{ id: owner, who: 房东 / Landlord, to: 用作店面 / Use as a shop, persons: [{ identity: shopName }], basis: linyi-plan }]\noutcome:\n']], ['heavier consent.added owner']],
    ['a field', [['type: text, personal: true }', 'type: text, personal: true, required: false }']], ['lighter field.required contactPhone']],
  ])('tells %s', (_, edits, expected) => {
    expect(diff(...edits)).toEqual(expected);
  });

  it('tells what changed about a commitment', () => {
    const offered = (words: string): [string, string] => ['    condition: hasSignboard\n', `    condition: hasSignboard\n    commitment: { basis: city-appearance 第十一条, ${words} }\n`];
    const before = plan(offered('limit: 2 working days, replaces: [site-photo], afterCheck: 20 working days'));
    const told = (words: string) => diffPlans(before, plan(offered(words))).map(({ effect, code }) => `${effect} ${code}`);
    expect(told('replaces: [site-photo], afterCheck: 20 working days')).toEqual(['lighter commitment.atOnce']);
    expect(told('limit: 3 working days, afterCheck: 10 working days, when: shopArea < 300.0')).toEqual(['heavier limit.longer', 'heavier commitment.replaces', 'other commitment.when', 'other limit.shorter']);
  });

  it('tells whom a check on the site is spared', () => {
    const checked = (waiver: string): [string, string] => ['    condition: hasSignboard\n', `    condition: hasSignboard\n    onSiteCheck: { basis: food${waiver} }\n`];
    const spared = checked(", waiver: { when: 'shopArea < 50.0', basis: linyi-plan ? }");
    const between = (old: [string, string], now: [string, string]) => diffPlans(plan(old), plan(now)).map(({ effect, code, about }) => `${effect} ${code} ${about}`);
    expect(between(checked(''), spared)).toEqual(['lighter item.waiver signboard']);
    expect(between(spared, checked(''))).toEqual(['heavier item.waiver signboard']);
    expect(between(spared, checked(", waiver: { when: 'shopArea < 60.0', basis: linyi-plan ? }"))).toEqual(['other item.waiver signboard']);
  });

  it('says it in both languages, with the law', () => {
    const [found] = diffPlans(plan(), plan(['limits: { promised: 12 working days }', 'limits: { promised: 14 working days }']));
    expect(found!.text).toEqual({
      zh: '“城镇污水排入排水管网许可”的承诺期限：由12个工作日延长为14个工作日，依据《临政办发〔2017〕11号》（待核）',
      en: 'Promised limit of “Drainage licence (sewer)”: longer, from 12 working days to 14 working days, under 临政办发〔2017〕11号 (not verified)',
    });
  });
});
