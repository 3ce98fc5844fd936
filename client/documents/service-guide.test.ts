import { readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { compile } from '../../definitions/compile.ts';
import { conditionInWords } from '../../definitions/condition/words.ts';
import { readDefinition } from '../../definitions/read-definition.ts';
import type { ServiceDefinition } from '../../definitions/schema/service.ts';
import type { Text } from '../../workflows/case/calendar.ts';
import { serviceGuide } from './service-guide.ts';
import { lengthInChinese, lengthInEnglish } from './wording.ts';
import { faultIn, readText } from './test-support/well-formed.ts';

const CATALOGUE = readdirSync('definitions/catalogue').filter((name) => name.endsWith('.yaml'));

function definitionOf(name: string): ServiceDefinition {
  const { definition, problems } = readDefinition(`definitions/catalogue/${name}`);
  if (!definition) throw new Error(JSON.stringify(problems));
  return definition;
}

/** A section's text; the picture has its own tests. */
function section(page: string, id: string): string {
  return readText(new RegExp(`<section id="${id}">([\\s\\S]*?)</section>`).exec(page)?.[1] ?? '');
}

function expectBoth(text: string, { zh, en }: Text): void {
  expect(text).toContain(zh.replace(/\s/g, ''));
  expect(text).toContain(en.replace(/\s/g, ''));
}

describe.each(CATALOGUE)('the guide of %s', (name) => {
  const definition = definitionOf(name);
  const plan = compile(definition);
  const page = serviceGuide(definition);

  it('tells of every item: name, department, condition, result, in both languages', () => {
    for (const item of plan.items) {
      expectBoth(section(page, 'items'), item.name);
      expectBoth(section(page, 'items'), plan.departments.find(({ id }) => id === item.department)!.name);
      if (item.condition) expectBoth(section(page, 'items'), conditionInWords(item.condition, plan.fields));
      expectBoth(section(page, 'results'), item.result.name);
      if (item.commitment) {
        const { length, unit } = item.commitment.afterCheck;
        expectBoth(section(page, 'items'), { zh: `准予后${lengthInChinese(length, unit)}内核查`, en: `Checked within ${lengthInEnglish(length, unit)} of the grant` });
      }
      if (item.onSiteCheck?.waiver) expectBoth(section(page, 'items'), { zh: `免予核查：${conditionInWords(item.onSiteCheck.waiver.when, plan.fields).zh}`, en: `spared if ${conditionInWords(item.onSiteCheck.waiver.when, plan.fields).en}` });
      if (item.onSiteCheck) expectBoth(section(page, 'items'), { zh: '准予前由两名以上工作人员现场核查', en: 'Before a grant, by two officers or more' });
    }
  });

  it('asks for every material and field once, and names every authority with its remedies', () => {
    for (const material of plan.materials) expectBoth(section(page, 'materials'), material.name);
    for (const { label, choices } of plan.fields) for (const text of [label, ...choices.map((choice) => choice.label)]) expectBoth(section(page, 'form'), text);
    for (const authority of plan.departments.flatMap((department) => department.authorities)) {
      for (const text of [authority.principal, ...('remedy' in authority ? [authority.remedy] : [authority.reconsiderationOrgan, authority.court])]) expectBoth(section(page, 'authorities'), text);
    }
    for (const { procedures } of plan.items) for (const procedure of procedures) expectBoth(section(page, 'procedures'), procedure.name);
  });

  it('is English in English: of Chinese only titles that have no other', () => {
    const titles = [...new Set(JSON.stringify(plan).match(/(?<="law":")[^"]+/g) ?? [])].sort((one, other) => other.length - one.length);
    const english = [...page.matchAll(/<span lang="en">([^<]*)/g)].map(([, text]) => titles.reduce((left, title) => left.replaceAll(title, ''), text!));
    expect(english.filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
  });

  it('is a whole, closed page that asks for nothing outside itself and runs no script', () => {
    const markup = page.replace(/<!doctype html>|<style>[\s\S]*?<\/style>/g, '').replace(/<(meta|input)([^>]*)>/g, (_, tag: string, rest: string) => `<${tag}${rest.replace(' checked', '')}/>`);
    expect(faultIn(markup.replaceAll('<br>', '<br/>'))).toBeNull();
    expect(/https?:|<script|src=|@import|url\((?!#)|undefined|\[object|NaN/.exec(page.replaceAll('xmlns="http://www.w3.org/2000/svg"', ''))?.[0]).toBeUndefined();
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => `#${id}`);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of page.matchAll(/href="([^"]+)"/g)) expect(ids).toContain(target);
  });
});

describe('the guide of a restaurant', () => {
  const definition = definitionOf('open-restaurant.yaml');
  const page = serviceGuide(definition);

  it('marks what is not verified, and only that', () => {
    expect(page).toContain('临政办发〔2017〕11号<i>（依据待核）</i>');
    expect(page).toContain('《消防法》第十五条</span>');
  });

  it('says which materials are asked from the applicant, and which procedures stop the clock', () => {
    expect(section(page, 'materials')).toMatch(/营业执照Businesslicence申请人提交Askedfromyou免提交no/);
    expect(section(page, 'materials')).toMatch(/招牌设计图Drawingofthesignboard申请人提交Askedfromyou需提交yes/);
    expect(section(page, 'procedures')).toMatch(/水质检测Watertesting.*?停止计时stopstheclock《行政许可法》第四十五条/);
    expect(section(page, 'procedures')).toMatch(/现场核查Sitecheck.*?计入期限/);
  });

  it('gives the steps their limits: 5, 10, 15 promised of 45, 10 working days', () => {
    const steps = section(page, 'steps');
    for (const text of ['审查Examination5个工作日', '补正（如需）Correction,ifaskedfor10个工作日', '承诺15个工作日，法定45个工作日', '出件、送达Delivery10个工作日']) expect(steps).toContain(text);
  });

  it('begins in the language asked for, with the picture in both', () => {
    expect(page).toContain('id="english">');
    expect(serviceGuide(definition, { english: true })).toContain('id="english" checked>');
    expect(page.match(/<svg [^>]*lang="(zh-CN|en)"/g)).toHaveLength(2);
  });

  it('escapes whatever its author wrote', () => {
    const evil = { zh: '<script>alert("1")</script>', en: '"><img src=x onerror=alert(1)>' };
    const [field, ...fields] = definition.fields;
    const [material, ...materials] = definition.materials;
    const attacked = serviceGuide({ ...definition, name: evil, fields: [{ ...field!, label: evil }, ...fields], materials: [{ ...material!, name: evil }, ...materials] });
    expect(attacked).not.toMatch(/<script|<img/);
  });
});

describe('a service without special procedures', () => {
  it('has no section on them', () => {
    expect(serviceGuide(definitionOf('child-born.yaml'))).not.toContain('id="procedures"');
  });
});

describe('the guide of what takes a hearing', () => {
  const { definition } = readDefinition('test/scenarios/definitions/music-bar.yaml');
  const items = section(serviceGuide(definition!), 'items');

  it('says who else is concerned, what he may do, and when the clock stands still', () => {
    for (const text of ['采光、通风受影响的相邻权利人', '由表单填写：相邻权利人', '五个工作日内可以要求听证', '《行政许可法》第四十七条', '行政机关应当公告并举行听证', '两名以上工作人员']) expect(items).toContain(text);
  });
});
