import fc from 'fast-check';
import { given } from '../../definitions/compiler/given.ts';
import type { Text } from '../../workflows/case/calendar.ts';
import type {
  Authority, CasePlan, CommitmentPlan, ExtensionRule, FieldPlan, ItemPlan, LegalBasis, Limit, LimitUnit, MaterialPlan, ProcedurePlan,
} from '../../workflows/case/case-plan.ts';
import type { Expr } from '../../workflows/case/condition.ts';

/**
 * Small valid plans of every shape the engine executes: one to six items in any order of dependence, conditions, all kinds
 * of limits, joint or separate, with and without extensions, procedures on and off the law's list.
 */
export const randomPlan: fc.Arbitrary<CasePlan> = fc.integer({ min: 1, max: 6 }).chain((count) =>
  fc.record({
    joint: fc.boolean(),
    jointClock: fc.constantFrom('any', 'all', 'none'),
    jointLimit: workingDays(1, 45),
    jointCap: fc.option(fc.integer({ min: 1, max: 15 })),
    correctionLimit: anyLimit(1, 15),
    lapses: fc.boolean(),
    examination: workingDays(1, 5),
    delivery: anyLimit(1, 10),
    ratingWindow: workingDays(1, 10),
    consultation: fc.option(workingDays(1, 5)),
    warningThreshold: fc.constantFrom(0, 1, 3),
    allOrNothingAllowed: fc.boolean(),
    items: fc.tuple(...Array.from({ length: count }, (_, index) => randomItem(index))),
    fieldNeeds: fc.tuple(mask(count), mask(count), mask(count)),
    materialNeeds: fc.tuple(mask(count), mask(count)),
    required: fc.boolean(),
    preReview: fc.option(fc.record({ limit: workingDays(1, 1), complexLimit: fc.option(workingDays(2, 2)), draftKept: anyLimit(3, 30) })),
    landlord: fc.boolean(),
  }).map((drawn): CasePlan => {
    const items = onResults(drawn.items.map((item) => (drawn.joint ? item : alone(item))));
    const ids = items.map((item) => item.id);
    return given({
      format: 1 as const,
      hash: 'property',
      service: { code: 'open-restaurant', version: '1', name: text('开办餐馆', 'Open a restaurant') },
      handling: drawn.joint
        ? { mode: 'joint' as const, decision: basis('联合办理决定', 'localDecision'), jointClock: drawn.jointClock }
        : { mode: 'separate' as const, jointClock: drawn.jointClock },
      correction: given({
        limit: drawn.correctionLimit,
        whenOver: drawn.lapses ? 'lapse' as const : 'nonAcceptance' as const,
        lapseBasis: drawn.lapses ? basis('某登记条例', 'administrativeRegulation') : null,
      }),
      preReview: drawn.preReview && given(drawn.preReview),
      consents: drawn.landlord
        ? [{ id: 'landlord', who: text('房东', 'The landlord'), to: text('设置招牌', 'A signboard'), persons: [{ identity: LANDLORD_FIELD }], items: ids, condition: SIGNBOARD, basis: basis('民法典') }]
        : null,
      examination: drawn.examination,
      joint: drawn.joint ? { ...drawn.jointLimit, extension: extensionBy('headOfGovernment', drawn.jointCap ?? 15) } : null,
      delivery: drawn.delivery,
      ratingWindow: drawn.ratingWindow,
      consultation: drawn.consultation && { limit: drawn.consultation, whenSilent: 'proceed' as const },
      warningThreshold: drawn.warningThreshold,
      outcome: { allOrNothingAllowed: drawn.allOrNothingAllowed },
      departments: DEPARTMENTS.map((id) => ({ id, name: text(id, id), authorities: [AUTHORITY] })),
      items,
      fields: [
        ...FIELDS.map((code, index) => booleanField(code, drawn.required && index === 0, chosen(ids, drawn.fieldNeeds[index]!))),
        { ...booleanField(A_DATE, false, items.filter((item) => item.notBefore || item.renewal).map((item) => item.id)), type: 'date' as const },
        ...(drawn.landlord ? [{ code: LANDLORD_FIELD, label: text('房东证件号码', 'The landlord’s identity'), type: 'text' as const, choices: [], required: false, when: SIGNBOARD, personal: true, neededBy: ids }] : []),
      ],
      materials: [
        withCommitment(material('identity-card', ids), drawn.required),
        material('lease', chosen(ids, drawn.materialNeeds[0])),
        material('floor-plan', chosen(ids, drawn.materialNeeds[1]), { length: 5, unit: 'workingDay', basis: basis('容缺受理规定', 'localDecision') }),
      ],
    });
  }));

const ITEMS = ['business-licence', 'food-licence', 'fire-check', 'signboard', 'drainage', 'alcohol-licence'] as const;
export const DEPARTMENTS = ['market', 'fire', 'urban'] as const;
/** Of a start that waits, and of a licence that expires. */
export const A_DATE = 'a-date';
/** Names whose consent is needed, with a signboard. */
export const LANDLORD_FIELD = 'landlord-id';
const SIGNBOARD: Expr = { op: 'field', code: 'has-signboard' };
const FIELDS = ['has-kitchen', 'has-signboard', 'sells-alcohol'] as const;

const text = (zh: string, en: string): Text => ({ zh, en });
const basis = (law: string, kind: LegalBasis['kind'] = 'law'): LegalBasis => ({ law, article: '第一条', kind, verified: false });
const AUTHORITY: Authority = {
  region: '', level: 'county', principal: text('主管机关', 'The authority'),
  reconsiderationOrgan: text('区人民政府', 'The district government'), court: text('区人民法院', 'The district court'),
};

function randomItem(index: number): fc.Arbitrary<ItemPlan> {
  const id = ITEMS[index]!;
  return fc.record({
    department: fc.constantFrom(...DEPARTMENTS),
    // The first item always applies, so that every form makes a case.
    condition: index === 0 ? fc.constant(null) : fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 2, arbitrary: condition() }),
    dependsOn: mask(index).map((bits) => chosen(ITEMS.slice(0, index), bits)),
    examination: fc.oneof(
      { weight: 3, arbitrary: fc.constant({ mode: 'within' } as const) },
      { weight: 1, arbitrary: anyLimit(1, 4).map((limit) => ({ mode: 'within', limit }) as const) },
      { weight: 1, arbitrary: fc.constant({ mode: 'onTheSpot', basis: basis('不动产登记暂行条例', 'administrativeRegulation') } as const) },
    ),
    statutory: fc.option(fc.record({ limit: anyLimit(1, 20), cap: fc.option(fc.integer({ min: 1, max: 10 })), byGovernment: fc.constantFrom(false, false, false, true) })),
    internal: fc.option(workingDays(1, 15)),
    promised: fc.option(fc.record({ limit: anyLimit(1, 15), suspendedBy: fc.constantFrom('procedures', 'none') })),
    grantBy: fc.constantFrom('reviewer', 'approver'),
    instant: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: condition() }),
    commitment: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: randomCommitment }),
    procedures: fc.subarray(PROCEDURES),
    // The first item is always in the case, and the main one if any is.
    terms: fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 2, arbitrary: terms(index) }),
    graded: fc.boolean(),
    preliminary: fc.option(workingDays(1, 8), { freq: 4 }),
    supervised: fc.option(fc.record({ within: fc.option(anyLimit(1, 10)) }), { freq: 4 }),
    hearing: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom('onRequest', 'required').map((held) => ({ held, basis: basis('行政许可法') }) as const) }),
    interestedParties: fc.boolean(),
    onSiteCheck: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.record({ basis: fc.constant(basis('行政许可法')), waiver: fc.option(fc.record({ when: condition(), basis: fc.constant(basis('优化营商环境条例')) })) }).map((check) => given(check)) }),
  }).map(({ statutory, internal, promised, terms: special, graded, preliminary, supervised, interestedParties, ...rest }): ItemPlan => given({
    interestedParties: rest.hearing && interestedParties ? { who: text('相邻权人', 'Neighbours'), basis: basis('民法典') } : null,
    id, name: text(id, id), nature: 'licence' as const, basis: [basis('食品安全法')],
    limits: given({
      statutory: statutory && given({
        ...statutory.limit,
        extension: statutory.cap === null ? null : extensionBy(statutory.byGovernment ? 'headOfGovernment' : 'headOfAuthority', statutory.cap),
      }),
      internal,
      promised: promised && { ...promised.limit, suspendedBy: promised.suspendedBy },
    }),
    result: given({ kind: 'licence' as const, name: text(id, id), values: graded && !rest.instant ? [grade(id)] : null }),
    supervision: supervised && given({ department: DEPARTMENTS[(DEPARTMENTS.indexOf(rest.department) + 2) % DEPARTMENTS.length]!, within: supervised.within, basis: basis('某条例') }),
    connector: rest.department === 'urban' ? { system: 'urban-system', name: text('城管审批系统', 'System'), basis: basis('某条例') } : null,
    // The one after the item's own department is the lower authority.
    preliminary: preliminary && { department: DEPARTMENTS[(DEPARTMENTS.indexOf(rest.department) + 1) % DEPARTMENTS.length]!, limit: preliminary, basis: basis('某条例') },
    ...rest,
    ...special,
  }));
}

function terms(index: number): fc.Arbitrary<Pick<ItemPlan, 'optional' | 'main' | 'automatic' | 'notBefore' | 'renewal'> | Pick<ItemPlan, 'automatic' | 'examination'>> {
  const aBasis = basis('某登记条例', 'administrativeRegulation');
  return fc.constantFrom(
    index === 0 ? { main: aBasis } : { optional: true as const },
    { automatic: aBasis, examination: { mode: 'within' as const } },
    { notBefore: { field: A_DATE, basis: aBasis } },
    { notBefore: { field: A_DATE, plus: { length: 7, unit: 'calendarDay' as const }, basis: aBasis } },
    { renewal: { expires: A_DATE, applyBefore: { length: 30, unit: 'calendarDay' as const, basis: basis('行政许可法') }, basis: basis('行政许可法') } },
  );
}

function grade(id: string) {
  return { code: `grade-${id}`, label: text('等级', 'Grade'), type: 'integer' as const, choices: [], min: 1, max: 4 };
}

/** An item that depends on one that states a grade is sometimes wanted only with a low one. */
function onResults(items: readonly ItemPlan[]): ItemPlan[] {
  return items.map((item, index) => {
    const before = item.dependsOn.find((id) => items.find((one) => one.id === id)?.result.values);
    if (before === undefined || index % 2 === 0) return item;
    return { ...item, conditionOnResult: { op: 'le', left: { op: 'field', code: `result.grade-${before}` }, right: { op: 'literal', value: 2 } } };
  });
}

/** Granted at once or within a shorter limit, for everybody or on a condition, in place of the lease or of nothing. */
const randomCommitment: fc.Arbitrary<CommitmentPlan> = fc.record({
  limit: fc.option(workingDays(1, 3)),
  replaces: fc.option(fc.constant(['lease'])),
  when: fc.option(condition()),
  basis: fc.constant(basis('国办发〔2020〕42号', 'normativeDocument')),
  afterCheck: anyLimit(1, 20),
}).map(given);

/** Without a joint mode every licence has a statutory limit of its own. @see ALL art. 42 para 1 */
function alone(item: ItemPlan): ItemPlan {
  const twenty = { length: 20, unit: 'workingDay', basis: basis('行政许可法'), extension: extensionBy('headOfAuthority', 10) } as const;
  return { ...item, limits: { ...item.limits, statutory: item.limits.statutory ?? twenty } };
}

const PROCEDURES: ProcedurePlan[] = [
  { id: 'expert-review', kind: 'expertReview', name: text('专家评审', 'Expert review'), basis: basis('食品安全法'), stopsClock: basis('行政许可法') },
  { id: 'inspection', kind: 'inspection', name: text('检验', 'Inspection'), basis: basis('食品安全法'), stopsClock: basis('行政许可法') },
  { id: 'site-visit', kind: 'siteVisit', name: text('现场核查', 'Site visit'), basis: basis('食品经营许可管理办法', 'rule') },
];

function condition(): fc.Arbitrary<Expr> {
  return fc.constantFrom(...FIELDS).chain((code) => fc.constantFrom<Expr>({ op: 'field', code }, { op: 'not', arg: { op: 'field', code } }));
}

function limitIn(unit: fc.Arbitrary<LimitUnit>, min: number, max: number): fc.Arbitrary<Limit> {
  return fc.record({ length: fc.integer({ min, max }), unit, basis: fc.constant(basis('行政许可法')) });
}

function workingDays(min: number, max: number): fc.Arbitrary<Limit> {
  return limitIn(fc.constant('workingDay'), min, max);
}

function anyLimit(min: number, max: number): fc.Arbitrary<Limit> {
  return fc.oneof(
    { weight: 3, arbitrary: workingDays(min, max) },
    { weight: 1, arbitrary: limitIn(fc.constant('calendarDay'), min, max) },
    { weight: 1, arbitrary: limitIn(fc.constant('month'), 1, 2) },
  );
}

function extensionBy(by: ExtensionRule['by'], cap: number): ExtensionRule {
  return { cap, by, basis: basis('行政许可法') };
}

function booleanField(code: string, required: boolean, neededBy: readonly string[]): FieldPlan {
  return {
    code, label: text(code, code), type: 'boolean', choices: [], required, personal: false,
    neededBy,
  };
}

function material(code: string, items: readonly string[], deferrable: Limit | null = null): MaterialPlan {
  return { code, name: text(code, code), source: 'applicant', neededBy: items.map((item) => given({ item, deferrable })) };
}

/** May be promised in writing instead of brought. */
function withCommitment(one: MaterialPlan, allowed: boolean): MaterialPlan {
  if (!allowed) return one;
  const commitment = { basis: basis('国办发〔2020〕42号', 'normativeDocument'), afterCheck: { length: 8, unit: 'workingDay', basis: basis('国办发〔2020〕42号', 'normativeDocument') } } as const;
  return { ...one, neededBy: one.neededBy.map((need) => ({ ...need, commitment })) };
}

/** A choice among so many things, one bit each. */
function mask(bits: number): fc.Arbitrary<number> {
  return fc.nat(2 ** bits - 1);
}

function chosen<T>(from: readonly T[], bits: number): T[] {
  return from.filter((_, index) => (bits >> index) % 2 === 1);
}
