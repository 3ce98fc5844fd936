import type { ASTNode } from '@marcbachmann/cel-js';
import { parsePlainDate } from '../../workflows/case/plain-date.ts';
import { suggestion } from '../source/did-you-mean.ts';
import type { ConditionField } from './cel-environment.ts';
import type { ConditionError } from './condition-error.ts';

/** A field compared with a text that it can never hold: a choice that is not offered, a date that does not exist. */
export function checkLiterals(root: ASTNode, fields: readonly ConditionField[]): ConditionError[] {
  const byCode = new Map(fields.map((field) => [field.code, field]));
  const errors: ConditionError[] = [];
  for (const node of nodesOf(root)) {
    for (const [field, literal] of comparisonsOf(node, byCode)) {
      const text = literal.args as string;
      if (field.type === 'date' && parsePlainDate(text) === null) errors.push(notADate(literal, text));
      const offered = field.type === 'choice' || field.type === 'choices';
      if (offered && !field.choices.includes(text)) errors.push(notOffered(literal, text, field));
    }
  }
  return errors;
}

function comparisonsOf(node: ASTNode, fields: ReadonlyMap<string, ConditionField>): [ConditionField, ASTNode][] {
  if (!['==', '!=', '<', '<=', '>', '>=', 'in'].includes(node.op)) return [];
  const [left, right] = node.args as [ASTNode, ASTNode];
  return [[left, right], [right, left]].flatMap(([of, other]) => {
    const field = of && fields.get(fieldNameOf(of));
    const texts = other?.op === 'list' ? other.args : other ? [other] : [];
    return field ? texts.filter((text) => text.op === 'value' && typeof text.args === 'string').map((text): [ConditionField, ASTNode] => [field, text]) : [];
  });
}

function fieldNameOf(node: ASTNode): string {
  if (node.op === 'id') return node.args;
  if (node.op !== '.' || node.args[0].op !== 'id') return '';
  return node.args[0].args === 'form' ? node.args[1] : `${node.args[0].args}.${node.args[1]}`;
}

/** A node and everything below it. */
export function nodesOf(node: ASTNode): ASTNode[] {
  const isNode = (value: unknown): value is ASTNode => typeof value === 'object' && value !== null && 'op' in value;
  const args: unknown = node.args;
  return [node, ...(Array.isArray(args) ? args.flat(2) : [args]).filter(isNode).flatMap(nodesOf)];
}

function notOffered(node: ASTNode, text: string, field: ConditionField): ConditionError {
  const guess = suggestion(text, field.choices);
  return {
    code: 'condition.unknownChoice', within: node.range.start, id: text,
    zh: `字段“${field.code}”没有选项“${text}”，此条件永远不变。${guess.zh}`, en: `The field “${field.code}” has no choice “${text}”, so this never changes.${guess.en}`,
    mend: { zh: `可用选项：${field.choices.join('、')}。`, en: `Its choices: ${field.choices.join(', ')}.` },
  };
}

function notADate(node: ASTNode, text: string): ConditionError {
  return {
    code: 'condition.notADate', within: node.range.start, id: text, zh: `“${text}”不是日期。`, en: `“${text}” is not a date.`,
    mend: { zh: '日期写成 "2026-03-01"。', en: 'Write a date as "2026-03-01".' },
  };
}
