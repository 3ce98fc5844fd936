/** How many statements append, on average, before one of them sums up. */
const STATEMENTS_PER_SUMMING_UP = 300;

/**
 * Counts that stay cheap when there are a hundred thousand open cases: how many tasks, pressing clocks and cases there are of
 * each kind. They are kept by triggers in the transaction that changes the rows, so they are never stale.
 *
 * A counter that everybody updates would make every command of a department wait for the one before it, and two commands
 * that touch two counters in different order would deadlock. So nothing is updated: each statement appends what it adds
 * and takes away, and a count is the sum. Now and then one of the writers replaces many rows by their sum; deleting and
 * inserting are one statement, so a reader sees either the many or the one. Only one at a time does this, and nobody
 * waits for it.
 */
export const WORK_COUNTS: readonly string[] = [
  ...counting('task_count', 'task', {
    department: ['text', 'department'], role: ['text', 'role'], kind: ['text', 'kind'], item: ['text', `coalesce(item, '')`], service: ['text', 'service'],
    region: ['text', 'region'], colour: ['smallint', 'colour'], claimed: ['boolean', '(claimed_by is not null)'],
  }),
  `create index task_count_post on task_count (department, role)`,
  ...counting('clock_count', 'clock', {
    department: ['text', 'department'], kind: ['text', 'kind'], service: ['text', 'service'], region: ['text', 'region'], colour: ['smallint', 'colour'],
  }, 'where colour > 0 and stopped_at is null'),
  ...counting('case_count', 'case_record', {
    phase: ['text', 'phase'], service: ['text', 'service'], region: ['text', 'region'], colour: ['smallint', 'colour'],
  }),
];

function counting(counts: string, rows: string, dimensions: Readonly<Record<string, readonly [type: string, expression: string]>>, where = ''): string[] {
  const names = Object.keys(dimensions).join(', ');
  const values = Object.values(dimensions).map(([, expression]) => expression).join(', ');
  const groups = Object.keys(dimensions).map((_, index) => index + 1).join(', ');
  const difference = `
    insert into ${counts} (${names}, n)
    select ${values}, sum(change) from (select 1 as change, * from fresh union all select -1, * from stale) changed ${where}
    group by ${groups} having sum(change) <> 0`;
  return [
    `create table ${counts} (${Object.entries(dimensions).map(([name, [type]]) => `${name} ${type} not null`).join(', ')}, n bigint not null)
       with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 10000)`,
    `create function sum_up_${counts}() returns void language plpgsql as $$
     begin
       if pg_try_advisory_xact_lock(hashtext('${counts}')) then
         with many as (select ${names} from ${counts} group by ${groups} having count(*) > 1),
         gone as (delete from ${counts} using many where (${names.replaceAll(/\w+/g, `${counts}.$&`)}) = (${names.replaceAll(/\w+/g, 'many.$&')}) returning ${counts}.*)
         insert into ${counts} (${names}, n) select ${names}, sum(n) from gone group by ${groups} having sum(n) <> 0;
       end if;
     end $$`,
    `create function keep_${counts}() returns trigger language plpgsql as $$
     begin
       if tg_op = 'INSERT' then
         insert into ${counts} (${names}, n) select ${values}, count(*) from fresh ${where} group by ${groups};
       elsif tg_op = 'DELETE' then
         insert into ${counts} (${names}, n) select ${values}, -count(*) from stale ${where} group by ${groups};
       else
         ${difference};
       end if;
       if random() < 1.0 / ${STATEMENTS_PER_SUMMING_UP} then perform sum_up_${counts}(); end if;
       return null;
     end $$`,
    `create trigger ${rows}_counted_in after insert on ${rows} referencing new table as fresh for each statement execute function keep_${counts}()`,
    `create trigger ${rows}_counted_over after update on ${rows} referencing old table as stale new table as fresh for each statement execute function keep_${counts}()`,
    `create trigger ${rows}_counted_out after delete on ${rows} referencing old table as stale for each statement execute function keep_${counts}()`,
  ];
}
