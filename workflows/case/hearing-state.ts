import type { PersonId } from './actor.ts';
import type { HearingHeld } from './case-plan.ts';
import type { ClockId } from './clock.ts';
import type { PlainDate } from './plain-date.ts';

/** A person by id and name: an interested party, the chair of a hearing. */
export interface Named {
  readonly id: PersonId;
  readonly name: string;
}

/** The right to a hearing as it was told to some people on one day. Told to others later, it is another one. */
export interface HearingRight {
  readonly clock: ClockId;
  readonly toldOn: PlainDate;
  readonly persons: readonly PersonId[];
  readonly waived: readonly PersonId[];
  /** How it ended; null while it runs. */
  readonly over: 'requested' | 'waived' | 'lapsed' | null;
}

/** Date, place and chair as they were announced; a later announcement takes the place of an earlier one. */
export interface HearingAnnouncement {
  readonly on: PlainDate;
  readonly date: PlainDate;
  readonly time: string;
  readonly place: string;
  readonly chair: Named;
  /** Why it is not public; null: it is. */
  readonly closedBecause: string | null;
}

/** Everything about the hearing of one item, from its start in handling. @see ALL art. 36, 46-48 */
export interface Hearing {
  readonly held: HearingHeld;
  /** The interested parties who are known. */
  readonly parties: readonly Named[];
  readonly rights: readonly HearingRight[];
  readonly statements: readonly { readonly by: PersonId; readonly text: string; readonly on: PlainDate }[];
  /** The day on which it was asked for, or on which the authority decided to hold it; null as long as there is none. */
  readonly since: PlainDate | null;
  readonly clock: ClockId | null;
  readonly announcement: HearingAnnouncement | null;
  readonly minutes: { readonly on: PlainDate; readonly document: string } | null;
}

/** Who checked on the site. */
export interface Officer extends Named {
  /** Number of the certificate for enforcing the law. */
  readonly certificate: string;
}

/** A check of the substance on the site, on the record. */
export interface SiteCheck {
  readonly on: PlainDate;
  readonly officers: readonly Officer[];
  readonly document: string;
}
