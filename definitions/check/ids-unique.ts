import type { Finding, Path } from '../problem.ts';
import { neededMaterial } from '../compiler/merge-needs.ts';
import type { Item } from '../schema/item.ts';
import type { Check } from './check.ts';

/** Every name is given once in its list. */
export const idsUnique: Check = ({ definition: { departments, items, fields, materials, consent } }) => [
  ...repeated('department', ['departments'], departments.map(({ id }) => id), 'id'),
  ...repeated('item', ['items'], items.map(({ id }) => id), 'id'),
  ...repeated('field', ['fields'], fields.map(({ code }) => code), 'code'),
  ...repeated('material', ['materials'], materials.map(({ code }) => code), 'code'),
  ...repeated('consent', ['consent'], consent.map(({ id }) => id), 'id'),
  // A line of the correction notice is named after the field or the material it is about.
  ...materials.flatMap(({ code }, index) => (fields.some((field) => field.code === code) ? [twice('code', code, ['materials', index, 'code'])] : [])),
  ...resultValues(items),
  ...fields.flatMap(({ choices }, index) => repeated('choice', ['fields', index, 'choices'], choices.map(({ value }) => value), 'value')),
  ...items.flatMap(({ procedures, fields: asked, materials: needs, dependsOn }, index) => [
    ...repeated('procedure', ['items', index, 'procedures'], procedures.map(({ id }) => id), 'id'),
    ...repeated('field', ['items', index, 'fields'], asked),
    ...repeated('material', ['items', index, 'materials'], needs.map(neededMaterial)),
    ...repeated('dependency', ['items', index, 'dependsOn'], dependsOn),
  ]),
  ...departments.flatMap(({ authorities }, index) =>
    repeated('authority', ['departments', index, 'authorities'], authorities.map(({ region, level }) => `${region || '*'} ${level}`))),
];

/** Conditions read `result.CODE`, whichever item stated it. */
function resultValues(items: readonly Item[]): Finding[] {
  const codes = items.flatMap(({ result }, index) => result.values.map(({ code }, position) => ({ code, path: ['items', index, 'result', 'values', position, 'code'] })));
  return codes.flatMap(({ code, path }, index) => (codes.findIndex((one) => one.code === code) < index ? [twice('resultValue', code, path)] : []));
}

function repeated(subject: string, list: Path, names: readonly string[], key?: string): Finding[] {
  return names.flatMap((name, index) =>
    names.indexOf(name) === index ? [] : [twice(subject, name, key === undefined ? [...list, index] : [...list, index, key])]);
}

function twice(subject: string, name: string, path: Path): Finding {
  return {
    code: `${subject}.duplicate`, id: name, at: { path },
    zh: `“${name}”重复了。`, en: `“${name}” stands here twice.`,
    mend: { zh: '改名，或删去其中一个。', en: 'Rename one of them, or remove it.' },
  };
}
