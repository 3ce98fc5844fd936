import type { Change, FactKind, FactOf } from '../../workflows/case/case-change.ts';
import type { Played } from './play.ts';
import type { CaseState } from '../../workflows/case/case-state.ts';

export type ChangeOf<K extends FactKind> = FactOf<K> & Change;

export function allOf<K extends FactKind>(changes: readonly Change[], kind: K): ChangeOf<K>[] {
  return changes.filter((change): change is ChangeOf<K> => change.kind === kind);
}

/** Every state the case was in, the first after the receipt. */
export function statesOf({ opened, events }: Played): CaseState[] {
  return [opened.state, ...events.map((event) => event.result.state)];
}
