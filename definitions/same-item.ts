import { canonicalJson } from './compiler/canonical-json.ts';
import type { UseOptions } from './implementation/use-items.ts';
import { withBasesWrittenOut } from './implementation/written-out.ts';
import type { Problem } from './problem.ts';
import { type Draft, readDraft } from './read-definition.ts';
import type { Item } from './schema/item.ts';
import type { ServiceDefinition } from './schema/service.ts';
import { textOf } from './schema/text.ts';

export interface DefinitionText {
  readonly text: string;
  readonly file: string;
}

interface Coded {
  readonly service: ServiceDefinition;
  readonly item: Item;
  readonly index: number;
  readonly draft: Draft;
}

/** What is the same wherever an item is done, and how it is called. What a service may add is left out: when, after what, which fields. */
const STANDARD: readonly (readonly [zh: string, en: string, of: (one: Coded) => unknown])[] = [
  ['性质', 'nature', ({ item }) => item.nature],
  ['依据', 'basis', ({ item, service }) => withBasesWrittenOut({ basis: item.basis }, service.bases)],
  ['时限', 'limits', ({ item: { limits: { promised: _, ...limits } }, service }) => withBasesWrittenOut(limits, service.bases)],
  ['审查规则', 'examination', ({ item, service }) => withBasesWrittenOut(item.examination, service.bases)],
  ['特别程序', 'special procedures', ({ item, service }) => withBasesWrittenOut(item.procedures, service.bases)],
  ['收费', 'fees', ({ item, service }) => withBasesWrittenOut(item.fees, service.bases)],
  ['材料', 'materials', ({ item, service }) => item.materials.map((need) => nameOfMaterial(service, typeof need === 'string' ? need : need.code)).sort()],
  ['结果', 'result', ({ item }) => [item.result.kind, textOf(item.result.name).zh]],
  ['决定权', 'who may grant', ({ item }) => item.grantBy],
];

/** 同一事项、同一标准、同一编码: items that have one basic code with an item of another service, and differ in what the code stands for. */
export function sameItemSameStandard(checked: DefinitionText, others: readonly DefinitionText[], options: UseOptions = {}): Problem[] {
  const mine = codedItems(checked, options);
  // Nothing to compare, as in most definitions: then the others need not be read.
  const theirs = mine.length === 0 ? [] : others.flatMap((one) => codedItems(one, options));
  return mine.flatMap((one) => theirs.filter((other) => other.item.basicCode === one.item.basicCode && other.service.code !== one.service.code)
    .flatMap((other) => differing(one, other)));
}

function codedItems({ text, file }: DefinitionText, options: UseOptions): Coded[] {
  if (!text.includes('basicCode') && !text.includes('use:')) return [];
  const draft = readDraft(text, file, options);
  const { definition: service } = draft;
  return service ? service.items.flatMap((item, index) => (item.basicCode === undefined ? [] : [{ service, item, index, draft }])) : [];
}

function differing(one: Coded, other: Coded): Problem[] {
  const parts = STANDARD.filter(([, , of]) => canonicalJson(of(one) ?? null) !== canonicalJson(of(other) ?? null));
  if (parts.length === 0) return [];
  const [zh, en] = [parts.map(([name]) => name).join('、'), parts.map(([, name]) => name).join(', ')];
  const there = other.draft.place({ path: ['items', other.index, 'basicCode'] });
  return one.draft.located([{
    code: 'itemCode.differs', id: one.item.id, at: { path: ['items', one.index, 'basicCode'] },
    zh: `基本编码 ${one.item.basicCode} 在服务“${other.service.code}”（${there.file}:${there.line}）中另有规定：${zh}不同。同一事项、同一标准、同一编码。`,
    en: `Basic code ${one.item.basicCode} is another thing in service “${other.service.code}” (${there.file}:${there.line}): ${en} differ. The same item has the same standard and the same code.`,
    mend: { zh: '把该事项写入 definitions/implementation-list/，各服务用 use 引用；不是同一事项的，更正编码。', en: 'Write the item once in definitions/implementation-list/ and `use:` it; if it is another item, correct the code.' },
  }]).filter(({ code }) => code === 'itemCode.differs');
}

function nameOfMaterial({ materials }: ServiceDefinition, code: string): string {
  const material = materials.find((one) => one.code === code);
  return material ? textOf(material.name).zh : code;
}
