import type { CasePlan, FieldPlan, ItemPlan } from '../../../workflows/case/case-plan.ts';
import type { Asked } from './asked.ts';

/** Questions that belong together: asked by one item alone, by several, or by the form itself. */
export interface Section {
  /** One item's id, `shared` or `general`. */
  readonly id: string;
  readonly items: readonly ItemPlan[];
  readonly blocks: readonly Block[];
}

/** The questions about one of several of a kind, or those that are asked once. */
export interface Block {
  readonly number: number | null;
  /** The question that counts them. */
  readonly count: FieldPlan | null;
  readonly fields: readonly FieldPlan[];
}

/** By who needs them: what several items ask is asked once, and first. */
export function sectionsOf(pinned: CasePlan, { fields, items }: Asked, which: (code: string) => boolean): Section[] {
  const sections = new Map<string, { items: Set<ItemPlan>; fields: FieldPlan[] }>();
  for (const field of fields.filter(({ code }) => which(baseOf(code)))) {
    const needing = items.filter((item) => field.neededBy.includes(item.id));
    const id = needing.length === 0 ? 'general' : needing.length === 1 ? needing[0]!.id : 'shared';
    const section = sections.get(id) ?? { items: new Set(), fields: [] };
    for (const item of needing) section.items.add(item);
    section.fields.push(field);
    sections.set(id, section);
  }
  const order = ['shared', 'general', ...items.map(({ id }) => id)];
  return [...sections].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)).map(([id, section]) => ({ id, items: [...section.items], blocks: blocksOf(pinned, section.fields) }));
}

function blocksOf(pinned: CasePlan, fields: readonly FieldPlan[]): Block[] {
  const blocks = new Map<string, { number: number | null; count: FieldPlan | null; fields: FieldPlan[] }>();
  for (const field of fields) {
    const number = field.code.includes('#') ? Number(field.code.split('#')[1]) : null;
    const counted = pinned.fields.find(({ code }) => code === baseOf(field.code))?.repeat;
    const key = number === null ? '' : `${counted}#${number}`;
    const block = blocks.get(key) ?? { number, count: pinned.fields.find(({ code }) => code === counted) ?? null, fields: [] };
    block.fields.push(field);
    blocks.set(key, block);
  }
  return [...blocks.values()];
}

/** `plateNumber#2` is the second `plateNumber`. */
export function baseOf(code: string): string {
  return code.split('#')[0]!;
}
