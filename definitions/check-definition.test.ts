import { describe, expect, it } from '@jest/globals';
import { checkDefinition } from './check-definition.ts';
import { catalogueText, spoil } from './spoilt-definition.ts';

describe('a definition', () => {
  it('has every mistake reported at once, in order of position', () => {
    const spoilt = spoil(
      'open-restaurant',
      ['  mode: joint', '  mode: jont'],
      ['allOrNothingAllowed: true', 'allOrNothingAlowed: true'],
      ['kind: rule }', 'kind: decree }'],
      ['label: 店名 / Name of the restaurant', 'label: 店名'],
      ['type: boolean }', 'type: bool }'],
      ['source: applicant }', 'sorce: applicant }'],
      ['    grantBy: reviewer\n    # The licence', '    grantBy: clerk\n    # The licence'],
      ['basis: food 第三十五条\n', 'basis: fod 第三十五条\n'],
      ['condition: shopArea >= 300.0', 'condition: shopArea >= "big"'],
      ['promised: 13 working days', 'promised: 14 working days'],
      ['    result: { kind: approval, name: 户外广告设置批准文件 / Sign approval }\n', ''],
      ['department: health\n', 'department: helth\n'],
      ['cap: 10, basis', 'cap: 12, basis'],
      ['    condition: dischargesToSewer\n', '    condition: dischargesToSewer\n    quota: 80\n'],
    );
    expect(spoilt.places).toEqual([
      spoilt.place('mode.unknownValue', 'jont'),
      spoilt.place('allOrNothingAlowed.x', 'allOrNothingAlowed').replace('allOrNothingAlowed.x', 'key.unknown'),
      spoilt.place('kind.unknownValue', 'decree'),
      spoilt.place('label.format', '店名, type'),
      spoilt.place('type.unknownValue', 'bool }'),
      spoilt.place('source.missing', '{ code: food-application'),
      spoilt.place('key.unknown', 'sorce'),
      spoilt.place('grantBy.unknownValue', 'clerk'),
      spoilt.place('basis.unknown', 'fod 第'),
      spoilt.place('condition.type', 'shopArea >= "big"'),
      spoilt.place('limit.promisedTooLong', '14 working days'),
      spoilt.place('result.missing', 'id: signboard'),
      spoilt.place('department.unknown', 'helth'),
      spoilt.place('extension.overCap', '12, basis'),
      spoilt.place('key.unknown', 'quota: 80'),
    ]);
  });

  it('with fifty mistakes gets fifty, each with a line, a column, both languages and a remedy', () => {
    const extra = Array.from({ length: 50 }, (_, index) => `  - { code: m${index}, name: 材料${index}, source: applicant }`);
    const { problems } = spoil('open-restaurant', ['materials:\n', `materials:\n${extra.join('\n')}\n`]);
    const named = problems.filter(({ code }) => code === 'name.format');
    expect(named).toHaveLength(50);
    expect(named.map(({ id }) => id)).toEqual(extra.map((_, index) => `m${index}`));
    expect(new Set(named.map(({ line }) => line)).size).toBe(50);
    for (const { file, line, column, zh, en, mend } of named) {
      expect({ file, ok: line > 1 && column > 1 }).toEqual({ file: 'open-restaurant.yaml', ok: true });
      expect([zh, en, mend.zh, mend.en].every((text) => text.length > 3)).toBe(true);
    }
  });

  it('with mistakes has no plan', () => {
    const { text } = spoil('child-born', ['department: police', 'department: polise']);
    expect(checkDefinition(text)).toMatchObject({ plan: null, gantt: null });
  });

  it('with an unknown key is told which key was meant, and which there are', () => {
    const spoilt = spoil('open-restaurant', ['      promised: 13 working days', '      promissed: 13 working days']);
    expect(spoilt.places).toEqual([spoilt.place('key.unknown', 'promissed')]);
    expect(spoilt.only()).toMatchObject({
      id: 'promissed',
      en: 'Unknown key “promissed”. Did you mean “promised”?',
      zh: '不认识的键“promissed”。是否想写“promised”？',
      mend: { en: 'Known here: statutory, internal, promised.' },
    });
  });

  it('with a comma in a text between braces is told to quote it', () => {
    const spoilt = spoil('open-restaurant', ['/ Photograph of the site, source', '/ Photograph, of the site, source']);
    expect(spoilt.only().mend.en).toBe('Put the whole text in quotes.');
  });

  it('with a number where text is wanted is told to quote it', () => {
    const spoilt = spoil('open-restaurant', ['version: "2026.1"', 'version: 2026.1']);
    expect(spoilt.places).toEqual([spoilt.place('version.type', '2026.1')]);
    expect(spoilt.only().en).toContain('a number in quotes');
  });

  it('judges what an alias repeats in each place by itself', () => {
    const { codes } = spoil('hire-employee', ['      - business-licence\n', '      - buisness-licence\n']);
    expect(codes.filter((code) => code === 'material.unknown')).toHaveLength(3);
  });

  it('of thousands of wrong entries is judged as a whole', () => {
    const many = Array.from({ length: 3_000 }, (_, index) => `  - { code: m-${index}, name: 1, source: nowhere }`).join('\n');
    const codes = checkDefinition(`${catalogueText('child-born')}\nmaterials:\n${many}\n`).problems.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['key.duplicate', 'materials.tooBig']));
  });

  it('never makes the checker throw, whatever is cut out of it', () => {
    const text = catalogueText('hire-employee');
    const lines = text.split('\n');
    for (let line = 0; line < lines.length; line += 3) {
      expect(() => checkDefinition(lines.toSpliced(line, 1).join('\n'))).not.toThrow();
    }
  });
});

describe('a word in the wrong place', () => {
  it('is told where it belongs', () => {
    const spoilt = spoil('open-restaurant', ['outcome:\n', 'hearing: { held: required, basis: food }\noutcome:\n'], ['Floor plan, source: applicant }', 'Floor plan, source: applicant, intermediary: 1 }']);
    expect(spoilt.problems.map(({ code, id, mend }) => [code, id, mend?.en])).toEqual([
      ['key.elsewhere', 'hearing', 'Write it under: items.'],
      ['key.elsewhere', 'intermediary', 'Write it under: items.procedures.'],
    ]);
  });
});
