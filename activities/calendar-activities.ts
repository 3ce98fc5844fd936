import type { CaseClient } from '../client/case-client.ts';
import { currentDecrees, setCurrentCalendar } from '../store/current-calendar.ts';
import { contentHash } from '../store/hash-chain.ts';
import type { Actor } from '../workflows/case/actor.ts';
import { withDecrees } from '../workflows/case/calendar.ts';
import type { CalendarActivities } from '../workflows/case-protocol.ts';

const SYSTEM: Actor = { id: 'calendar', name: '节假日安排', role: 'system' };
const PAGE = 50;

/** Tells running cases of a published calendar, each by a command like any other. */
export function calendarActivities(client: CaseClient): CalendarActivities {
  const { db } = client.store;
  return {
    async setCalendar(decrees) {
      await setCurrentCalendar(db, withDecrees(await currentDecrees(db), decrees));
    },
    async tellCases(after) {
      const decrees = await currentDecrees(db);
      const hash = contentHash(decrees);
      const rows = await db.selectFrom('case_record').select('case_no')
        .where('phase', '<>', 'archived').where('calendar_hash', '<>', hash).where('case_no', '>', after ?? '')
        .orderBy('case_no').limit(PAGE).execute();
      let updated = 0;
      for (const { case_no: caseNo } of rows) {
        const outcome = await client.command(caseNo, { id: `calendar/${hash}/${caseNo}`, do: 'publishCalendar', as: SYSTEM, with: { decrees } });
        if (outcome.ok) updated += 1;
      }
      return { told: rows.length, updated, last: rows.length < PAGE ? null : rows.at(-1)!.case_no };
    },
  };
}
