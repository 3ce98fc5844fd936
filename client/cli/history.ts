import type { Known } from '../../definitions/simulation/known.ts';
import { Learner } from '../../definitions/simulation/learn.ts';
import type { Database } from '../../store/open-store.ts';
import { workHistory } from '../../store/queries/work-history.ts';
import type { Calendar } from '../../workflows/case/calendar.ts';
import type { OfficeHours } from '../../definitions/simulation/working-time.ts';

const YEAR = 365 * 86_400_000;

/** What the cases received within a year tell of how long work takes. */
export async function learned(db: Database, calendar: Calendar, hours: OfficeHours): Promise<Known> {
  const learner = new Learner();
  for await (const { caseNo, change } of workHistory(db, Date.now() - YEAR)) learner.take(caseNo, change);
  return learner.known(calendar, hours);
}
