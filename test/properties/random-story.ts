import fc from 'fast-check';
import type { CasePlan } from '../../workflows/case/case-plan.ts';
import { type Instant, instantOf, parsePlainDate } from '../../workflows/case/plain-date.ts';
import type { Submission } from '../../workflows/case/pre-review.ts';
import type { Receipt } from '../../workflows/case/receipt.ts';
import { AGENT, APPLICANT, CLERK, LANDLORD } from './people.ts';
import { A_DATE, LANDLORD_FIELD, randomPlan } from './random-plan.ts';

/** One case from its receipt on, or from its first draft, as numbers: what they mean is decided by `play`, in the state that they meet. */
export interface Story {
  readonly plan: CasePlan;
  readonly receivedAt: Instant;
  readonly application: Receipt | Submission;
  readonly moves: readonly Move[];
}

export interface Move {
  readonly wait: Wait;
  /** The engine was down meanwhile: deadlines on the way are settled late, by whatever comes next. */
  readonly down: boolean;
  /**
   * - `forward`, `side`, `harsh`: something sensible, drawn from what somebody is permitted to do now;
   * - `trespass`: what somebody may do now, done by another of that role: of another department, or the same person twice;
   * - `stray`: anybody tries any command on any item, whether it is its time or not; `spoilt`: the same, with a broken argument;
   * - `again`: the last command once more; `garbage`: no command at all; `idle`: only time passes.
   */
  readonly kind: 'forward' | 'side' | 'harsh' | 'trespass' | 'stray' | 'spoilt' | 'again' | 'garbage' | 'idle';
  /** Chooses among what is possible. */
  readonly pick: number;
  /** Chooses what is said. */
  readonly detail: number;
  readonly garbage: unknown;
}

export type Wait =
  | { readonly minutes: number }
  | { readonly days: number; readonly hour: number }
  /** Around the next deadline, in milliseconds from its due instant. */
  | { readonly dueAnd: number };

export const randomStory = (length = 40): fc.Arbitrary<Story> =>
  fc.record({ plan: randomPlan, intake: randomIntake, moves: fc.array(randomMove, { minLength: Math.floor(length / 2), maxLength: length, size: 'max' }) })
    .map(({ plan, intake, moves }) => ({ plan, receivedAt: intake.at, application: intake.online && plan.preReview ? draftOf(plan, intake) : receiptOf(plan, intake), moves }));

const hour = fc.constantFrom(0, 8, 9, 16.99, 17, 23 + 59 / 60, 24);
const wait: fc.Arbitrary<Wait> = fc.oneof(
  { weight: 14, arbitrary: fc.record({ minutes: fc.integer({ min: 0, max: 300 }) }) },
  { weight: 4, arbitrary: fc.record({ days: fc.integer({ min: 0, max: 6 }), hour }) },
  { weight: 1, arbitrary: fc.record({ days: fc.integer({ min: 7, max: 40 }), hour }) },
  { weight: 3, arbitrary: fc.record({ dueAnd: fc.constantFrom(-60_000, -1, 0, 1, 60_000) }) },
);

const randomMove: fc.Arbitrary<Move> = fc.record({
  wait,
  down: fc.boolean(),
  kind: fc.oneof(
    { weight: 9, arbitrary: fc.constant('forward' as const) }, { weight: 4, arbitrary: fc.constant('side' as const) },
    { weight: 4, arbitrary: fc.constant('harsh' as const) }, { weight: 4, arbitrary: fc.constantFrom('trespass', 'stray') },
    { weight: 1, arbitrary: fc.constantFrom('spoilt', 'again', 'garbage', 'idle') },
  ),
  pick: fc.nat(9999),
  detail: fc.nat(9999),
  garbage: fc.jsonValue({ maxDepth: 2 }),
});

interface Intake {
  readonly at: Instant;
  readonly form: Readonly<Record<string, boolean | string>>;
  readonly chosen: number;
  readonly paper: boolean;
  readonly allOrNothing: boolean;
  readonly agent: boolean;
  readonly spotDefects: number;
  readonly online: boolean;
}

/** Received at any hour of 2026, working day or not; the late ones run into a year that is not published. */
const randomIntake: fc.Arbitrary<Intake> = fc.record({
  at: fc.tuple(fc.integer({ min: 0, max: 364 }), hour, fc.integer({ min: -1, max: 1 }))
    .map(([day, at, ms]) => (instantOf(parsePlainDate('2026-01-01')!, day * 24 + at) + ms) as Instant),
  form: fc.record({ 'has-kitchen': fc.boolean(), 'has-signboard': fc.boolean(), 'sells-alcohol': fc.boolean(), [A_DATE]: fc.constantFrom('2026-02-16', '2026-06-01', '2026-10-03', '2026-12-31') }),
  chosen: fc.nat(63),
  paper: fc.boolean(),
  allOrNothing: fc.boolean(),
  agent: fc.boolean(),
  spotDefects: fc.nat(63),
  online: fc.boolean(),
});

function draftOf(plan: CasePlan, intake: Intake): Submission {
  const { onTheSpot: _, consents: __, by: ___, ...rest } = receiptOf(plan, intake);
  return { ...rest, origin: 'online', by: intake.agent && intake.spotDefects % 2 === 0 ? AGENT : APPLICANT };
}

function receiptOf(plan: CasePlan, intake: Intake): Receipt {
  const onTheSpot = plan.items.filter((item, index) =>
    item.examination.mode === 'onTheSpot' && index % 2 === intake.spotDefects % 2 && isInCase(item, index, intake));
  const asked = plan.consents !== undefined && intake.form['has-signboard'] === true;
  return {
    caseNo: '371302-20260101-0001', region: '371302', window: '罗庄窗口', by: CLERK,
    applicant: { id: APPLICANT.id, kind: 'person', name: APPLICANT.name, idNumber: '37130219900101001X', phone: '13800000000' },
    agent: intake.agent ? { id: AGENT.id, name: AGENT.name, idNumber: '371302198001010018', powerOfAttorney: '授权书1号' } : null,
    serviceWay: intake.paper ? 'paper' : 'electronic',
    policy: intake.allOrNothing && plan.outcome.allOrNothingAllowed ? 'allOrNothing' : 'separable',
    form: { ...intake.form, ...(asked ? { [LANDLORD_FIELD]: LANDLORD.id } : {}) },
    ...(asked ? { consents: [{ consent: 'landlord', person: LANDLORD.id, document: '当面签字' }] } : {}),
    materials: [],
    chosen: plan.items.filter((item, index) => item.optional && isInCase(item, index, intake)).map((item) => item.id),
    deferred: intake.spotDefects % 4 === 0 && isNeeded('floor-plan', plan, intake) ? ['floor-plan'] : [],
    ...committed(plan, intake),
    onTheSpot: onTheSpot.map((item) => ({
      item: item.id, defects: intake.spotDefects % 3 === 0 ? [{ target: { material: 'identity-card' }, problem: '过期', supply: '有效证件' }] : [],
    })),
  };
}

/** Every other item that offers it, and the identity card where the window found no fault with it. */
function committed(plan: CasePlan, intake: Intake): Pick<Receipt, 'committed' | 'committedMaterials'> {
  const { form, spotDefects } = intake;
  const items = plan.items.filter((item, index) =>
    index % 2 === spotDefects % 2 && item.commitment && isInCase(item, index, intake) && (!item.commitment.when || appliesTo(item.commitment.when, form)));
  const instead = spotDefects % 3 !== 0 && plan.materials.some(({ code, neededBy }) => code === 'identity-card' && neededBy.every((need) => need.commitment));
  return { committed: items.map(({ id }) => id), committedMaterials: instead ? ['identity-card'] : [] };
}

function isNeeded(code: string, plan: CasePlan, intake: Intake): boolean {
  const { neededBy } = plan.materials.find((one) => one.code === code)!;
  return plan.items.some((item, index) => neededBy.some((need) => need.item === item.id) && isInCase(item, index, intake));
}

function isInCase(item: CasePlan['items'][number], index: number, { form, chosen }: Intake): boolean {
  return (!item.condition || appliesTo(item.condition, form)) && (!item.optional || (chosen >> index) % 2 === 1);
}

function appliesTo(condition: NonNullable<CasePlan['items'][number]['condition']>, form: Intake['form']): boolean {
  if (condition.op === 'field') return form[condition.code] === true;
  return condition.op === 'not' && condition.arg.op === 'field' && form[condition.arg.code] !== true;
}
