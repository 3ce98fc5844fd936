import type { ItemId } from './case-plan.ts';
import type { CaseState, ItemState } from './case-state.ts';

/** How a change alters one item of a case; for `evolve` alone. */
export function withItem(state: CaseState, id: ItemId, part: Partial<ItemState>): CaseState {
  return { ...state, items: { ...state.items, [id]: { ...state.items[id]!, ...part } } };
}
