import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { checkDefinition } from '../check-definition.ts';
import { partOf } from '../one-form.ts';
import { ImplementationItemSchema } from '../schema/implementation-item.ts';
import { catalogueText } from '../spoilt-definition.ts';
import type { ListSource } from './list-source.ts';
import { projectList } from './list-source.ts';

const HOTEL = catalogueText('open-hotel');

/** The project's list with some of its text replaced. */
function spoiltList(id: string, ...edits: readonly (readonly [from: string, to: string])[]): ListSource {
  return {
    ...projectList,
    read(name) {
      const source = projectList.read(name);
      if (!source || name !== id) return source;
      const text = edits.reduce((before, [from, to]) => {
        if (!before.includes(from)) throw new Error(`${id} does not say “${from}”`);
        return before.replace(from, () => to);
      }, source.text);
      return { ...source, text };
    },
  };
}

const FIRE = 'definitions/implementation-list/fire-check.yaml';
/** Where the text says so, in a file: `file:line:column`. */
function place(file: string, text: string, marker: string): string {
  const before = text.slice(0, text.indexOf(marker));
  return `${file}:${before.split('\n').length}:${before.length - before.lastIndexOf('\n')}`;
}
const placesOf = (text: string, list: ListSource = projectList) =>
  checkDefinition(text, { file: 'hotel.yaml', list }).problems.map(({ code, file, line, column }) => `${code} @ ${file}:${line}:${column}`);

describe('an item of the implementation list', () => {
  it('is in the plan as if it were written there: the plan says nothing of the list', () => {
    const { plan, problems } = checkDefinition(HOTEL);
    expect(problems).toEqual([]);
    const fire = plan!.items.find((item) => item.id === 'fire-check')!;
    expect(fire).toMatchObject({ department: 'fire-rescue', dependsOn: ['business-licence-check'], basis: [{ law: '消防法', article: '第十五条' }], limits: { statutory: { length: 13, basis: { law: '消防法', verified: false } } } });
    expect(partOf(plan!, 'fire-check').fields.map(({ code }) => code)).toEqual(['hotelName', 'hotelAddress', 'hotelArea']);
    expect(JSON.stringify(plan)).not.toContain('"use"');
  });

  it('brings the materials that the service does not name itself', () => {
    const without = HOTEL.replace(/^ {2}- \{ code: fire-declaration, .*\n/m, '');
    const { plan, problems } = checkDefinition(without);
    expect(problems).toEqual([]);
    expect(plan!.materials.find((one) => one.code === 'fire-declaration')).toMatchObject({ name: { zh: '消防安全检查申报表' }, source: 'applicant' });
  });

  it('is the same in a service that still writes it out: the restaurant', () => {
    const text = catalogueText('open-restaurant');
    const written = parse(text) as { items: Record<string, unknown>[] };
    const items = written.items.map(({ id, condition, dependsOn, fields, ...rest }) => (projectList.names().includes(String(id))
      ? { id, use: id, ...(condition ? { condition } : {}), ...(dependsOn ? { dependsOn } : {}), fields } : { id, condition, dependsOn, fields, ...rest }));
    const using = checkDefinition(stringify({ ...written, items }));
    expect(using.problems).toEqual([]);
    expect(items.filter((item) => 'use' in item)).toHaveLength(4);
    expect(using.plan!.hash).toBe(checkDefinition(text).plan!.hash);
  });

  it('may be promised in less time by a service, not in more', () => {
    const promising = (promised: string) => HOTEL.replace('use: fire-check\n', `use: fire-check\n    limits: { promised: ${promised} }\n`);
    expect(checkDefinition(promising('5 working days')).plan!.items.find((item) => item.id === 'fire-check')!.limits).toMatchObject({ promised: { length: 5 }, statutory: { length: 13 } });
    const longer = promising('14 working days');
    expect(placesOf(longer)).toContain(`use.promiseLonger @ ${place('hotel.yaml', longer, '14 working days')}`);
  });

  it('may not differ between services: whatever else is said of it stands where it is said', () => {
    const other = HOTEL.replace('use: fire-check\n', 'use: fire-check\n    grantBy: reviewer\n    limits: { statutory: { limit: 15 working days, basis: fire } }\n');
    expect(placesOf(other)).toEqual([
      `use.mayNotAdd @ ${place('hotel.yaml', other, 'grantBy: reviewer\n    limits')}`, `use.mayNotAdd @ ${place('hotel.yaml', other, 'statutory: { limit: 15')}`,
    ]);
    const renamed = HOTEL.replace('name: 消防安全检查申报表 ', 'name: 消防申报表 ');
    expect(placesOf(renamed)).toEqual([`use.materialDiffers @ ${place('hotel.yaml', renamed, '消防申报表')}`]);
  });

  it('that is not there is said, with the name that was meant', () => {
    const slip = HOTEL.replace('use: fire-check', 'use: fire-chek');
    const { problems } = checkDefinition(slip, { file: 'hotel.yaml' });
    expect(problems[0]).toMatchObject({ code: 'use.unknown', id: 'fire-chek', zh: expect.stringContaining('是否想写“fire-check”'), en: expect.stringContaining('Did you mean “fire-check”') });
    expect(placesOf(slip)[0]).toBe(`use.unknown @ ${place('hotel.yaml', slip, 'fire-chek')}`);
    expect(placesOf(HOTEL.replace('use: fire-check', 'use: ../catalogue/open-hotel'))[0]).toContain('use.unknown');
  });

  it('has its mistakes said where it is written: of form, of law, and of the list itself', () => {
    const mistakes = (from: string, to: string) => {
      const list = spoiltList('fire-check', [from, to]);
      return { found: placesOf(HOTEL, list), at: (marker: string) => place(FIRE, list.read('fire-check')!.text, marker) };
    };
    const form = mistakes('limit: 13 working days', 'limit: thirteen days');
    expect(form.found).toEqual([`limit.format @ ${form.at('thirteen days')}`]);
    const law = mistakes('limit: 13 working days, basis: fire 第十五条 ?', 'limit: 10 working days, basis: fire 第十五条');
    expect(law.found).toEqual([`limit.promisedTooLong @ ${law.at('13 working days')}`]);
    const key = mistakes('      nature: licence', '      nature: licence\n      condition: hotelArea > 300.0');
    expect(key.found).toContain(`implementationList.form @ ${key.at('hotelArea > 300.0')}`);
    const unknown = mistakes('versions:', 'versionz: []\nversions:');
    expect(unknown.found).toContain(`implementationList.form @ ${unknown.at('[]\nversions')}`);
  });

  it('is taken in the version that is valid on the day', () => {
    const second = '  - version: "2027.1"\n    validFrom: 2027-01-01\n    item:\n';
    const text = projectList.read('fire-check')!.text;
    const item = text.slice(text.indexOf('      name: 公众'));
    const list = spoiltList('fire-check', [item, `${item}${second}${item.replaceAll('13 working days', '12 working days')}`]);
    const limitOn = (validOn?: string) => checkDefinition(HOTEL, { list, ...(validOn ? { validOn } : {}) }).plan?.items.find((one) => one.id === 'fire-check')!.limits.statutory!.length;
    expect([limitOn('2026-12-31'), limitOn('2027-01-01'), limitOn()]).toEqual([13, 12, 12]);
    expect(checkDefinition(HOTEL, { list, validOn: '2025-12-31' }).problems.map(({ code }) => code)).toContain('use.notValid');
    const unordered = spoiltList('fire-check', [item, `${item}${second.replace('2027-01-01', '2026-01-01')}${item}`]);
    expect(placesOf(HOTEL, unordered).join()).toContain('implementationList.form');
  });
});

describe('the implementation list', () => {
  it('is in order, and every file is used by more than one service', () => {
    const names = readdirSync('definitions/catalogue').filter((name) => name.endsWith('.yaml'));
    const catalogue = names.map((name) => readFileSync(`definitions/catalogue/${name}`, 'utf8'));
    for (const id of projectList.names()) {
      const read = ImplementationItemSchema.safeParse(parse(projectList.read(id)!.text));
      expect([id, read.error?.issues ?? [], read.data?.id]).toEqual([id, [], id]);
      expect([id, catalogue.filter((text) => text.includes(`- id: ${id}\n`)).length > 1, catalogue.some((text) => text.includes(`use: ${id}\n`))]).toEqual([id, true, true]);
    }
  });
});
