import { describe, expect, it } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { checkDefinition } from './check-definition.ts';
import { compile } from './compile.ts';
import { contentHash } from './compiler/canonical-json.ts';
import { readDefinition } from './read-definition.ts';
import { CATALOGUE, catalogueText, spoil } from './spoilt-definition.ts';
import type { CasePlan } from '../workflows/case/case-plan.ts';

function planOf(name: string, text = catalogueText(name)): CasePlan {
  const { plan, problems } = checkDefinition(text, { file: `${name}.yaml` });
  expect(problems).toEqual([]);
  return plan as CasePlan;
}

describe.each(CATALOGUE)('the definition %s', (name) => {
  it('compiles to plain JSON', () => {
    const plan = planOf(name);
    expect(plan.service.code).toBe(name);
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
  });

  it('is identified by the hash of the rest of the plan', () => {
    const { hash, ...rest } = planOf(name);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(hash).toBe(contentHash(rest));
  });

  it('has the same hash whatever the order of its keys, its comments and its layout', () => {
    const turned = stringify(reversedKeys(parse(catalogueText(name))));
    expect(turned).not.toContain('#');
    expect(planOf(name, turned).hash).toBe(planOf(name).hash);
  });

  it('places every item after those it depends on', () => {
    const { items } = planOf(name);
    const seen = new Set<string>();
    for (const { id, dependsOn } of items) {
      for (const before of dependsOn) expect(seen).toContain(before);
      seen.add(id);
    }
  });

  it('reads from its file as well', () => {
    const { definition, problems } = readDefinition(new URL(`catalogue/${name}.yaml`, import.meta.url).pathname);
    expect(problems).toEqual([]);
    expect(definition && compile(definition)).toEqual(planOf(name));
  });
});

describe('the plan of open-restaurant', () => {
  const plan = planOf('open-restaurant');
  const item = (id: string) => plan.items.find((one) => one.id === id);

  it('takes at most 16 KB', () => {
    expect(Buffer.byteLength(JSON.stringify(plan))).toBeLessThanOrEqual(16 * 1024);
    expect(plan.departments).toHaveLength(6);
  });

  it('has the joint limit of 45 + 15 working days, by the head of the government', () => {
    const basis = { law: '行政许可法', article: '第四十二条第二款', kind: 'law', verified: true };
    expect(plan.joint).toEqual({ length: 45, unit: 'workingDay', basis, extension: { cap: 15, by: 'headOfGovernment', basis } });
  });

  it('has what goes without saying: examination 5, delivery 10, rating 10 working days', () => {
    expect(plan.examination).toMatchObject({ length: 5, unit: 'workingDay', basis: { law: '行政许可法', article: '第三十二条第一款第四项' } });
    expect(plan.delivery).toMatchObject({ length: 10, unit: 'workingDay', basis: { article: '第四十四条' } });
    expect(plan.ratingWindow).toMatchObject({ length: 10, unit: 'workingDay' });
  });

  it('leaves a vertical authority its own limit, and the others their part of the joint one', () => {
    expect(item('tobacco-licence')?.limits.statutory).toMatchObject({ length: 20, extension: { cap: 10, by: 'headOfAuthority' } });
    expect(item('fire-check')?.limits.statutory).toEqual({ length: 13, unit: 'workingDay', basis: expect.objectContaining({ law: '消防法' }) });
    expect(item('food-licence')?.limits).toEqual({ internal: expect.objectContaining({ length: 10 }), promised: expect.objectContaining({ length: 10, suspendedBy: 'procedures' }) });
  });

  it('stops the clock for the eight of art. 45 alone', () => {
    expect(item('signboard')?.procedures[0]).toMatchObject({ kind: 'expertReview', stopsClock: { article: '第四十五条' }, basis: { verified: false } });
    expect(item('food-licence')?.procedures[0]).not.toHaveProperty('stopsClock');
  });

  it('gives a licence in separate handling its 20 + 10 working days', () => {
    const { text } = spoil('open-restaurant', ['  mode: joint\n  decision: linyi-plan ?\n', '  mode: separate\n']);
    const separate = planOf('open-restaurant', text);
    expect(separate).not.toHaveProperty('joint');
    expect(separate.handling).not.toHaveProperty('decision');
    expect(separate.items.find(({ id }) => id === 'signboard')?.limits.statutory).toMatchObject({ length: 20, extension: { cap: 10 } });
  });

  it('asks the floor plan once, for all the items that need it', () => {
    const plans = plan.materials.filter(({ code }) => code === 'floor-plan');
    expect(plans).toHaveLength(1);
    expect(plans[0]?.neededBy.map(({ item: id }) => id)).toEqual(['food-licence', 'fire-check', 'drainage-licence']);
  });

  it('ties a field that only a condition reads to the item of the condition', () => {
    expect(plan.fields.find(({ code }) => code === 'sellsTobacco')?.neededBy).toEqual(['tobacco-licence']);
  });
});

it('a definition that was not checked is not compiled when a condition is broken', () => {
  const { text } = spoil('open-restaurant', ['condition: sellsTobacco', 'condition: sellsTobacc']);
  const { definition } = readDefinition({ text });
  expect(() => definition && compile(definition)).toThrow('was not checked');
});

function reversedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversedKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).reverse().map(([key, child]) => [key, reversedKeys(child)]));
}
