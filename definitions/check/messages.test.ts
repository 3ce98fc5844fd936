import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { spoil } from '../spoilt-definition.ts';

type Edits = readonly (readonly [from: string, to: string])[];
const restaurant = (...edits: Edits) => spoil('open-restaurant', ...edits).problems;
const child = (...edits: Edits) => spoil('child-born', ...edits).problems;
const setting = (line: string) => restaurant(['outcome:\n', `${line}\noutcome:\n`]);
const confirmation = (line: string) => restaurant(['    nature: confirmation\n', `    nature: confirmation\n    ${line}\n`]);
const BIRTH = ', source: upstreamResult, resultOf: birth-certificate';
const company = (to: string) => spoil('start-company', [BANK, to]).problems;
const BANK = 'kind: body\n        remedy: 向金融监管部门投诉，或依法提起民事诉讼 / Complaint to the financial supervisors, or a civil suit';
/** A promise that leaves time for whatever else is spoilt. */
const LONG_PROMISE = ['promise:\n  limit: 15', 'promise:\n  limit: 60'] as const;
/** Items with more lines: a licence, something that is none, and any. */
const signboard = (line: string, ...edits: Edits) => restaurant(LONG_PROMISE, ['    condition: hasSignboard\n', `    condition: hasSignboard\n    ${line}\n`], ...edits);
const staffHealth = (line: string, ...edits: Edits) => restaurant(LONG_PROMISE, ['    basis: food 第四十五条\n', `    basis: food 第四十五条\n    ${line}\n`], ...edits);
const item = (id: string, line: string) => restaurant(LONG_PROMISE, [`  - id: ${id}\n`, `  - id: ${id}\n    ${line}\n`]);
const commitment = (words: string) => signboard(`commitment: { basis: city-appearance 第十一条, ${words} }`);
const preReview = (limits: string) => restaurant(['preReview: { limit: 1 working day, complexLimit: 2 working days', `preReview: { ${limits}`]);
const A_DATE = ['fields:\n', 'fields:\n  - { code: openingOn, label: 开业日期 / Opening, type: date }\n'] as const;
const VALUES = ', values: [{ code: grade, label: 等级 / Grade, type: integer }] }';
const COOKS = ['\nfields:\n', '\nfields:\n  - { code: cooks, label: 厨师人数 / Cooks, type: integer, min: 1, max: 20 }\n  - { code: cookName, label: 厨师姓名 / Cook, type: text, repeat: cooks }\n'] as const;
const COOK_ASKED = ['    fields: [shopName]\n', '    fields: [shopName, cookName]\n'] as const;

/** For every file of checks: definitions that show each of its messages. A new message needs one here. */
const SHOWN = {
  'authority-remedies': [
    () => company('kind: body'), () => company('kind: organ'), () => company(`${BANK}\n        court: 兰山区人民法院 / Lanshan Court`),
    () => restaurant(['        level: county\n', '        level: county\n        remedy: 投诉 / Complaint\n']),
    () => spoil('connect-utilities', ['nature: publicService\n    department: gas-supply', 'nature: licence\n    department: gas-supply']).problems,
  ],
  'authority-serves': [() => restaurant(['department: health\n', 'department: health\n    level: city\n'])],
  'certificate-free': [
    () => restaurant(['source: certificateStore, availableFrom', 'source: applicant, availableFrom']),
    () => child([BIRTH, ', source: applicant']), () => child([BIRTH, ', source: upstreamResult']),
    () => child(['    basis: household 第七条\n    dependsOn: [birth-certificate]\n', '    basis: household 第七条\n']),
  ],
  'commitments-lawful': [
    () => commitment('limit: 10 working days, afterCheck: 20 working days'), () => commitment('afterCheck: 0 working days'),
    () => commitment('replaces: [staff-list, business-licence], afterCheck: 20 working days'),
  ],
  'conditions-hold-water': [
    () => restaurant(['condition: sellsTobacco', 'condition: sellsTobaco']), () => restaurant(['condition: sellsTobacco', 'condition: sellsTobacco ==']),
    () => restaurant(['condition: sellsTobacco', 'condition: shopName']), () => restaurant(['condition: sellsTobacco', 'condition: shopName > 3']),
  ],
  'consents-askable': [() => setting('consent:\n  - { id: owner, who: 房屋所有权人 / Owner, to: 用作经营场所 / Use as premises, persons: [{ identity: shopArea, name: shopArea }], basis: linyi-plan }'), () => restaurant(COOKS, ['\noutcome:\n', '\nconsent:\n  - { id: cooks, who: 厨师 / Cooks, to: 受雇 / Employment, persons: [{ identity: cookName, name: shopName }], basis: linyi-plan }\noutcome:\n'])],
  'consultation-lawful': [
    () => setting('consultation: { limit: 5 calendar days, basis: linyi-plan ? }'),
    () => spoil('go-to-school', ['\nbases:\n', '\nconsultation: { limit: 5 working days, basis: guangxi-plan ? }\nbases:\n']).problems,
  ],
  'extensions-lawful': [() => restaurant(['cap: 10, basis', 'cap: 11, basis'])],
  'fees-lawful': [() => restaurant(['    fields: [creditCode, shopName, shopAddress, dailySewage]\n', '    fees: [{ name: 工本费 / Fee, amount: 10, basis: linyi-plan }]\n    fields: [creditCode, shopName, shopAddress, dailySewage]\n'])],
  'fields-answerable': [() => restaurant(['    type: choices\n', '    type: text\n']), () => restaurant(['min: 1, max: 100000', 'min: 10, max: 1'])],
  'fields-needed': [() => restaurant(['fields:\n', 'fields:\n  - { code: colour, label: 颜色 / Colour, type: text }\n'])],
  'handling-decided': [() => restaurant(['  decision: linyi-plan ?\n', ''])],
  'hearing-lawful': [
    () => item('business-licence-check', 'hearing: { held: onRequest, basis: food }'), () => signboard('hearing: { held: required, basis: linyi-plan }'),
    () => staffHealth('interestedParties: { who: 邻居 / Neighbours, basis: food 第四十五条 }'),
    () => signboard('interestedParties: { who: 邻居 / Neighbours, fields: [shopArea], basis: licensing }'),
  ],
  'ids-unique': [() => restaurant(['materials: [staff-list]', 'materials: [staff-list, staff-list]'])],
  'instant-rule': [() => restaurant(['    condition: hasSignboard\n', '    condition: hasSignboard\n    instant: hasSignboard\n'])],
  'intake-lawful': [
    () => setting('examination: 6 working days'), () => setting('delivery: 11 working days'),
    () => restaurant(['  basis: linyi-plan ?\noutcome', '  basis: linyi-plan ?\n  whenOver: lapse\noutcome']),
  ],
  'intermediary-lawful': [() => restaurant(['basis: sewage 第二十一条 ? }', 'basis: sewage 第二十一条 ?, intermediary: { basis: linyi-plan ?, paidBy: authority } }'])],
  'item-codes': [
    () => confirmation('basicCode: "00013100300"'), () => confirmation('implementationCode: "12441500196720244X3442199806003"'),
    () => confirmation('basicCode: "442199806004"\n    implementationCode: "12441500196720244T3442199806003"'),
  ],
  'items-fit-together': [
    () => staffHealth('optional: true\n    main: food 第四十五条'), () => staffHealth('optional: true\n    automatic: food 第四十五条\n    examination: { limit: 3 working days, basis: food 第四十五条 }'),
    () => staffHealth('dependsOn: [signboard]', ['    condition: hasSignboard\n', '    condition: hasSignboard\n    optional: true\n']),
    () => staffHealth('notBefore: { field: shopName, basis: food 第四十五条 }'), () => signboard('notBefore: { field: openingOn, basis: linyi-plan ? }', A_DATE),
    () => signboard('renewal: { expires: shopName }'), () => staffHealth('renewal: { expires: openingOn }', A_DATE),
    () => staffHealth('instant: size(shopName) > 1', [' / Health certificates }', ` / Health certificates${VALUES}`]),
    () => staffHealth('dependsOn: [signboard]\n    conditionOnResult: hasSignboard', [' / Sign approval }', ` / Sign approval${VALUES}`]),
  ],
  'joint-limit': [() => setting('joint: { limit: 46 working days }'), () => child(['correction: {', 'joint: {}\ncorrection: {'])],
  'limits-lawful': [
    () => restaurant(['limit: 20 working days\n        basis: licensing 第四十二条第一款', 'limit: 25 working days\n        basis: food-licensing ?']),
    () => restaurant(['limit: 20 working days\n        basis: licensing', 'limit: 1 month\n        basis: licensing']),
    () => restaurant(['    limits: { promised: 12 working days }', '    limits: { statutory: { limit: 15 working days, basis: licensing 第四十二条 }, promised: 12 working days }']),
    () => restaurant(['food-licensing ? }\n      promised: 10 working days', 'food-licensing ? }\n      promised: 11 working days']),
    () => restaurant(['    limits: { promised: 5 working days }\n', '']),
  ],
  'materials-needed': [() => restaurant(['floor-plan, sewage-report]', 'floor-plan]'])],
  'no-dependency-cycle': [() => restaurant(['    basis: food 第四十五条\n', '    basis: food 第四十五条\n    dependsOn: [staff-health]\n'])],
  'paths-fit': [() => restaurant(['  limit: 15 working days\n', '  limit: 13 working days\n']), () => setting('joint: { limit: 20 working days }')],
  'pre-review-lawful': [() => preReview('limit: 3 working days, complexLimit: 5 working days'), () => preReview('complexLimit: 1 working day')],
  'preliminary-lawful': [
    () => item('drainage-licence', 'preliminary: { department: water, basis: sewage }'), () => item('drainage-licence', 'preliminary: { department: health, limit: 25 working days, basis: sewage }'),
    () => item('business-licence-check', 'preliminary: { department: health, limit: { limit: 1 working day, basis: food }, basis: food }'), () => staffHealth('preliminary: { department: water, basis: sewage }'),
  ],
  'procedures-lawful': [
    () => restaurant(['name: 现场核查 / Site check, basis: food 第三十五条 }', 'name: 现场核查 / Site check, basis: food 第三十五条, stopsClock: linyi-plan }']),
    () => restaurant(['kind: siteVisit, name: 现场核查', 'kind: hearing, name: 现场核查']),
  ],
  'references-resolve': [() => restaurant(['department: water', 'department: watr'])],
  'repeats-count': [
    () => staffHealth('repeat: shopName'), () => staffHealth('repeat: cooks\n    main: food 第四十五条', COOKS, COOK_ASKED),
    () => staffHealth('repeat: cooks', COOKS, COOK_ASKED, [' / Health certificates }', ` / Health certificates${VALUES}`]),
    () => staffHealth('condition: cookName != "李四"', COOKS, COOK_ASKED),
  ],
  'supervision-elsewhere': [() => item('drainage-licence', 'supervision: { department: water, basis: sewage }')],
} as const satisfies Readonly<Record<string, readonly (() => ReturnType<typeof restaurant>)[]>>;

const sourceOf = (file: string) => readFileSync(join(import.meta.dirname, `${file}.ts`), 'utf8');
/** A check of law says in its comment which one. */
const law = (file: string) => /\*.*@see (.*)/.exec(sourceOf(file))?.[1];
const isCheck = (file: string) => /^export const \w+: Check\b/m.test(sourceOf(file));

it('every file of checks is here', () => {
  const files = readdirSync(import.meta.dirname).filter((name) => !name.endsWith('.test.ts')).map((name) => name.replace('.ts', ''));
  expect(Object.keys(SHOWN).sort()).toEqual(files.filter(isCheck).sort());
});

describe.each(Object.entries(SHOWN))('the messages of %s', (file, samples) => {
  const problems = samples.flatMap((sample) => sample());

  it('are all shown', () => {
    // Some files say their codes to a function that makes the finding.
    const codes = [...sourceOf(file).matchAll(/(?:code: |say\(|finding\()(?:'([^']+\.[^']+)'|`([^`]+)`)/g)].map(([, literal, template]) => literal ?? template!);
    for (const code of codes) {
      const pattern = new RegExp(`^${code.replaceAll('.', '\\.').replaceAll(/\$\{\w+\}/g, '\\w+')}$`);
      expect(problems.map((problem) => problem.code)).toContainEqual(expect.stringMatching(pattern));
    }
    expect(problems.length).toBeGreaterThan(0);
  });

  it('stand in Chinese and English, with where it is and how to mend it', () => {
    for (const { zh, en, mend, line, column } of problems) {
      for (const text of [zh, mend.zh]) expect(text).toMatch(/\p{Script=Han}.*[。？]$/u);
      for (const text of [en, mend.en]) expect(text).toMatch(/^["“A-Z].*[.?]$/);
      expect(line).toBeGreaterThan(1);
      expect(column).toBeGreaterThan(0);
    }
  });

  if (law(file) !== undefined) {
    it(`name the law and its article (${law(file)})`, () => {
      const standard = law(file)!.startsWith('GB');
      for (const { zh, en, mend } of problems) {
        expect(zh + mend.zh).toMatch(standard ? /GB/ : /(法|规定|条例)第.+条/);
        expect(en + mend.en).toMatch(standard ? /GB/ : /(ALL|order \d+) art\. \d+/);
      }
    });
  }
});
