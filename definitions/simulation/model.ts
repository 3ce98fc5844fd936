import type { Calendar } from '../../workflows/case/calendar.ts';
import type { CasePlan, DepartmentId, ItemId } from '../../workflows/case/case-plan.ts';
import type { Form } from '../../workflows/case/condition.ts';
import type { PlainDate } from '../../workflows/case/plain-date.ts';
import type { Distribution } from './distribution.ts';
import type { OfficeHours } from './working-time.ts';

/** Everything a simulation is played from: nothing is left open, nothing is looked up. */
export interface Model {
  readonly seed: number;
  /** Cases received on these days are counted, the first and the last included. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** So many working days before `from` the first cases come in, so that the desks are not empty. */
  readonly warmUp: number;
  /** Every day of it is settled: where no decree is published yet, days are assumed. */
  readonly calendar: Calendar;
  readonly hours: OfficeHours;
  readonly services: readonly ServiceModel[];
  readonly posts: readonly Post[];
}

/** One kind of work in one department, and the people who do it. */
export interface Post {
  /** `market-regulation` for its reviewers, `market-regulation/approver`, `window`. */
  readonly id: PostId;
  readonly department: DepartmentId;
  readonly role: 'reviewer' | 'approver' | 'clerk';
  readonly desks: number;
  /** Who takes the next one off the pile: the first that came, or the one whose limit ends first. */
  readonly queue: QueueOrder;
  /** The share of a person's days on which he is not there, by chance. */
  readonly absent: number;
  readonly away: readonly Away[];
}

export type PostId = string;
export type QueueOrder = 'fifo' | 'nearestDeadline';

/** So many people of a post are away from the first day to the last. */
export interface Away {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly people: number;
}

export interface ServiceModel {
  readonly plan: CasePlan;
  /** Cases a working day, on average. */
  readonly perDay: number;
  /** What applicants fill in; every one is as likely as the next. */
  readonly forms: readonly Form[];
  readonly items: Readonly<Record<ItemId, ItemModel>>;
  readonly applicant: ApplicantModel;
  /** Hours of work of the window at the handing over. */
  readonly handOver: Distribution;
}

/** What a department does with an item. Durations are hours of work; chances are shares between 0 and 1. */
export interface ItemModel {
  readonly examine: Distribution;
  readonly recheck: Distribution;
  /** To arrange a special procedure and write its notice. */
  readonly arrange: Distribution;
  readonly decide: Distribution;
  readonly confirm: Distribution;
  readonly deficient: number;
  /** Of what was corrected. */
  readonly unsatisfied: number;
  readonly refused: number;
  /** That a special procedure is needed, if the item has one. */
  readonly procedure: number;
  /** How long it takes whoever conducts it: hours of the office's working time, without any of its people. */
  readonly procedureTakes: Distribution;
}

export interface ApplicantModel {
  /** That he never answers the notice. */
  readonly silent: number;
  /** Hours of any day and night from the notice to his answer. */
  readonly corrects: Distribution;
}

export const WINDOW: PostId = 'window';
