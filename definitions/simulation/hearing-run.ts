import type { Actor } from '../../workflows/case/actor.ts';
import type { Calendar } from '../../workflows/case/calendar.ts';
import type { ItemPlan } from '../../workflows/case/case-plan.ts';
import type { CaseState, ItemState } from '../../workflows/case/case-state.ts';
import { dueAt, isRunning, read } from '../../workflows/case/clock.ts';
import type { Command } from '../../workflows/case/command-table.ts';
import { stageOf } from '../../workflows/case/hearing.ts';
import { addDays, dateOf, type Instant, instantOf, type PlainDate } from '../../workflows/case/plain-date.ts';
import { reviewerOf } from './officers.ts';

/** What the department of an item does next about its hearing: a command at once, or nothing before an instant. */
export type NextOfHearing =
  | { readonly kind: 'give'; readonly name: Command['do']; readonly as: Actor; readonly args: object }
  | { readonly kind: 'wait'; readonly until: Instant }
  | { readonly kind: 'over'; readonly minutes?: string };

const CHAIR = { id: 'simulated-chair', name: '听证主持人' };
/** Announced seven working days before, the day of the announcement not counted. @see ALL art. 48 */
const DAYS_BEFORE = 7;

/**
 * Nobody asks for a simulated hearing, and nobody waives it: the right is told and lapses. One that was asked for, or that is
 * held by duty, is announced as soon as it may be, held on its day and minuted the same afternoon.
 */
export function nextOfHearing(plan: ItemPlan, item: ItemState, state: CaseState, calendar: Calendar, at: Instant): NextOfHearing {
  const { hearing } = item;
  if (!hearing) return { kind: 'over' };
  const as = reviewerOf(item.department);
  switch (stageOf(hearing)) {
    case 'over':
      return { kind: 'over', ...(hearing.minutes ? { minutes: hearing.minutes.document } : {}) };
    case 'notTold': {
      const parties = (plan.interestedParties?.fields ?? []).map((code) => state.form[code]).filter((name) => typeof name === 'string' && name !== '').map((name) => ({ id: String(name), name: String(name) }));
      const told = parties.length > 0 ? { parties } : plan.interestedParties ? { nobodyBecause: '没有利害关系人' } : {};
      return { kind: 'give', name: 'tellHearingRight', as, args: { item: item.id, service: '当面送达', ...told } };
    }
    case 'rightRuns': {
      const clocks = Object.values(state.clocks).filter((clock) => clock.kind === 'hearingRight' && clock.item === item.id && isRunning(clock));
      return { kind: 'wait', until: Math.max(at + 1, ...clocks.map((clock) => dueAt(clock, read(clock, calendar, 0)) ?? at)) as Instant };
    }
    case 'toBeHeld': {
      if (!hearing.announcement) {
        const announce = { date: after(DAYS_BEFORE, dateOf(at), calendar), time: '09:30', place: '政务服务中心', chair: CHAIR, service: '当面送达并公告' };
        return { kind: 'give', name: 'recordHearing', as, args: { item: item.id, announce } };
      }
      const held = instantOf(hearing.announcement.date, 16);
      if (at < held) return { kind: 'wait', until: held };
      return { kind: 'give', name: 'recordHearing', as, args: { item: item.id, minutes: { attended: ['申请人'], evidence: '申请材料', statements: '无异议', signedBy: ['申请人'] } } };
    }
  }
}

function after(workingDays: number, date: PlainDate, calendar: Calendar): PlainDate {
  let day = date;
  for (let left = workingDays + 1; left > 0;) {
    day = addDays(day, 1);
    if (calendar.isWorkingDay(day)) left -= 1;
  }
  return day;
}
