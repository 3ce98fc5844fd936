import { Environment } from '@marcbachmann/cel-js';
import type { FieldType } from '../../workflows/case/case-plan.ts';

/** Deep enough for any rule a person can read, shallow enough that nothing can be hidden in it. */
const MAX_DEPTH = 24;
const MAX_NODES = 400;

type CelType = 'int' | 'double' | 'string' | 'bool' | 'list<string>' | 'dyn';

/** A date is text of the form `YYYY-MM-DD`: it compares in order of time. */
const CEL_TYPES = {
  text: 'string',
  integer: 'int',
  decimal: 'double',
  boolean: 'bool',
  date: 'string',
  choice: 'string',
  choices: 'list<string>',
} as const satisfies Record<FieldType, CelType>;

/** A field as conditions see it; a field whose own definition is wrong is of unknown type, so that its users are not blamed. */
export interface ConditionField {
  readonly code: string;
  readonly type: FieldType | 'unknown';
  readonly choices: readonly string[];
}

/** Names that mean something else in CEL, or that the engine keeps for itself. */
export const RESERVED = new Set([
  'form', 'result', 'true', 'false', 'null', 'in', 'as', 'break', 'const', 'continue', 'else', 'for', 'function', 'if', 'import', 'let', 'loop', 'package',
  'namespace', 'return', 'var', 'void', 'while', 'int', 'uint', 'double', 'bool', 'string', 'bytes', 'list', 'map', 'type', 'dyn', 'timestamp',
  'duration', 'size', 'has', 'cel', 'google', 'optional', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty',
]);

const ROOT = new Environment({ limits: { maxDepth: MAX_DEPTH, maxAstNodes: MAX_NODES, maxListElements: 200, maxMapEntries: 1, maxCallArguments: 4 } });

/**
 * The form as CEL sees it: each field under its code, and all of them as members of `form`, for `has(form.x)`. What earlier
 * items state are members of `result`.
 */
export function celEnvironment(fields: readonly ConditionField[], results: readonly ConditionField[] = []): Environment {
  const environment = ROOT.clone();
  if (results.length > 0) environment.registerVariable({ name: 'result', schema: Object.fromEntries(results.map(({ code, type }) => [code, type === 'unknown' ? 'dyn' : CEL_TYPES[type]])) });
  const members: Record<string, CelType> = {};
  for (const { code, type } of fields) {
    if (RESERVED.has(code) || Object.hasOwn(members, code)) continue;
    members[code] = type === 'unknown' ? 'dyn' : CEL_TYPES[type];
    environment.registerVariable(code, members[code]);
  }
  if (Object.keys(members).length > 0) environment.registerVariable({ name: 'form', schema: members });
  return environment;
}
