import { createContext, useContext } from 'react';
import type { SeenCase, SeenItem } from '../../../api/schemas/seen-case.ts';
import type { Given } from '../../app/command.ts';

/** What whoever works on an item's page works with. */
export interface DeskCase {
  readonly seen: SeenCase;
  /** Null: the work is about the case as a whole. */
  readonly item: SeenItem | null;
  /** Gives a command. Whatever stands in its way is shown on top of the page; @returns whether it was carried out */
  give(given: Given): Promise<boolean>;
  readonly pending: boolean;
}

export const DeskCaseContext = createContext<DeskCase | null>(null);

export function useDeskCase(): DeskCase {
  const desk = useContext(DeskCaseContext);
  if (!desk) throw new Error('used outside of a case');
  return desk;
}

/** The same where there is an item for sure. */
export function useDeskItem(): DeskCase & { readonly item: SeenItem } {
  const desk = useDeskCase();
  if (!desk.item) throw new Error('used outside of an item');
  return desk as DeskCase & { readonly item: SeenItem };
}

/** Whether a command may be given now, to this item, or to the case when there is none. */
export function mayDo({ seen, item }: Pick<DeskCase, 'seen' | 'item'>, command: string): boolean {
  return seen.permitted.some((one) => one.do === command && one.item === (item?.id ?? null));
}
