import { calendarOf, withDecrees } from './calendar.ts';
import type { CommandOf } from './command-table.ts';
import { isRunning, isSuspended, read } from './clock.ts';
import { type Draft, emit, stateOf } from './draft.ts';
import { instantOf } from './plain-date.ts';
import { Refused } from './refuse.ts';

/**
 * A published decree recomputes every open deadline; each moved date is recorded. A deadline that has passed is never
 * decided again, and one that would now lie in the past becomes due at the publication.
 */
export function publishCalendar(draft: Draft, { with: args }: CommandOf<'publishCalendar'>): void {
  const before = draft.calendar;
  const decrees = withDecrees(before.decrees, args.decrees);
  if (JSON.stringify(calendarOf(decrees).decrees) === JSON.stringify(before.decrees)) throw new Refused('calendar.nothingNew');
  emit(draft, { kind: 'calendarPublished', decrees: args.decrees });
  draft.calendar = calendarOf(decrees);
  const threshold = draft.plan.warningThreshold;
  for (const clock of Object.values(stateOf(draft).clocks)) {
    if (!isRunning(clock) || isSuspended(clock)) continue;
    const from = read(clock, before, threshold).dueOn!;
    const { dueOn: to, warnOn } = read(clock, draft.calendar, threshold);
    if (from === to || !to) continue;
    emit(draft, { kind: 'deadlineMoved', clock: clock.id, from, to, stillYellow: clock.warned && instantOf(warnOn!) <= draft.now });
  }
}
