import type { Actor } from '../../../workflows/case/actor.ts';
import type { Change } from '../../../workflows/case/case-change.ts';
import type { CaseState } from '../../../workflows/case/case-state.ts';
import type { Text } from '../../../workflows/case/calendar.ts';
import type { Seeing } from '../views/seeing.ts';
import { maskedName } from './masked.ts';
import { seesClock } from './sees-clock.ts';

type Looking = Pick<Seeing, 'standing' | 'signedIn' | 'state'>;

/**
 * A change with no more in it than somebody is told: that a site was checked or a hearing asked for is everybody's to know, what
 * was found and said is for the item's own department, the window and, as far as it is his own word, who said it.
 */
export function told(looking: Looking, change: Change): Change {
  return withoutInner(looking, { ...change, by: saidBy(looking, change) });
}

/** A sentence in which supervision reads nobody's name: how a case goes is its matter, not whose it is. */
export function withoutNames({ standing: { sight }, state }: Looking, changes: readonly Change[]): (text: Text) => Text {
  if (sight.of !== 'course') return (text) => text;
  const names = [...new Set([...namesIn(state), ...changes.flatMap(namesOf)])].filter((name) => name.length > 1).sort((a, b) => b.length - a.length);
  const without = (sentence: string) => names.reduce((rest, name) => rest.replaceAll(name, maskedName(name)), sentence);
  return ({ zh, en }) => ({ zh: without(zh), en: without(en) });
}

function withoutInner(looking: Looking, change: Change): Change {
  const { standing: { sight, actors }, signedIn } = looking;
  const isOwn = (item: string) => (sight.of === 'all' && signedIn.role !== 'citizen') || (sight.of === 'items' && sight.items.has(item));
  switch (change.kind) {
    case 'siteChecked':
      return isOwn(change.item) || sight.of === 'course' ? change : { ...change, findings: '', officers: [] };
    case 'procedureEnded':
      return isOwn(change.item) || sight.of === 'course' ? change : { ...change, result: '' };
    case 'hearingRequested': case 'hearingWaived':
      return isOwn(change.item) || actors.some(({ id }) => id === change.party) ? change : { ...change, statement: null };
    case 'hearingRightTold':
      return isOwn(change.item) || sight.of === 'course' ? change : { ...change, parties: [], nobodyBecause: null };
    case 'hearingHeld':
      return isOwn(change.item) || sight.of === 'course' ? change : { ...change, signedBy: [] };
    case 'caseMigrated': {
      const { clocks } = looking.state;
      return { ...change, moves: change.moves.filter(({ clock }) => !clocks[clock] || seesClock(looking, clocks[clock])) };
    }
    default:
      return change;
  }
}

/** An interested party is named to nobody but the department that hears him, the window and himself. */
function saidBy({ standing: { sight, actors }, signedIn }: Looking, change: Change): Actor {
  const { by } = change;
  const hears = (sight.of === 'all' && signedIn.role !== 'citizen') || (sight.of === 'items' && 'item' in change && typeof change.item === 'string' && sight.items.has(change.item));
  if (by.role !== 'interestedParty' || hears) return by;
  return actors.some(({ id }) => id === by.id) ? by : { ...by, name: maskedName(by.name) };
}

/** Who in a case is a person and no officer. */
function namesIn({ applicant, agent, consents = [], items }: CaseState): string[] {
  return [
    ...(applicant.kind === 'person' ? [applicant.name] : []), ...(agent ? [agent.name] : []), ...consents.flatMap(({ name }) => (name === null ? [] : [name])),
    ...Object.values(items).flatMap(({ hearing }) => hearing?.parties.map(({ name }) => name) ?? []),
  ];
}

/** Who took something, or signed, without being anything in the case. */
function namesOf(change: Change): readonly string[] {
  switch (change.kind) {
    case 'noticeServed': case 'itemsHandedOver': case 'itemsServed':
      return [change.recipient];
    case 'hearingHeld':
      return change.signedBy;
    default:
      return [];
  }
}
