import type { PersonId } from './actor.ts';
import type { ItemId, LegalBasis } from './case-plan.ts';
import type { Clock, ClockId } from './clock.ts';
import type { HearingAnnouncement, Named, Officer } from './hearing-state.ts';
import type { PlainDate } from './plain-date.ts';

interface OfItem {
  readonly item: ItemId;
}

/** Facts about hearings and on-site checks; part of `Fact`. */
export type HearingFact =
  | (OfItem & {
      readonly kind: 'hearingRightTold';
      /** Interested parties told now. */
      readonly parties: readonly Named[];
      /** Everybody told now: those parties, and with the first telling the applicant. */
      readonly persons: readonly PersonId[];
      readonly service: string;
      /** Why nobody but the applicant is concerned. */
      readonly nobodyBecause: string | null;
      readonly clock: Clock;
      readonly documents: readonly string[];
    })
  | (OfItem & { readonly kind: 'hearingRequested'; readonly party: PersonId; readonly statement: string | null; readonly clock: Clock; readonly suspends: readonly ClockId[];
      readonly stopsClock: LegalBasis })
  | (OfItem & { readonly kind: 'hearingWaived'; readonly party: PersonId; readonly statement: string | null })
  | (OfItem & { readonly kind: 'hearingRightLapsed'; readonly clock: ClockId })
  | (OfItem & Omit<HearingAnnouncement, 'on'> & {
      readonly kind: 'hearingAnnounced';
      /** Interested parties who were not known before. */
      readonly parties: readonly Named[];
      readonly service: string;
      /** The clock of a hearing that the authority decided to hold; null where one runs since the request. */
      readonly clock: Clock | null;
      readonly suspends: readonly ClockId[];
      readonly stopsClock: LegalBasis;
      readonly documents: readonly string[];
    })
  | (OfItem & {
      readonly kind: 'hearingHeld';
      readonly attended: readonly string[];
      readonly evidence: string;
      readonly statements: string;
      readonly signedBy: readonly string[];
      readonly document: string;
    })
  | (OfItem & { readonly kind: 'siteChecked'; readonly on: PlainDate; readonly officers: readonly Officer[]; readonly findings: string; readonly document: string });
