import type { Actor } from '../../workflows/case/actor.ts';
import type { Calendar } from '../../workflows/case/calendar.ts';
import type { CasePlan } from '../../workflows/case/case-plan.ts';
import type { CaseState, Defect, ItemState } from '../../workflows/case/case-state.ts';
import { dueAt, read } from '../../workflows/case/clock.ts';
import type { Command } from '../../workflows/case/command-table.ts';
import type { Deadline } from '../../workflows/case/deadline.ts';
import { awaitsDeferred, openDeferred } from '../../workflows/case/deferred.ts';
import { openLines } from '../../workflows/case/correction-notice.ts';
import type { ItemStateName } from '../../workflows/case/item-machine.ts';
import { dateOf, type Instant } from '../../workflows/case/plain-date.ts';
import { step, type StepResult, tick } from '../../workflows/case/step.ts';
import type { EventQueue } from './event-queue.ts';
import type { Fate, ItemFate } from './fate.ts';
import { WINDOW } from './model.ts';
import { applicantOf, approverOf, CLERK, CONDUCTOR, firstDue, NOT_SATISFIED, REFUSAL, reviewerOf, siteCheckOf, statedBy } from './officers.ts';
import { nextOfHearing } from './hearing-run.ts';
import type { Staff } from './staff.ts';
import type { WorkingTime } from './working-time.ts';

/** What the cases of one run share. */
export interface Surroundings {
  readonly events: EventQueue;
  readonly calendar: Calendar;
  readonly office: WorkingTime;
  /** @throws Error when the model has no such post */
  staff(post: string): Staff;
}

const HOUR = 3_600_000;
/** Working time until a paper notice is served, a parcel delivered, a promised material brought. */
const [SERVICE, PARCEL, PROMISED] = [7 * HOUR, 21 * HOUR, 35 * HOUR];

/** Which of an item's times of work a job takes. */
type Work = 'examine' | 'recheck' | 'arrange' | 'decide' | 'confirm';

/**
 * One case on its way through the real `step()`: whatever its state asks for is put on the pile of those who must do it, and
 * when they have done it the command is given. The engine alone decides what follows, when a limit runs out, and what silence means.
 */
export class CaseRun {
  readonly plan: CasePlan;
  readonly #fate: Fate;
  readonly #around: Surroundings;
  readonly #ended: (at: Instant) => void;
  readonly #defects: readonly (Defect | null)[];
  readonly #known: (ItemStateName | null)[];
  readonly #alone: boolean[];
  /** Items that cannot be decided before a promised material is in. */
  readonly #held: number[] = [];
  #phase: CaseState['phase'] | null = null;
  #state: CaseState;
  #calendar: Calendar;
  #awaits: Instant | null = null;
  #commands = 0;

  constructor(plan: CasePlan, { state, calendar }: Pick<StepResult, 'state' | 'calendar'>, how: {
    readonly fate: Fate; readonly around: Surroundings; readonly defects: readonly (Defect | null)[]; readonly ended: (at: Instant) => void;
  }) {
    this.plan = plan;
    this.#fate = how.fate;
    this.#around = how.around;
    this.#defects = how.defects;
    this.#ended = how.ended;
    this.#known = plan.items.map(() => null);
    this.#alone = plan.items.map(() => false);
    this.#state = state;
    this.#calendar = calendar;
  }

  /** Gives out the work that the case wants done as it stands. */
  begin(next: Deadline | null, at: Instant): void {
    this.#look(next, at);
    if (this.#phase !== 'closed') this.#looseEnds(at);
  }

  /** What only a case has that was taken up in the middle: parcels on their way, materials that were promised. */
  #looseEnds(at: Instant): void {
    const { applicant, items } = this.#state;
    const slips = new Set(Object.values(items).flatMap(({ delivery }) => (delivery && delivery.servedOn === null ? [delivery.slip] : [])));
    for (const document of slips) {
      this.#later(at, PARCEL, (served) => this.#give('recordService', CLERK, { document, servedOn: dateOf(served), recipient: applicant.name }, served));
    }
    const promised = openDeferred(this.#state);
    if (promised.length === 0) return;
    this.#later(at, PROMISED, (brought) => {
      const materials = openDeferred(this.#state).map(({ material }) => ({ material, form: 'paper', files: [] }));
      if (materials.length > 0) this.#give('supplyDeferred', applicantOf(this.#state), { materials }, brought);
      for (const index of this.#held.splice(0)) if (this.#known[index] === 'handling') this.#decided(index, brought);
    });
  }

  #later(at: Instant, work: number, does: (at: Instant) => void): void {
    const then = this.#around.office.after(at, work);
    if (then === null) return;
    this.#around.events.plan(then, () => {
      if (this.#awaits !== null && this.#awaits <= then) this.settle(then);
      if (this.#phase !== 'closed') does(then);
    });
  }

  get state(): CaseState {
    return this.#state;
  }

  /** Lets everything fall due that is due at `at`. */
  settle(at: Instant): void {
    this.#take(tick(this.plan, this.#calendar, this.#state, at), at);
  }

  #give(name: Command['do'], as: Actor, args: object, at: Instant): void {
    const command = { id: `${(this.#commands += 1)}`, do: name, as, with: args } as Command;
    const result = step(this.plan, this.#calendar, this.#state, command, at);
    if (result.rejection) throw new Error(`the simulated ${as.role} gave ${name} ${JSON.stringify(args)} in vain: ${result.rejection.code}`);
    this.#take(result, at);
  }

  #take({ state, calendar, next }: StepResult, at: Instant): void {
    this.#state = state;
    this.#calendar = calendar;
    this.#look(next, at);
  }

  /** What is new: for every item that moved, for the phase, and when to look again. */
  #look(next: Deadline | null, at: Instant): void {
    const { phase, items } = this.#state;
    if (phase === 'closed' || phase === 'archived') return this.#end(at);
    for (let index = 0; index < this.plan.items.length; index += 1) {
      const item = items[this.plan.items[index]!.id];
      if (item && item.state !== this.#known[index]) {
        this.#known[index] = item.state;
        this.#react(item, index, at);
      }
      if (item?.handOverAlone && item.state === 'granted' && !item.delivery && !this.#alone[index]) {
        this.#alone[index] = true;
        this.#handOver([item.id], at);
      }
    }
    if (phase !== this.#phase) {
      this.#phase = phase;
      if (phase === 'correction') this.#awaitAnswer(at);
      if (phase === 'delivery') this.#handOver(null, at);
    }
    if (next && next.dueAt !== this.#awaits) this.#awaitDeadline(next.dueAt);
  }

  #end(at: Instant): void {
    if (this.#phase === 'closed') return;
    this.#phase = 'closed';
    this.#ended(at);
  }

  #awaitDeadline(at: Instant): void {
    this.#awaits = at;
    this.#around.events.plan(at, () => {
      if (this.#awaits !== at || this.#phase === 'closed') return;
      this.#awaits = null;
      this.settle(at);
    });
  }

  #awaitAnswer(at: Instant): void {
    const { corrects } = this.#fate;
    const { notice } = this.#state;
    if (!notice) return;
    if (notice.servedOn === null) {
      return this.#later(at, SERVICE, (served) => {
        if (this.#state.phase !== 'correction') return;
        this.#give('recordService', CLERK, { document: notice.number, servedOn: dateOf(served), recipient: this.#state.applicant.name }, served);
        this.#awaitAnswer(served);
      });
    }
    if (corrects === null) return;
    // A case that is taken up in the middle of its correction answers when it would have, but not in the past.
    const answers = Math.max(notice.issuedAt + corrects, at + 1) as Instant;
    this.#around.events.plan(answers, () => {
      for (const line of openLines(this.#state)) {
        if (this.#state.phase !== 'correction' || this.#passed(answers)) return;
        this.#give('answerDefect', applicantOf(this.#state), { line: line.id, text: '已补正' }, answers);
      }
    });
  }

  /** Whether the correction ends at this very instant, before the answer. */
  #passed(at: Instant): boolean {
    const clock = this.#state.clocks['correction'];
    const due = clock && dueAt(clock, read(clock, this.#calendar, this.plan.warningThreshold));
    return due !== undefined && due !== null && due <= at;
  }

  #react(item: ItemState, index: number, at: Instant): void {
    const fate = this.#fate.items[index]!;
    const { id } = item;
    switch (item.state) {
      case 'unexamined':
        return this.#reviewed(index, 'examine', 'examination', at, () => ['examine', this.#answer(id, fate, index)]);
      case 'rechecking':
        return this.#reviewed(index, 'recheck', 'recheck', at, () => ['recheck', { item: id, satisfied: fate.satisfied, ...(fate.satisfied ? {} : NOT_SATISFIED) }]);
      case 'uncorrected':
        return this.#reviewed(index, 'recheck', 'recheck', at, () => ['recheck', { item: id, satisfied: false, ...NOT_SATISFIED }]);
      case 'handling':
        return this.#handle(item, index, at);
      case 'preliminary':
        return this.#firstExamined(index, at);
      case 'blocked':
        return this.#hear(index, at, (heard, minutes) => this.#reviewed(index, 'decide', null, heard, () => ['proposeRefusal', { item: id, ...REFUSAL, ...minutes }]));
      case 'unsatisfiedProposed': case 'nonAcceptanceProposed': case 'outOfScopeProposed':
        return this.#confirmed(index, item.state === 'outOfScopeProposed' ? 'examination' : 'recheck', at);
      case 'grantProposed': case 'refusalProposed':
        return this.#confirmed(index, null, at);
      case 'complete': case 'deficient': case 'awaitingCorrection': case 'satisfied': case 'waiting':
      case 'outOfScope': case 'notAccepted': case 'granted': case 'refused': case 'withdrawn': case 'dropped':
        return;
      default:
        return item.state satisfies never;
    }
  }

  #answer(item: string, { deficient }: ItemFate, index: number): object {
    const defect = this.#defects[index];
    return deficient && defect ? { item, answer: 'deficient', defects: [defect] } : { item, answer: 'complete' };
  }

  /** The special procedure first, if one is needed; then the decision. */
  #handle(item: ItemState, index: number, at: Instant): void {
    const fate = this.#fate.items[index]!;
    const procedure = fate.procedure && this.plan.items[index]!.procedures[fate.procedure.index];
    const running = item.procedures.find((one) => one.endedOn === null);
    if (running) return this.#endProcedureLater(item, running.id, index, at);
    if (!procedure || item.procedures.length > 0) return this.#hear(index, at, (heard, minutes) => this.#decided(index, heard, minutes));
    const args = { item: item.id, procedure: procedure.id, by: CONDUCTOR, days: fate.procedure!.days };
    this.#job(index, 'arrange', this.#due(index, null), at, (done) => {
      this.#give('startProcedure', reviewerOf(this.plan.items[index]!.department), args, done);
      this.#endProcedureLater(item, procedure.id, index, done);
    });
  }

  #endProcedureLater(item: ItemState, procedure: string, index: number, at: Instant): void {
    const ends = this.#around.office.after(at, this.#fate.items[index]!.procedure?.takes ?? 0);
    if (ends === null) return;
    this.#around.events.plan(ends, () => {
      if (this.#known[index] !== 'handling') return;
      this.#give('endProcedure', reviewerOf(this.plan.items[index]!.department), { item: item.id, procedure, result: '已完成' }, ends);
      this.#handle(this.#state.items[item.id]!, index, ends);
    });
  }

  /** Before any decision: the right to a hearing, or the hearing itself. `then` gets the minutes to decide on. */
  #hear(index: number, at: Instant, then: (at: Instant, minutes: { readonly minutes?: string }) => void): void {
    const plan = this.plan.items[index]!;
    const was = this.#known[index];
    const next = nextOfHearing(plan, this.#state.items[plan.id]!, this.#state, this.#calendar, at);
    if (next.kind === 'over') return then(at, next.minutes === undefined ? {} : { minutes: next.minutes });
    if (next.kind === 'give') {
      return this.#job(index, 'arrange', this.#due(index, null), at, (done) => {
        this.#give(next.name, next.as, next.args, done);
        if (this.#known[index] === was) this.#hear(index, done, then);
      });
    }
    this.#around.events.plan(next.until, () => {
      if (this.#awaits !== null && this.#awaits <= next.until) this.settle(next.until);
      if (this.#known[index] === was && this.#phase !== 'closed') this.#hear(index, next.until, then);
    });
  }

  #decided(index: number, at: Instant, minutes: { readonly minutes?: string } = {}): void {
    const { id, department } = this.plan.items[index]!;
    this.#job(index, 'decide', this.#due(index, null), at, (done) => {
      if (this.#fate.items[index]!.refused) return this.#give('proposeRefusal', reviewerOf(department), { item: id, ...REFUSAL, ...minutes }, done);
      if (awaitsDeferred(this.#state, id)) return void this.#held.push(index);
      if (this.#state.items[id]!.siteChecks?.length === 0) this.#give('recordSiteCheck', reviewerOf(department), siteCheckOf(id, done), done);
      this.#give('proposeGrant', reviewerOf(department), { item: id, opinion: '符合法定条件', ...statedBy(this.plan.items[index]!), ...minutes }, done);
    });
  }

  /** The lower authority looks at it as long as a department does. */
  #firstExamined(index: number, at: Instant): void {
    const { id, preliminary } = this.plan.items[index]!;
    const { department } = preliminary!;
    this.#job(index, 'examine', this.#due(index, `preliminary:${id}`), at, (done) =>
      this.#give('reportPreliminary', reviewerOf(department), { item: id, meets: true, opinion: '符合条件' }, done), department);
  }

  #reviewed(index: number, work: Work, clock: string | null, at: Instant, says: () => readonly [Command['do'], object]): void {
    this.#job(index, work, this.#due(index, clock), at, (done) => {
      const [name, args] = says();
      this.#give(name, reviewerOf(this.plan.items[index]!.department), args, done);
    });
  }

  #confirmed(index: number, clock: string | null, at: Instant): void {
    const { id, department } = this.plan.items[index]!;
    this.#job(index, 'confirm', this.#due(index, clock), at, (done) =>
      this.#give('confirm', approverOf(department), { item: id, opinion: '同意' }, done));
  }

  #job(index: number, work: Work, due: number, at: Instant, done: (at: Instant) => void, department = this.plan.items[index]!.department): void {
    const state = this.#known[index];
    const stillWanted = () => this.#known[index] === state && this.#phase !== 'closed';
    this.#around.staff(work === 'confirm' ? `${department}/approver` : department).arrive({
      work: this.#fate.items[index]![work], dueAt: due, stillWanted,
      done: (finished) => {
        // What fell due while the work was done comes first: an item that was deemed complete is not examined any more.
        if (this.#awaits !== null && this.#awaits <= finished) this.settle(finished);
        if (stillWanted()) done(finished);
      },
    }, at);
  }

  #handOver(items: readonly string[] | null, at: Instant): void {
    this.#around.staff(WINDOW).arrive({
      work: Math.max(1, this.#fate.handOver), dueAt: Infinity, stillWanted: () => this.#granted(items).length > 0,
      done: (finished) => {
        const granted = this.#granted(items);
        if (granted.length > 0) this.#give('handOver', CLERK, { items: granted, way: 'pickUp', recipient: this.#state.applicant.name }, finished);
      },
    }, at);
  }

  /** Of these items, or of all, those that are granted and not handed over. */
  #granted(among: readonly string[] | null): readonly string[] {
    return Object.values(this.#state.items).filter((item) => item.state === 'granted' && !item.delivery && (among?.includes(item.id) ?? true)).map((item) => item.id);
  }

  #due(index: number, clock: string | null): number {
    return firstDue(this.plan, this.#calendar, this.#state, this.plan.items[index]!.id, clock);
  }
}
