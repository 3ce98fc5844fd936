import type { EscalationTarget, FactOf } from '../../workflows/case/case-change.ts';
import type { Clock, ClockKind } from '../../workflows/case/clock.ts';
import type { PlainDate } from '../../workflows/case/plain-date.ts';
import { GOVERNMENT } from '../people.ts';
import { openWork, SUPERVISION, WINDOW } from '../work-rows.ts';
import { citizensOf } from './citizens.ts';
import type { EventName } from './events.ts';
import { post, type Recipient } from './recipient.ts';
import { namesOf, type Occasion, tell, type Telling } from './telling.ts';

export const MANAGERS = post(SUPERVISION, 'manager');

/** Whom a limit presses: those who have work under it, or the applicant, with the words that he is reminded in; or nobody. */
const PRESSES = {
  preReview: 'post', draftKept: 'draftEnding', examination: 'post', noticeService: 'post', correction: 'correctionEnding', recheck: 'post',
  statutory: 'post', internal: 'post', promised: 'post', joint: 'post', procedure: 'post', delivery: 'post', urge: 'post', deferred: 'deferredEnding',
  rectification: 'post', complaint: 'post', renewal: 'post', afterCheck: 'post', preliminary: 'post', consultation: 'post', supervision: 'post', hearing: 'post',
  // One has the right, and need not use it.
  ratingWindow: 'nobody', hearingRight: 'nobody',
} as const satisfies Readonly<Record<ClockKind, 'post' | 'nobody' | EventName>>;

/** Yellow: whoever has work under this limit, or the applicant whose own limit it is. */
export function toldOfWarning(fact: FactOf<'clockWarned'>, occasion: Occasion): Telling[] {
  const clock = occasion.after.clocks[fact.clock]!;
  const presses = PRESSES[clock.kind];
  if (presses === 'nobody') return [];
  if (presses === 'post') return toThosePressed('warned', clock, fact.dueOn, occasion);
  return [tell(presses, citizensOf(occasion.after), { lastDay: fact.dueOn })];
}

/** Red: whoever had work under this limit, the next higher, and always the managers; of what the applicant promised, he too. */
export function toldOfOverdue(fact: FactOf<'clockRanOut'>, occasion: Occasion): Telling[] {
  const clock = occasion.after.clocks[fact.clock]!;
  const { department } = clock;
  const higher = fact.escalatedTo === null ? [] : [higherOf(fact.escalatedTo, department)];
  const above = unlike([...higher, MANAGERS]).map((to) => overdue(clock, fact.dueOn, occasion, to));
  if (clock.kind === 'deferred') return [tell('deferredOverdue', citizensOf(occasion.after), { lastDay: fact.dueOn }), ...above];
  const pressed = toThosePressed('overdue', clock, fact.dueOn, occasion);
  return [...pressed, ...above.filter(({ to: [one] }) => !pressed.some(({ to }) => to.some(({ key }) => key === one!.key)))];
}

/** A limit in a year whose calendar is not published: the managers see to it that it is. */
export function toldOfMissingCalendar(fact: FactOf<'calendarMissing'>, occasion: Occasion): Telling[] {
  const clock = occasion.after.clocks[fact.clock]!;
  return [tell('calendarMissing', [MANAGERS], { clock: clock.kind, items: itemsOf(clock, occasion), lastDay: fact.provisionalDueOn }, clock.department)];
}

/** Nobody answered in time, and the law draws its consequence: the department's head and the managers are told of the silence. */
export function toldOfSilence(kind: 'examination' | 'recheck' | 'preReview', to: readonly Recipient[], items: readonly string[], lastDay: PlainDate, occasion: Occasion, department: string): Telling {
  return tell('overdue', to, { clock: kind, items: namesOf(occasion, items), lastDay }, department);
}

function overdue(clock: Clock, dueOn: PlainDate, occasion: Occasion, to: Recipient): Telling {
  return tell('overdue', [to], { clock: clock.kind, items: itemsOf(clock, occasion), lastDay: dueOn }, clock.department);
}

function toThosePressed(event: 'warned' | 'overdue', clock: Clock, lastDay: PlainDate, occasion: Occasion): Telling[] {
  const open = openWork(occasion.after);
  const under = open.filter(({ clocks }) => clocks.includes(clock.id));
  // The joint limit is everybody's whose item is not decided.
  const works = under.length > 0 || clock.kind !== 'joint' ? under : open.filter(({ kind }) => kind === 'decide' || kind === 'confirm');
  if (works.length === 0) return [tell(event, [owner(clock)], { clock: clock.kind, items: itemsOf(clock, occasion), lastDay }, clock.department)];
  const posts = new Map(works.map((work) => [`${work.department} ${work.role}`, work]));
  return [...posts.values()].map(({ department, role }) => {
    const items = [...new Set(works.flatMap((work) => (work.department === department && work.role === role && work.item !== null ? [work.item] : [])))];
    return tell(event, [post(department, role)], { clock: clock.kind, items: namesOf(occasion, items), lastDay }, department);
  });
}

function owner({ kind, department }: Clock): Recipient {
  if (department !== null) return post(department, 'reviewer');
  return kind === 'rectification' || kind === 'complaint' || kind === 'joint' || kind === 'deferred' ? MANAGERS : post(WINDOW, 'clerk');
}

function higherOf(target: EscalationTarget, department: string | null): Recipient {
  if (target === 'headOfGovernment') return post(GOVERNMENT, target);
  return target === 'manager' || department === null ? MANAGERS : post(department, target);
}

function itemsOf({ item }: Clock, occasion: Occasion) {
  return namesOf(occasion, item === null ? [] : [item]);
}

function unlike(recipients: readonly Recipient[]): Recipient[] {
  return [...new Map(recipients.map((one) => [one.key, one])).values()];
}
