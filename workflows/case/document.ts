import type { DepartmentId, ItemId, LegalBasis } from './case-plan.ts';
import type { Text } from './calendar.ts';
import type { Instant, PlainDate } from './plain-date.ts';

/** The papers the law asks for. @see docs: catalogue facts C1 */
export type DocumentKind =
  | 'preReview' | 'receipt' | 'correctionNotice' | 'acceptance'
  | 'noLicenceNeeded' | 'nonAcceptance' | 'lapse'
  | 'specialProcedure' | 'extension'
  | 'hearingRight' | 'hearingNotice' | 'hearingMinutes' | 'siteCheckRecord'
  | 'grant' | 'refusal' | 'decisionPacket' | 'handOverSlip'
  | 'commitment' | 'afterCheck';

/** What a refusal must print: where to turn, and until when; against a body that is no organ what the definition names. @see Administrative Reconsideration Law art. 20; Administrative Litigation Law art. 46 */
export type Remedies = AdministrativeRemedies | { readonly remedy: Text };

interface AdministrativeRemedies {
  readonly reconsiderationOrgan: Text;
  readonly reconsiderationDays: 60;
  readonly court: Text;
  readonly courtMonths: 6;
}

/**
 * A document as the core issues it: a fact. Its PDF is only a view. `data` holds the fields of its kind as the
 * template prints them; it is complete, so that a document can be rendered without the case.
 */
export interface DocumentRecord {
  readonly number: string;
  readonly kind: DocumentKind;
  readonly template: number;
  readonly issuedAt: Instant;
  readonly issuedOn: PlainDate;
  readonly item: ItemId | null;
  readonly department: DepartmentId | null;
  /** In whose name: the authority's principal, or the window's for papers of the whole case. */
  readonly issuer: Text;
  readonly addressee: string;
  readonly basis: readonly LegalBasis[];
  readonly remedies: Remedies | null;
  readonly data: DocumentData;
  readonly simulated: boolean;
}

export type DocumentData = { readonly [key: string]: DocumentValue };
export type DocumentValue = string | number | boolean | null | Text | readonly DocumentValue[] | { readonly [key: string]: DocumentValue };
