import type { PersonId } from './actor.ts';
import type { HearingHeld } from './case-plan.ts';
import type { ItemState } from './case-state.ts';
import type { Hearing } from './hearing-state.ts';

/**
 * What still stands between an item and its decision: the right is not told, it runs, a hearing is to be held; or `over`:
 * it lapsed or was waived by everybody, or the minutes are signed.
 */
export type HearingStage = 'notTold' | 'rightRuns' | 'toBeHeld' | 'over';

export function stageOf({ held, rights, since, minutes }: Hearing): HearingStage {
  if (minutes) return 'over';
  if (held === 'required' || since !== null) return 'toBeHeld';
  if (rights.length === 0) return 'notTold';
  return rights.some((right) => right.over === null) ? 'rightRuns' : 'over';
}

export function newHearing(held: HearingHeld): Hearing {
  return { held, parties: [], rights: [], statements: [], since: null, clock: null, announcement: null, minutes: null };
}

/** Asked for or decided, and not yet in the minutes: meanwhile the item's decision clocks stand still. @see ALL art. 45 */
export function isHearingOpen({ hearing }: Pick<ItemState, 'hearing'>): boolean {
  return hearing !== undefined && hearing.since !== null && hearing.minutes === null;
}

/** No hearing stands in the way of the decision. */
export function isHeard({ hearing }: Pick<ItemState, 'hearing'>): boolean {
  return hearing === undefined || stageOf(hearing) === 'over';
}

/** Who was told of the right and may still use it. */
export function mayAskForHearing({ hearing }: Pick<ItemState, 'hearing'>): readonly PersonId[] {
  if (!hearing || stageOf(hearing) !== 'rightRuns') return [];
  return hearing.rights.flatMap((right) => (right.over === null ? right.persons.filter((one) => !right.waived.includes(one)) : []));
}

/** Who presides does not decide. @see ALL art. 48 para 1(3) */
export function isChair({ hearing }: Pick<ItemState, 'hearing'>, person: PersonId): boolean {
  return hearing?.announcement?.chair.id === person;
}

/** Ground under which a hearing stops clocks. */
export const HEARING_GROUND = 'hearing';
