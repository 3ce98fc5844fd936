/**
 * Conditions of a definition (CEL in the YAML) arrive here as a typed tree, checked against the form at compile time.
 * The evaluator is total: it terminates on every tree, never throws, and reads nothing but the form.
 */
export type Expr =
  | { readonly op: 'literal'; readonly value: FormScalar | readonly FormScalar[] }
  | { readonly op: 'field'; readonly code: string }
  | { readonly op: 'has'; readonly code: string }
  | { readonly op: 'not'; readonly arg: Expr }
  | { readonly op: 'and' | 'or'; readonly args: readonly Expr[] }
  | { readonly op: 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge' | 'in' | 'add' | 'sub' | 'mul'; readonly left: Expr; readonly right: Expr }
  | { readonly op: 'size'; readonly arg: Expr }
  | { readonly op: 'if'; readonly test: Expr; readonly then: Expr; readonly else: Expr };

export type FormScalar = string | number | boolean | null;
export type FormValue = FormScalar | readonly FormScalar[];
/** What the applicant filled in, by field code. Dates are `YYYY-MM-DD` strings and compare as text. */
export type Form = Readonly<Record<string, FormValue>>;

/** True when the condition holds. A field that was not filled in makes every comparison on it false. */
export function holds(condition: Expr, form: Form): boolean {
  return evaluate(condition, form) === true;
}

function evaluate(expr: Expr, form: Form): FormValue {
  switch (expr.op) {
    case 'literal':
      return expr.value;
    case 'field':
      return form[expr.code] ?? null;
    case 'has':
      return (form[expr.code] ?? null) !== null;
    case 'not':
      return evaluate(expr.arg, form) !== true;
    case 'and':
      return expr.args.every((arg) => evaluate(arg, form) === true);
    case 'or':
      return expr.args.some((arg) => evaluate(arg, form) === true);
    case 'if':
      return evaluate(evaluate(expr.test, form) === true ? expr.then : expr.else, form);
    case 'size': {
      const value = evaluate(expr.arg, form);
      // CEL counts code points, not UTF-16 units.
      return typeof value === 'string' ? [...value].length : Array.isArray(value) ? value.length : 0;
    }
    case 'eq':
    case 'ne': {
      const [left, right] = [evaluate(expr.left, form), evaluate(expr.right, form)];
      return left !== null && right !== null && (left === right) === (expr.op === 'eq');
    }
    case 'in': {
      const needle = evaluate(expr.left, form);
      const hay = evaluate(expr.right, form);
      return Array.isArray(hay) && hay.includes(needle as FormScalar);
    }
    case 'lt':
    case 'le':
    case 'gt':
    case 'ge':
      return compare(expr.op, evaluate(expr.left, form), evaluate(expr.right, form));
    case 'add':
    case 'sub':
    case 'mul':
      return arithmetic(expr.op, evaluate(expr.left, form), evaluate(expr.right, form));
    default:
      return expr satisfies never;
  }
}

function compare(op: 'lt' | 'le' | 'gt' | 'ge', left: FormValue, right: FormValue): boolean {
  const comparable = (typeof left === 'number' && typeof right === 'number') || (typeof left === 'string' && typeof right === 'string');
  if (!comparable) return false;
  const [a, b] = [left, right] as [number, number];
  return op === 'lt' ? a < b : op === 'le' ? a <= b : op === 'gt' ? a > b : a >= b;
}

function arithmetic(op: 'add' | 'sub' | 'mul', left: FormValue, right: FormValue): FormValue {
  if (typeof left !== 'number' || typeof right !== 'number') return null;
  return op === 'add' ? left + right : op === 'sub' ? left - right : left * right;
}
