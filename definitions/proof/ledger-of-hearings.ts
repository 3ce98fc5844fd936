import type { PersonId } from '../../workflows/case/actor.ts';
import type { Change, FactOf } from '../../workflows/case/case-change.ts';
import type { Clock } from '../../workflows/case/clock.ts';

/** What the prover has seen of one item's hearing and of the checks on its site: the facts, not what the core made of them. */
export interface Heard {
  readonly rights: readonly { readonly clock: Clock; readonly persons: readonly PersonId[] }[];
  readonly waived: readonly PersonId[];
  readonly requested: boolean;
  /** Number of the minutes. */
  readonly minutes: string | null;
  readonly checked: boolean;
  /** Who has examined the application: its materials, its correction, the site; and who told the parties. */
  readonly examiners: readonly PersonId[];
}

export const UNHEARD: Heard = { rights: [], waived: [], requested: false, minutes: null, checked: false, examiners: [] };

export function heardMore(
  heard: Heard, change: Change & FactOf<'hearingRightTold' | 'hearingRequested' | 'hearingWaived' | 'hearingAnnounced' | 'hearingHeld' | 'siteChecked' | 'itemExamined' | 'itemRechecked'>,
): Heard {
  switch (change.kind) {
    case 'hearingRightTold':
      return { ...heard, rights: [...heard.rights, { clock: change.clock, persons: change.persons }], examiners: [...heard.examiners, change.by.id] };
    case 'hearingRequested':
    case 'hearingAnnounced':
      return { ...heard, requested: true };
    case 'hearingWaived':
      return { ...heard, waived: [...heard.waived, change.party] };
    case 'hearingHeld':
      return { ...heard, minutes: change.document };
    case 'siteChecked':
      return { ...heard, checked: true, examiners: [...heard.examiners, ...change.officers.map(({ id }) => id)] };
    case 'itemExamined':
    case 'itemRechecked':
      return { ...heard, examiners: [...heard.examiners, change.by.id] };
    default:
      return change satisfies never;
  }
}
