import type { Phase } from '../../../workflows/case/case-machine.ts';
import type { Change } from '../../../workflows/case/case-change.ts';
import type { CaseState } from '../../../workflows/case/case-state.ts';
import { evolve } from '../../../workflows/case/evolve.ts';
import type { ItemStateName } from '../../../workflows/case/item-machine.ts';
import type { Instant } from '../../../workflows/case/plain-date.ts';

/** What is going on in a lane of the chart. */
export type Activity = 'examination' | 'ready' | 'correction' | 'recheck' | 'waiting' | 'preliminary' | 'handling' | 'approval' | 'blocked' | 'delivery';

export interface Stretch {
  readonly activity: Activity;
  readonly from: Instant;
  readonly to: Instant;
}

export interface History {
  /** The case as a whole, by its phases. */
  readonly case: readonly Stretch[];
  readonly items: Readonly<Record<string, readonly Stretch[]>>;
}

/** Who was busy with what from when to when, read off the changes. What still goes on lasts until the last change. */
export function historyOf(changes: readonly Change[]): History {
  const whole = new Lane();
  const items = new Map<string, Lane>();
  let state: CaseState | null = null;
  for (const change of changes) {
    state = evolve(state, change);
    whole.follow(BY_PHASE[state.phase], change.at);
    for (const item of Object.values(state.items)) {
      const lane = items.get(item.id) ?? new Lane();
      items.set(item.id, lane);
      lane.follow(item.state === 'granted' && item.delivery?.servedOn ? null : BY_STATE[item.state], change.at);
    }
  }
  const end = state?.at ?? (0 as Instant);
  return { case: whole.until(end), items: Object.fromEntries([...items].map(([id, lane]) => [id, lane.until(end)])) };
}

class Lane {
  readonly #done: Stretch[] = [];
  #open: { readonly activity: Activity; readonly from: Instant } | null = null;

  /** From now on this goes on, and what went on before has ended. */
  follow(activity: Activity | null, at: Instant): void {
    if (this.#open?.activity === activity) return;
    this.until(at);
    this.#open = activity === null ? null : { activity, from: at };
  }

  until(at: Instant): readonly Stretch[] {
    if (this.#open && at > this.#open.from) this.#done.push({ ...this.#open, to: at });
    return this.#done;
  }
}

const BY_PHASE: Readonly<Record<Phase, Activity | null>> = {
  preReview: 'waiting', examination: 'examination', correction: 'correction', recheck: 'recheck', handling: 'handling', delivery: 'delivery', closed: null, archived: null,
};

const BY_STATE: Readonly<Record<ItemStateName, Activity | null>> = {
  unexamined: 'examination', deficient: 'examination', outOfScopeProposed: 'examination', complete: 'ready', satisfied: 'ready',
  awaitingCorrection: 'correction', uncorrected: 'correction', nonAcceptanceProposed: 'correction', rechecking: 'recheck', unsatisfiedProposed: 'recheck',
  waiting: 'waiting', preliminary: 'preliminary', blocked: 'blocked', handling: 'handling', grantProposed: 'approval', refusalProposed: 'approval', granted: 'delivery',
  outOfScope: null, notAccepted: null, refused: null, withdrawn: null, dropped: null,
};
