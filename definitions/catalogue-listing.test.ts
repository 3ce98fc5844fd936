import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { BASIS_KEYS } from './basis-keys.ts';
import { listService } from './catalogue-listing.ts';
import { catalogueText } from './spoilt-definition.ts';

const SMALL = `
code: shop
version: "1"
name: 开店 / Shop
handling: { mode: joint, decision: plan ? }
promise: { limit: 10 working days, basis: plan }
correction: { limit: 5 working days, basis: plan }
bases:
  plan: { law: 某市方案, kind: localDecision, verified: true }
  food: { law: 食品安全法, kind: law, verified: true }
  rule: { law: 某办法, kind: rule }
departments:
  - id: food
    name: 部门 / Department
    authorities: [{ region: "", level: county, principal: 局 / Bureau, reconsiderationOrgan: 政府 / Government, court: 法院 / Court }]
materials:
  - { code: plan, name: 平面图 / Plan, source: applicant }
items:
  - id: licence
    name: 许可 / Licence
    nature: licence
    department: food
    basis: [food 第三十五条, food 第四十五条 ?]
    limits: { promised: { limit: 5 working days, basis: rule 第三条 } }
    procedures:
      - { id: check, kind: siteVisit, name: 核查 / Check, basis: { law: 某规定, kind: rule }, stopsClock: false }
    materials: [{ code: plan, basis: food }]
    result: { kind: licence, name: 许可证 / Licence }
`;

describe('the catalogue’s list', () => {
  it('says of a service what it is made of and what it promises', () => {
    const { service, problems } = listService(catalogueText('open-restaurant'), 'open-restaurant.yaml');
    expect(problems).toEqual([]);
    expect(service).toMatchObject({ code: 'open-restaurant', name: { zh: '开办餐饮店' }, items: 7, departments: 6, promise: { length: 15, unit: 'workingDay' } });
  });

  it('finds what is not verified: by a question mark, by its document, or because nobody said that it is', () => {
    expect(listService(SMALL, 'shop.yaml').service?.unverified).toEqual([
      { file: 'shop.yaml', line: 5, column: 36, law: '某市方案', article: null, kind: 'localDecision', what: 'handling.decision' },
      { file: 'shop.yaml', line: 23, column: 25, law: '食品安全法', article: '第四十五条', kind: 'law', what: 'items.licence' },
      { file: 'shop.yaml', line: 24, column: 57, law: '某办法', article: '第三条', kind: 'rule', what: 'items.licence.limits.promised' },
      { file: 'shop.yaml', line: 26, column: 64, law: '某规定', article: null, kind: 'rule', what: 'items.licence.procedures.check' },
    ]);
  });

  it('names a place once that an alias repeats', () => {
    const { service } = listService(SMALL.replace('materials: [{', 'materials: &all [{').replace('basis: food }', 'basis: food ? }')
      .concat(SMALL.slice(SMALL.indexOf('  - id: licence')).replace('id: licence', 'id: second').replace(/materials: .*/, 'materials: *all')), 'shop.yaml');
    expect(service?.items).toBe(2);
    expect(service?.unverified.filter(({ law, article }) => law === '食品安全法' && article === null)).toHaveLength(1);
  });

  it('gives the problems of a definition that cannot be read', () => {
    const { service, problems } = listService(SMALL.replace('items:', 'itemz:'), 'shop.yaml');
    expect(service).toBeNull();
    expect(problems.map(({ code }) => code)).toContain('key.unknown');
  });

  it('knows every key of the language under which a basis stands', () => {
    const schema: unknown = JSON.parse(readFileSync(new URL('schema.json', import.meta.url), 'utf8'));
    expect([...keysWithBasis(schema)].sort()).toEqual([...BASIS_KEYS].sort());
  });
});

/** Names of the properties that hold a basis: what says of itself that it refers to one. */
function keysWithBasis(node: unknown): Set<string> {
  if (typeof node !== 'object' || node === null) return new Set();
  const { properties, ...rest } = node as { properties?: Record<string, unknown> };
  const keys = Object.entries(properties ?? {}).flatMap(([key, value]) => [...(isBasis(value) ? [key] : keysWithBasis(value))]);
  return new Set([...keys, ...Object.values(rest).flatMap((value) => [...keysWithBasis(value)])]);
}

function isBasis(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  const { anyOf, items } = node as { anyOf?: unknown[]; items?: unknown };
  if (anyOf) return anyOf.some((one) => isReference(one) || isBasis(one));
  return isBasis(items);
}

/** A reference is told by its pattern, which allows the question mark. */
function isReference(node: unknown): boolean {
  const { pattern } = node as { pattern?: unknown };
  return typeof pattern === 'string' && pattern.includes('(\\?)?');
}
