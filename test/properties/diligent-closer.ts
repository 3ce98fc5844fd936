import { isOpenComplaint, stuckItems } from '../../workflows/case/aftercare.ts';
import type { CasePlan } from '../../workflows/case/case-plan.ts';
import type { CommandName } from '../../workflows/case/command-table.ts';
import { isHearingOpen } from '../../workflows/case/hearing.ts';
import { IN_HANDLING } from '../../workflows/case/item-machine.ts';
import { dateOf, type Instant, instantOf } from '../../workflows/case/plain-date.ts';
import { step, tick } from '../../workflows/case/step.ts';
import { SYSTEM } from './people.ts';
import { type Deed, possible, type Situation } from './play.ts';
import { allYears } from './random-decrees.ts';
import { sensibleCommand } from './sensible-arguments.ts';

const MINUTE = 60_000;

/** From here on everybody does what he should: one sensible deed after another, and time passes only when none is left. */
export function closeDiligently(plan: CasePlan, from: Situation): Situation {
  let now = settleCalendar(plan, from);
  for (let deeds = 0; deeds < 500; deeds += 1) {
    if (now.state.phase === 'archived') return now;
    const at = (now.at + MINUTE) as Instant;
    const passed = tick(plan, now.calendar, now.state, at);
    now = { state: passed.state, calendar: passed.calendar, at };
    const deed = nextDeed(plan, now);
    if (deed) {
      const command = sensibleCommand(`d${deeds}`, deed.do, deed.item, deed.as, { plan, state: now.state, at }, 0, 'forward');
      const done = step(plan, now.calendar, now.state, command, at);
      if (done.rejection) throw new Error(`${deed.as.id} could not ${deed.do} ${deed.item}: ${done.rejection.code}`);
      now = { ...now, state: done.state, calendar: done.calendar };
    } else if (passed.next) {
      const later = tick(plan, now.calendar, now.state, passed.next.dueAt);
      now = { state: later.state, calendar: later.calendar, at: passed.next.dueAt };
    } else if (hearingDay(now) !== null) {
      now = { ...now, at: hearingDay(now)! };
    } else if (now.state.phase !== 'archived') {
      throw new Error(`nobody can do anything, and nothing is due: ${now.state.phase}`);
    }
  }
  throw new Error(`not closed after 500 deeds: ${now.state.phase}`);
}

/** In the order in which an office would do it. What is left out is never needed to come to an end. */
const DUTIES: readonly CommandName[] = [
  'giveConsent', 'answerPreReview', 'submitDraft', 'examine', 'supplyDeferred', 'answerDefect', 'recheck', 'confirm', 'reportPreliminary', 'answerConsultation', 'acknowledgeSupervision', 'endProcedure', 'tellHearingRight', 'recordSiteCheck', 'recordHearing', 'waiveHearing', 'proposeGrant', 'proposeRefusal', 'handOver', 'recordService', 'answerUrge', 'rectifyRating', 'resolveComplaint',
  'recordAfterCheck',
];

function nextDeed(plan: CasePlan, now: Situation): Deed | undefined {
  const deeds = possible(plan, now.state);
  for (const duty of DUTIES) {
    const found = deeds.find((deed) => deed.do === duty && isNeeded(deed, now));
    if (found) return found;
  }
  return undefined;
}

/** Everybody waits for the day that was announced, even when it is later than it should be. */
function hearingDay({ state, at }: Situation): Instant | null {
  const days = Object.values(state.items).flatMap((item) => (isHearingOpen(item) && IN_HANDLING.includes(item.state) && item.hearing?.announcement ? [instantOf(item.hearing.announcement.date)] : []));
  return days.find((day) => day > at) ?? null;
}

function isNeeded(deed: Deed, { state, at }: Situation): boolean {
  const item = deed.item === null ? null : state.items[deed.item]!;
  switch (deed.do) {
    case 'submitDraft':
      // After what was missing, or a refusal: then everybody is asked anew.
      return state.preReview?.answer?.outcome === 'missing' || (state.consents ?? []).some((one) => one.said?.agrees === false);
    case 'examine':
      return item?.state === 'unexamined';
    case 'recheck':
      return item?.state === 'rechecking' || item?.state === 'uncorrected';
    case 'proposeRefusal':
      return item?.state === 'blocked';
    case 'tellHearingRight':
      return item?.hearing?.rights.length === 0;
    case 'recordSiteCheck':
      return item?.siteChecks?.length === 0;
    case 'recordHearing':
      return !item?.hearing?.announcement || item.hearing.announcement.date <= dateOf(at);
    case 'resolveComplaint':
      // What got stuck was answered already: now it is followed up at its end.
      return state.complaints.some((one) => isOpenComplaint(one) && (one.answer === null || stuckItems(state, one).length === 0));
    default:
      return true;
  }
}

/** Somebody publishes the calendar of every year that the case can reach. */
function settleCalendar(plan: CasePlan, from: Situation): Situation {
  if (from.state.phase === 'archived') return from;
  const command = { id: 'calendar', do: 'publishCalendar', as: SYSTEM, with: { decrees: [allYears] } } as const;
  const { state, calendar } = step(plan, from.calendar, from.state, command, from.at);
  return { state, calendar, at: from.at };
}
