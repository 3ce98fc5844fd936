import type { Defect } from '../../workflows/case/case-state.ts';
import { addDays, type Instant, instantOf, type PlainDate } from '../../workflows/case/plain-date.ts';
import { open, type StepResult } from '../../workflows/case/step.ts';
import { defectsOfPlan, receiptsOf } from './application.ts';
import { arrivalsOn, workingDaysBefore } from './arrivals.ts';
import { CaseRun, type Surroundings } from './case-run.ts';
import { EventQueue } from './event-queue.ts';
import { type Fate, fateOf } from './fate.ts';
import type { Model, PostId, ServiceModel } from './model.ts';
import { type CaseOutcome, outcomeOf } from './outcome.ts';
import { KEY, numberOf, randomOf } from './random.ts';
import { Staff, type StaffRecord, wholeDays } from './staff.ts';
import { hoursADay, workingTime } from './working-time.ts';

/** One replication: the counted cases, and what each post did in the counted days. */
export interface Run {
  readonly cases: readonly CaseOutcome[];
  readonly posts: ReadonlyMap<PostId, StaffRecord>;
  /** All cases that were played, those of the warm-up and after the last counted day included. */
  readonly played: number;
}

/** A case that is not closed after so many days is counted as it then stands. */
const PATIENCE_DAYS = 400;

/**
 * Plays the model once. Cases go on coming in until every counted one is closed: the desks of the last are as full as those
 * of the first. The same model and replication always give the same run.
 */
export function runOnce(model: Model, replication: number): Run {
  const counted = wholeDays(model.from, model.to);
  const world = new World(model, replication, counted);
  world.comeIn(workingDaysBefore(model.from, model.warmUp, model.calendar), counted[1]);
  const end = instantOf(addDays(model.to, PATIENCE_DAYS));
  world.play(end);
  return world.record(end);
}

/** A model under way: its desks, its cases, its time. */
export class World {
  readonly #model: Model;
  readonly #replication: number;
  readonly #counted: readonly [Instant, Instant];
  readonly #around: Surroundings;
  readonly #staff: ReadonlyMap<PostId, Staff>;
  readonly #defects: readonly (readonly (Defect | null)[])[];
  readonly #receipts: readonly ReturnType<typeof receiptsOf>[];
  /** Counted cases that are not closed, with their service. */
  readonly #open = new Map<CaseRun, number>();
  readonly #outcomes: CaseOutcome[] = [];
  #played = 0;
  /** The last counted day is over. */
  #allIn = false;

  constructor(model: Model, replication: number, counted: readonly [Instant, Instant]) {
    const { calendar, hours, seed } = model;
    const events = new EventQueue();
    const staff = new Map(model.posts.map((post) => [post.id, new Staff(post, { events, calendar, hours, counted, keys: [seed, replication, KEY.absence, numberOf(post.id)] })]));
    this.#model = model;
    this.#replication = replication;
    this.#counted = counted;
    this.#staff = staff;
    this.#around = {
      events, calendar, office: workingTime(hours, (date) => calendar.isWorkingDay(date)),
      staff(post) {
        const found = staff.get(post);
        if (!found) throw new Error(`the model has no post ${post}`);
        return found;
      },
    };
    this.#defects = model.services.map(({ plan }) => defectsOfPlan(plan));
    this.#receipts = model.services.map(({ plan }, index) => receiptsOf(plan, this.#defects[index]!));
  }

  /** Lets cases come in from a day on: until the counted days are over, and then for as long as a counted case is open. */
  comeIn(date: PlainDate, until: Instant): void {
    const { events } = this.#around;
    events.plan(instantOf(date), (midnight) => {
      this.#allIn = midnight >= until;
      if (this.#allIn && this.#open.size === 0) return;
      this.#model.services.forEach((service, index) => this.#comeInOn(date, service, index));
      this.comeIn(addDays(date, 1), until);
    });
  }

  /** Plays until every counted case is closed, or time is over. */
  play(end: Instant): void {
    while (!(this.#allIn && this.#open.size === 0) && this.#around.events.advance(end)) { /* the event happens */ }
  }

  /** Takes a case up as it stands. `fate` decides what is still to come. */
  follow(service: number, { state, calendar, next }: Pick<StepResult, 'state' | 'calendar' | 'next'>, fate: Fate, at: Instant, counts: boolean): void {
    this.#played += 1;
    const run = new CaseRun(this.#model.services[service]!.plan, { state, calendar }, {
      fate, around: this.#around, defects: this.#defects[service]!,
      ended: (closed) => {
        if (this.#open.delete(run)) this.#outcomes.push(outcomeOf(run.state, service, closed));
      },
    });
    if (counts) this.#open.set(run, service);
    run.begin(next, at);
  }

  /** What came of it; cases that are still open at `end` as they then stand. */
  record(end: Instant): Run {
    for (const [run, service] of this.#open) {
      run.settle(end);
      this.#outcomes.push(outcomeOf(run.state, service, end));
    }
    return { cases: this.#outcomes, posts: new Map([...this.#staff].map(([id, staff]) => [id, staff.record()])), played: this.#played };
  }

  #comeInOn(date: PlainDate, service: ServiceModel, index: number): void {
    const { seed, hours } = this.#model;
    const code = numberOf(service.plan.service.code);
    const [from, to] = this.#counted;
    arrivalsOn(date, service.perDay, this.#model, seed, this.#replication, KEY.arrivals, code).forEach((at, nth) => {
      const fate = fateOf(service, randomOf(seed, this.#replication, KEY.fate, code, instantOf(date), nth), hoursADay(hours));
      const receipt = this.#receipts[index]!(`371302-${date.replaceAll('-', '')}-${nth + 1}`, service.forms[fate.form]!, fate);
      this.#around.events.plan(at, () => {
        const opened = open(service.plan, this.#model.calendar.decrees, receipt, at, { simulated: true });
        if (opened.state === null) throw new Error(`${service.plan.service.code}: a simulated receipt was refused: ${opened.rejection.code}`);
        this.follow(index, { ...opened, calendar: this.#model.calendar }, fate, at, at >= from && at < to);
      });
    });
  }
}
