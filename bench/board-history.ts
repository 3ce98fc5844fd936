import { sql } from 'kysely';
import type { Database } from '../store/open-store.ts';
import { FILLED_DEPARTMENTS } from '../store/fill.ts';

/** The last day of the filled history, in ms: 24:00 of it. */
export const HISTORY_ENDS = 1_772_294_400_000;

/**
 * What was received and decided in the ninety days before {@link HISTORY_ENDS}: of each case its receipt, its closing, and per item
 * a receipt, an acceptance and a decision by one of twenty reviewers; one decision in twenty is late.
 */
export async function fillBoardHistory(db: Database, { cases }: { readonly cases: number }): Promise<void> {
  const departments = sql.raw(`array[${FILLED_DEPARTMENTS.map((one) => `'${one}'`).join(',')}]`);
  await sql`
    insert into board_fact (case_no, seq, item, kind, at, day, service, region, department, person, late, started)
    select region || '-decided-' || i, f.seq, f.item, f.kind, ${sql.lit(HISTORY_ENDS)} - age * 86400000::bigint, ${sql.lit(Math.floor(HISTORY_ENDS / 86_400_000) - 1)} - age, service, region, f.department,
      case when f.kind = 'granted' then 'reviewer-' || f.department || '-' || (1 + i % 20) end, case when f.kind = 'granted' then (i + f.seq) % 20 = 0 end,
      case when f.kind = 'granted' then ${sql.lit(Math.floor(HISTORY_ENDS / 86_400_000) - 1)} - age - 3 - (i + f.seq) % 25 end
    from (
      select i, i % 90 as age, (array['371302','371311','371312','371321','371322','371323','371324','371325','371326','371327','371328','371329'])[1 + abs(hashint4(i)) % 12] as region,
        (array['open-restaurant','hire-employee','child-born','open-pharmacy','open-gym'])[1 + abs(hashint4(i + 1)) % 5] as service
      from generate_series(1, ${sql.lit(cases)}::int) i) c
    cross join lateral (
      select 1 as seq, '' as item, 'received' as kind, '' as department union all select 90, '', 'closed', ''
      union all select s.seq + n, service || '-' || n, s.kind, (${departments})[n] from generate_series(1, 6) n cross join (values (1, 'itemReceived'), (10, 'itemAccepted'), (20, 'granted')) s(seq, kind)) f`.execute(db);
  await sql`vacuum analyze board_fact`.execute(db);
}
