import { readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readDefinition } from '../../definitions/read-definition.ts';
import type { ServiceDefinition } from '../../definitions/schema/service.ts';
import { textOf } from '../../definitions/schema/text.ts';
import { servicePicture } from './service-picture.ts';
import { drawnWidth, textLines } from './service-picture/text-lines.ts';
import { faultIn, readText } from './test-support/well-formed.ts';

const CATALOGUE = readdirSync('definitions/catalogue').filter((name) => name.endsWith('.yaml'));

function definitionOf(name: string): ServiceDefinition {
  const { definition, problems } = readDefinition(`definitions/catalogue/${name}`);
  if (!definition) throw new Error(JSON.stringify(problems));
  return definition;
}

/** Without the spoken description, which names everything anyway. */
const drawn = (svg: string) => readText(svg.replace(/<(title|desc)[\s\S]*?<\/\1>/g, ''));

describe.each(CATALOGUE)('the picture of %s', (name) => {
  const definition = definitionOf(name);
  const pictures = (['both', 'zh', 'en'] as const).map((language) => [language, servicePicture(definition, { language })] as const);

  it('is well-formed XML with sound numbers', () => {
    for (const [, svg] of pictures) {
      expect(faultIn(svg)).toBeNull();
      expect(svg).not.toMatch(/undefined|\[object|NaN|Infinity|(width|height)="-|\d\.\d{3}/);
    }
  });

  it('shows every item, its department and its result in the language asked for', () => {
    for (const [language, svg] of pictures) {
      const texts = definition.items.flatMap((item) => [item.name, item.result.name, definition.departments.find(({ id }) => id === item.department)!.name]).map(textOf);
      for (const { zh, en } of texts) {
        if (language !== 'en') expect(drawn(svg)).toContain(zh.replace(/\s/g, ''));
        if (language !== 'zh') expect(drawn(svg)).toContain(en.replace(/\s/g, ''));
      }
      expect(svg.match(/class="p-bar[^"]*" x="[^"]+" y="(?!-7)/g)).toHaveLength(definition.items.length);
    }
  });

  it('draws an arrow for each dependency, and dashes each item that depends on a condition or a choice', () => {
    const [, svg] = pictures[0]!;
    const legendArrows = 1;
    expect(svg.match(/class="p-head/g)).toHaveLength(definition.items.flatMap((item) => item.dependsOn).length + legendArrows);
    expect(svg.match(/class="p-bar[^"]*p-maybe/g) ?? []).toHaveLength(definition.items.filter((item) => item.condition || item.optional).length + 1);
  });

  it('asks for nothing outside itself, and says in words what it shows', () => {
    for (const [, svg] of pictures) {
      expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/https?:|href|src=|@import|url\(|<script/);
      expect(svg).toMatch(/role="img" aria-labelledby="(\S+) (\S+)"[\s\S]*<title id="\1">[\s\S]*<desc id="\2">/);
    }
  });
});

describe('the picture of a restaurant', () => {
  const svg = servicePicture(definitionOf('open-restaurant.yaml'));

  it('makes the longest path dark: the check of the licence, then the fire check', () => {
    expect(svg).toContain('最长路径：企业营业执照信息核验、公众聚集场所投入使用、营业前消防安全检查，共14个工作日。');
    expect(svg.match(/<rect class="p-bar p-longest/g)).toHaveLength(3); // and the legend's
    expect(svg.match(/<path class="p-arrow p-longest"/g)).toHaveLength(1);
  });

  it('names the limits: examination, correction, promise, joint limit, delivery', () => {
    for (const text of ['审查≤5个工作日', '补正如需≤10个工作日', '并联办理承诺15个工作日', '结果与送达≤10个工作日', '联合办理法定期限45个工作日', '承诺10个工作日，法定20个工作日', '水质检测期间不计时']) expect(drawn(svg)).toContain(text);
  });
});

describe('a hostile definition', () => {
  const definition = definitionOf('open-restaurant.yaml');

  it('cannot put markup into the picture', () => {
    const evil = '</text><script>alert("1")</script>&\u0008\ud800';
    const [first, ...items] = definition.items;
    const svg = servicePicture({ ...definition, name: { zh: evil, en: evil }, items: [{ ...first!, name: { zh: evil, en: evil } }, ...items] });
    expect(faultIn(svg)).toBeNull();
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('\u0008');
    expect(svg.isWellFormed()).toBe(true);
  });

  it('with very long names is drawn within its columns', () => {
    const long = { zh: '很'.repeat(200), en: 'W'.repeat(200) };
    const [first, ...items] = definition.items;
    expect(faultIn(servicePicture({ ...definition, items: [{ ...first!, name: long, result: { ...first!.result, name: long } }, ...items] }))).toBeNull();
    for (const line of textLines(long.en, 100, 12, 9)) expect(drawnWidth(line, 12)).toBeLessThanOrEqual(100);
  });
});

describe('a text in lines', () => {
  it('breaks between words and between ideographs, not before a closing mark or after an opening one', () => {
    expect(textLines('是否设置大型“户外招牌”，为是', 84, 12)).toEqual(['是否设置大型', '“户外招牌”，', '为是']);
    expect(textLines('Fire safety check before opening', 120, 12)).toEqual(['Fire safety check', 'before opening']);
  });

  it('ends in an ellipsis when it has too many', () => {
    expect(textLines('甲乙丙丁戊己庚辛', 24, 12, 2)).toEqual(['甲乙', '丙…']);
  });
});

describe('the picture of what takes a hearing', () => {
  const { definition } = readDefinition('test/scenarios/definitions/music-bar.yaml');
  const text = drawn(servicePicture(definition!, { language: 'zh' }));

  it('says below the bar of each item who is heard and that two officers look', () => {
    for (const note of ['可要求听证，听证期间不计时', '应当听证，听证期间不计时', '两人现场核查（有豁免），计时']) expect(text).toContain(note);
  });
});
