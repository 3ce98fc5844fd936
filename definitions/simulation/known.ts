import type { DepartmentId, ItemId } from '../../workflows/case/case-plan.ts';
import type { ApplicantModel, ItemModel, PostId } from './model.ts';
import type { Distribution } from './distribution.ts';

/** What is known from a store's history. Whatever it does not name is assumed. */
export interface Known {
  readonly perDay: Readonly<Record<string, number>>;
  /** By service and item: `open-restaurant/fire-check`. */
  readonly items: Readonly<Record<string, Partial<ItemModel>>>;
  /** Where an item alone has too few, those of its whole department. */
  readonly departments: Readonly<Record<DepartmentId, Partial<ItemModel>>>;
  readonly applicant: Partial<ApplicantModel>;
  readonly handOver: Distribution | null;
  /** People seen at work. */
  readonly desks: Readonly<Record<PostId, number>>;
  /** Finished pieces of work that all this was learned from. */
  readonly acts: number;
}

export const NOTHING_KNOWN: Known = { perDay: {}, items: {}, departments: {}, applicant: {}, handOver: null, desks: {}, acts: 0 };

export function itemKey(service: string, item: ItemId): string {
  return `${service}/${item}`;
}
