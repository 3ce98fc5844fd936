import { calendarOf, type Decree } from '../workflows/case/calendar.ts';
import { calendarAt, registerCalendar } from './apply-changes.ts';
import type { Database } from './open-store.ts';

/** The hash of the calendar that new cases take with them; null before any was published. */
export async function currentCalendarHash(db: Database): Promise<string | null> {
  const row = await db.selectFrom('calendar').select('hash').where('in_force_since', 'is not', null).orderBy('in_force_since', 'desc').executeTakeFirst();
  return row?.hash ?? null;
}

/** The decrees that new cases take with them. */
export async function currentDecrees(db: Database): Promise<readonly Decree[]> {
  const hash = await currentCalendarHash(db);
  return hash === null ? [] : (await calendarAt(db, hash)).decrees;
}

/** Makes a set of decrees the default for new cases. Repeating it changes nothing. */
export async function setCurrentCalendar(db: Database, decrees: readonly Decree[]): Promise<void> {
  const ordered = calendarOf(decrees).decrees;
  const hash = await registerCalendar(db, ordered);
  await db.updateTable('calendar').set({ in_force_since: Date.now() }).where('hash', '=', hash).execute();
}
