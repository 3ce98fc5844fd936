import type { Calendar } from '../../../workflows/case/calendar.ts';
import type { Change, FactOf } from '../../../workflows/case/case-change.ts';
import { dueAt, read } from '../../../workflows/case/clock.ts';
import { addDays, dateOf, type Instant, type PlainDate } from '../../../workflows/case/plain-date.ts';
import { type Heard, UNHEARD } from '../ledger-of-hearings.ts';
import { each, offence, papers, type Property } from './property.ts';

type Decided = FactOf<'decisionProposed' | 'itemGranted' | 'itemRefused'> & Change;

export const hearing: Property = {
  id: 'hearing', article: '行政许可法 第三十六条、第四十六条至第四十八条 ALL art. 36, 46-48',
  says: { zh: '听证申请期内、听证举行前不作决定，听证依法公告、主持，决定依据笔录', en: 'no decision while the right to a hearing runs or before it is held; announced in time, by an outsider, decided on its minutes' },
  broken: (transition) => {
    const { plan, result: { calendar } } = transition;
    for (const { change } of each(transition, 'hearingRightTold')) {
      if (papers(transition, 'hearingRight').length < change.persons.length) return offence(`“${change.item}”的听证权利没有书面告知每个人`, `not everybody has a paper about the right to a hearing on ${change.item}`, { expect: { documents: { hearingRight: change.persons.length } } });
    }
    for (const { change, known } of each(transition, 'hearingRequested')) {
      const rights = (known.heard[change.item] ?? UNHEARD).rights.filter((right) => right.persons.includes(change.party));
      if (rights.every((right) => isOver(right, calendar, change.at))) return offence(`“${change.item}”的听证申请期届满后仍被要求听证`, `a hearing on ${change.item} was asked for too late, or by somebody not told`, { refused: 'hearing.rightLapsed' });
    }
    for (const { change, known } of each(transition, 'hearingRightLapsed')) {
      const right = (known.heard[change.item] ?? UNHEARD).rights.find(({ clock }) => clock.id === change.clock);
      if (!right || !isOver(right, calendar, change.at)) return offence(`“${change.item}”的听证权利提前失效`, `the right to a hearing on ${change.item} lapses before its five working days`);
    }
    for (const { change, known } of each(transition, 'hearingAnnounced')) {
      if (daysBetween(calendar, dateOf(change.at), change.date) < 7) return offence(`“${change.item}”的听证公告不足七个工作日`, `the hearing on ${change.item} is announced less than seven working days before`, { refused: 'hearing.tooSoon' });
      if (known.heard[change.item]?.examiners.includes(change.chair.id) || change.by.id === change.chair.id) return offence(`“${change.item}”的听证由审查人员主持`, `who examined ${change.item} presides over its hearing`, { refused: 'hearing.chairExamined' });
    }
    for (const { change, known } of each(transition, 'decisionProposed', 'itemGranted', 'itemRefused')) {
      const rule = plan.items.find((one) => one.id === change.item)?.hearing;
      const flaw = rule ? flawOf(change, known.heard[change.item] ?? UNHEARD, rule.held === 'required', calendar) : null;
      if (flaw) return offence(`“${change.item}”${flaw.zh}`, `${change.item} ${flaw.en}`, { refused: flaw.code });
    }
    return null;
  },
};

function flawOf(change: Decided, { rights, waived, requested, minutes }: Heard, required: boolean, calendar: Calendar) {
  if (minutes !== null) {
    const proposed = change.kind === 'decisionProposed' ? change.proposal.minutes : minutes;
    return proposed === minutes ? null : { code: 'hearing.notOnMinutes', zh: '的意见没有依据听证笔录', en: 'is proposed without the minutes of its hearing' };
  }
  if (required || requested) return { code: 'hearing.notHeld', zh: '未举行听证即决定', en: 'is decided before its hearing was held' };
  if (rights.length === 0) return { code: 'hearing.rightNotTold', zh: '未告知听证权利即决定', en: 'is decided before anybody was told of the right to a hearing' };
  const runs = rights.some((right) => !right.persons.every((one) => waived.includes(one)) && !isOver(right, calendar, change.at));
  return runs ? { code: 'hearing.rightRuns', zh: '在听证申请期内决定', en: 'is decided while the right to a hearing runs' } : null;
}

/** Reckoned anew, from the day on which it was told. */
function isOver({ clock }: Heard['rights'][number], calendar: Calendar, at: Instant): boolean {
  const due = dueAt(clock, read(clock, calendar, 0));
  return due !== null && due <= at;
}

function daysBetween(calendar: Calendar, after: PlainDate, until: PlainDate): number {
  let days = 0;
  for (let day = addDays(after, 1); day <= until; day = addDays(day, 1)) if (calendar.isWorkingDay(day)) days += 1;
  return days;
}
