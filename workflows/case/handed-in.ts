import type { PersonId } from './actor.ts';
import type { ItemId, MaterialCode } from './case-plan.ts';
import type { PlainDate } from './plain-date.ts';

// What an applicant says and hands in, wherever he does: at the window, online, or anew.

export type OutcomePolicy = 'separable' | 'allOrNothing';
export type ServiceWay = 'electronic' | 'paper';

export interface Applicant {
  readonly id: PersonId;
  readonly kind: 'person' | 'entity';
  readonly name: string;
  /** Identity number or unified social credit code. */
  readonly idNumber: string;
  readonly phone: string;
}

export interface AgentOfApplicant {
  readonly id: PersonId;
  readonly name: string;
  readonly idNumber: string;
  /** Number or reference of the power of attorney; empty where only its files say it. */
  readonly powerOfAttorney: string;
  /** The paper itself, as it was uploaded; absent: a window has seen it, or it was only named. */
  readonly powerOfAttorneyFiles?: readonly CaseFile[];
}

/** A material as it lies in the case. Its bytes are elsewhere, only their hash is here. */
export interface SuppliedMaterial {
  readonly material: MaterialCode;
  readonly form: 'paper' | 'file' | 'fetched';
  readonly files: readonly CaseFile[];
  readonly suppliedOn: PlainDate;
  /** Of a fetched one: what the certificate store says of it. Only a receipt and a first draft record it, never a command. */
  readonly certificate?: CertificateFacts;
}

/** Bytes that lie in the file storage. */
export interface CaseFile {
  readonly id: string;
  readonly sha256: string;
  readonly size: number;
  readonly type: string;
}

/** 电子证照: what stands on a certificate, whatever it is one of. */
export interface CertificateFacts {
  readonly number: string;
  readonly issuer: string;
  readonly issuedOn: PlainDate;
  /** The last day on which it is valid; null: without an end. */
  readonly validUntil: PlainDate | null;
}

/** What the applicant of a draft chose beside the form. */
export interface DraftChoices {
  readonly chosen?: readonly ItemId[];
  readonly committed?: readonly ItemId[];
  readonly committedMaterials?: readonly MaterialCode[];
}
