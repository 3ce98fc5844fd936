import { sql } from 'kysely';
import type { Database, Tx } from './open-store.ts';

export interface FillOptions {
  readonly cases: number;
  /** Open tasks a case; also its item clocks. Default 6: one a department. */
  readonly tasksPerCase?: number;
}

/** The six departments of the filled cases. */
export const FILLED_DEPARTMENTS = ['market-regulation', 'fire-rescue', 'city-management', 'health', 'tobacco-monopoly', 'water'] as const;
/** Twelve counties and districts of one city. */
const FILLED_REGIONS = ['371302', '371311', '371312', '371321', '371322', '371323', '371324', '371325', '371326', '371327', '371328', '371329'] as const;
const FILLED_SERVICES = ['open-restaurant', 'hire-employee', 'child-born', 'open-pharmacy', 'open-gym'] as const;

/**
 * Adds open cases to a store, to measure and to try it with: their rows as lists need them, not their history. Due dates lie
 * over 45 days, one clock in a hundred is red and five are yellow, every fourth task is claimed, one case in twenty has work
 * for the window. The same numbers give the same rows; a second call adds to the first.
 */
export async function fillStore(db: Database, { cases, tasksPerCase = 6 }: FillOptions): Promise<void> {
  const { rows: [{ first } = { first: 0 }] } = await sql<{ first: number }>`select count(*) as first from case_record where plan_hash = 'filled'`.execute(db);
  const numbers = sql`generate_series(${sql.lit(first + 1)}::int, ${sql.lit(first + cases)}::int) as i`;
  await db.transaction().execute(async (tx) => {
    // Every thousand cases a day of receipt; the hash spreads what must not follow from it.
    const indexes = await dropIndexes(tx);
    // Every thousand cases a day of receipt; the hash spreads what must not follow from it.
    await sql`create temporary table filled on commit drop as
      select f.*, region || '-' || to_char(to_timestamp(received_at / 1000), 'YYYYMMDD') || '-' || lpad(i::text, 7, '0') as case_no
      from (
        select i, ${one(FILLED_REGIONS, sql`hashint4(i)`)} as region, ${one(FILLED_SERVICES, sql`hashint4(i + 1)`)} as service,
          1767225600000 + (i / 1000) * 86400000::bigint + (i % 1000) * 28000 as received_at, i % 20 = 0 as at_window
        from ${numbers}) f`.execute(tx);
    // Red ran out in the past fortnight, yellow ends today or tomorrow, the rest within 45 days; always at 24:00.
    await sql`create temporary table filled_work on commit drop as
      select d.*, to_char(to_timestamp(due_at / 1000 - 43200), 'YYYY-MM-DD') as due_on
      from (
        select c.*, 1772294400000 + 86400000::bigint * case colour when 2 then -1 - (h / 100) % 14 when 1 then (h / 100) % 2 else 2 + (h / 100) % 43 end as due_at
        from (
          select w.*, (case when h % 100 = 0 then 2 when h % 100 < 6 then 1 else 0 end)::smallint as colour
          from (
            select f.i, f.case_no, f.service, f.region, f.received_at, f.at_window and n = 1 as at_window, f.service || '-' || n as item,
              ${one(FILLED_DEPARTMENTS, sql`(n - 1)`)} as department, abs(hashint8(f.i * 64 + n)::bigint) as h
            from filled f, generate_series(1, ${sql.lit(tasksPerCase)}) as n) w) c) d`.execute(tx);
    await sql`
      insert into case_record (case_no, service, plan_hash, calendar_hash, region, "window", applicant_id, applicant_name, phase, colour, received_on,
        received_at, seq, seen, chain, state, simulated, archived_hash)
      select case_no, service, 'filled', 'filled', region, '综合窗口一号', 'applicant-' || i, '申请人' || i, case when i % 10 < 3 then 'examination' else 'handling' end,
        worst.colour, to_char(to_timestamp(received_at / 1000), 'YYYY-MM-DD'),
        received_at, 1, 1, '', '{}', true, null
      from filled join (select case_no, max(colour) as colour from filled_work group by case_no) worst using (case_no)`.execute(tx);
    await sql`
      insert into task (case_no, id, kind, service, region, item, department, role, since, due_at, due_on, suspended, colour, claimed_by, claimed_at, applicant_name, received_at)
      select case_no, kind || ':' || item, kind, service, region, item, department, role, received_at, due_at, due_on, false, colour,
        case when h % 4 = 0 then role || '-' || department || '-' || (1 + h / 4 % 20) end, case when h % 4 = 0 then received_at end, '申请人' || i, received_at
      from (
        select w.*, case when at_window then 'recordService' when h % 10 < 4 then 'examine' when h % 10 < 8 then 'decide' else 'confirm' end as kind,
          case when at_window then 'clerk' when h % 10 < 8 then 'reviewer' else 'approver' end as role
        from (select i, case_no, service, region, received_at, at_window, item, case when at_window then 'window' else department end as department, h, colour, due_at, due_on
          from filled_work) w) asked`.execute(tx);
    await sql`
      insert into clock (case_no, id, kind, service, region, item, department, day_zero, due_on, due_at, suspended, provisional, colour, ran_out_at, stopped_at, reason)
      select case_no, 'promised:' || item, 'promised', service, region, item, department, to_char(to_timestamp(received_at / 1000), 'YYYY-MM-DD'), due_on, due_at,
        false, false, colour, case when colour = 2 then due_at end, null, case when colour = 2 and h % 3 = 0 then '需向上级部门核实' end
      from filled_work`.execute(tx);
    for (const definition of indexes) await sql.raw(definition).execute(tx);
  });
  // New rows are in no statistics yet, and no page is known to be visible to all: both come with autovacuum, sooner or later.
  for (const table of ['case_record', 'task', 'clock', 'task_count', 'clock_count', 'case_count']) await sql.raw(`vacuum analyze ${table}`).execute(db);
}

/** Building an index afterwards takes a tenth of the time of keeping it up. Nobody else can use the tables meanwhile. */
async function dropIndexes(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ name: string; definition: string }>`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
    where indrelid in ('case_record'::regclass, 'task'::regclass, 'clock'::regclass) and not indisprimary`.execute(tx);
  for (const { name } of rows) await sql.raw(`drop index ${name}`).execute(tx);
  return rows.map((row) => row.definition);
}

/** One of a list, by a number. */
function one(list: readonly string[], number: ReturnType<typeof sql>) {
  return sql`(array[${sql.join(list.map((value) => sql.lit(value)))}])[1 + abs(${number}) % ${sql.lit(list.length)}]`;
}
