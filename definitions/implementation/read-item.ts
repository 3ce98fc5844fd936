import type { z } from 'zod';
import type { Finding, Path } from '../problem.ts';
import { ReadImplementationItemSchema } from '../schema/implementation-item.ts';
import { readYaml } from '../source/yaml-source.ts';
import { type ListSource } from './list-source.ts';
import { withBasesWrittenOut } from './written-out.ts';

/** One item of the implementation list, in the version that is valid on a day. */
export interface SharedItem {
  readonly file: string;
  /** Its keys, every basis written out; not yet judged: that is done in the service that uses it. */
  readonly item: Readonly<Record<string, unknown>>;
  readonly materials: z.infer<typeof ReadImplementationItemSchema>['materials'];
  /** Where the item stands in its file. */
  readonly path: Path;
  readonly position: (at: Finding['at']) => { line: number; column: number };
}

/** A file of the list that cannot be used, with what is wrong with it. */
export interface BrokenItem {
  readonly file: string;
  readonly findings: readonly Finding[];
  readonly position: SharedItem['position'];
}

/** Words that say where an item stands in a service: no business of the list. */
const OF_THE_SERVICE = ['id', 'use', 'condition', 'dependsOn'];

/**
 * An item of the list: the version valid on a day, or without a day the last one.
 * @returns `unknown` when the list has no such item, `notValid` when no version is valid yet on that day
 */
export function readSharedItem(list: ListSource, id: string, day?: string): SharedItem | BrokenItem | 'unknown' | 'notValid' {
  const source = list.read(id);
  if (!source) return 'unknown';
  const { data, findings, position } = readYaml(source.text, source.file);
  const broken = (found: readonly Finding[]): BrokenItem => ({ file: source.file, findings: found, position });
  if (data === null) return broken(findings.length > 0 ? findings : [wrong(id, [], '文件是空的', 'the file is empty')]);
  const read = ReadImplementationItemSchema.safeParse(data);
  if (!read.success) return broken([...findings, ...read.error.issues.flatMap((issue) => issueFindings(id, issue))]);
  const misplaced = [...findings, ...problemsOf(id, read.data)];
  if (misplaced.length > 0) return broken(misplaced);
  const { versions, bases, materials } = read.data;
  const index = versions.findLastIndex(({ validFrom }) => day === undefined || validFrom <= day);
  const version = versions[index];
  if (!version) return 'notValid';
  return { file: source.file, item: withBasesWrittenOut(version.item, bases) as SharedItem['item'], materials, path: ['versions', index, 'item'], position };
}

function problemsOf(id: string, { id: named, versions }: z.infer<typeof ReadImplementationItemSchema>): Finding[] {
  const unordered = versions.flatMap(({ validFrom }, index) => (index > 0 && validFrom <= versions[index - 1]!.validFrom
    ? [wrong(id, ['versions', index, 'validFrom'], '各版本应按生效日先后排列，且不得同日', 'versions stand in the order of their first days, one a day')] : []));
  const misplaced = versions.flatMap(({ item }, index) => OF_THE_SERVICE.filter((key) => Object.hasOwn(item, key)).map((key) =>
    wrong(id, ['versions', index, 'item', key], `“${key}”由使用该事项的服务写明`, `“${key}” is for the service that uses the item to say`)));
  return [...(named === id ? [] : [wrong(id, ['id'], `应与文件名一致：${id}`, `should be that of the file: ${id}`)]), ...unordered, ...misplaced];
}

function issueFindings(id: string, issue: z.core.$ZodIssue): Finding[] {
  const path = issue.path as Path;
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => wrong(id, [...path, key], `不认识的键“${key}”`, `unknown key “${key}”`));
  return [wrong(id, path, issue.message, issue.message)];
}

function wrong(id: string, path: Path, zh: string, en: string): Finding {
  return {
    code: 'implementationList.form', id, at: { path }, zh: `实施清单“${id}”：${zh}。`, en: `Implementation list “${id}”: ${en}.`,
    mend: { zh: '参照 definitions/implementation-list/ 中的其他文件更正。', en: 'Correct it after the other files in definitions/implementation-list/.' },
  };
}
