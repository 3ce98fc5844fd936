import type { Decree } from '../../workflows/case/calendar.ts';
import type { CasePlan } from '../../workflows/case/case-plan.ts';
import { type Form, holds } from '../../workflows/case/condition.ts';
import type { OutcomePolicy, ServiceWay } from '../../workflows/case/handed-in.ts';
import type { Grain } from './abstraction.ts';
import { someOfEach } from '../some-of-each.ts';
import { formsFor, someForms } from './application.ts';
import { mayCommit } from './committing.ts';
import { type Core, REAL_CORE } from './core.ts';
import { type Exploration, explore, type Found } from './explore.ts';
import type { Ground } from './ground.ts';
import { extract } from './extract.ts';
import { type Group, groupsOf } from './groups.ts';
import { type MachineProof, type MoveItem, proveItemMachine } from './item-machine.ts';
import { type Intake, settled } from './receipt.ts';
import { walk, type Walks } from './walks.ts';
import { shapeOf } from './shape.ts';
import { unexplored } from './what-may-be-said.ts';

export interface ProofOptions {
  readonly core?: Core;
  readonly moveItem?: MoveItem;
  /** States explored of one group from one intake, at most. */
  readonly mostStates?: number;
  /** Stops at the first violation. */
  readonly hasty?: boolean;
  /** Explores also what is the same but for the names: to see that it is. */
  readonly alikeToo?: boolean;
  /** Random walks through the whole case, and the seed that makes them the same each time. */
  readonly walks?: number;
  readonly seed?: number;
  /** Told before each exploration how many are done, of how many; the last time when all are. */
  readonly onProgress?: (done: number, of: number) => void;
}

/** What was explored, how far, and every violation found. */
export interface Proof {
  readonly plan: CasePlan;
  readonly machine: MachineProof;
  readonly explored: readonly Explored[];
  /** One for each violated property: of all the stories the shortest. */
  readonly violations: readonly Violation[];
  readonly walks: Omit<Walks, 'found'>;
  /** Groups for which no form was found that makes them part of a case. */
  readonly withoutForm: readonly Group[];
  /** Commands that the prover does not give, because nobody wrote down what may be said with them. */
  readonly unexplored: readonly string[];
}

export interface Explored extends Omit<Exploration, 'found'> {
  readonly group: Group;
  /** The same but for the names was explored already, with these items. */
  readonly like: Group | null;
  readonly grain: Grain;
  readonly intake: Intake;
}

export interface Violation extends Found {
  readonly ground: Ground;
  readonly group: Group;
}

const GRAINS: Readonly<Record<Group['kind'], readonly Grain[]>> = {
  item: ['item', 'care'], dependentPair: ['pair'], independentPair: ['pair'], cycle: ['pair'], whole: ['whole'],
};
/** Paper, which must be served first, where one item is looked at closely; everywhere else electronic. */
const WAY: Readonly<Record<Grain, ServiceWay>> = { item: 'paper', care: 'electronic', pair: 'electronic', intake: 'electronic', whole: 'electronic' };

const MOST_STATES = 20_000;

/**
 * Explores every item and every pair of items of a plan and looks whether the law's promises hold in every state and on
 * every way. Pure: the same plan gives the same proof.
 */
export function prove(definition: CasePlan, decrees: readonly Decree[], options: ProofOptions = {}): Proof {
  // Whatever is repeated is there twice: a third one meets nothing that the second has not met.
  const plan = someOfEach(definition, 2);
  const { core = REAL_CORE, mostStates = MOST_STATES, hasty = false, alikeToo = false, walks = 60, seed = 1, onProgress } = options;
  const explored: Explored[] = [];
  const violations = new Map<string, Violation>();
  const withoutForm: Group[] = [];
  const shapes = new Map<string, { group: Group; exploration: Exploration }>();
  const calendar = settled(decrees);
  const machine = proveItemMachine(options.moveItem);
  const isOver = () => hasty && violations.size > 0;
  const grounds = groupsOf(plan).flatMap((group) => {
    const part = extract(plan, group.items);
    const intakes = intakesOf(part, group);
    if (intakes.length === 0) withoutForm.push(group);
    return intakes.flatMap((intake) => GRAINS[group.kind]
      .filter((grain) => WAY[grain] === intake.serviceWay)
      .map((grain) => ({ group, ground: { core, plan: part, decrees: calendar, intake, grain } })));
  });
  const online = onlineIntakes(plan).map((intake): { group: Group; ground: Ground } => (
    { group: { items: plan.items.map((item) => item.id), kind: 'whole' }, ground: { core, plan, decrees: calendar, intake, grain: 'intake' } }));
  const all = [...grounds, ...online];
  for (const [done, { group, ground }] of all.entries()) {
    if (isOver()) break;
    onProgress?.(done, grounds.length);
    const shape = shapeOf(ground);
    const like = alikeToo ? undefined : shapes.get(shape);
    const { found, ...how } = like?.exploration ?? withoutStacks(() => explore(ground, { mostStates, hasty }));
    if (!like) shapes.set(shape, { group, exploration: { found, ...how } });
    explored.push({ group, like: like?.group ?? null, grain: ground.grain, intake: ground.intake, ...how });
    for (const one of like ? [] : found) {
      const known = violations.get(one.offence.property);
      if (!known || one.moves.length < known.moves.length) violations.set(one.offence.property, { ...one, ground, group });
    }
  }
  const { found, ...walked } = withoutStacks(() => walk({ core, plan, decrees }, isOver() ? 0 : walks, seed));
  onProgress?.(grounds.length, grounds.length);
  const group: Group = { items: plan.items.map((item) => item.id), kind: 'whole' };
  for (const one of found) if (!violations.has(one.offence.property)) violations.set(one.offence.property, { ...one, group });
  return { plan, machine, explored, walks: walked, violations: [...violations.values()], withoutForm, unexplored: unexplored() };
}

/** Every way of taking the items in that makes a difference. */
function intakesOf(plan: CasePlan, { kind, items }: Group): Intake[] {
  const spot = plan.items.some((item) => item.examination.mode === 'onTheSpot');
  // What falls together with another item is a matter of pairs.
  const policies: OutcomePolicy[] = kind === 'dependentPair' && plan.outcome.allOrNothingAllowed ? ['separable', 'allOrNothing'] : ['separable'];
  const ways = kind === 'item' ? ['electronic', 'paper'] as const : ['electronic'] as const;
  return formsFor(plan, items).flatMap((form) => ways.flatMap((serviceWay) => policies.flatMap((policy) =>
    (spot ? [false, true] : [false]).flatMap((faults) => (mayCommit(plan, form) ? [false, true] : [false]).map((commits): Intake =>
      ({ form, serviceWay, policy, faults, commits }))))));
}

/** A draft online, once for each set of consents that it can need. */
function onlineIntakes(plan: CasePlan): Intake[] {
  if (!plan.preReview) return [];
  const asked = (form: Form) => (plan.consents ?? []).filter(({ condition }) => !condition || holds(condition, form)).map((one) => one.id).join();
  const forms = new Map(someForms(plan).toReversed().map((form) => [asked(form), form]));
  return [...forms.values()].map((form) => ({ form, serviceWay: 'electronic', policy: 'separable', faults: false, commits: false, online: true }));
}

/** A refused command is an error inside the core, thrown and caught: spelling out where takes a tenth of the time. */
function withoutStacks<T>(work: () => T): T {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = limit;
  }
}
