import type { ItemLimits, LegalBasis } from './case-plan.ts';
import type { Text } from './calendar.ts';
import type { CaseState, ItemState } from './case-state.ts';
import type { AgentOfApplicant } from './handed-in.ts';
import type { DocumentData, DocumentKind, DocumentRecord, Remedies } from './document.ts';
import { type Draft, emit, itemPlan, stateOf } from './draft.ts';
import { dateOf } from './plain-date.ts';

/** One character a kind, as it stands in a document's number: `371302-20260210-0001-补1`. */
const MARK: Readonly<Record<DocumentKind, string>> = {
  preReview: '预', receipt: '收', correctionNotice: '补', acceptance: '受', noLicenceNeeded: '告', nonAcceptance: '拒', lapse: '失',
  specialProcedure: '特', extension: '延', grant: '准', refusal: '驳', decisionPacket: '结', handOverSlip: '件', commitment: '诺', afterCheck: '核',
  hearingRight: '听', hearingNotice: '会', hearingMinutes: '录', siteCheckRecord: '勘',
};

/** Papers that say by which document the agent is known and entitled; on others his name is enough. */
const IDENTIFYING: readonly DocumentKind[] = ['receipt', 'grant', 'commitment'];
/** Papers that follow an acceptance and name it. */
const HANDLED: readonly DocumentKind[] = ['specialProcedure', 'extension', 'grant', 'refusal', 'hearingRight', 'hearingNotice', 'hearingMinutes', 'siteCheckRecord'];

/** The window issues what concerns the whole case. */
const WINDOW: Text = { zh: '政务服务中心综合窗口', en: 'Government service centre, comprehensive window' };

/** The number the next document of a kind will carry, or the one after so many others. */
export function nextNumber(state: CaseState, kind: DocumentKind, others = 0): string {
  const serial = state.documents.filter((document) => document.kind === kind).length + 1 + others;
  return `${state.caseNo}-${MARK[kind]}${serial}`;
}

export interface Paper {
  readonly kind: DocumentKind;
  readonly item?: ItemState;
  readonly basis: readonly LegalBasis[];
  readonly remedies?: Remedies;
  readonly data: DocumentData;
  /** Whom it is for, where that is not the applicant: his own numbers are not told to others. */
  readonly addressee?: string;
}

/** Issues a document: an act, so it carries the real time. */
export function issue(draft: Draft, paper: Paper): void {
  const state = stateOf(draft);
  const item = paper.item ?? null;
  const document: DocumentRecord = {
    number: nextNumber(state, paper.kind),
    kind: paper.kind,
    template: 1,
    issuedAt: draft.real,
    issuedOn: dateOf(draft.real),
    item: item?.id ?? null,
    department: item?.department ?? null,
    issuer: item ? item.authority.principal : WINDOW,
    addressee: paper.addressee ?? state.applicant.name,
    basis: paper.basis,
    remedies: paper.remedies ?? null,
    simulated: state.simulated,
    data: {
      caseNo: state.caseNo,
      service: draft.plan.service.name,
      applicant: state.applicant.name,
      ...(paper.addressee === undefined
        ? { applicantId: state.applicant.idNumber, applicantKind: state.applicant.kind, applicantPhone: state.applicant.phone }
        : { applicantKind: state.applicant.kind }),
      agent: state.agent?.name ?? null,
      receivedOn: state.receivedOn,
      ...(item ? { item: itemPlan(draft.plan, item.id).name, delegate: item.authority.delegate } : {}),
      ...(IDENTIFYING.includes(paper.kind) ? { agentId: state.agent?.idNumber ?? null, ...powerOfAttorneyIn(state.agent) } : {}),
      ...(HANDLED.includes(paper.kind) ? { acceptanceNumber: state.documents.find((one) => one.kind === 'acceptance')?.number ?? null } : {}),
      ...paper.data,
    },
  };
  emit(draft, { kind: 'documentIssued', document }, { act: true });
}

function powerOfAttorneyIn(agent: AgentOfApplicant | null): DocumentData {
  const files = agent?.powerOfAttorneyFiles?.length ?? 0;
  return { powerOfAttorney: agent?.powerOfAttorney || null, ...(files > 0 ? { powerOfAttorneyFiles: files } : {}) };
}

/** How long an item may take by its law and by the service's promise, with the unit that says how it is counted. */
export function limitsOf({ statutory, promised }: ItemLimits): DocumentData {
  return {
    statutoryLength: statutory?.length ?? null, statutoryUnit: statutory?.unit ?? null,
    promisedLength: promised?.length ?? null, promisedUnit: promised?.unit ?? null,
  };
}

/** Where to turn against a refusal, as it must be printed on it. */
export function remediesOf(item: ItemState): Remedies {
  if ('remedy' in item.authority) return { remedy: item.authority.remedy };
  const { reconsiderationOrgan, court } = item.authority;
  return { reconsiderationOrgan, reconsiderationDays: 60, court, courtMonths: 6 };
}
