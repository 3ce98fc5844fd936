import type { Actor } from '../../workflows/case/actor.ts';
import { isOpenComplaint } from '../../workflows/case/aftercare.ts';
import { commitmentOf, takesPlaceOf } from '../../workflows/case/commitment.ts';
import { openConsultations } from '../../workflows/case/consultation.ts';
import { openDeferred } from '../../workflows/case/deferred.ts';
import type { CasePlan, ExtensionRule, ItemId } from '../../workflows/case/case-plan.ts';
import { type CommandName, COMMANDS } from '../../workflows/case/command-table.ts';
import { type Form, holds } from '../../workflows/case/condition.ts';
import { applies } from '../../workflows/case/form.ts';
import { dateOf, type PlainDate } from '../../workflows/case/plain-date.ts';
import type { Grain } from './abstraction.ts';
import { HEARING_SAID, onMinutes } from './hearing-said.ts';
import type { Situation } from './situation.ts';
import { answersTo, answerThatDrops } from './application.ts';
import { whomToAsk } from './people.ts';

export interface Scene {
  readonly plan: CasePlan;
  readonly now: Situation;
  readonly grain: Grain;
}

type Said = Readonly<Record<string, unknown>>;

/** Every way to give a command about an item (or the case) that leads somewhere else than another way. */
export function waysToSay(name: CommandName, item: ItemId | null, scene: Scene, as: Actor): readonly Said[] {
  return SAID[name]?.({ ...scene, as, item: item ?? '', about: item === null ? {} : { item } }) ?? [];
}

/** Commands for which nobody has written down yet what may be said: they are not explored. */
export function unexplored(): string[] {
  return Object.keys(COMMANDS).filter((name) => !Object.hasOwn(SAID, name));
}

interface Asked extends Scene {
  readonly as: Actor;
  readonly item: ItemId;
  readonly about: Said;
}

const TEXT = { opinion: '意见', reason: '理由' } as const;
const paper = (material: string) => ({ material, form: 'paper', files: [] });

const SAID: { readonly [N in CommandName]?: (asked: Asked) => readonly Said[] } = {
  submitDraft: () => [{}],
  giveConsent: ({ now, as }) => (now.state.consents ?? []).filter((one) => one.person === as.id && one.said === null)
    .flatMap(({ consent }) => [{ consent, agrees: true }, { consent, agrees: false, reason: TEXT.reason }]),
  answerPreReview: ({ plan, now }) => {
    const [missing] = plan.items.filter((item) => applies(item, now.state.form)).flatMap((item) => defectsOf(plan, item.id))
      .filter(({ target }) => !('material' in target && now.state.preReview?.deferred.includes(target.material)));
    return [
      { ready: true }, ...(missing ? [{ missing: [missing] }] : []),
      ...(plan.preReview?.complexLimit && !now.state.preReview?.complex ? [{ complex: true }] : []),
    ];
  },
  correctOnSpot: ({ plan, now }) => [
    ...new Set(Object.values(now.state.items).flatMap((one) => one.defects.flatMap(({ target }) => ('material' in target ? [target.material] : [])))),
  ].map((material): Said => ({ note: '当场更正', materials: [paper(material)] })).concat(droppings(plan, now).map((fields) => ({ note: '当场更正', fields }))),
  examine: ({ plan, item, now, grain }) => {
    const spot = plan.items.find((one) => one.id === item)?.examination.mode === 'onTheSpot';
    if (spot || !now.state.items[item]) return [{ item, answer: 'complete' }];
    const promised = openDeferred(now.state).map(({ material }) => material);
    const commitment = commitmentOf(now.state, item);
    const isMissing = (code: string) => !promised.includes(code) && !(commitment && takesPlaceOf(plan, commitment, code));
    const [first, second] = defectsOf(plan, item).filter(({ target }) => !('material' in target) || isMissing(target.material));
    return [
      { item, answer: 'complete' },
      ...(first ? [{ item, answer: 'deficient', defects: [first] }] : []),
      ...(first && second && grain === 'item' ? [{ item, answer: 'deficient', defects: [first, second] }] : []),
      { item, answer: 'outOfScope', ground: 'noLicenceNeeded', reason: '无需许可' },
      { item, answer: 'outOfScope', ground: 'otherAuthority', rightAuthority: '市住建局', reason: '属其他机关' },
    ];
  },
  confirm: ({ item }) => [{ item, opinion: TEXT.opinion }],
  return: ({ item }) => [{ item, opinion: TEXT.opinion }],
  recordService: ({ now: { state, at } }) => {
    const slips = Object.values(state.items).flatMap((one) => (one.delivery && one.delivery.servedOn === null ? [one.delivery.slip] : []));
    const notice = state.notice && state.notice.servedOn === null ? [state.notice.number] : [];
    return [...notice, ...new Set(slips)].map((document) => ({ document, servedOn: dateOf(at), recipient: '李明' }));
  },
  answerDefect: ({ plan, now }) => {
    const open = now.state.notice?.lines.filter((line) => line.answer === null) ?? [];
    const drops = droppings(plan, now);
    return open.flatMap((line): Said[] => [
      { line: line.id, text: '已补正' },
      ...drops.flatMap((fields) => ('field' in line.target && Object.hasOwn(fields, line.target.field) ? [{ line: line.id, value: fields[line.target.field] }] : [])),
    ]);
  },
  supplyDeferred: ({ now }) => {
    const open = openDeferred(now.state);
    return open.length > 0 ? [{ materials: open.map(({ material }) => paper(material)) }] : [];
  },
  recheck: ({ item, now }) => [
    ...(now.state.items[item]?.state === 'uncorrected' ? [] : [{ item, satisfied: true }]),
    ...(now.state.items[item]?.state === 'unsatisfiedProposed' ? [] : [{ item, satisfied: false, reasons: '仍不齐全', article: '第三十二条' }]),
  ],
  withdrawItem: ({ item }) => [{ item, reason: TEXT.reason }],
  withdrawCase: () => [{ reason: TEXT.reason }],
  startProcedure: ({ plan, item, now, grain }) => {
    const { items, clocks } = now.state;
    const ranOut = (id: string) => items[item]?.procedures.some((one) => one.id === id && one.endedOn === null && clocks[one.clock]?.ranOutAt !== null);
    const rule = plan.items.find((one) => one.id === item);
    const procedures = rule?.procedures.filter((one) => !ranOut(one.id)) ?? [];
    // Where a hearing stops the clocks as well, one time told is enough.
    return procedures.flatMap((one) => (grain === 'item' && !rule?.hearing ? [5, 60] : [5]).map((days) => ({ item, procedure: one.id, by: '承办机构', days })));
  },
  endProcedure: ({ item, now }) => (now.state.items[item]?.procedures ?? []).filter((one) => one.endedOn === null)
    .map((one) => ({ item, procedure: one.id, result: '合格' })),
  // Asked once: another question goes the same way.
  consult: ({ plan, item, now }) => (now.state.consultations?.length ? [] : whomToAsk(plan, plan.items.find((one) => one.id === item)!)
    .flatMap((department) => [{ item, department, question: '是否符合规划' }, { item, department, question: '是否符合规划', days: 1 }])),
  answerConsultation: ({ now }) => openConsultations(now.state).map((one) => ({ consultation: one.id, answer: '没有意见' })),
  acknowledgeSupervision: ({ item }) => [{ item }],
  departmentResult: ({ item }) => [{ item, grant: true, opinion: TEXT.opinion }, { item, grant: false, opinion: TEXT.opinion, facts: '现场不符', reasons: '不符合条件', article: '第三十八条' }],
  reportPreliminary: ({ item }) => [true, false].map((meets) => ({ item, meets, opinion: TEXT.opinion })),
  requestExtension: ({ plan, item, about }) => {
    const cap = extensionRule(plan, item)?.cap ?? 1;
    return [...new Set([1, cap])].map((days) => ({ ...about, days, reason: '案情复杂' }));
  },
  approveExtension: ({ about }) => [about],
  rejectExtension: ({ about }) => [{ ...about, reason: TEXT.reason }],
  ...HEARING_SAID,
  proposeGrant: ({ plan, item, now }) => onMinutes(now, item).flatMap((minutes) => {
    const stated = statements(plan, item);
    return (stated.length === 0 ? [{}] : stated.map((values) => ({ values }))).map((values) => ({ item, opinion: TEXT.opinion, ...values, ...minutes }));
  }),
  proposeRefusal: ({ item, now }) => onMinutes(now, item).map((minutes) => ({ item, opinion: TEXT.opinion, facts: '现场不符', reasons: '不符合条件', article: '第三十八条', ...minutes })),
  handOver: ({ item, now, grain }) => {
    const given = { items: [item], way: 'electronic', recipient: '李明' };
    return grain !== 'item' || now.state.phase === 'handling' ? [given] : [given, { ...given, way: 'courier', tracking: 'SF1' }];
  },
  urge: ({ about, now }) => (now.state.urges.some((one) => one.answer === null) ? [] : [{ ...about, message: '请抓紧' }]),
  answerUrge: ({ now }) => now.state.urges.filter((one) => one.answer === null).map((one) => ({ urge: one.id, answer: '正在办理' })),
  stateOverdueReason: ({ now }) => Object.values(now.state.clocks).filter((clock) => clock.ranOutAt !== null && clock.stoppedAt === null)
    .map((clock) => ({ clock: clock.id, reason: '人手不足' })),
  recordAfterCheck: ({ item }) => [{ item, passed: true, findings: '与承诺一致' }, { item, passed: false, findings: '与承诺不符', measures: '限期五日改正' }],
  rate: () => [{ level: 1 }, { level: 5 }],
  rectifyRating: () => [{ measures: '整改', followUp: '已回访' }],
  complain: ({ now }) => (now.state.complaints.some(isOpenComplaint) ? [] : [{ text: '等候太久' }, { text: '办不成事', unresolved: true }]),
  resolveComplaint: ({ now }) => now.state.complaints.filter(isOpenComplaint).flatMap(({ id, unresolved }): Said[] => [
    { complaint: id, answer: '已答复' }, ...(unresolved ? [{ complaint: id, answer: '已解决', followUp: '本人认可' }] : []),
  ]),
  publishCalendar: () => [{
    decrees: [{ id: 'proof-amended', documentNumber: null, publishedOn: '2026-03-01', settlesYears: [], days: [{ date: '2026-03-16' as PlainDate, kind: 'rest', name: { zh: '放假', en: 'day off' } }] }],
  }],
};

export function extensionRule(plan: CasePlan, item: ItemId): ExtensionRule | undefined {
  return item === '' ? plan.joint?.extension : plan.items.find((one) => one.id === item)?.limits.statutory?.extension;
}

export function defectsOf(plan: CasePlan, item: ItemId) {
  return [
    ...plan.materials.filter((one) => one.neededBy.some((need) => need.item === item)).map((one) => ({ material: one.code })),
    ...plan.fields.filter((one) => one.neededBy.includes(item)).map((one) => ({ field: one.code })),
  ].map((target) => ({ target, problem: '不清楚', supply: '请重新提供' }));
}

function droppings(plan: CasePlan, { state }: Situation): Form[] {
  return Object.values(state.items).flatMap((item) => {
    const answer = item.leftOn === null ? answerThatDrops(plan, state.form, item.id) : null;
    return answer ? [answer] : [];
  });
}

/** What a grant may state: one statement for each way in which the conditions of later items decide on it. */
function statements(plan: CasePlan, item: ItemId): Form[] {
  const values = plan.items.find((one) => one.id === item)?.result.values ?? [];
  if (values.length === 0) return [];
  const later = plan.items.flatMap((one) => one.conditionOnResult ?? []);
  const all = values.reduce<Form[]>((some, value) => some.flatMap((one) => answersTo(plan, { ...value, code: `result.${value.code}` }).map((answer) => ({ ...one, [value.code]: answer }))), [{}]);
  const decides = (one: Form) => later.map((expr) => holds(expr, Object.fromEntries(Object.entries(one).map(([code, answer]) => [`result.${code}`, answer])))).join();
  return [...new Map(all.map((one) => [decides(one), one])).values()];
}
