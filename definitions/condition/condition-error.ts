import type { ASTNode, ParseError, TypeError as CelTypeError } from '@marcbachmann/cel-js';
import { suggestion } from '../source/did-you-mean.ts';
import type { ConditionField } from './cel-environment.ts';

/** What is wrong in a condition, and how many characters into it. */
export interface ConditionError {
  readonly code: string;
  readonly within: number;
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly mend: { readonly zh: string; readonly en: string };
}

export function celError(source: string, error: ParseError | CelTypeError | undefined, fields: readonly ConditionField[]): ConditionError {
  const within = error?.range?.start ?? 0;
  const said = error?.summary ?? '';
  const name = source.slice(within, error?.range?.end ?? within);
  if (error?.code === 'limit_exceeded') {
    return {
      code: 'condition.tooDeep', within, id: '', zh: '条件过长或嵌套过深。', en: 'The condition is too long or too deeply nested.',
      mend: { zh: '拆成几个表单字段，或简化。', en: 'Split it over several form fields, or simplify it.' },
    };
  }
  if (error?.code === 'unknown_variable' && name === 'result') {
    return {
      code: 'condition.noResult', within, id: name, zh: '此处读不到其他事项的结果。', en: 'No result of another item can be read here.',
      mend: {
        zh: '在 conditionOnResult 中读取；并在 dependsOn 所列的前置事项的 result.values 中写明该值。',
        en: 'Read it in conditionOnResult, and state the value under result.values of an item that is listed in dependsOn.',
      },
    };
  }
  if (error?.code === 'unknown_variable') {
    return unknownField(name, within, fields);
  }
  const syntax = error?.name === 'ParseError';
  return {
    code: syntax ? 'condition.syntax' : 'condition.type', within, id: name || source.slice(0, 40),
    zh: syntax ? `条件写法有误：${said}。` : `条件类型不符：${said}。`, en: syntax ? `The condition cannot be parsed: ${said}.` : `The types in the condition do not fit: ${said}.`,
    mend: syntax
      ? { zh: '用 == != < <= > >= && || ! in 和括号书写；文字加引号。', en: 'Write it with == != < <= > >= && || ! in and brackets; text in quotes.' }
      : { zh: '比较两边须同类：小数字段与 300.0 相等比较，文字加引号。', en: 'Compare like with like: == on a decimal field wants 300.0, text wants quotes.' },
  };
}

export function unknownField(name: string, within: number, fields: readonly ConditionField[]): ConditionError {
  const guess = suggestion(name, fields.map(({ code }) => code));
  return {
    code: 'condition.unknownField', within, id: name, zh: `条件中的“${name}”不是表单字段。${guess.zh}`, en: `“${name}” in the condition is not a field of the form.${guess.en}`,
    mend: { zh: `在 fields 中加入“${name}”，或改用已有字段。`, en: `Add “${name}” to fields, or use one that is there.` },
  };
}

export function notBoolean(type: string): ConditionError {
  return {
    code: 'condition.notBoolean', within: 0, id: type, zh: `条件的结果应为真假，而不是 ${type}。`, en: `A condition must come to true or false, not to ${type}.`,
    mend: { zh: '写成比较，如 shopArea >= 300。', en: 'Make it a comparison, such as shopArea >= 300.' },
  };
}

export function unsupported(node: ASTNode, what: string): ConditionError {
  return {
    code: 'condition.unsupported', within: node.range.start, id: node.input.slice(node.range.start, node.range.end), zh: `条件中不支持：${what}。`, en: `Not supported in a condition: ${what}.`,
    mend: { zh: '条件只能用比较、in、size()、has()、&& || !、? : 和 + - *。', en: 'A condition may use comparisons, in, size(), has(), && || !, ? : and + - *.' },
  };
}
