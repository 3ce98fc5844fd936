import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Expr, type Form, holds } from '../../workflows/case/condition.ts';
import { celEnvironment, type ConditionField } from './cel-environment.ts';
import { translateCondition } from './cel-to-expr.ts';

const FIELDS: readonly ConditionField[] = [
  { code: 'shopArea', type: 'decimal', choices: [] },
  { code: 'staffCount', type: 'integer', choices: [] },
  { code: 'shopName', type: 'text', choices: [] },
  { code: 'hasSignboard', type: 'boolean', choices: [] },
  { code: 'opensOn', type: 'date', choices: [] },
  { code: 'shopKind', type: 'choice', choices: ['restaurant', 'canteen', 'bar'] },
  { code: 'serves', type: 'choices', choices: ['hotFood', 'coldFood', 'drinks'] },
];
const environment = celEnvironment(FIELDS);
const translate = (source: string) => translateCondition(source, environment, FIELDS);

const field = (code: string): Expr => ({ op: 'field', code });
const literal = (value: string | number | boolean | null | readonly string[]): Expr => ({ op: 'literal', value });

describe('a condition becomes an expression', () => {
  it.each<[string, Expr]>([
    ['hasSignboard', field('hasSignboard')],
    ['true', literal(true)],
    ['form.hasSignboard', field('hasSignboard')],
    ['!hasSignboard', { op: 'not', arg: field('hasSignboard') }],
    ['has(form.shopArea)', { op: 'has', code: 'shopArea' }],
    ['shopArea >= 300.5', { op: 'ge', left: field('shopArea'), right: literal(300.5) }],
    ['shopArea > 300', { op: 'gt', left: field('shopArea'), right: literal(300) }],
    ['staffCount < -2', { op: 'lt', left: field('staffCount'), right: literal(-2) }],
    ['-staffCount <= 0x10', { op: 'le', left: { op: 'sub', left: literal(0), right: field('staffCount') }, right: literal(16) }],
    ['shopKind == "bar"', { op: 'eq', left: field('shopKind'), right: literal('bar') }],
    ['shopKind != "bar"', { op: 'ne', left: field('shopKind'), right: literal('bar') }],
    ['shopKind in ["bar", "canteen"]', { op: 'in', left: field('shopKind'), right: literal(['bar', 'canteen']) }],
    ['"hotFood" in serves', { op: 'in', left: literal('hotFood'), right: field('serves') }],
    ['size(serves) > 1', { op: 'gt', left: { op: 'size', arg: field('serves') }, right: literal(1) }],
    ['serves.size() > 1', { op: 'gt', left: { op: 'size', arg: field('serves') }, right: literal(1) }],
    ['opensOn >= "2026-03-01"', { op: 'ge', left: field('opensOn'), right: literal('2026-03-01') }],
    ['staffCount * 2 + 1 - staffCount == 3', {
      op: 'eq',
      left: { op: 'sub', left: { op: 'add', left: { op: 'mul', left: field('staffCount'), right: literal(2) }, right: literal(1) }, right: field('staffCount') },
      right: literal(3),
    }],
    ['hasSignboard && shopArea > 1 && true', { op: 'and', args: [field('hasSignboard'), { op: 'gt', left: field('shopArea'), right: literal(1) }, literal(true)] }],
    ['hasSignboard || (shopArea > 1 || false)', { op: 'or', args: [field('hasSignboard'), { op: 'gt', left: field('shopArea'), right: literal(1) }, literal(false)] }],
    ['hasSignboard ? shopArea > 1 : false', { op: 'if', test: field('hasSignboard'), then: { op: 'gt', left: field('shopArea'), right: literal(1) }, else: literal(false) }],
  ])('%s', (source, expr) => {
    expect(translate(source)).toEqual({ expr, errors: [] });
  });
});

describe('a condition is refused', () => {
  it.each([
    ['shopArea >=', 'condition.syntax', 11],
    ['shopArae > 1', 'condition.unknownField', 0],
    ['hasSignboard && shopName > 3', 'condition.type', 16],
    ['shopArea == 300', 'condition.type', 0],
    ['shopArea == null', 'condition.type', 0],
    ['staffCount + 1', 'condition.notBoolean', 0],
    ['shopName', 'condition.notBoolean', 0],
    ['shopName.startsWith("a")', 'condition.unsupported', 0],
    ['shopName + "a" == "ba"', 'condition.unsupported', 0],
    ['serves == ["drinks"]', 'condition.unsupported', 0],
    ['serves[0] == "drinks"', 'condition.unsupported', 0],
    ['serves.exists(s, s == "drinks")', 'condition.unsupported', 0],
    ['staffCount % 2 == 0', 'condition.unsupported', 0],
    ['staffCount / 2 == 0', 'condition.unsupported', 0],
    ['1u == 1u', 'condition.unsupported', 0],
    ['b"a" == b"a"', 'condition.unsupported', 0],
    ['staffCount < 9007199254740993', 'condition.unsupported', 13],
    ['hasSignboard < true', 'condition.unsupported', 0],
    ['staffCount in [staffCount]', 'condition.unsupported', 14],
    ['matches(shopName, "a")', 'condition.type', 0],
    ['shopKind == "pub"', 'condition.unknownChoice', 12],
    ['shopKind in ["bar", "pub"]', 'condition.unknownChoice', 20],
    ['"pub" in serves', 'condition.unknownChoice', 0],
    ['opensOn > "2026-02-30"', 'condition.notADate', 10],
    ['has(form.nothing)', 'condition.unknownField', 9],
    [`${'('.repeat(60)}true${')'.repeat(60)}`, 'condition.tooDeep', -1],
    [`${'!'.repeat(900)}true`, 'condition.tooDeep', -1],
  ])('%s: %s', (source, code, within) => {
    const { expr, errors } = translate(source);
    expect(expr).toBeNull();
    expect(errors[0]?.code).toBe(code);
    if (within >= 0) expect(errors[0]?.within).toBe(within);
  });
});

describe('the core agrees with CEL on every complete form', () => {
  const forms = fc.record({
    shopArea: fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ min: -1000, max: 1000, noNaN: true })),
    staffCount: fc.integer({ min: -5, max: 5 }),
    shopName: fc.constantFrom('', 'a', '面', '面馆', 'abc'),
    hasSignboard: fc.boolean(),
    opensOn: fc.constantFrom('2025-12-31', '2026-01-01', '2026-03-01'),
    shopKind: fc.constantFrom('restaurant', 'canteen', 'bar'),
    serves: fc.subarray(['hotFood', 'coldFood', 'drinks']),
  });
  const numbers = fc.constantFrom('staffCount', '1', '-2', 'staffCount * 2', 'staffCount - 3 + 1', '-staffCount', 'size(serves)', 'size(shopName)');
  const order = fc.constantFrom('==', '!=', '<', '<=', '>', '>=');
  const atoms = fc.oneof(
    fc.tuple(numbers, order, numbers).map((parts) => parts.join(' ')),
    fc.tuple(fc.constantFrom('<', '<=', '>', '>='), fc.constantFrom('0', '1.5', 'staffCount')).map(([by, than]) => `shopArea ${by} ${than}`),
    fc.tuple(order, fc.constantFrom('"2026-01-01"', '"2026-03-01"')).map(([by, date]) => `opensOn ${by} ${date}`),
    fc.constantFrom('hasSignboard', 'form.hasSignboard', 'true', 'false', 'shopKind in ["bar", "canteen"]', 'shopKind != "bar"', '"drinks" in serves', 'shopName == "面"', 'has(form.serves)', 'staffCount in [1, 2, -3]'),
  );
  const { condition } = fc.letrec<{ condition: string }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      atoms,
      fc.tuple(tie('condition'), fc.constantFrom('&&', '||', '==', '!='), tie('condition')).map(([a, by, b]) => `(${a}) ${by} (${b})`),
      tie('condition').map((a) => `!(${a})`),
      fc.tuple(tie('condition'), tie('condition'), tie('condition')).map(([a, b, c]) => `(${a}) ? (${b}) : (${c})`),
    ),
  }));

  it('for conditions of every shape', () => {
    fc.assert(
      fc.property(condition, forms, (source, form) => {
        const { expr, errors } = translate(source);
        expect(errors).toEqual([]);
        const context = { ...form, staffCount: BigInt(form.staffCount), shopArea: Number(form.shopArea) };
        expect(holds(expr as Expr, form as Form)).toBe(environment.evaluate(source, { ...context, form: context }));
      }),
      { numRuns: 1_000 },
    );
  });

  it('and compares nothing with an answer that is not there', () => {
    for (const source of ['shopArea > 1', 'shopArea <= 1', 'shopKind == "bar"', 'shopKind in ["bar"]', 'hasSignboard', '"drinks" in serves', 'has(form.shopName)']) {
      expect(holds(translate(source).expr as Expr, {})).toBe(false);
    }
  });
});
