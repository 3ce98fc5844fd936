import type { FieldPlan, ItemId, MaterialNeed, MaterialPlan } from '../../workflows/case/case-plan.ts';
import type { Expr } from '../../workflows/case/condition.ts';
import { fieldsRead } from '../condition/conditions.ts';
import type { MaterialNeedInput } from '../schema/material.ts';
import type { ServiceDefinition } from '../schema/service.ts';
import { textOf } from '../schema/text.ts';
import { given } from './given.ts';
import { limitOf } from './resolve-limits.ts';
import { DEFERRAL, resolveBasis } from './resolve-basis.ts';

type ExprAt = (...path: (string | number)[]) => Expr | null;

/** All items' questions, each asked once, with the items that need it. @see ALL art. 29 */
export function oneForm(definition: ServiceDefinition, exprAt: ExprAt): FieldPlan[] {
  const needs = fieldNeeds(definition, exprAt);
  return definition.fields.map((field, index) => given({
    code: field.code,
    label: textOf(field.label),
    type: field.type,
    choices: field.choices.map(({ value, label }) => ({ value, label: textOf(label) })),
    required: field.required,
    when: exprAt('fields', index, 'when'),
    min: field.min,
    max: field.max,
    pattern: field.pattern,
    personal: field.personal,
    repeat: field.repeat,
    neededBy: definition.items.map(({ id }) => id).filter((id) => needs.get(field.code)?.has(id)),
  }));
}

/** All items' materials, each asked once, with the items that need it. @see ALL art. 31 */
export function oneSetOfMaterials(definition: ServiceDefinition, exprAt: ExprAt): MaterialPlan[] {
  return definition.materials.map(({ code, name, source, repeat }) => given({
    code,
    name: textOf(name),
    source,
    repeat,
    neededBy: definition.items.flatMap((item, index) =>
      item.materials.flatMap((need, position): MaterialNeed[] =>
        neededMaterial(need) === code
          ? [given({
              item: item.id,
              when: exprAt('items', index, 'materials', position, 'when'),
              basis: typeof need === 'string' || need.basis === undefined ? null : resolveBasis(definition.bases, need.basis),
              deferrable: typeof need === 'string' || need.deferrable === undefined ? null : limitOf(definition, need.deferrable, DEFERRAL),
              commitment: typeof need === 'string' ? null : commitmentOf(definition, need.commitment),
            })]
          : [],
      ),
    ),
  }));
}

function commitmentOf(definition: ServiceDefinition, commitment: Exclude<MaterialNeedInput, string>['commitment']): MaterialNeed['commitment'] | null {
  if (!commitment) return null;
  const basis = resolveBasis(definition.bases, commitment.basis);
  return { basis, afterCheck: limitOf(definition, commitment.afterCheck, basis) };
}

export function neededMaterial(need: MaterialNeedInput): string {
  return typeof need === 'string' ? need : need.code;
}

/**
 * Which items need a field: those that list it, those with a condition that reads it, and those that need a field
 * which is asked only on its account; and of a consent's fields the items that need the consent.
 */
export function fieldNeeds(definition: ServiceDefinition, exprAt: ExprAt): Map<string, Set<ItemId>> {
  const needs = new Map<string, Set<ItemId>>();
  const read = (...path: (string | number)[]): string[] => fieldsRead(exprAt(...path) ?? { op: 'literal', value: null });
  const add = (code: string, item: ItemId): void => {
    const items = needs.get(code) ?? new Set();
    if (items.has(item)) return;
    needs.set(code, items.add(item));
    const index = definition.fields.findIndex((field) => field.code === code);
    for (const behind of read('fields', index, 'when')) add(behind, item);
    const count = definition.fields[index]?.repeat;
    if (count !== undefined) add(count, item);
  };
  const isField = (code: string): boolean => !code.startsWith('result.');
  definition.items.forEach((item, index) => {
    const conditions = [['condition'], ['instant'], ['conditionOnResult'], ['commitment', 'when'], ['onSiteCheck', 'waiver', 'when'], ...item.materials.map((_, position) => ['materials', position, 'when'] as const)];
    const dates = [item.notBefore?.field, item.renewal?.expires, item.repeat].filter((code) => code !== undefined);
    for (const code of [...item.fields, ...dates]) add(code, item.id);
    for (const path of conditions) for (const code of read('items', index, ...path)) if (isField(code)) add(code, item.id);
  });
  definition.consent.forEach(({ persons, items }, index) => {
    const named = persons.flatMap(({ identity, name }) => (name === undefined ? [identity] : [identity, name]));
    for (const item of items.length > 0 ? items : definition.items.map(({ id }) => id)) {
      for (const code of [...named, ...read('consent', index, 'condition')]) add(code, item);
    }
  });
  return needs;
}
