import { calendarOf, type Decree } from '../workflows/case/calendar.ts';
import { registerCalendar } from './apply-changes.ts';
import type { Database } from './open-store.ts';

/** The decrees that new cases take with them. */
export async function currentDecrees(db: Database): Promise<readonly Decree[]> {
  const row = await db.selectFrom('calendar').select('decrees').where('in_force_since', 'is not', null).orderBy('in_force_since', 'desc').executeTakeFirst();
  return (row?.decrees ?? []) as readonly Decree[];
}

/** Makes a set of decrees the default for new cases. Repeating it changes nothing. */
export async function setCurrentCalendar(db: Database, decrees: readonly Decree[]): Promise<void> {
  const ordered = calendarOf(decrees).decrees;
  const hash = await registerCalendar(db, ordered);
  await db.updateTable('calendar').set({ in_force_since: Date.now() }).where('hash', '=', hash).execute();
}
