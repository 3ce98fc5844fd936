import type { ASTNode, Environment } from '@marcbachmann/cel-js';
import type { Expr } from '../../workflows/case/condition.ts';
import { checkLiterals, nodesOf } from './literals.ts';
import type { ConditionField } from './cel-environment.ts';
import { celError, type ConditionError, notBoolean, unknownField, unsupported } from './condition-error.ts';

export type Translation = { readonly expr: Expr; readonly errors: readonly [] } | { readonly expr: null; readonly errors: readonly ConditionError[] };

/** Parses a CEL condition, checks its types against the form and turns it into the tree that the core evaluates. */
export function translateCondition(source: string, environment: Environment, fields: readonly ConditionField[], results: readonly ConditionField[] = []): Translation {
  const checked = environment.check(source);
  if (!checked.valid) return { expr: null, errors: [celError(source, checked.error, fields)] };
  if (checked.type !== 'bool' && checked.type !== 'dyn') return { expr: null, errors: [notBoolean(checked.type ?? '?')] };
  const parsed = environment.parse(source);
  // Leaves on every node the type that the translation goes by.
  parsed.check();
  const { ast } = parsed;
  const errors: ConditionError[] = [...unknownMembers(ast, 'form', fields), ...unknownMembers(ast, 'result', results)];
  const expr = translate(ast, errors);
  errors.push(...checkLiterals(ast, [...fields, ...results.map((one) => ({ ...one, code: `result.${one.code}` }))]));
  return errors.length > 0 ? { expr: null, errors } : { expr, errors: [] };
}

const COMPARISONS = { '==': 'eq', '!=': 'ne', '<': 'lt', '<=': 'le', '>': 'gt', '>=': 'ge', in: 'in' } as const;
const ARITHMETIC = { '+': 'add', '-': 'sub', '*': 'mul' } as const;
const NOTHING: Expr = { op: 'literal', value: null };

function translate(node: ASTNode, errors: ConditionError[]): Expr {
  const go = (child: ASTNode): Expr => translate(child, errors);
  const refuse = (what: string): Expr => {
    errors.push(unsupported(node, what));
    return NOTHING;
  };
  switch (node.op) {
    case 'value':
      return literal(node.args) ?? refuse(typeof node.args === 'bigint' ? 'an integer this large' : 'this kind of literal');
    case 'id':
      return node.args === 'form' || node.args === 'result' ? refuse('the form or the results as a whole') : { op: 'field', code: node.args };
    case '.': {
      const [of, code] = node.args;
      if (of.op !== 'id' || (of.args !== 'form' && of.args !== 'result')) return refuse('a member of a value');
      return { op: 'field', code: of.args === 'form' ? code : `result.${code}` };
    }
    case 'list': {
      const values = node.args.map((item) => foldedLiteral(go(item)));
      return values.includes(undefined) ? refuse('a list of anything but literals') : { op: 'literal', value: values.map((value) => value ?? null) };
    }
    case '!_':
      return { op: 'not', arg: go(node.args) };
    case '-_': {
      const value = foldedLiteral(go(node.args));
      return typeof value === 'number' ? { op: 'literal', value: -value } : { op: 'sub', left: { op: 'literal', value: 0 }, right: go(node.args) };
    }
    case '&&':
    case '||': {
      const op = node.op === '&&' ? 'and' : 'or';
      const args = node.args.map(go).flatMap((arg) => (arg.op === op ? arg.args : [arg]));
      return { op, args };
    }
    case '==':
    case '!=':
      if (node.args.some(isList)) return refuse('a comparison of whole lists');
      return { op: COMPARISONS[node.op], left: go(node.args[0]), right: go(node.args[1]) };
    case '<':
    case '<=':
    case '>':
    case '>=':
      if (node.args.some(isBoolean)) return refuse('an order of true and false');
      return { op: COMPARISONS[node.op], left: go(node.args[0]), right: go(node.args[1]) };
    case 'in':
      return { op: 'in', left: go(node.args[0]), right: go(node.args[1]) };
    case '+':
    case '-':
    case '*':
      if (node.args.some((arg) => !isNumber(arg))) return refuse(`“${node.op}” of anything but numbers`);
      return { op: ARITHMETIC[node.op], left: go(node.args[0]), right: go(node.args[1]) };
    case '?:':
      return { op: 'if', test: go(node.args[0]), then: go(node.args[1]), else: go(node.args[2]) };
    case 'call': {
      const [name, [arg]] = node.args;
      return name === 'size' && arg ? { op: 'size', arg: go(arg) } : name === 'has' && arg ? presence(go(arg)) : refuse(`the function ${name}()`);
    }
    case 'rcall': {
      const [name, receiver, args] = node.args;
      return name === 'size' && args.length === 0 ? { op: 'size', arg: go(receiver) } : refuse(`the method .${name}()`);
    }
    default:
      return refuse(`“${node.op}”`);
  }
}

/** CEL takes any member of `form` or `result` inside has() for granted. */
function unknownMembers(root: ASTNode, whole: 'form' | 'result', fields: readonly ConditionField[]): ConditionError[] {
  return nodesOf(root).flatMap((node) => {
    if (node.op !== '.' || node.args[0].op !== 'id' || node.args[0].args !== whole) return [];
    const [, name] = node.args;
    return fields.some(({ code }) => code === name) ? [] : [unknownField(name, node.pos, fields)];
  });
}

function presence(arg: Expr): Expr {
  return arg.op === 'field' ? { op: 'has', code: arg.code } : NOTHING;
}

function literal(value: unknown): Expr | null {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? { op: 'literal', value: Number(value) } : null;
  if (typeof value === 'number') return Number.isFinite(value) ? { op: 'literal', value } : null;
  return typeof value === 'string' || typeof value === 'boolean' ? { op: 'literal', value } : null;
}

function foldedLiteral(expr: Expr): string | number | boolean | undefined {
  const value = expr.op === 'literal' ? expr.value : undefined;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}

/** The checker leaves the type it found on every node; its declarations do not mention that. */
function typeOf(node: ASTNode): string {
  return String((node as { checkedType?: unknown }).checkedType ?? 'dyn');
}
const isList = (node: ASTNode): boolean => node.op === 'list' || typeOf(node).startsWith('list');
const isBoolean = (node: ASTNode): boolean => typeOf(node) === 'bool';
const isNumber = (node: ASTNode): boolean => ['int', 'double', 'dyn'].includes(typeOf(node));
