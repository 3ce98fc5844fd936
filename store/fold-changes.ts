import type { Change } from '../workflows/case/case-change.ts';
import type { CaseState } from '../workflows/case/case-state.ts';
import { evolve } from '../workflows/case/evolve.ts';
import { link } from './hash-chain.ts';
import { openWork } from './work-rows.ts';

export interface Folded {
  readonly state: CaseState;
  /** The changes' links, in order. */
  readonly links: readonly string[];
  /** The state before each change; null before a case's first. */
  readonly before: readonly (CaseState | null)[];
  /**
   * Which of these changes opened each task that they opened and that is still open. A task that was closed and opened again
   * is in here too: it is new work, whoever had claimed it before.
   */
  readonly openedBy: ReadonlyMap<string, Change>;
}

/**
 * Folds changes into a state, one by one. However the changes are grouped into calls, the end is the same: this is what
 * makes it indifferent in which batches they reach the store.
 * @param chain the link before the first change
 */
export function foldChanges(before: CaseState | null, changes: readonly Change[], chain: string): Folded {
  let state = before;
  let known = new Set(before ? openWork(before).map((work) => work.id) : []);
  const openedBy = new Map<string, Change>();
  const states: (CaseState | null)[] = [];
  const links: string[] = [];
  for (const change of changes) {
    states.push(state);
    state = evolve(state, change);
    chain = link(chain, change);
    links.push(chain);
    const open = new Set(openWork(state).map((work) => work.id));
    for (const id of known) if (!open.has(id)) openedBy.delete(id);
    for (const id of open) if (!known.has(id)) openedBy.set(id, change);
    known = open;
  }
  if (!state) throw new Error('nothing to fold: a case begins with caseReceived or draftSubmitted');
  return { state, links, before: states, openedBy };
}
