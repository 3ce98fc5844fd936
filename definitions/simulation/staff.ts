import { addDays, type Instant, instantOf, type PlainDate } from '../../workflows/case/plain-date.ts';
import type { Calendar } from '../../workflows/case/calendar.ts';
import type { EventQueue } from './event-queue.ts';
import type { Post } from './model.ts';
import { randomOf } from './random.ts';
import { type OfficeHours, type WorkingTime, workingTime } from './working-time.ts';

/** Something that somebody of a post must do for a case. */
export interface Job {
  /** Milliseconds of work. */
  readonly work: number;
  /** When the first limit that presses on it ends; what has none is least urgent. */
  readonly dueAt: number;
  /** Nobody begins what has become pointless meanwhile: the item was deemed complete, the case withdrawn. */
  stillWanted(): boolean;
  done(at: Instant): void;
}

interface Waiting {
  readonly job: Job;
  readonly since: Instant;
  readonly order: number;
}

interface Person {
  readonly time: WorkingTime;
  busy: boolean;
}

/** What a post did within the days that are counted. Times are milliseconds of working time. */
export interface StaffRecord {
  readonly busy: number;
  readonly present: number;
  /** How long each job that came in these days lay on the pile. */
  readonly waits: readonly number[];
}

/** The people of one post, and the pile in front of them. Whoever is free and there takes the next job and keeps it until it is done. */
export class Staff {
  readonly #post: Post;
  readonly #events: EventQueue;
  readonly #office: WorkingTime;
  readonly #people: readonly Person[];
  readonly #counted: readonly [Instant, Instant];
  readonly #pile: Waiting[] = [];
  readonly #waits: number[] = [];
  #begun = 0;
  #arrived = 0;
  #busy = 0;
  #awake: Instant | null = null;

  constructor(post: Post, work: { events: EventQueue; calendar: Calendar; hours: OfficeHours; counted: readonly [Instant, Instant]; keys: readonly number[] }) {
    this.#post = post;
    this.#events = work.events;
    this.#counted = work.counted;
    this.#office = workingTime(work.hours, (date) => work.calendar.isWorkingDay(date));
    this.#people = Array.from({ length: post.desks }, (_, index) => ({
      busy: false, time: workingTime(work.hours, (date) => work.calendar.isWorkingDay(date) && !isAway(post, index, date, work.keys)),
    }));
  }

  arrive(job: Job, at: Instant): void {
    this.#pile.push({ job, since: at, order: (this.#arrived += 1) });
    this.#distribute(at);
  }

  record(): StaffRecord {
    const [from, to] = this.#counted;
    return { busy: this.#busy, present: this.#people.reduce((sum, { time }) => sum + time.between(from, to), 0), waits: this.#waits };
  }

  /** Gives out what lies on the pile to whoever is there; else somebody looks again when the first of the free ones comes. */
  #distribute(at: Instant): void {
    while (this.#begun < this.#pile.length) {
      let first: { person: Person; at: Instant } | null = null;
      for (const person of this.#people) {
        const there = person.busy ? null : person.time.next(at);
        if (there !== null && (first === null || there < first.at)) first = { person, at: there };
      }
      if (first === null) return;
      if (first.at > at) return this.#wakeAt(first.at);
      const waiting = this.#take();
      if (waiting.job.stillWanted()) this.#begin(waiting, first.person, at);
    }
  }

  #wakeAt(at: Instant): void {
    if (this.#awake !== null && this.#awake <= at) return;
    this.#awake = at;
    this.#events.plan(at, () => {
      if (this.#awake === at) this.#awake = null;
      this.#distribute(at);
    });
  }

  #take(): Waiting {
    if (this.#post.queue === 'nearestDeadline') {
      let nearest = this.#begun;
      for (let index = this.#begun + 1; index < this.#pile.length; index += 1) if (isNearer(this.#pile[index]!, this.#pile[nearest]!)) nearest = index;
      const [found] = this.#pile.splice(nearest, 1);
      this.#pile.splice(this.#begun, 0, found!);
    }
    const taken = this.#pile[this.#begun]!;
    this.#begun += 1;
    // What was taken is swept away in one go, now and then: an array is slow to lose its head.
    if (this.#begun > 64) {
      this.#pile.splice(0, this.#begun);
      this.#begun = 0;
    }
    return taken;
  }

  #begin({ job, since }: Waiting, person: Person, at: Instant): void {
    const [from, to] = this.#counted;
    const done = person.time.after(at, job.work);
    if (since >= from && since < to) this.#waits.push(this.#office.between(since, at));
    person.busy = true;
    if (done === null) return;
    this.#busy += at >= from && done <= to ? job.work : person.time.between(Math.max(at, from) as Instant, Math.min(done, to) as Instant);
    this.#events.plan(done, () => {
      person.busy = false;
      job.done(done);
      this.#distribute(done);
    });
  }
}

function isNearer(a: Waiting, b: Waiting): boolean {
  return a.job.dueAt < b.job.dueAt || (a.job.dueAt === b.job.dueAt && a.order < b.order);
}

/** Planned absences take the last people of a post, those by chance anybody; one more person changes nobody else's days. */
function isAway({ desks, absent, away }: Post, index: number, date: PlainDate, keys: readonly number[]): boolean {
  if (away.some(({ from, to, people }) => from <= date && date <= to && index >= desks - people)) return true;
  return absent > 0 && randomOf(...keys, index, instantOf(date)).next() < absent;
}

/** The days from the first to the last, as instants: 00:00 of the first to 24:00 of the last. */
export function wholeDays(from: PlainDate, to: PlainDate): readonly [Instant, Instant] {
  return [instantOf(from), instantOf(addDays(to, 1))];
}
