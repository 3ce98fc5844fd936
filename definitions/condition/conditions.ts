import type { Expr } from '../../workflows/case/condition.ts';
import type { Path } from '../problem.ts';
import type { ServiceDefinition } from '../schema/service.ts';
import type { ConditionField } from './cel-environment.ts';
import { celEnvironment } from './cel-environment.ts';
import { type Translation, translateCondition } from './cel-to-expr.ts';

/** Every condition of a definition, where it stands and what it came to. */
export interface TranslatedCondition extends Pick<Translation, 'errors'> {
  readonly path: Path;
  /** The item or field it belongs to. */
  readonly owner: string;
  readonly source: string;
  readonly expr: Expr | null;
}

/** Translates every condition of a definition once. `unknown` are fields that were named, but wrongly defined. */
export function translateConditions(definition: ServiceDefinition, unknown: readonly string[] = []): TranslatedCondition[] {
  const fields: ConditionField[] = [
    ...definition.fields.map(({ code, type, choices }) => ({ code, type, choices: choices.map(({ value }) => value) })),
    ...unknown.map((code) => ({ code, type: 'unknown' as const, choices: [] })),
  ];
  const environment = celEnvironment(fields);
  return conditionsOf(definition).map(({ path, owner, source }) => {
    if (path.at(-1) !== 'conditionOnResult') return { path, owner, source, ...translateCondition(source, environment, fields) };
    const results = resultsBefore(definition, owner);
    return { path, owner, source, ...translateCondition(source, celEnvironment(fields, results), fields, results) };
  });
}

/** What the items that one depends on, at whatever distance, will have stated when it would start. */
function resultsBefore({ items }: ServiceDefinition, id: string): ConditionField[] {
  const before = new Set<string>();
  const visit = (one: string): void => {
    for (const earlier of items.find((item) => item.id === one)?.dependsOn ?? []) {
      if (before.has(earlier)) continue;
      before.add(earlier);
      visit(earlier);
    }
  };
  visit(id);
  return items.filter((item) => before.has(item.id)).flatMap(({ result }) =>
    result.values.map(({ code, type, choices }) => ({ code, type, choices: choices.map(({ value }) => value) })));
}

interface Located {
  readonly path: Path;
  readonly owner: string;
  readonly source: string | undefined;
}

function conditionsOf({ items, fields, consent }: ServiceDefinition): { path: Path; owner: string; source: string }[] {
  const all: Located[] = [
    ...fields.map((field, index) => ({ path: ['fields', index, 'when'], owner: field.code, source: field.when })),
    ...consent.map(({ id, condition }, index) => ({ path: ['consent', index, 'condition'], owner: id, source: condition })),
    ...items.flatMap((item, index): Located[] => [
      { path: ['items', index, 'condition'], owner: item.id, source: item.condition },
      { path: ['items', index, 'instant'], owner: item.id, source: item.instant },
      { path: ['items', index, 'conditionOnResult'], owner: item.id, source: item.conditionOnResult },
      { path: ['items', index, 'commitment', 'when'], owner: item.id, source: item.commitment?.when },
      { path: ['items', index, 'onSiteCheck', 'waiver', 'when'], owner: item.id, source: item.onSiteCheck?.waiver?.when },
      ...item.materials.map((need, position) => ({
        path: ['items', index, 'materials', position, 'when'],
        owner: item.id,
        source: typeof need === 'string' ? undefined : need.when,
      })),
    ]),
  ];
  return all.flatMap(({ path, owner, source }) => (source === undefined ? [] : [{ path, owner, source }]));
}

/** The fields that an expression reads. */
export function fieldsRead(expr: Expr): string[] {
  switch (expr.op) {
    case 'literal':
      return [];
    case 'field':
    case 'has':
      return [expr.code];
    case 'not':
    case 'size':
      return fieldsRead(expr.arg);
    case 'and':
    case 'or':
      return expr.args.flatMap(fieldsRead);
    case 'if':
      return [expr.test, expr.then, expr.else].flatMap(fieldsRead);
    default:
      return [expr.left, expr.right].flatMap(fieldsRead);
  }
}
