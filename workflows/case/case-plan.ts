import type { Text } from './calendar.ts';
import type { Expr } from './condition.ts';

/**
 * The compiled definition of a service: plain JSON with everything resolved, identified by its content hash and
 * pinned in every case that was received under it. The compiler in `definitions/` makes it; the core only reads it.
 */
export interface CasePlan {
  readonly format: 1;
  /** Hex SHA-256 of the canonical JSON of everything else in the plan. */
  readonly hash: string;
  readonly service: { readonly code: string; readonly version: string; readonly name: Text };
  readonly handling: Handling;
  readonly correction: CorrectionPolicy;
  /** Absent: the service is applied for at a window only. */
  readonly preReview?: PreReviewPlan;
  /** Whose consent must be there before the receipt; absent: nobody's. */
  readonly consents?: readonly ConsentPlan[];
  /** Working days the service's departments have to examine what was received. @see ALL art. 32(4) */
  readonly examination: Limit;
  /** The whole joint handling's statutory limit; null without a joint mode. @see ALL art. 42 para 2 */
  readonly joint?: Limit & { readonly extension: ExtensionRule };
  /** From the grant to the handing over. @see ALL art. 44 */
  readonly delivery: Limit;
  /** How long after closing a case stays open for what follows it. */
  readonly ratingWindow: Limit;
  /** In which a bad rating is rectified; absent: 5 working days. */
  readonly rectification?: Limit;
  /** In which a complaint is answered; absent: 5 working days. */
  readonly complaint?: Limit;
  /** Reviewers may ask other departments for an opinion. Absent: they may not. */
  readonly consultation?: ConsultationPlan;
  /** A clock turns yellow when at most this many counted days remain after today. Default 1. */
  readonly warningThreshold: number;
  readonly outcome: OutcomeRule;
  readonly departments: readonly DepartmentPlan[];
  /** In dependency order: an item stands after everything it depends on. */
  readonly items: readonly ItemPlan[];
  readonly fields: readonly FieldPlan[];
  readonly materials: readonly MaterialPlan[];
}

/** 征求意见: how long a department that is asked has, and what its silence means. Never stops a decision's clock. */
export interface ConsultationPlan {
  readonly limit: Limit;
  /** `proceed`: it is on record that there was no opinion, and the asking department goes on without. */
  readonly whenSilent: 'proceed';
}

export type ItemId = string;
export type DepartmentId = string;
export type MaterialCode = string;
export type FieldCode = string;

/** Several departments, one procedure: only with a mode named by the local government is there a joint limit. @see ALL art. 26 */
export interface Handling {
  readonly mode: 'unified' | 'joint' | 'centralised' | 'separate';
  /** The government's decision behind the mode; null when `separate`. */
  readonly decision?: LegalBasis;
  /** When the joint clock stands still: while `any` or `all` of the items are suspended, or never. */
  readonly jointClock: 'any' | 'all' | 'none';
}

export interface CorrectionPolicy {
  readonly limit: Limit;
  /** What becomes of an item whose defects were not all answered in time. `lapse` needs a basis that says so. */
  readonly whenOver: 'nonAcceptance' | 'lapse';
  readonly lapseBasis?: LegalBasis;
}

/** 网上预审: the window's team looks at a draft before its receipt. Advice, never the statutory notice. */
export interface PreReviewPlan {
  readonly limit: Limit;
  /** For a draft that the team marks as specially complex; absent: none is. */
  readonly complexLimit?: Limit;
  /** How long an answered draft is kept for what is missing: the applicant's next one, or a consent. Then it is closed, without legal effect. */
  readonly draftKept: Limit;
}

/** The consent of further persons, such as a house's co-owners. */
export interface ConsentPlan {
  readonly id: string;
  readonly who: Text;
  /** To what. */
  readonly to: Text;
  /** Fields of the form that name them: by identity number or unified credit code, and by name. One that is not filled in names nobody. */
  readonly persons: readonly { readonly identity: FieldCode; readonly name?: FieldCode }[];
  /** Asked for only with one of these items. */
  readonly items: readonly ItemId[];
  /** Asked for only when this holds; absent: always. */
  readonly condition?: Expr;
  readonly basis: LegalBasis;
}

export type LimitUnit = 'workingDay' | 'calendarDay' | 'month';

/** A period of time: so many units, by whose word. Day 0 is never counted. */
export interface Limit {
  readonly length: number;
  readonly unit: LimitUnit;
  readonly basis: LegalBasis;
}

export interface LegalBasis {
  /** The law's short name in Chinese, such as 行政许可法. */
  readonly law: string;
  /** Article and paragraph as printed, such as 第四十二条第二款; null when the whole document is meant. */
  readonly article: string | null;
  readonly kind: LegalKind;
  /** False: nobody has yet compared it with the published text. */
  readonly verified: boolean;
}

/** 法律, 行政法规, 地方性法规, 国务院决定, 规章, 规范性文件 or a local decision. */
export type LegalKind = 'law' | 'administrativeRegulation' | 'localRegulation' | 'stateCouncilDecision' | 'rule' | 'normativeDocument' | 'localDecision';

export interface ExtensionRule {
  /** Most units that may be added, once. */
  readonly cap: number;
  readonly by: 'headOfAuthority' | 'headOfGovernment';
  readonly basis: LegalBasis;
}

export interface OutcomeRule {
  /** Whether the applicant may choose, in writing at intake, that all items stand or fall together. Default: separable. */
  readonly allOrNothingAllowed: boolean;
}

export interface DepartmentPlan {
  readonly id: DepartmentId;
  readonly name: Text;
  /** Who implements this department's items, by region code prefix; the longest matching prefix wins. */
  readonly authorities: readonly Authority[];
}

export type AuthorityLevel = 'state' | 'province' | 'city' | 'county' | 'town' | 'village';

/** In whose name a decision is made, with what a refusal must print. */
export type Authority = AuthorityOffice & AgainstDecision;

/** Against an organ: reconsideration and administrative suit. Against a body that is none (a utility, a bank): what helps there. */
export type AgainstDecision = { readonly reconsiderationOrgan: Text; readonly court: Text } | { readonly remedy: Text };

interface AuthorityOffice {
  /** Prefix of the six-digit region code; the empty string serves every region. */
  readonly region: string;
  readonly level: AuthorityLevel;
  readonly principal: Text;
  /** Acts in the principal's name. @see ALL art. 24 */
  readonly delegate?: Text;
}

export type ItemNature = 'licence' | 'registration' | 'confirmation' | 'payment' | 'publicService' | 'filing';

export interface ItemPlan {
  readonly id: ItemId;
  /** National basic code of 12 digits, where it is known. */
  readonly basicCode?: string;
  readonly name: Text;
  readonly nature: ItemNature;
  readonly department: DepartmentId;
  /** Level of the implementing authority where the department has several. */
  readonly level?: AuthorityLevel;
  readonly basis: readonly LegalBasis[];
  /** The item is part of the case when this holds on the form at receipt; null: always. */
  readonly condition?: Expr;
  /** Starts when all of these are granted. One that is not part of the case does not hold it up. */
  readonly dependsOn: readonly ItemId[];
  /** `onTheSpot`: examined at receipt by the window on its department's behalf. */
  readonly examination: { readonly mode: 'within'; readonly limit?: Limit } | { readonly mode: 'onTheSpot'; readonly basis: LegalBasis };
  readonly limits: ItemLimits;
  readonly grantBy: 'reviewer' | 'approver';
  /** When it holds at the start of handling, the item is granted at once, by rule. */
  readonly instant?: Expr;
  /** Part of the case only where the applicant chooses it at receipt. Its refusal never undoes another item. */
  readonly optional?: true;
  /** Refused or gone, it leaves every undecided item without its object; the law that says so. */
  readonly main?: LegalBasis;
  /** 免申请: needs no application of its own, so there is nothing of it to examine; the rule that says so. */
  readonly automatic?: LegalBasis;
  readonly notBefore?: NotBefore;
  /** Looked at when it would start, on the form and on `result.…` of what it depends on: where it does not hold the item leaves the case. */
  readonly conditionOnResult?: Expr;
  readonly renewal?: RenewalPlan;
  /** One for each of so many, as this field of the form counts them: one permit for each vehicle. */
  readonly repeat?: FieldCode;
  /** 告知承诺: the way by commitment, if the applicant may choose it instead of the ordinary one. */
  readonly commitment?: CommitmentPlan;
  readonly procedures: readonly ProcedurePlan[];
  /** A lower authority examines first and reports; only then the deciding department's own work begins. */
  readonly preliminary?: PreliminaryPlan;
  /** Who supervises whatever was granted; a grant is pushed there. */
  readonly supervision?: SupervisionPlan;
  /** The department's own system, which may report results. */
  readonly connector?: ConnectorPlan;
  /** Others whose major interests the item touches: told and heard before the decision. @see ALL art. 36, 47 */
  readonly interestedParties?: InterestedParties;
  /** The right to a hearing, or the authority's own duty to hold one; absent: neither. @see ALL art. 46, 47 */
  readonly hearing?: HearingPlan;
  /** Granted only after a check on the site by two officers. @see ALL art. 34 para 3 */
  readonly onSiteCheck?: SiteCheckPlan;
  /** Absent: free. */
  readonly fees?: readonly FeePlan[];
  readonly result: ResultPlan;
}

export interface SiteCheckPlan {
  readonly basis: LegalBasis;
  /** 踏勘豁免: whom the check is spared, and what says so; absent: nobody. */
  readonly waiver?: { readonly when: Expr; readonly basis: LegalBasis };
}

/** A date of the form, and so long after it, before which an item does not start. */
export interface NotBefore {
  readonly field: FieldCode;
  readonly plus?: Pick<Limit, 'length' | 'unit'>;
  readonly basis: LegalBasis;
}

/** The renewal of a licence that the applicant holds: undecided when that expires, it is renewed. @see ALL art. 50 */
export interface RenewalPlan {
  /** The date field that says on which day the licence expires. */
  readonly expires: FieldCode;
  /** How long before the expiry it must be applied for; later, silence does not renew it. */
  readonly applyBefore: Limit;
  readonly basis: LegalBasis;
}

/** The applicant promises in writing that he meets the conditions; it is granted on that, and looked at afterwards. */
export interface CommitmentPlan {
  /** Takes the place of the promised limit; absent: granted at once when the item starts. */
  readonly limit?: Limit;
  /** Materials that need not be brought then. */
  readonly replaces?: readonly MaterialCode[];
  /** Who may choose it; absent: everybody. */
  readonly when?: Expr;
  readonly basis: LegalBasis;
  /** From the grant to the after-check. */
  readonly afterCheck: Limit;
}

export interface ItemLimits {
  /** Set by a law or regulation; null in joint handling unless one sets its own. */
  readonly statutory?: Limit & { readonly extension?: ExtensionRule };
  /** The department's part of a joint limit. Running out warns and escalates. */
  readonly internal?: Limit;
  /** What the service promised. Running out warns and escalates. */
  readonly promised?: Limit & { readonly suspendedBy: 'procedures' | 'none' };
}

/** 听证、招标、拍卖、检验、检测、检疫、鉴定、专家评审 (ALL art. 45, a closed list), then what is not on it. */
export type ProcedureKind =
  | 'hearing' | 'tender' | 'auction' | 'inspection' | 'testing' | 'quarantine' | 'appraisal' | 'expertReview'
  | 'siteVisit' | 'publicNotice';

export interface ProcedurePlan {
  readonly id: string;
  readonly kind: ProcedureKind;
  readonly name: Text;
  /** The law that requires the procedure. */
  readonly basis: LegalBasis;
  /** The law that stops the clock meanwhile; null: the time counts. */
  readonly stopsClock?: LegalBasis;
  /** 中介服务: a third party does it, who is named and whose time is measured. */
  readonly intermediary?: IntermediaryPlan;
}

/** 下级初审: the lower authority of an item that a higher one decides. @see ALL art. 35, 43 */
export interface PreliminaryPlan {
  readonly department: DepartmentId;
  /** From the item's acceptance, or from its last predecessor's grant. */
  readonly limit: Limit;
  /** The law that wants the lower authority to examine first. */
  readonly basis: LegalBasis;
}

/** 审管联动: a grant is pushed to the department that supervises what was granted. */
export interface SupervisionPlan {
  readonly department: DepartmentId;
  /** In which it says that it has taken over; absent: the push alone is on record. */
  readonly within?: Limit;
  readonly basis: LegalBasis;
}

/** A department's own system. It reports what was found there as a proposal like any other. */
export interface ConnectorPlan {
  readonly system: string;
  readonly name: Text;
  readonly basis: LegalBasis;
}

/** A third party's work that a law, a regulation or the State Council lets the authority ask for. @see 优化营商环境条例 art. 43 */
export interface IntermediaryPlan {
  readonly basis: LegalBasis;
  /** The authority pays for the technical service that it needs itself. */
  readonly paidBy: 'authority' | 'applicant';
}

/** Others than the applicant whom a decision concerns. */
export interface InterestedParties {
  readonly who: Text;
  /** Fields of the form that name them. */
  readonly fields?: readonly FieldCode[];
  readonly basis: LegalBasis;
}

/** Whose duty a hearing is: asked for by those who were told of the right, or held by the authority anyway. @see ALL art. 46, 47 */
export type HearingHeld = 'onRequest' | 'required';

/** What a plan says of an item's hearing. */
export interface HearingPlan {
  readonly held: HearingHeld;
  readonly basis: LegalBasis;
}

/** What an item costs. @see ALL art. 58 */
export interface FeePlan {
  readonly name: Text;
  /** In yuan, or how it is reckoned. */
  readonly amount: number | Text;
  readonly basis: LegalBasis;
}

export interface ResultPlan {
  /** @see ALL art. 39 */
  readonly kind: 'licence' | 'qualification' | 'approval' | 'label' | 'registration' | 'record' | 'payment';
  readonly name: Text;
  /** What the decision says in figures and grades, for items that depend on it: `result.CODE` in their condition. */
  readonly values?: readonly ResultValuePlan[];
}

/** One thing that a grant states, such as the grade of a disability. */
export type ResultValuePlan = Pick<FieldPlan, 'code' | 'label' | 'type' | 'choices' | 'min' | 'max'>;

export type FieldType = 'text' | 'integer' | 'decimal' | 'boolean' | 'date' | 'choice' | 'choices';

/** One question of the one form. @see ALL art. 29: every field is tied to the item that needs it. */
export interface FieldPlan {
  readonly code: FieldCode;
  readonly label: Text;
  readonly type: FieldType;
  readonly choices: readonly { readonly value: string; readonly label: Text }[];
  readonly required: boolean;
  /** Asked only when this holds; null: always. */
  readonly when?: Expr;
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  /** Personal data: masked for who needs no more. */
  readonly personal: boolean;
  /** Asked once for each of so many, as that field counts them. */
  readonly repeat?: FieldCode;
  readonly neededBy: readonly ItemId[];
}

/** One of the one set of materials, asked once for all the items that need it. */
export interface MaterialPlan {
  readonly code: MaterialCode;
  readonly name: Text;
  readonly source: 'applicant' | 'certificateStore' | 'dataSharing' | 'upstreamResult';
  /** One for each of so many, as this field of the form counts them. */
  readonly repeat?: FieldCode;
  readonly neededBy: readonly MaterialNeed[];
}

export interface MaterialNeed {
  readonly item: ItemId;
  readonly when?: Expr;
  readonly basis?: LegalBasis;
  /** 容缺受理: may be promised at receipt and brought within this time, counted from the receipt. */
  readonly deferrable?: Limit;
  /** 告知承诺: may be promised in writing instead of brought; looked at within this time after the grant. */
  readonly commitment?: { readonly basis: LegalBasis; readonly afterCheck: Limit };
}
