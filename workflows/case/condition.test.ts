import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Expr, type Form, type FormScalar, holds } from './condition.ts';

const field = (code: string): Expr => ({ op: 'field', code });
const literal = (value: FormScalar | readonly FormScalar[]): Expr => ({ op: 'literal', value });
const compare = (op: 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge' | 'in', left: Expr, right: Expr): Expr => ({ op, left, right });

const FORM: Form = { 'shop-area': 120, 'shop-kind': 'bar', 'opens-on': '2026-03-02', 'has-kitchen': true, serves: ['drinks', 'noodles'] };

describe('a condition on the form', () => {
  it.each([
    ['a yes-or-no field', field('has-kitchen'), true],
    ['equal', compare('eq', field('shop-kind'), literal('bar')), true],
    ['not equal', compare('ne', field('shop-kind'), literal('canteen')), true],
    ['less', compare('lt', field('shop-area'), literal(120)), false],
    ['at most', compare('le', field('shop-area'), literal(120)), true],
    ['more', compare('gt', field('shop-area'), literal(100)), true],
    ['at least', compare('ge', field('shop-area'), literal(121)), false],
    ['dates compare as text', compare('lt', field('opens-on'), literal('2026-10-01')), true],
    ['one of a list', compare('in', field('shop-kind'), literal(['bar', 'canteen'])), true],
    ['among the choices made', compare('in', literal('noodles'), field('serves')), true],
    ['how many choices', compare('eq', { op: 'size', arg: field('serves') }, literal(2)), true],
    ['arithmetic', compare('eq', { op: 'mul', left: { op: 'sub', left: field('shop-area'), right: literal(20) }, right: literal(2) }, literal(200)), true],
    ['and', { op: 'and', args: [field('has-kitchen'), compare('gt', field('shop-area'), literal(200))] }, false],
    ['or', { op: 'or', args: [field('has-kitchen'), compare('gt', field('shop-area'), literal(200))] }, true],
    ['not', { op: 'not', arg: field('has-kitchen') }, false],
    ['if', { op: 'if', test: field('has-kitchen'), then: literal(false), else: literal(true) }, false],
    ['filled in', { op: 'has', code: 'serves' }, true],
  ] satisfies [string, Expr, boolean][])('%s', (_, condition, expected) => {
    expect(holds(condition, FORM)).toBe(expected);
  });

  it.each(['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'in'] as const)('“%s” is false on a field that was not filled in, on either side', (op) => {
    for (const value of [1, 'bar', true, ['bar']]) {
      expect(holds(compare(op, field('absent'), literal(value)), FORM)).toBe(false);
      if (op !== 'in') expect(holds(compare(op, literal(value), field('absent')), FORM)).toBe(false);
    }
    expect(holds(compare(op, field('absent'), field('absent')), FORM)).toBe(false);
  });

  it('does not compare what cannot be compared', () => {
    expect(holds(compare('lt', field('shop-kind'), literal(5)), FORM)).toBe(false);
    expect(holds(compare('ge', field('has-kitchen'), literal(false)), FORM)).toBe(false);
  });

  it('has an answer for every tree on every form', () => {
    const { tree } = fc.letrec<{ tree: Expr }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom('shop-area', 'shop-kind', 'serves', 'absent', '__proto__').map((code): Expr => ({ op: 'field', code })),
        fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.constant(null)).map((value): Expr => ({ op: 'literal', value })),
        fc.record({ op: fc.constantFrom('not', 'size'), arg: tie('tree') }),
        fc.record({ op: fc.constantFrom('and', 'or'), args: fc.array(tie('tree'), { maxLength: 3 }) }),
        fc.record({ op: fc.constantFrom('eq', 'ne', 'lt', 'le', 'gt', 'ge', 'in', 'add', 'sub', 'mul'), left: tie('tree'), right: tie('tree') }),
        fc.record({ op: fc.constant('if'), test: tie('tree'), then: tie('tree'), else: tie('tree') }),
      ) as fc.Arbitrary<Expr>,
    }));
    fc.assert(fc.property(tree, (condition) => {
      expect(typeof holds(condition, FORM)).toBe('boolean');
      expect(holds({ op: 'not', arg: condition }, FORM)).toBe(!holds(condition, FORM));
    }));
  });
});
