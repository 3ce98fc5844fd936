import type { ItemId } from '../../../workflows/case/case-plan.ts';
import { type Clock, isOpen } from '../../../workflows/case/clock.ts';
import { isOfficial, type Seeing } from '../views/seeing.ts';
import { CLOCKS_AMONG_AUTHORITIES } from './among-authorities.ts';

/** Which clocks somebody is shown: officers those of the case and of what they see; citizens none that only the authorities set each other. */
export function seesClock({ standing: { sight }, signedIn }: Pick<Seeing, 'standing' | 'signedIn'>, clock: Clock): boolean {
  if (!isOpen(clock) && clock.ranOutAt === null && clock.kind === 'draftKept') return false;
  const itemSeen = (items: ReadonlySet<ItemId>) => clock.item === null || items.has(clock.item);
  if (sight.of === 'questions') return clock.kind === 'consultation' && clock.department === signedIn.department;
  if (sight.of === 'consent') return clock.kind === 'preReview';
  if (sight.of === 'hearing') return itemSeen(sight.items) && ['hearingRight', 'hearing', 'statutory'].includes(clock.kind) && clock.item !== null;
  if (!isOfficial({ signedIn })) return !CLOCKS_AMONG_AUTHORITIES.has(clock.kind);
  if (sight.of !== 'items' || clock.department === signedIn.department) return true;
  // What another department is urged or asked has no item of its own at times, and is none of this one's.
  return itemSeen(sight.items) && (clock.item !== null || clock.department === null || !CLOCKS_AMONG_AUTHORITIES.has(clock.kind));
}
