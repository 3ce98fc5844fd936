import type { HearingAnnounced, HearingMinutes } from './argument.ts';
import type { CommandOf } from './command-table.ts';
import type { ItemPlan, LegalBasis } from './case-plan.ts';
import type { ItemState } from './case-state.ts';
import { newClock } from './clock.ts';
import { type Draft, emit, itemOf, itemPlan, stateOf, today } from './draft.ts';
import { issueToEach } from './hearing-papers.ts';
import { hearingOf, named, stopperOf } from './hearing-right.ts';
import type { Hearing } from './hearing-state.ts';
import { itemFor } from './item-event.ts';
import { ALL_48 } from './law.ts';
import { issue, nextNumber } from './paper.ts';
import { addDays, type PlainDate, toEpochDay } from './plain-date.ts';
import { Refused } from './refuse.ts';
import { clocksToSuspend } from './special-procedure.ts';

/** Working days between the announcement and the hearing, its own day counted. @see ALL art. 48 para 1(1) */
const NOTICE_DAYS = 7;

/** Announces the hearing, or records it with its signed minutes. @see ALL art. 46-48 */
export function recordHearing(draft: Draft, { with: args }: CommandOf<'recordHearing'>): void {
  const item = itemFor(draft, args.item);
  const hearing = hearingOf(draft, item);
  if (hearing.minutes) throw new Refused('hearing.alreadyHeld', { when: hearing.minutes.on });
  if (hearing.held === 'onRequest' && hearing.since === null) throw new Refused('hearing.notRequested', { item: item.id });
  if (args.announce && !args.minutes) return announce(draft, item, hearing, args.announce);
  if (args.minutes && !args.announce) return hold(draft, item, hearing, args.minutes);
  throw new Refused('hearing.announceOrMinutes');
}

/**
 * Where the hearing is the authority's own duty, its announcement is the decision to hold it: from that day the clocks stand
 * still, and the hearing is due on the day announced. A new announcement puts it off; what ran out stays on the record.
 */
function announce(draft: Draft, item: ItemState, hearing: Hearing, args: HearingAnnounced): void {
  const earliest = earliestDay(draft);
  if (args.date < earliest) throw new Refused('hearing.tooSoon', { date: args.date, earliest });
  requireOutsider(draft, item, args.chair.id);
  const plan = itemPlan(draft.plan, item.id);
  const { basis } = plan.hearing!;
  const parties = (args.parties ?? []).filter(({ id }) => id !== stateOf(draft).applicant.id && !hearing.parties.some((one) => one.id === id)).map(named);
  const { date, time, place } = args;
  const told = { date, time, place, chair: named(args.chair), closedBecause: args.closedBecause ?? null };
  const clock = hearing.held === 'required' && !hasRunOut(draft, hearing)
    ? newClock({
        id: `hearing:${item.id}`, kind: 'hearing', item: item.id, department: item.department, dayZero: today(draft), since: draft.now,
        limit: { length: toEpochDay(date) - toEpochDay(today(draft)), unit: 'calendarDay', basis },
      })
    : null;
  const suspends = hearing.since === null ? clocksToSuspend(draft, item, plan) : [];
  issueToEach(draft, item, 'hearingNotice', [...hearing.parties, ...parties], true, {
    basis: rulesOf(plan),
    data: {
      date, time, place, chair: args.chair.name, open: args.closedBecause === undefined, closedBecause: args.closedBecause ?? null,
      required: hearing.held === 'required', parties: [...hearing.parties, ...parties].map(({ name }) => name), howServed: args.service,
    },
    fact: (documents) => ({ kind: 'hearingAnnounced', item: item.id, ...told, parties, service: args.service, clock, suspends, stopsClock: stopperOf(plan), documents }),
  });
}

/** The clocks go on with the rest of the day on which the minutes are signed. */
function hold(draft: Draft, item: ItemState, { announcement }: Hearing, args: HearingMinutes): void {
  if (!announcement) throw new Refused('hearing.notAnnounced', { item: item.id });
  if (today(draft) < announcement.date) throw new Refused('hearing.beforeItsDay', { date: announcement.date });
  const { attended, evidence, statements, signedBy } = args;
  const document = nextNumber(stateOf(draft), 'hearingMinutes');
  emit(draft, { kind: 'hearingHeld', item: item.id, attended, evidence, statements, signedBy, document });
  issue(draft, {
    kind: 'hearingMinutes', item: itemOf(draft, item.id), basis: rulesOf(itemPlan(draft.plan, item.id)),
    data: {
      acceptedOn: stateOf(draft).acceptance!.effectiveOn,
      date: announcement.date, time: announcement.time, place: announcement.place, chair: announcement.chair.name, open: announcement.closedBecause === null,
      attended, evidence, statements, signedBy, signedOn: today(draft),
    },
  });
}

/** By which rules it is held: a licence's by the licensing law as well. */
function rulesOf({ nature, hearing }: ItemPlan): LegalBasis[] {
  return [hearing!.basis, ...(nature === 'licence' ? [ALL_48] : [])];
}

/** The first day on which a hearing announced today may be held. */
function earliestDay(draft: Draft): PlainDate {
  let day = today(draft);
  for (let counted = 0; counted < NOTICE_DAYS;) {
    day = addDays(day, 1);
    if (draft.calendar.isWorkingDay(day)) counted += 1;
  }
  return day;
}

/** Who examined the application does not preside, and who acts on the item now is one of them. */
function requireOutsider(draft: Draft, item: ItemState, chair: string): void {
  if (chair === draft.actor.id || item.examiners?.includes(chair)) throw new Refused('hearing.chairExamined', { chair });
}

function hasRunOut(draft: Draft, { clock }: Hearing): boolean {
  return clock !== null && stateOf(draft).clocks[clock]!.ranOutAt !== null;
}
