import type { ItemId } from './case-plan.ts';
import type { CaseState, ItemState } from './case-state.ts';

/** The state with some of an item changed; for `evolve` alone. */
export function withItem(state: CaseState, id: ItemId, part: Partial<ItemState>): CaseState {
  return { ...state, items: { ...state.items, [id]: { ...state.items[id]!, ...part } } };
}
