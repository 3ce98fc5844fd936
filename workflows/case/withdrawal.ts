import { BY_LAW } from './actor.ts';
import type { CommandOf } from './command-table.ts';
import type { ItemState } from './case-state.ts';
import { type Draft, emit, enter, itemsOf, stateOf } from './draft.ts';
import { itemFor, moved, moveOrRefuse } from './item-event.ts';
import { FINAL } from './item-machine.ts';
import { Refused } from './refuse.ts';

export function withdrawItem(draft: Draft, { with: args }: CommandOf<'withdrawItem'>): void {
  const item = itemFor(draft, args.item);
  moveOrRefuse(draft, item, { type: 'withdraw' });
  withdraw(draft, item, args.reason ?? '', false);
}

/** Withdraws every undecided item, or the draft. What was granted stays until he surrenders it. */
export function withdrawCase(draft: Draft, { with: args }: CommandOf<'withdrawCase'>): void {
  emit(draft, { kind: 'caseWithdrawn', reason: args.reason ?? '' });
  for (const item of itemsOf(draft)) {
    if (!FINAL.includes(item.state)) withdraw(draft, item, args.reason ?? '', false);
  }
  // A draft has no items yet: with it everything is withdrawn.
  if (stateOf(draft).phase === 'preReview') enter(draft, { type: 'nothingLeft' });
}

export function withdraw(draft: Draft, item: ItemState, reason: string, inHisName: boolean): void {
  emit(draft, { kind: 'itemWithdrawn', ...moved(item, { type: 'withdraw' }), reason, inHisName }, inHisName ? { by: BY_LAW } : {});
}

/** The applicant himself, or the agent named at receipt. */
export function requireApplicant(draft: Draft): void {
  const { applicant, agent } = stateOf(draft);
  const { id, role } = draft.actor;
  if (!(role === 'applicant' && id === applicant.id) && !(role === 'agent' && id === agent?.id)) throw new Refused('actor.notApplicant');
}
