import type { Actor, PersonId } from './actor.ts';
import type { Decree } from './calendar.ts';
import type { SiteCheckDuty } from './item-duties.ts';
import type { DepartmentId, FieldCode, HearingHeld, IntermediaryPlan, ItemId, LegalBasis, MaterialCode, ProcedureKind } from './case-plan.ts';
import type { Phase } from './case-machine.ts';
import type {
  Acceptance, Commitment, Consent, Defect, DeliveryWay, NoticeLine, OutOfScopeGround, Proposal, ResolvedAuthority,
} from './case-state.ts';
import type { AgentOfApplicant, Applicant, OutcomePolicy, ServiceWay, SuppliedMaterial } from './handed-in.ts';
import type { Text } from './calendar.ts';
import type { Clock, ClockId } from './clock.ts';
import type { Form, FormValue } from './condition.ts';
import type { DocumentRecord } from './document.ts';
import type { HearingFact } from './hearing-change.ts';
import type { ItemStateName } from './item-machine.ts';
import type { OtherDepartmentFact } from './other-department-facts.ts';
import type { Instant, PlainDate } from './plain-date.ts';

/**
 * One thing that happened to a case. The list of changes is the case: its state is their fold (`evolve.ts`), its timeline
 * their listing, its audit trail their hash chain. A change is never edited and never removed.
 */
export type Change = ChangeHead & Fact;

export interface ChangeHead {
  /** 1, 2, 3, … without a gap. */
  readonly seq: number;
  /** When it took effect. For what happens by operation of law this is the due instant, however late it was noticed. */
  readonly at: Instant;
  readonly by: Actor;
  /** The command that caused it; null for what the case did by itself. */
  readonly commandId: string | null;
}

/** A material promised for later, the items that need it, and until when. */
export interface Deferral {
  readonly material: MaterialCode;
  readonly items: readonly ItemId[];
  readonly clock: Clock;
}

/** Facts about items: the item and the state it moved to. */
interface Moved {
  readonly item: ItemId;
  readonly to: ItemStateName;
}

export type Fact =
  // an online application before its receipt
  | {
      readonly kind: 'draftSubmitted';
      readonly caseNo: string; readonly engineVersion: number; readonly service: string; readonly planHash: string;
      readonly region: string; readonly window: string; readonly applicant: Applicant; readonly agent: AgentOfApplicant | null;
      readonly serviceWay: ServiceWay; readonly policy: OutcomePolicy; readonly form: Form; readonly materials: readonly SuppliedMaterial[];
      readonly deferred: readonly MaterialCode[]; readonly simulated: boolean; readonly consents: readonly Consent[]; readonly clock: Clock;
      readonly chosen?: readonly ItemId[]; readonly committed?: readonly ItemId[]; readonly committedMaterials?: readonly MaterialCode[];
      readonly repeats?: Readonly<Record<FieldCode, number>>;
    }
  | { readonly kind: 'draftResubmitted'; readonly fields: Form; readonly materials: readonly SuppliedMaterial[]; readonly deferred: readonly MaterialCode[];
      readonly note: string | null; readonly consents: readonly Consent[]; readonly clock: Clock;
      readonly chosen?: readonly ItemId[]; readonly committed?: readonly ItemId[]; readonly committedMaterials?: readonly MaterialCode[];
      readonly repeats?: Readonly<Record<FieldCode, number>> }
  | { readonly kind: 'consentSaid'; readonly consent: string; readonly person: PersonId; readonly agrees: boolean; readonly reason: string | null }
  | { readonly kind: 'preReviewMarkedComplex'; readonly clock: Clock }
  | { readonly kind: 'preReviewAnswered'; readonly outcome: 'ready' | 'missing'; readonly missing: readonly Defect[]; readonly clock: Clock | null }
  | { readonly kind: 'preReviewUnanswered'; readonly clock: Clock | null }
  | { readonly kind: 'draftClosed' }
  // receipt and examination
  | {
      readonly kind: 'caseReceived';
      readonly caseNo: string; readonly engineVersion: number; readonly service: string; readonly planHash: string;
      readonly region: string; readonly window: string; readonly applicant: Applicant; readonly agent: AgentOfApplicant | null;
      readonly serviceWay: ServiceWay; readonly policy: OutcomePolicy; readonly form: Form; readonly materials: readonly SuppliedMaterial[];
      readonly items: readonly { readonly item: ItemId; readonly department: DepartmentId; readonly authority: ResolvedAuthority }[];
      readonly notApplicable: readonly ItemId[]; readonly simulated: boolean; readonly clock: Clock; readonly deferred: readonly Deferral[];
      readonly chosen?: readonly ItemId[]; readonly repeats?: Readonly<Record<FieldCode, number>>;
      readonly commitments?: readonly Commitment[];
      /** What the clerk saw of further persons' consent; absent: none was needed, or all was said online. */
      readonly consents?: readonly Consent[];
    }
  | { readonly kind: 'commitmentEnded'; readonly item: ItemId }
  | { readonly kind: 'deferredSupplied'; readonly materials: readonly SuppliedMaterial[] }
  | (Moved & { readonly kind: 'itemExamined'; readonly answer: 'complete' | 'deficient' | 'outOfScope'; readonly defects: readonly Defect[];
      readonly outOfScope: { readonly ground: OutOfScopeGround; readonly rightAuthority: string | null; readonly reason: string } | null;
      readonly byWindow: boolean;
      /** The rule under which the item needs no application, and so no examination. */
      readonly automatic?: LegalBasis })
  | { readonly kind: 'correctedOnSpot'; readonly fields: Form; readonly materials: readonly SuppliedMaterial[]; readonly note: string }
  | (Moved & { readonly kind: 'defectsCorrectedOnSpot'; readonly left: readonly Defect[] })
  | (Moved & { readonly kind: 'answerReturned'; readonly reason: string })
  | (Moved & { readonly kind: 'itemOutOfScope'; readonly document: string })
  | (Moved & { readonly kind: 'deemedComplete' })
  // the one notice, correction, re-check
  | { readonly kind: 'noticeIssued'; readonly number: string; readonly lines: readonly NoticeLine[];
      readonly items: readonly Moved[]; readonly deemedComplete: readonly ItemId[]; readonly clock: Clock; readonly served: boolean }
  | { readonly kind: 'noticeServed'; readonly servedOn: PlainDate; readonly recipient: string; readonly clock: Clock | null }
  | { readonly kind: 'defectAnswered'; readonly line: string; readonly value: FormValue; readonly text: string | null;
      readonly fields: Form; readonly materials: readonly SuppliedMaterial[] }
  | { readonly kind: 'correctionEnded'; readonly how: 'allAnswered' | 'ranOut'; readonly items: readonly Moved[]; readonly clock: Clock | null }
  | (Moved & { readonly kind: 'itemRechecked'; readonly satisfied: boolean; readonly reasons: string | null; readonly article: string | null })
  | (Moved & { readonly kind: 'deemedSatisfied' })
  | (Moved & { readonly kind: 'itemNotAccepted'; readonly document: string; readonly lapsed: boolean })
  | (Moved & { readonly kind: 'itemDropped'; /** What earlier items came to, not a corrected form. */ readonly onResult?: true })
  // acceptance and handling
  | { readonly kind: 'caseAccepted'; readonly acceptance: Acceptance; readonly items: readonly Moved[]; readonly clock: Clock | null; readonly document: string;
      readonly renewals?: readonly Clock[] }
  | (Moved & { readonly kind: 'itemStarted'; readonly dayZero: PlainDate; readonly clocks: readonly Clock[]; /** The law that made it wait for this day. */ readonly waited?: LegalBasis; readonly hearing?: HearingHeld } & SiteCheckDuty)
  | (Moved & { readonly kind: 'itemBlocked'; readonly blockedBy: readonly ItemId[]; readonly clocks: readonly Clock[]; readonly hearing?: HearingHeld })
  | { readonly kind: 'procedureStarted'; readonly item: ItemId; readonly procedure: string; readonly run: number; readonly procedureKind: ProcedureKind;
      readonly name: Text; readonly conductedBy: string; readonly days: number; readonly stopsClock: LegalBasis | null; readonly clock: Clock;
      readonly suspends: readonly ClockId[]; readonly document: string; readonly intermediary?: IntermediaryPlan }
  | { readonly kind: 'procedureRenewed'; readonly item: ItemId; readonly procedure: string; readonly days: number; readonly clock: Clock; readonly document: string }
  | { readonly kind: 'procedureEnded'; readonly item: ItemId; readonly procedure: string; readonly result: string; readonly on: PlainDate }
  | { readonly kind: 'jointSuspended'; readonly from: PlainDate; readonly because: readonly ItemId[] }
  | { readonly kind: 'jointResumed'; readonly to: PlainDate }
  | { readonly kind: 'extensionRequested'; readonly clock: ClockId; readonly days: number; readonly reason: string }
  | { readonly kind: 'extensionApproved'; readonly clock: ClockId; readonly days: number; readonly document: string; readonly stillYellow: boolean }
  | { readonly kind: 'extensionRejected'; readonly clock: ClockId; readonly reason: string }
  | { readonly kind: 'extensionLapsed'; readonly clock: ClockId }
  // hearings and on-site checks
  | HearingFact
  // decisions
  | (Moved & { readonly kind: 'decisionProposed'; readonly proposal: Proposal })
  | (Moved & { readonly kind: 'proposalReturned'; readonly reason: string })
  | (Moved & { readonly kind: 'itemGranted'; readonly byRule: boolean; readonly opinion: string; readonly reviewer: Actor | null; readonly approver: Actor | null;
      readonly document: string; readonly clock: Clock; readonly values?: Form; readonly afterCheck?: Clock;
      /** Renewed by operation of law, on the last day of the licence. */
      readonly deemed?: { readonly on: PlainDate; readonly basis: LegalBasis } })
  | (Moved & { readonly kind: 'itemRefused'; readonly opinion: string; readonly reviewer: Actor | null; readonly approver: Actor; readonly document: string })
  | (Moved & { readonly kind: 'itemWithdrawn'; readonly reason: string; readonly inHisName: boolean })
  | { readonly kind: 'caseWithdrawn'; readonly reason: string }
  // one exit
  | { readonly kind: 'caseAssembled'; readonly on: PlainDate; readonly document: string }
  | { readonly kind: 'handOverAlone'; readonly item: ItemId }
  | { readonly kind: 'itemsHandedOver'; readonly items: readonly ItemId[]; readonly way: DeliveryWay; readonly recipient: string; readonly relation: string | null;
      readonly tracking: string | null; readonly document: string; readonly served: boolean }
  | { readonly kind: 'itemsServed'; readonly items: readonly ItemId[]; readonly servedOn: PlainDate; readonly recipient: string }
  // supervision
  | { readonly kind: 'clockWarned'; readonly clock: ClockId; readonly dueOn: PlainDate; readonly provisional: boolean }
  | { readonly kind: 'clockRanOut'; readonly clock: ClockId; readonly dueOn: PlainDate; readonly escalatedTo: EscalationTarget | null }
  | { readonly kind: 'calendarMissing'; readonly clock: ClockId; readonly provisionalDueOn: PlainDate }
  | { readonly kind: 'deadlineMoved'; readonly clock: ClockId; readonly from: PlainDate; readonly to: PlainDate; readonly stillYellow: boolean }
  | { readonly kind: 'caseMigrated'; readonly from: { readonly hash: string; readonly version: string }; readonly to: { readonly hash: string; readonly version: string };
      readonly moves: readonly { readonly clock: ClockId; readonly from: PlainDate | null; readonly to: PlainDate | null }[];
      readonly required: { readonly materials: readonly MaterialCode[]; readonly fields: readonly FieldCode[] }; readonly newItems: readonly ItemId[]; readonly clocks: readonly Clock[] }
  | { readonly kind: 'calendarPublished'; readonly decrees: readonly Decree[] }
  | { readonly kind: 'urged'; readonly urge: string; readonly item: ItemId | null; readonly department: DepartmentId | null; readonly message: string; readonly clock: Clock }
  | { readonly kind: 'urgeAnswered'; readonly urge: string; readonly answer: string }
  | { readonly kind: 'overdueReasonStated'; readonly clock: ClockId; readonly reason: string }
  // what follows the grant and the closing
  | { readonly kind: 'afterCheckRecorded'; readonly item: ItemId; readonly passed: boolean; readonly findings: string; readonly measures: string | null; readonly document: string }
  | { readonly kind: 'caseRated'; readonly level: number; readonly text: string | null; readonly clock: Clock | null }
  | { readonly kind: 'ratingRectified'; readonly measures: string; readonly followUp: string }
  | { readonly kind: 'ratingWindowOver' }
  /** `unresolved`: what got stuck (办不成事), followed to its end and not only answered. */
  | { readonly kind: 'complained'; readonly complaint: string; readonly item: ItemId | null; readonly text: string; readonly clock: Clock; readonly unresolved?: true }
  /** With a `clock` the matter goes on: that is when the next answer is due. */
  | { readonly kind: 'complaintResolved'; readonly complaint: string; readonly answer: string; readonly followUp?: string; readonly clock?: Clock }
  | OtherDepartmentFact
  | { readonly kind: 'documentIssued'; readonly document: DocumentRecord }
  | { readonly kind: 'phaseEntered'; readonly phase: Phase; readonly clock: Clock | null };

export type FactKind = Fact['kind'];
export type FactOf<K extends FactKind> = Extract<Fact, { kind: K }>;

/** Who is told when a clock runs out: the next higher in the chain. */
export type EscalationTarget = 'approver' | 'headOfAuthority' | 'headOfGovernment' | 'manager';
