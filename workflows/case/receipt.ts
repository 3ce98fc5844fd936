import type { Actor } from './actor.ts';
import type { Authority, CasePlan, ItemId, ItemPlan, Limit, MaterialCode, MaterialPlan } from './case-plan.ts';
import type { CaseState, Consent, Defect, ResolvedAuthority, SeenConsent } from './case-state.ts';
import type { AgentOfApplicant, Applicant, OutcomePolicy, ServiceWay, SuppliedMaterial } from './handed-in.ts';
import type { Calendar } from './calendar.ts';
import { endsFirst, newClock, read } from './clock.ts';
import { commitmentsIn, committedItems, limitsInCase, refusePromised } from './commitment.ts';
import { commitmentData, issueCommitments } from './commitment-paper.ts';
import type { Form } from './condition.ts';
import { consentsSeen } from './consent.ts';
import { deferrals } from './deferred.ts';
import { departmentPlan, type Draft, emit, enter, itemPlan, stateOf } from './draft.ts';
import { checkDefects, completeByRule, examineOnTheSpot } from './examination.ts';
import { applies, requireFit } from './form.ts';
import { ALL_32_4, ALL_32_PROOF, ALL_82 } from './law.ts';
import { needsLeft } from './needs-left.ts';
import { issue, limitsOf, nextNumber } from './paper.ts';
import { dateOf, localTime, type PlainDate } from './plain-date.ts';
import type { Choices } from './plan-of-case.ts';
import { Refused } from './refuse.ts';

/** What the clerk takes in at the window: the first fact of every case. */
export interface Receipt {
  readonly caseNo: string;
  /** Six-digit region code of the place whose authorities decide. The window may stand anywhere. */
  readonly region: string;
  readonly window: string;
  readonly by: Actor;
  readonly applicant: Applicant;
  readonly agent: AgentOfApplicant | null;
  readonly serviceWay: ServiceWay;
  readonly policy: OutcomePolicy;
  readonly form: Form;
  readonly materials: readonly SuppliedMaterial[];
  /** The window's answers for items that are examined on the spot; silence means complete. */
  readonly onTheSpot: readonly { readonly item: ItemId; readonly defects: readonly Defect[] }[];
  /** Materials promised for later (容缺受理), where every item that needs them allows it. */
  readonly deferred?: readonly MaterialCode[];
  /** The optional items that the applicant chose. */
  readonly chosen?: readonly ItemId[];
  /** Items for which he chose the way by commitment (告知承诺). */
  readonly committed?: readonly ItemId[];
  /** Materials promised in writing instead of brought, where every item that asks for them allows it. */
  readonly committedMaterials?: readonly MaterialCode[];
  /** Further persons' consents that the clerk has seen. */
  readonly consents?: readonly SeenConsent[];
  /** The clerk's command that this receipt is. */
  readonly commandId?: string;
}

/** How a case begins: by which engine, on which clock, and with how many of whatever the service repeats. */
export interface Opening {
  readonly engineVersion: number;
  readonly simulated: boolean;
  readonly repeats: Choices['repeats'];
}

/**
 * The receipt: of what lies on the window's counter, or of a draft that came online and was found ready. `draft.plan` has as
 * many of whatever is repeated as the opening says.
 * @param receivedOn the day of the receipt, where it is not the day of `draft.now`: a draft nobody answered is received at
 *   24:00 of its last day, an instant of the day after
 */
export function receive(draft: Draft, receipt: Receipt, { engineVersion, simulated, repeats }: Opening, receivedOn: PlainDate = dateOf(draft.now)): void {
  const { plan } = draft;
  const items = requireReceivable(draft, receipt, receivedOn);
  const consents = draft.current ? [] : consentsSeen(draft, receipt, items);
  const commitments = commitmentsIn(draft, receipt, items);
  const onTheSpot = new Map(receipt.onTheSpot.map(({ item, defects }) => [item, defects]));
  for (const [id, defects] of onTheSpot) {
    const item = items.find((one) => one.id === id);
    if (item?.examination.mode !== 'onTheSpot') throw new Refused('receipt.notOnTheSpot', { item: id });
    checkDefects(plan, id, defects);
    refusePromised(plan, commitments, id, defects);
  }
  const resolved = items.map((item) => ({
    item: item.id, department: item.department, authority: authorityOf(plan, item, receipt.region),
  }));
  const promised = deferrals(draft, receipt, items, receivedOn);
  const { caseNo } = receipt;
  draft.actor = receipt.by;
  draft.commandId = receipt.commandId ?? null;
  emit(draft, {
    kind: 'caseReceived', caseNo, engineVersion, service: plan.service.code, planHash: plan.hash, region: receipt.region, window: receipt.window,
    applicant: receipt.applicant, agent: receipt.agent, serviceWay: receipt.serviceWay, policy: receipt.policy, form: receipt.form,
    materials: receipt.materials, items: resolved, notApplicable: plan.items.filter((item) => !items.includes(item)).map((item) => item.id), simulated,
    clock: newClock({ id: 'examination', kind: 'examination', dayZero: receivedOn, limit: examinationLimit(plan, items, receivedOn, draft.calendar), since: draft.now }),
    deferred: promised, ...(receipt.chosen?.length ? { chosen: receipt.chosen } : {}), ...(repeats ? { repeats } : {}), ...(commitments.length > 0 ? { commitments } : {}), ...(consents.length > 0 ? { consents } : {}),
  });
  enter(draft, { type: 'received' });
  issueReceipt(draft, receipt);
  issueCommitments(draft);
  for (const item of items) {
    if (item.examination.mode === 'onTheSpot') examineOnTheSpot(draft, item.id, onTheSpot.get(item.id) ?? []);
    if (item.automatic) completeByRule(draft, item.id, item.automatic);
  }
}

/** What cannot be received is refused before anything begins. Returns the items that the application is for. */
export function requireReceivable(draft: Draft, application: Applied, receivedOn: PlainDate = dateOf(draft.now)): ItemPlan[] {
  const { plan } = draft;
  const { form, policy, materials, region, chosen = [] } = application;
  requireFit(plan, form);
  if (policy === 'allOrNothing' && !plan.outcome.allOrNothingAllowed) throw new Refused('receipt.policyNotAllowed');
  const isOf = (item: ItemPlan, id: ItemId) => item.id === id || item.id.startsWith(`${id}#`);
  const stray = chosen.find((id) => !plan.items.some((item) => isOf(item, id) && item.optional));
  if (stray !== undefined) throw new Refused('receipt.notOptional', { item: stray });
  const items = plan.items.filter((item) => applies(item, form));
  const idle = chosen.find((id) => !items.some((item) => isOf(item, id)));
  if (idle !== undefined) throw new Refused('receipt.choiceNotApplicable', { item: idle });
  if (items.length === 0) throw new Refused('receipt.noItem');
  for (const { material } of materials) {
    if (!plan.materials.some((one) => one.code === material)) throw new Refused('material.unknown', { material });
  }
  for (const item of items) authorityOf(plan, item, region);
  commitmentsIn(draft, application, items);
  deferrals(draft, application, items, receivedOn);
  return items;
}

/** What an application says for itself, at the window or online. */
type Applied = Pick<Receipt, 'form' | 'policy' | 'materials' | 'region' | 'deferred' | 'chosen' | 'committed' | 'committedMaterials'>;

/** The shortest own rule among the items, else the service's. An on-the-spot item does not shorten the others. */
export function examinationLimit(plan: CasePlan, items: readonly ItemPlan[], receivedOn: PlainDate, calendar: Calendar): Limit {
  const own = items.flatMap(({ examination }) => (examination.mode === 'within' ? examination.limit ?? [] : []));
  return endsFirst([plan.examination, ...own], receivedOn, calendar);
}

/** The longest region prefix wins; an item may ask for a level. @see ALL art. 24 for the delegate */
function authorityOf(plan: CasePlan, item: ItemPlan, region: string): ResolvedAuthority {
  const candidates = departmentPlan(plan, item.department).authorities
    .filter((authority) => region.startsWith(authority.region) && (!item.level || authority.level === item.level));
  const best = candidates.reduce<Authority | null>((found, one) => (!found || one.region.length > found.region.length ? one : found), null);
  if (!best) throw new Refused('receipt.noAuthority', { region, department: item.department, item: item.id });
  return {
    level: best.level, principal: best.principal, delegate: best.delegate ?? null,
    ...('remedy' in best ? { remedy: best.remedy } : { reconsiderationOrgan: best.reconsiderationOrgan, court: best.court }),
  };
}

function issueReceipt(draft: Draft, receipt: Receipt): void {
  const { plan } = draft;
  const state = stateOf(draft);
  const examination = state.clocks['examination']!;
  const supplied = new Map(receipt.materials.map((material) => [material.material, material.form]));
  issue(draft, {
    kind: 'receipt',
    basis: [ALL_32_4, ALL_32_PROOF, ALL_82],
    data: {
      number: nextNumber(state, 'receipt'),
      receivedAt: dateOf(draft.now) === state.receivedOn ? localTime(draft.now) : `${state.receivedOn}T24:00`,
      ...(state.preReview ? { submittedAt: localTime(state.preReview.submittedAt) } : {}),
      ...(state.consents ? { consents: state.consents.map((one) => consentLine(plan, one)) } : {}),
      window: receipt.window,
      officer: receipt.by.name,
      items: Object.keys(state.items).map((id) => {
        const item = itemPlan(plan, id);
        return {
          name: item.name, department: departmentPlan(plan, item.department).name, ...limitsOf(limitsInCase(state, item)),
          fees: (item.fees ?? []).map(({ name, amount, basis: { law, article, verified } }) => ({ name, ...(typeof amount === 'number' ? { yuan: amount } : { reckoned: amount }), basis: { law, article, verified } })),
          mayStopClock: item.procedures.filter((procedure) => procedure.stopsClock).map((procedure) => procedure.name),
        };
      }),
      notApplicable: state.notApplicable.map((id) => itemPlan(plan, id).name),
      jointLength: plan.joint?.length ?? null,
      jointUnit: plan.joint?.unit ?? null,
      materials: plan.materials
        .filter((material) => supplied.has(material.code))
        .map((material) => ({ name: material.name, form: supplied.get(material.code)! })),
      fetched: materialsToFetch(plan, state).filter((material) => !supplied.has(material.code)).map((material) => material.name),
      deferred: state.deferred.map(({ material, clock }) => ({
        name: plan.materials.find((one) => one.code === material)!.name, dueOn: read(state.clocks[clock]!, draft.calendar, plan.warningThreshold).dueOn,
      })),
      ...(state.commitments ? { commitments: state.commitments.map((one) => commitmentData(draft, one)) } : {}),
      examinationDays: examination.limit.length,
      examinationUnit: examination.limit.unit,
      examinationDueOn: read(examination, draft.calendar, plan.warningThreshold).dueOn,
      policy: receipt.policy,
    },
  });
}

function consentLine(plan: CasePlan, { consent, name, person }: Consent) {
  const { who, to } = plan.consents!.find((one) => one.id === consent)!;
  return { who, to, name: name ?? person };
}

/** What the case needs and an authority already has: the applicant is not asked for it. */
function materialsToFetch(plan: CasePlan, state: CaseState): readonly MaterialPlan[] {
  const inCase = plan.items.filter((item) => state.items[item.id]);
  return plan.materials.filter((one) => one.source !== 'applicant' && needsLeft(one, inCase, state.form, committedItems(state)).length > 0);
}
