import { BASIS_KEYS } from '../basis-keys.ts';
import { neededMaterial } from '../compiler/merge-needs.ts';
import type { Finding, Path } from '../problem.ts';
import { type BasisInput, referredBasis } from '../schema/legal-basis.ts';
import type { ServiceDefinition } from '../schema/service.ts';
import { suggestion } from '../source/did-you-mean.ts';
import type { Check, Checked } from './check.ts';

/** Everything that is referred to by name exists. */
export const referencesResolve: Check = ({ definition, names }) => [
  ...definition.items.flatMap((item, index) => [
    ...unresolved('department', item.department, ['items', index, 'department'], names.departments),
    ...(item.preliminary ? unresolved('department', item.preliminary.department, ['items', index, 'preliminary', 'department'], names.departments) : []),
    ...(item.supervision ? unresolved('department', item.supervision.department, ['items', index, 'supervision', 'department'], names.departments) : []),
    ...item.dependsOn.flatMap((id, position) => unresolved('item', id, ['items', index, 'dependsOn', position], names.items)),
    ...([['notBefore', 'field'], ['renewal', 'expires']] as const).flatMap(([key, of]) => {
      const code = (item[key] as Record<string, string> | undefined)?.[of];
      return code === undefined ? [] : unresolved('field', code, ['items', index, key, of], names.fields);
    }),
    ...(item.repeat === undefined ? [] : unresolved('field', item.repeat, ['items', index, 'repeat'], names.fields)),
    ...item.fields.flatMap((code, position) => unresolved('field', code, ['items', index, 'fields', position], names.fields)),
    ...(item.interestedParties?.fields ?? []).flatMap((code, position) => unresolved('field', code, ['items', index, 'interestedParties', 'fields', position], names.fields)),
    ...item.materials.flatMap((need, position) => {
      const path = ['items', index, 'materials', position];
      return unresolved('material', neededMaterial(need), typeof need === 'string' ? path : [...path, 'code'], names.materials);
    }),
  ]),
  ...(['fields', 'materials'] as const).flatMap((list) => definition[list].flatMap(({ repeat }, index) =>
    repeat === undefined ? [] : unresolved('field', repeat, [list, index, 'repeat'], names.fields))),
  ...definition.materials.flatMap(({ resultOf }, index) =>
    resultOf === undefined ? [] : unresolved('item', resultOf, ['materials', index, 'resultOf'], names.items)),
  ...definition.consent.flatMap(({ persons, items }, index) => [
    ...items.flatMap((id, position) => unresolved('item', id, ['consent', index, 'items', position], names.items)),
    ...persons.flatMap((person, position) => Object.entries(person).flatMap(([key, code]) =>
      (code === undefined ? [] : unresolved('field', code, ['consent', index, 'persons', position, key], names.fields)))),
  ]),
  ...basisReferences(definition, names),
];

function basisReferences(definition: ServiceDefinition, names: Checked['names']): Finding[] {
  const findings: Finding[] = [];
  const visit = (value: unknown, path: Path, isBasis: boolean): void => {
    if (isBasis && typeof value === 'string') {
      const name = referredBasis(value as BasisInput);
      if (name !== null) findings.push(...unresolved('basis', name, path, names.bases));
    }
    if (typeof value !== 'object' || value === null) return;
    for (const [key, child] of Object.entries(value)) {
      const step = Array.isArray(value) ? Number(key) : key;
      visit(child, [...path, step], Array.isArray(value) ? isBasis : BASIS_KEYS.has(key));
    }
  };
  const { bases: _, fields: __, ...rest } = definition;
  visit(rest, [], false);
  return findings;
}

const WORDS: Readonly<Record<string, { zh: string; list: string }>> = {
  department: { zh: '部门', list: 'departments' },
  item: { zh: '事项', list: 'items' },
  field: { zh: '表单字段', list: 'fields' },
  material: { zh: '材料', list: 'materials' },
  basis: { zh: '依据', list: 'bases' },
};

function unresolved(subject: keyof typeof WORDS & string, name: string, path: Path, known: ReadonlySet<string>): Finding[] {
  if (known.has(name)) return [];
  const word = WORDS[subject] ?? { zh: subject, list: subject };
  const guess = suggestion(name, known);
  return [{
    code: `${subject}.unknown`, id: name, at: { path },
    zh: `没有名为“${name}”的${word.zh}。${guess.zh}`, en: `There is no ${subject} named “${name}”.${guess.en}`,
    mend: { zh: `在 ${word.list} 中加入它，或改用已有名称。`, en: `Add it to ${word.list}, or use a name that is there.` },
  }];
}
