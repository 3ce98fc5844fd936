import type { Finding, Path } from '../problem.ts';
import { UsedItemSchema } from '../schema/implementation-item.ts';
import { inWorkingDays, PeriodSchema, periodOf } from '../schema/limit.ts';
import { textOf } from '../schema/text.ts';
import { suggestion } from '../source/did-you-mean.ts';
import { valueAt } from '../source/entity.ts';
import { type ListSource, projectList } from './list-source.ts';
import { type BrokenItem, readSharedItem, type SharedItem } from './read-item.ts';

export interface UseOptions {
  readonly list?: ListSource;
  /** Civil day whose version of each item is taken; without it the last one. */
  readonly validOn?: string;
}

/** A document with the items of the implementation list in the places where it uses them. */
export interface Merged {
  readonly data: unknown;
  readonly findings: readonly Finding[];
  /** What is wrong with a file of the list itself. */
  readonly broken: readonly BrokenItem[];
  /** Places of items that the list could not give: what they lack is not worth saying. */
  readonly unresolved: ReadonlySet<number>;
  /** Where what stands at a path of the merged document was written, when that is not in the document itself. */
  elsewhere(path: Path): { readonly source: SharedItem; readonly path: Path } | null;
}

type Entry = Readonly<Record<string, unknown>>;
const MAY_ADD = Object.keys(UsedItemSchema.shape);

/**
 * Puts the items that a service shares with others in their places. The service adds its conditions, dependencies and fields, and
 * may promise less time; everything else is the list's, so that it cannot differ between services.
 */
export function useItems(data: unknown, { list = projectList, validOn }: UseOptions): Merged {
  const items = valueAt(data, ['items']);
  if (!Array.isArray(items) || !items.some(uses)) return { data, findings: [], broken: [], unresolved: new Set(), elsewhere: () => null };
  const findings: Finding[] = [];
  const broken: BrokenItem[] = [];
  const unresolved = new Set<number>();
  const used = new Map<number, { readonly source: SharedItem; readonly own: Entry }>();
  const merged = items.map((own: unknown, index) => {
    if (!uses(own)) return own;
    const source = readSharedItem(list, String(own['use']), validOn);
    const { use: _, ...rest } = own;
    if (source === 'unknown' || source === 'notValid') {
      unresolved.add(index);
      findings.push(source === 'unknown' ? unknown(own, index, list) : notValid(own, index, validOn!));
      return rest;
    }
    if ('findings' in source) {
      unresolved.add(index);
      if (!broken.some((one) => one.file === source.file)) broken.push(source);
      return rest;
    }
    used.set(index, { source, own });
    findings.push(...mayNotAdd(own, index), ...promisesLonger(own, index, source));
    return mergedItem(source.item, rest);
  });
  const { materials, from, differing } = withMaterials(valueAt(data, ['materials']), used);
  findings.push(...differing);
  return {
    data: { ...(data as Entry), items: merged, ...(materials ? { materials } : {}) }, findings, broken, unresolved,
    elsewhere(path) {
      const [list_, index, ...below] = path;
      if (list_ === 'materials' && from.has(Number(index))) return { source: from.get(Number(index))!.source, path: [...from.get(Number(index))!.path, ...below] };
      const one = list_ === 'items' ? used.get(Number(index)) : undefined;
      if (!one || below.length === 0 || isOwn(one.own, below)) return null;
      return { source: one.source, path: [...one.source.path, ...below] };
    },
  };
}

function uses(item: unknown): item is Entry {
  return typeof item === 'object' && item !== null && Object.hasOwn(item, 'use');
}

/** Whether what stands there was written in the service itself. */
function isOwn(own: Entry, [key, below]: Path): boolean {
  if (key === 'limits') return below !== undefined && valueAt(own, ['limits', below]) !== undefined;
  if (key === 'fields') return Array.isArray(own['fields']) && typeof below === 'number' && below < own['fields'].length;
  return Object.hasOwn(own, String(key));
}

/** The service's own fields come first: their places stay what they are in its document. */
function mergedItem(shared: Entry, own: Entry): Entry {
  const [ownFields, fields] = [listed(own['fields']), listed(shared['fields'])];
  const promised = valueAt(own, ['limits', 'promised']);
  const limits = promised === undefined ? {} : { limits: { ...(shared['limits'] as Entry | undefined), promised } };
  const all = [...ownFields, ...fields.filter((field) => !ownFields.includes(field))];
  const added = Object.fromEntries(Object.entries(own).filter(([key]) => key !== 'limits' && key !== 'fields' && !Object.hasOwn(shared, key)));
  return { ...added, ...shared, ...limits, ...(all.length > 0 ? { fields: all } : {}) };
}

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Materials that a service does not name itself come from the list. The same code is the same material in both. */
function withMaterials(own: unknown, used: ReadonlyMap<number, { source: SharedItem }>) {
  const materials: unknown[] | null = own === undefined || Array.isArray(own) ? [...listed(own)] : null;
  const from = new Map<number, { source: SharedItem; path: Path }>();
  const differing: Finding[] = [];
  for (const { source } of materials ? used.values() : []) {
    for (const [index, material] of source.materials.entries()) {
      const known = materials!.findIndex((one) => valueAt(one, ['code']) === material.code);
      if (known < 0) {
        from.set(materials!.length, { source, path: ['materials', index] });
        materials!.push(material);
      } else if (!from.has(known)) differing.push(...nameDiffers(materials![known], known, material, source));
    }
  }
  return { materials, from, differing };
}

function nameDiffers(own: unknown, index: number, material: SharedItem['materials'][number], { file }: SharedItem): Finding[] {
  const name = valueAt(own, ['name']);
  if (typeof name !== 'string' || textOf(name as never).zh === textOf(material.name).zh) return [];
  return [{
    code: 'use.materialDiffers', id: material.code, at: { path: ['materials', index, 'name'] },
    zh: `材料“${material.code}”在实施清单（${file}）中名为“${textOf(material.name).zh}”，同一编码应为同一材料。`,
    en: `Material “${material.code}” is “${textOf(material.name).en}” in the implementation list (${file}); the same code is the same material.`,
    mend: { zh: '使用相同名称，或另用一个材料编码。', en: 'Give it the same name, or the other material another code.' },
  }];
}

function unknown(own: Entry, index: number, list: ListSource): Finding {
  const guess = suggestion(String(own['use']), list.names());
  return {
    code: 'use.unknown', id: String(own['use']), at: { path: ['items', index, 'use'] },
    zh: `实施清单中没有“${String(own['use'])}”。${guess.zh}`, en: `The implementation list has no “${String(own['use'])}”.${guess.en}`,
    mend: { zh: '引用清单中已有的事项，或在 definitions/implementation-list/ 中新增。', en: 'Use one that is there, or add it in definitions/implementation-list/.' },
  };
}

function notValid(own: Entry, index: number, day: string): Finding {
  return {
    code: 'use.notValid', id: String(own['use']), at: { path: ['items', index, 'use'] },
    zh: `事项“${String(own['use'])}”在 ${day} 尚无生效的版本。`, en: `No version of “${String(own['use'])}” is valid on ${day}.`,
    mend: { zh: '推迟本服务的生效日，或更正清单中的 validFrom。', en: 'Publish the service for a later day, or correct validFrom in the list.' },
  };
}

function mayNotAdd(own: Entry, index: number): Finding[] {
  const keys = Object.keys(own).filter((key) => !MAY_ADD.includes(key)).map((key): Path => [key]);
  const limits = typeof own['limits'] === 'object' && own['limits'] !== null ? Object.keys(own['limits']).filter((key) => key !== 'promised').map((key): Path => ['limits', key]) : [];
  return [...keys, ...limits].map((path) => ({
    code: 'use.mayNotAdd', id: path.join('.'), at: { path: ['items', index, ...path], on: 'key' },
    zh: `“${path.join('.')}”由实施清单规定，各服务不得另写：同一事项、同一标准。`, en: `“${path.join('.')}” is for the implementation list to say: the same item has the same standard in every service.`,
    mend: { zh: `删去它，或在实施清单中为所有服务修改；服务只可写 ${MAY_ADD.join('、')}。`, en: `Remove it, or change the list for all services; a service may say ${MAY_ADD.join(', ')}.` },
  }));
}

function promisesLonger(own: Entry, index: number, { item }: SharedItem): Finding[] {
  const [mine, listed_] = [valueAt(own, ['limits', 'promised']), valueAt(item, ['limits', 'promised'])].map(daysOf);
  if (mine === null || mine === undefined || listed_ === null || listed_ === undefined || mine <= listed_) return [];
  return [{
    code: 'use.promiseLonger', id: String(own['use']), at: { path: ['items', index, 'limits', 'promised'] },
    zh: '承诺时限比实施清单的长：服务只可承诺更短的。', en: 'It promises more time than the implementation list does: a service may only promise less.',
    mend: { zh: '删去，或写得更短。', en: 'Remove it, or shorten it.' },
  }];
}

/** Roughly, for comparing; null for what is no period, which is said elsewhere. */
function daysOf(promised: unknown): number | null {
  const period = PeriodSchema.safeParse(typeof promised === 'string' ? promised : valueAt(promised, ['limit']));
  return period.success ? inWorkingDays(periodOf(period.data)) : null;
}
