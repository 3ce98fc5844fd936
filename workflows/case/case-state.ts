import type { Actor, PersonId } from './actor.ts';
import type { Text } from './calendar.ts';
import type { AgainstDecision, AuthorityLevel, DepartmentId, FieldCode, ItemId, LegalBasis, MaterialCode, ProcedureKind } from './case-plan.ts';
import type { Phase } from './case-machine.ts';
import type { Clock, ClockId } from './clock.ts';
import type { Form, FormValue } from './condition.ts';
import type { DocumentKind } from './document.ts';
import type { AgentOfApplicant, Applicant, DraftChoices, OutcomePolicy, ServiceWay, SuppliedMaterial } from './handed-in.ts';
import type { Hearing, SiteCheck } from './hearing-state.ts';
import type { ItemStateName } from './item-machine.ts';
import type { Instant, PlainDate } from './plain-date.ts';

/** Everything a case has become: the fold of its changes. Plain JSON. */
export interface CaseState {
  readonly caseNo: string;
  readonly engineVersion: number;
  readonly planHash: string;
  readonly service: string;
  /** Number of changes so far; the last one's `seq`. */
  readonly seq: number;
  /** Time of the last change. */
  readonly at: Instant;
  readonly phase: Phase;
  readonly simulated: boolean;
  readonly region: string;
  readonly window: string;
  /** When it was received. Of a draft that is not received yet: when it was first submitted, on which day, by whom. */
  readonly receivedAt: Instant;
  readonly receivedOn: PlainDate;
  readonly receivedBy: Actor;
  /** How an application that came online was looked at before its receipt; absent when it was received at a window. */
  readonly preReview?: PreReview;
  /** Further persons whose consent the application needs; absent: none. */
  readonly consents?: readonly Consent[];
  readonly applicant: Applicant;
  readonly agent: AgentOfApplicant | null;
  /** How papers reach the applicant: an electronic paper is served when it is issued, a paper one when the clerk records it. */
  readonly serviceWay: ServiceWay;
  readonly policy: OutcomePolicy;
  readonly form: Form;
  readonly materials: readonly SuppliedMaterial[];
  readonly items: Readonly<Record<ItemId, ItemState>>;
  /** Items whose condition did not hold at receipt. They are not part of the case. */
  readonly notApplicable: readonly ItemId[];
  /** Optional items that the applicant chose; absent when the service has none, or he chose none. */
  readonly chosen?: readonly ItemId[];
  /** How many there are of whatever the service repeats, by the field that counts them, as it was at receipt. */
  readonly repeats?: Readonly<Record<FieldCode, number>>;
  readonly notice: CorrectionNotice | null;
  readonly correctionEndedOn: PlainDate | null;
  readonly acceptance: Acceptance | null;
  readonly clocks: Readonly<Record<ClockId, Clock>>;
  readonly extensions: Readonly<Record<ClockId, Extension>>;
  readonly urges: readonly Urge[];
  readonly deferred: readonly DeferredMaterial[];
  /** What was promised in writing at receipt; absent: nothing. */
  readonly commitments?: readonly Commitment[];
  /** What other departments were asked, in order; absent until the first question. */
  readonly consultations?: readonly Consultation[];
  readonly rating: Rating | null;
  readonly complaints: readonly Complaint[];
  readonly overdueReasons: readonly { readonly clock: ClockId; readonly reason: string; readonly by: PersonId; readonly at: Instant }[];
  readonly documents: readonly { readonly number: string; readonly kind: DocumentKind; readonly item: ItemId | null; readonly issuedOn: PlainDate }[];
  readonly assembledOn: PlainDate | null;
  readonly closedOn: PlainDate | null;
}

export interface PreReview extends DraftChoices {
  readonly firstSubmittedAt: Instant;
  readonly submittedAt: Instant;
  /** How often the applicant has submitted. */
  readonly submissions: number;
  /** Materials that he promises for later. */
  readonly deferred: readonly MaterialCode[];
  readonly complex: boolean;
  /** What came of the last submission; null while the window's team is looking at it. */
  readonly answer: PreReviewAnswer | null;
}

export interface PreReviewAnswer {
  /** `unanswered`: nobody answered in time, which is as good as ready. */
  readonly outcome: 'ready' | 'missing' | 'unanswered';
  readonly by: Actor;
  readonly missing: readonly Defect[];
}

/** One person's consent that an application needs. */
export interface Consent {
  /** Which of the plan's. */
  readonly consent: string;
  /** The person's identity number or credit code, as the form gives it. */
  readonly person: PersonId;
  readonly name: string | null;
  /** Null: not said yet. Said once for one submission. */
  readonly said: ConsentSaid | null;
}

/** What a clerk has seen of a consent: a signature given before him, a paper's number. */
export interface SeenConsent {
  readonly consent: string;
  readonly person: PersonId;
  readonly document: string;
}

export interface ConsentSaid {
  readonly agrees: boolean;
  readonly reason: string | null;
  readonly at: Instant;
  /** By what the window saw it, at a receipt there. */
  readonly document: string | null;
}

export type ResolvedAuthority = { readonly level: AuthorityLevel; readonly principal: Text; readonly delegate: Text | null } & AgainstDecision;

export interface ItemState {
  readonly id: ItemId;
  readonly department: DepartmentId;
  readonly authority: ResolvedAuthority;
  readonly state: ItemStateName;
  /** What the department found wrong, as it listed it. Fixed once the notice is issued. */
  readonly defects: readonly Defect[];
  readonly outOfScope: { readonly ground: OutOfScopeGround; readonly rightAuthority: string | null; readonly reason: string } | null;
  readonly nonAcceptance: { readonly reasons: string; readonly article: string } | null;
  readonly proposal: Proposal | null;
  /** Who made the answer or proposal that waits for a second person. */
  readonly proposedBy: Actor | null;
  /** The change in which he made it, by its `seq`. */
  readonly proposedIn: number | null;
  readonly startedOn: PlainDate | null;
  readonly blockedBy: readonly ItemId[];
  readonly procedures: readonly Procedure[];
  /** Present once the lower authority has begun. */
  readonly preliminary?: Preliminary;
  /** Present once the grant was pushed to whoever supervises. */
  readonly supervision?: Handover;
  readonly decision: Decision | null;
  /** What the grant states, by code; absent when it states nothing. */
  readonly values?: Form;
  readonly leftOn: PlainDate | null;
  /** Why the applicant took it back, if he said so. */
  readonly withdrawnBecause: string | null;
  /** Half the delivery time was used before assembly: this item is handed over on its own. */
  readonly handOverAlone: boolean;
  readonly delivery: Delivery | null;
  /** Absent: nobody has examined it. */
  readonly examiners?: readonly PersonId[];
  /** From its start in handling, where its law provides for a hearing. */
  readonly hearing?: Hearing;
  /** From its start in handling, where its law asks for a check on the site. */
  readonly siteChecks?: readonly SiteCheck[];
}

/** 32(1): no licence is needed; 32(2): another authority's matter. Two different papers. @see ALL art. 32 */
export type OutOfScopeGround = 'noLicenceNeeded' | 'otherAuthority';

export type DefectTarget = { readonly material: MaterialCode } | { readonly field: FieldCode };

export interface Defect {
  readonly target: DefectTarget;
  /** What is wrong. */
  readonly problem: string;
  /** What to supply. */
  readonly supply: string;
}

/** One merged line of the notice: one material or field, the remarks of every department that listed it. */
export interface NoticeLine {
  readonly id: string;
  readonly target: DefectTarget;
  readonly remarks: readonly { readonly item: ItemId; readonly department: DepartmentId; readonly problem: string; readonly supply: string }[];
  readonly answer: { readonly at: Instant; readonly by: PersonId; readonly value: FormValue; readonly text: string | null } | null;
}

export interface CorrectionNotice {
  readonly number: string;
  readonly issuedAt: Instant;
  readonly servedOn: PlainDate | null;
  readonly lines: readonly NoticeLine[];
}

export type AcceptanceGround = 'examined' | 'examinationSilence' | 'rechecked' | 'recheckSilence';

/** The two dates of an acceptance: on the paper, and the one from which limits run. @see ALL art. 32(4), (5) */
export interface Acceptance {
  readonly issuedOn: PlainDate;
  readonly effectiveOn: PlainDate;
  readonly ground: AcceptanceGround;
}

export interface Proposal {
  readonly outcome: 'grant' | 'refuse';
  readonly opinion: string;
  readonly facts: string | null;
  readonly reasons: string | null;
  readonly article: string | null;
  /** What the grant would state. */
  readonly values?: Form;
  /** Number of the hearing's minutes on which it is made. @see ALL art. 48 para 2 */
  readonly minutes?: string;
}

export interface Decision {
  readonly outcome: 'granted' | 'refused';
  readonly at: Instant;
  readonly on: PlainDate;
  readonly byRule: boolean;
  readonly reviewer: Actor | null;
  readonly approver: Actor | null;
  readonly document: string;
}

export interface Procedure {
  readonly id: string;
  readonly run: number;
  readonly kind: ProcedureKind;
  readonly name: Text;
  readonly by: string;
  readonly stopsClock: LegalBasis | null;
  readonly startedOn: PlainDate;
  readonly endedOn: PlainDate | null;
  readonly clock: ClockId;
  readonly result: string | null;
}

/** The first examination by a lower authority. @see ALL art. 43 */
export interface Preliminary {
  readonly department: DepartmentId;
  readonly clock: ClockId;
  readonly startedOn: PlainDate;
  /** Null until it has reported its opinion up. It binds nobody. */
  readonly report: { readonly meets: boolean; readonly opinion: string; readonly by: Actor; readonly on: PlainDate } | null;
}

/** 审管联动: what was granted, as the supervising department was told of it. */
export interface Handover {
  readonly department: DepartmentId;
  readonly pushedOn: PlainDate;
  /** Null: nobody waits for its word. */
  readonly clock: ClockId | null;
  readonly acknowledged: { readonly by: Actor; readonly on: PlainDate; readonly note: string | null } | null;
}

/** 征求意见: a question to another department about an item, which sees of the application only what is shared with it. */
export interface Consultation {
  readonly id: string;
  readonly item: ItemId;
  /** Who is asked. */
  readonly department: DepartmentId;
  readonly question: string;
  /** Codes of the fields and materials that the question shares. */
  readonly shares: readonly (FieldCode | MaterialCode)[];
  readonly by: Actor;
  readonly askedOn: PlainDate;
  readonly clock: ClockId;
  /** Null: not answered, so far or for ever. */
  readonly answer: { readonly text: string; readonly by: Actor; readonly on: PlainDate } | null;
  /** The day to whose end nothing had come: no opinion given by the deadline. */
  readonly silentOn: PlainDate | null;
}

export interface Extension {
  readonly state: 'requested' | 'approved' | 'rejected' | 'lapsed';
  readonly days: number;
  readonly reason: string;
  readonly requestedBy: Actor;
  readonly requestedOn: PlainDate;
  readonly decidedBy: Actor | null;
}

export interface Urge {
  readonly id: string;
  readonly item: ItemId | null;
  readonly department: DepartmentId | null;
  readonly message: string;
  readonly by: Actor;
  readonly clock: ClockId;
  readonly answer: string | null;
}

/** A material that the applicant promised at receipt to bring later. */
export interface DeferredMaterial {
  readonly material: MaterialCode;
  /** None of these is granted before it is in. */
  readonly items: readonly ItemId[];
  readonly clock: ClockId;
  readonly suppliedOn: PlainDate | null;
}

/** 告知承诺: what the applicant promised in writing at receipt about one item. */
export interface Commitment {
  readonly item: ItemId;
  /** He chose the way by commitment for the whole item. */
  readonly way: boolean;
  /** Single materials promised instead of brought, besides those that the way itself replaces. */
  readonly materials: readonly MaterialCode[];
  /** Absent: nobody has looked yet. */
  readonly check?: AfterCheck;
}

/** What the department found when it looked after the grant. */
export interface AfterCheck {
  readonly passed: boolean;
  readonly findings: string;
  /** What follows, by when it must be put right; null where nothing has to. */
  readonly measures: string | null;
  readonly by: Actor;
  readonly on: PlainDate;
}

export interface Rating {
  /** 1 (worst) to 5. */
  readonly level: number;
  readonly text: string | null;
  readonly on: PlainDate;
  /** The clock of its rectification; null for a good one. */
  readonly clock: ClockId | null;
  readonly rectified: { readonly measures: string; readonly followUp: string; readonly by: Actor; readonly on: PlainDate } | null;
}

export interface Complaint {
  readonly id: string;
  readonly item: ItemId | null;
  readonly text: string;
  readonly by: Actor;
  readonly on: PlainDate;
  /** Of the answer that is due next. */
  readonly clock: ClockId;
  /** The last one. */
  readonly answer: string | null;
  /** Something got stuck (办不成事): it is over only when the matter is and the applicant was asked again. */
  readonly unresolved?: true;
  /** How often it was answered while it went on. */
  readonly reports?: number;
  /** What he said when he was asked again. */
  readonly followUp?: string;
}

export type DeliveryWay = 'pickUp' | 'courier' | 'electronic';

export interface Delivery {
  readonly way: DeliveryWay;
  readonly slip: string;
  readonly handedOverOn: PlainDate;
  readonly servedOn: PlainDate | null;
}
