import type { Actor } from '../../workflows/case/actor.ts';
import type { CasePlan, ItemId } from '../../workflows/case/case-plan.ts';
import type { CaseState, Defect, ItemState, NoticeLine } from '../../workflows/case/case-state.ts';
import type { Command, CommandName } from '../../workflows/case/command-table.ts';
import { dateOf, type Instant } from '../../workflows/case/plain-date.ts';
import { HEARING_ARGUMENTS, onMinutes } from './hearing-arguments.ts';
import { randomDecrees } from './random-decrees.ts';
import { isOpenComplaint, stuckItems } from '../../workflows/case/aftercare.ts';
import { commitmentOf, takesPlaceOf } from '../../workflows/case/commitment.ts';
import { openConsultations } from '../../workflows/case/consultation.ts';
import { openDeferred } from '../../workflows/case/deferred.ts';

export interface Scene {
  readonly plan: CasePlan;
  readonly state: CaseState;
  readonly at: Instant;
}

/** `forward` brings the case to its end, `harsh` finds fault, refuses and withdraws. */
export type Mood = 'forward' | 'harsh';

/**
 * A command as a sensible person would give it in this state: nothing missing, nothing unknown. `detail` is any number
 * and chooses among what could sensibly be said.
 */
export function sensibleCommand(
  id: string, name: CommandName, item: ItemId | null, as: Actor, scene: Scene, detail: number, mood: Mood,
): Command {
  const args = { scene, item: item === null ? null : scene.state.items[item] ?? null, id: item, as, mood, detail };
  return { id, do: name, as, with: ARGUMENTS[name](args) } as Command;
}

interface Asked {
  readonly scene: Scene;
  readonly item: ItemState | null;
  readonly id: ItemId | null;
  readonly as: Actor;
  readonly mood: Mood;
  readonly detail: number;
}

const ARGUMENTS: { readonly [N in CommandName]: (asked: Asked) => Readonly<Record<string, unknown>> } = {
  submitDraft: ({ detail }) => [
    { note: '已补齐', materials: [paper('identity-card')] }, { fields: { 'has-kitchen': detail % 3 === 0 } }, {},
  ][detail % 3]!,
  giveConsent: ({ scene, as, mood }) => {
    const asked = (scene.state.consents ?? []).find((one) => one.person === as.id && one.said === null);
    return { consent: asked?.consent ?? 'landlord', agrees: mood === 'forward', ...(mood === 'forward' ? {} : { reason: '未谈妥' }) };
  },
  answerPreReview: ({ scene, detail, mood }) => {
    if (mood === 'forward') return { ready: true };
    const complex = scene.plan.preReview?.complexLimit !== undefined && !scene.state.preReview?.complex;
    return complex && detail % 2 === 0 ? { complex: true } : { missing: [{ target: { material: 'identity-card' }, problem: '不清楚', supply: '请重新提供' }] };
  },
  correctOnSpot: ({ scene, detail, mood }) =>
    mood === 'forward' ? { note: '当场更正', materials: [paper('identity-card')] }
    : { note: '当场更正', fields: { [pick(scene.plan.fields.filter((field) => field.type === 'boolean'), detail)!.code]: detail % 2 === 0 } },
  examine: ({ scene, id, detail, mood }) => {
    // On the spot the window has answered already, on the department's behalf: the department can find no fault any more.
    const onTheSpot = scene.plan.items.find((one) => one.id === id)?.examination.mode === 'onTheSpot';
    const automatic = scene.plan.items.find((one) => one.id === id)?.automatic;
    if (mood === 'forward' || onTheSpot || automatic) return { item: id, answer: 'complete' };
    if (detail % 8 === 0) return { item: id, answer: 'outOfScope', ground: 'noLicenceNeeded', reason: '无需许可' };
    if (detail % 8 === 1) return { item: id, answer: 'outOfScope', ground: 'otherAuthority', rightAuthority: '市住建局', reason: '属其他机关' };
    const found = defects(scene.plan, id!, detail, notMissing(scene, id!));
    return found.length > 0 ? { item: id, answer: 'deficient', defects: found } : { item: id, answer: 'complete' };
  },
  confirm: ({ id }) => ({ item: id, opinion: '同意' }),
  return: ({ id }) => ({ item: id, opinion: '请再研究' }),
  recordService: ({ scene, detail }) => ({ document: pick(unserved(scene.state), detail) ?? 'unknown', servedOn: dateOf(scene.at), recipient: '张申请' }),
  answerDefect: ({ scene, detail, mood }) => {
    const lines = scene.state.notice?.lines ?? [];
    const line = pick(lines.filter((one) => !one.answer), detail) ?? pick(lines, detail);
    return line ? answer(line, detail, mood) : { line: 'unknown', text: '已补正' };
  },
  // What was found not satisfied can only be found satisfied after all; what was not answered cannot be found satisfied.
  recheck: ({ id, item, mood }) =>
    item?.state === 'unsatisfiedProposed' || (mood === 'forward' && item?.state !== 'uncorrected')
      ? { item: id, satisfied: true } : { item: id, satisfied: false, reasons: '仍不齐全', article: '第三十二条' },
  withdrawItem: ({ id }) => ({ item: id, reason: '不再需要' }),
  withdrawCase: () => ({ reason: '不开店了' }),
  startProcedure: ({ scene, id, item, detail }) => {
    const ranOut = (procedure: string) =>
      item?.procedures.some((one) => one.id === procedure && one.endedOn === null && scene.state.clocks[one.clock]!.ranOutAt !== null);
    const procedures = scene.plan.items.find((one) => one.id === id)?.procedures.filter((one) => !ranOut(one.id)) ?? [];
    return { item: id, procedure: pick(procedures, detail)?.id ?? 'unknown', by: '市检测中心', days: 1 + (detail % 12) };
  },
  endProcedure: ({ id, item, detail }) => {
    const open = item?.procedures.filter((one) => one.endedOn === null) ?? [];
    return { item: id, procedure: pick(open, detail)?.id ?? 'expert-review', result: '合格' };
  },
  acknowledgeSupervision: ({ id }) => ({ item: id, note: '纳入监管' }),
  departmentResult: ({ scene, id, item, mood, detail }) => {
    const mayGrant = mood === 'forward' && item?.state === 'handling' && item.siteChecks?.length !== 0 && !openDeferred(scene.state).some((one) => one.items.includes(item.id));
    return mayGrant
      ? { item: id, grant: true, opinion: '系统回传：符合条件', ...statedValues(scene.plan, id, detail), ...onMinutes(item) }
      : { item: id, grant: false, opinion: '系统回传：不符合', facts: '现场不符', reasons: '不符合条件', article: '第三十八条', ...onMinutes(item) };
  },
  consult: ({ scene: { plan }, id, item, detail }) => ({
    item: id, department: pick(plan.departments.filter((one) => one.id !== item?.department), detail)?.id ?? 'unknown', question: '是否符合规划',
    ...(detail % 2 === 0 ? {} : { days: 1 + (detail % (plan.consultation?.limit.length ?? 1)) }),
    ...(detail % 3 === 0 ? {} : { shares: plan.fields.filter((one) => one.neededBy.includes(id ?? '')).map((one) => one.code).concat(plan.materials.filter((one) => one.neededBy.some((need) => need.item === id)).map((one) => one.code)) }),
  }),
  answerConsultation: ({ scene, as, detail }) => ({
    consultation: pick(openConsultations(scene.state).filter((one) => one.department === as.department), detail)?.id ?? 'unknown', answer: '没有意见',
  }),
  reportPreliminary: ({ id, mood }) => ({ item: id, meets: mood === 'forward', opinion: mood === 'forward' ? '材料属实，建议准予' : '场地不符' }),
  ...HEARING_ARGUMENTS,
  requestExtension: ({ scene, id, detail }) => {
    const rule = id === null ? scene.plan.joint?.extension : scene.plan.items.find((one) => one.id === id)?.limits.statutory?.extension;
    return { ...(id === null ? {} : { item: id }), days: 1 + (detail % (rule?.cap ?? 1)), reason: '案情复杂' };
  },
  approveExtension: ({ id }) => (id === null ? {} : { item: id }),
  rejectExtension: ({ id }) => ({ ...(id === null ? {} : { item: id }), reason: '理由不足' }),
  proposeGrant: ({ scene, id, item, detail }) => ({ item: id, opinion: '符合条件', ...statedValues(scene.plan, id, detail), ...onMinutes(item) }),
  proposeRefusal: ({ id, item }) => ({ item: id, opinion: '不符合', facts: '现场不符', reasons: '不符合条件', article: '第三十八条', ...onMinutes(item) }),
  handOver: ({ id, detail }) => ({
    items: [id], way: (['pickUp', 'courier', 'electronic'] as const)[detail % 3], recipient: '张申请', ...(detail % 3 === 1 ? { tracking: 'SF1' } : {}),
  }),
  urge: ({ id, detail }) => ({ ...(id === null ? {} : { item: id }), message: '请抓紧', days: 1 + (detail % 5) }),
  answerUrge: ({ scene, as, detail }) => {
    const open = scene.state.urges.filter((one) => one.answer === null && owns(as, one.department));
    return { urge: pick(open, detail)?.id ?? 'unknown', answer: '正在办理' };
  },
  stateOverdueReason: ({ scene, as, detail }) => {
    const over = Object.values(scene.state.clocks).filter((clock) => clock.ranOutAt !== null && owns(as, clock.department));
    return { clock: pick(over, detail)?.id ?? 'unknown', reason: '人手不足' };
  },
  supplyDeferred: ({ scene }) => ({ materials: openDeferred(scene.state).map(({ material }) => paper(material)) }),
  recordAfterCheck: ({ id, mood }) => (mood === 'forward'
    ? { item: id, passed: true, findings: '与承诺一致' } : { item: id, passed: false, findings: '与承诺不符', measures: '限期五日改正' }),
  rate: ({ detail }) => ({ level: 1 + (detail % 5) }),
  rectifyRating: () => ({ measures: '已调整窗口', followUp: '申请人表示满意' }),
  complain: ({ id, detail }) => ({ ...(id === null ? {} : { item: id }), text: '等候太久', ...(detail % 2 === 0 ? { unresolved: true } : {}) }),
  // What got stuck is followed up when it is settled.
  resolveComplaint: ({ scene: { state }, detail }) => {
    const open = state.complaints.filter(isOpenComplaint);
    const found = pick(open.filter((one) => one.answer === null || stuckItems(state, one).length === 0), detail) ?? open[0];
    return { complaint: found?.id ?? 'unknown', answer: '已改进', ...(found?.unresolved && stuckItems(state, found).length === 0 ? { followUp: '本人认可' } : {}) };
  },
  // Another version that changes nothing but its name: what else it may change is told by stories.
  migrate: ({ scene: { plan, state } }) => ({ plan: { ...plan, hash: state.seq.toString(16).padStart(64, '0'), service: { ...plan.service, version: `${state.seq}` } } }),
  publishCalendar: ({ detail }) => ({ decrees: [pick(randomDecrees, detail)] }),
};

/** What the applicant brings later, or promised in writing instead of bringing it. */
function notMissing({ plan, state }: Scene, item: ItemId): readonly string[] {
  const commitment = commitmentOf(state, item);
  const promised = commitment ? plan.materials.filter(({ code }) => takesPlaceOf(plan, commitment, code)).map(({ code }) => code) : [];
  return [...openDeferred(state).map(({ material }) => material), ...promised];
}

function statedValues(plan: CasePlan, id: ItemId | null, detail: number): { readonly values?: object } {
  const values = plan.items.find((one) => one.id === id)?.result.values ?? [];
  return values.length > 0 ? { values: Object.fromEntries(values.map(({ code }) => [code, 1 + (detail % 4)])) } : {};
}

/** What concerns an item is its department's, what concerns the case is the window's. */
function owns(as: Actor, department: string | null): boolean {
  return department === null ? as.role === 'clerk' : as.department === department && as.role !== 'clerk';
}

/** Documents whose service still has to be recorded: a paper notice, a courier's parcel. */
function unserved(state: CaseState): readonly string[] {
  const notice = state.notice && state.notice.servedOn === null ? [state.notice.number] : [];
  const parcels = Object.values(state.items).flatMap((item) => (item.delivery && item.delivery.servedOn === null ? [item.delivery.slip] : []));
  return [...notice, ...new Set(parcels)];
}

export function defects(plan: CasePlan, item: ItemId, detail: number, promised: readonly string[] = []): Defect[] {
  const targets = [
    ...plan.materials.filter((one) => !promised.includes(one.code) && one.neededBy.some((need) => need.item === item)).map((one) => ({ material: one.code })),
    ...plan.fields.filter((one) => one.type === 'boolean' && one.neededBy.includes(item)).map((one) => ({ field: one.code })),
  ];
  const first = detail % targets.length;
  const count = 1 + (detail % 2);
  return targets.slice(first, first + count).map((target) => ({ target, problem: '不清楚', supply: '请重新提供' }));
}

function answer(line: NoticeLine, detail: number, mood: Mood): Readonly<Record<string, unknown>> {
  if (mood === 'forward') return { line: line.id, text: '已补正' };
  return 'field' in line.target ? { line: line.id, value: detail % 2 === 0 } : { line: line.id, materials: [paper(line.target.material)] };
}

function paper(material: string) {
  return { material, form: 'paper', files: [] };
}

export function pick<T>(from: readonly T[], number: number): T | undefined {
  return from[number % from.length];
}
