import { CompiledQuery } from 'kysely';
import type { Actor, PersonId } from '../workflows/case/actor.ts';
import { dateOf, type Instant, type PlainDate } from '../workflows/case/plain-date.ts';
import { standsInFor } from './delegation.ts';
import type { Database } from './open-store.ts';
import { postOf } from './people.ts';
import { StoreError, type StoreErrorCode } from './store-error.ts';

export interface TaskRef {
  readonly caseNo: string;
  readonly taskId: string;
}

/** What became of a wish to change who works on a task. A refusal has the code and the words' parameters of a `StoreError`. */
export type Allocated =
  | { readonly ok: true; readonly task: TaskRef; readonly claimedBy: PersonId | null; /** False: it was so already. */ readonly changed: boolean }
  | { readonly ok: false; readonly task: TaskRef; readonly code: StoreErrorCode; readonly params: Readonly<Record<string, string>> };

/** `at`: when, in ms; `today`: the day by which delegations hold. Both default to now. */
export interface When {
  readonly at?: number;
  readonly today?: PlainDate;
}

/** Takes a task of one's own department, role and region. Of two who do so at the same moment one wins, and the other is told who. */
export async function claim(db: Database, by: Actor, task: TaskRef, when: When = {}): Promise<Allocated> {
  return (await claimAll(db, by, [task], 'wait', when))[0]!;
}

/**
 * Claims many tasks at once: those that are free. For the others the result says why not. In the order given.
 * A task that is being changed at this moment is not waited for while others are held; it is tried again on its own.
 */
export async function bulkClaim(db: Database, by: Actor, tasks: readonly TaskRef[], when: When = {}): Promise<Allocated[]> {
  const results = await claimAll(db, by, tasks, 'skip', when);
  for (const [index, result] of results.entries()) {
    if (!result.ok && result.code === 'task.unknown') results[index] = await claim(db, by, result.task, when);
  }
  return results;
}

/** Gives a task back to its group: one's own, that of somebody one stands in for, or anybody's as manager or head. */
export async function release(db: Database, by: Actor, task: TaskRef, { note = null, ...when }: When & { note?: string | null } = {}): Promise<Allocated> {
  return move(db, by, task, null, note, when);
}

/**
 * Hands a task to somebody of its department and role. May do so: who has claimed it, who stands in for him, the manager, the
 * head of the department; and anybody of its group while nobody has claimed it.
 * @throws StoreError `person.unknown` when there is no such receiver
 */
export async function transfer(db: Database, by: Actor, task: TaskRef, to: PersonId, { note = null, ...when }: When & { note?: string | null } = {}): Promise<Allocated> {
  return move(db, by, task, to, note, when);
}

/**
 * Whether the allocation lets a person do what this task asks, before the command goes to the case. Only that somebody else
 * has claimed it stands in the way: whose department and role a command needs, and whether its time has come, is the case's to say.
 * @throws StoreError `task.claimedByOther`
 */
export async function mayAct(db: Database, person: Actor, caseNo: string, taskId: string, { at = Date.now(), today = dateOf(at as Instant) }: When = {}): Promise<void> {
  const row = await db.selectFrom('task').leftJoin('person', 'person.id', 'task.claimed_by').select(['task.claimed_by', 'person.name'])
    .where('case_no', '=', caseNo).where('task.id', '=', taskId).executeTakeFirst();
  if (!row || row.claimed_by === null || row.claimed_by === person.id) return;
  if ((await standsInFor(db, person.id, today)).includes(row.claimed_by)) return;
  throw new StoreError('task.claimedByOther', { who: row.name ?? row.claimed_by });
}

export interface AllocationEntry {
  readonly at: number;
  readonly action: 'claim' | 'release' | 'transfer' | 'delegate' | 'endDelegation';
  readonly by: PersonId;
  /** Whose the task was before, and whose it is after; null: its group's. */
  readonly from: PersonId | null;
  readonly to: PersonId | null;
  readonly note: string | null;
}

/** Who had a task, in order. Outlives the task. */
export async function allocationOf(db: Database, { caseNo, taskId }: TaskRef): Promise<AllocationEntry[]> {
  return db.selectFrom('allocation_log').select(['at', 'action', 'by', 'from', 'to', 'note'])
    .where('case_no', '=', caseNo).where('task_id', '=', taskId).orderBy('id').execute();
}

async function claimAll(db: Database, by: Actor, tasks: readonly TaskRef[], busy: 'wait' | 'skip', { at = Date.now() }: When): Promise<Allocated[]> {
  const post = postOf(by);
  const { rows } = await db.executeQuery<{ case_no: string; id: string; claimed_by: string | null; name: string | null; theirs: boolean; taken: boolean }>(
    CompiledQuery.raw(busy === 'wait' ? CLAIM : CLAIM.replace('for update of task', 'for update of task skip locked'), [
      tasks.map((task) => task.caseNo), tasks.map((task) => task.taskId), by.id, post?.department ?? null, post?.role ?? null, at,
    ]),
  );
  const found = new Map(rows.map((row) => [`${row.case_no} ${row.id}`, row]));
  return tasks.map((task): Allocated => {
    const row = found.get(`${task.caseNo} ${task.taskId}`);
    if (!row) return { ok: false, task, code: 'task.unknown', params: { task: task.taskId } };
    if (row.taken || (row.claimed_by === by.id && row.theirs)) return { ok: true, task, claimedBy: by.id, changed: row.taken };
    if (!row.theirs) return { ok: false, task, code: 'task.notYours', params: { person: by.name } };
    return { ok: false, task, code: 'task.claimedByOther', params: { who: row.name ?? row.claimed_by! } };
  });
}

/** Whether a task is of the region that $3 works for; who is bound to none works everywhere. */
const OF_HIS_REGION = `starts_with(task.region, coalesce((select region from person where id = $3), ''))`;

/**
 * `found` takes the rows' locks before it looks who has them: whoever comes second waits, and then sees the winner.
 * The log is written by the same statement, so there is no claim without its entry.
 */
const CLAIM = `
with wanted as (select * from unnest($1::text[], $2::text[]) as w(case_no, id)),
found as (
  select task.case_no, task.id, task.claimed_by, coalesce(task.department = $4 and task.role = $5, false) and ${OF_HIS_REGION} as theirs
  from task join wanted using (case_no, id) order by task.case_no, task.id for update of task),
taken as (
  update task set claimed_by = $3, claimed_at = $6 from found
  where task.case_no = found.case_no and task.id = found.id and found.claimed_by is null and found.theirs returning task.case_no, task.id),
logged as (
  insert into allocation_log (at, action, case_no, task_id, "by", "to") select $6, 'claim', case_no, id, $3, $3 from taken)
select found.*, person.name, taken.id is not null as taken
from found left join taken using (case_no, id) left join person on person.id = found.claimed_by`;

async function move(
  db: Database, by: Actor, task: TaskRef, to: PersonId | null, note: string | null, { at = Date.now(), today = dateOf(at as Instant) }: When,
): Promise<Allocated> {
  const post = postOf(by);
  const { rows: [row] } = await db.executeQuery<{
    receiver: string | null; receiver_name: string | null; fits: boolean; found: boolean; claimed_by: string | null; name: string | null; theirs: boolean; allowed: boolean; moved: boolean;
  }>(CompiledQuery.raw(MOVE, [task.caseNo, task.taskId, by.id, post?.department ?? null, post?.role ?? null, by.role, at, today, to, note]));
  if (to !== null && row!.receiver === null) throw new StoreError('person.unknown', { person: to });
  const no = (code: StoreErrorCode, params: Readonly<Record<string, string>> = {}): Allocated => ({ ok: false, task, code, params });
  if (!row!.found) return no('task.unknown', { task: task.taskId });
  if (row!.moved) return { ok: true, task, claimedBy: to, changed: true };
  if (!row!.allowed) {
    return row!.claimed_by === null || !row!.theirs ? no('task.notYours', { person: by.name }) : no('task.claimedByOther', { who: row!.name ?? row!.claimed_by });
  }
  if (to !== null && !row!.fits) return no('transfer.notTheirs', { person: row!.receiver_name! });
  if (to === null && row!.claimed_by === null) return no('task.notClaimed');
  return { ok: true, task, claimedBy: to, changed: false };
}

/** One row always comes back, so that the reason for doing nothing can be told. */
const MOVE = `
with found as (
  select task.case_no, task.id, task.claimed_by, task.department, task.role, coalesce(task.department = $4 and task.role = $5, false) and ${OF_HIS_REGION} as theirs,
    coalesce(task.claimed_by = $3 or (${OF_HIS_REGION} and (exists (select from delegation d where d."from" = task.claimed_by and d."to" = $3 and d.ended_at is null and $8 between d.starts_on and d.ends_on)
      or $6 = 'manager' or ($6 = 'headOfAuthority' and task.department = $4)
      or (task.claimed_by is null and task.department = $4 and task.role = $5))), false) as allowed, task.region
  from task where case_no = $1 and id = $2 for update),
receiver as (
  select id, name, role, coalesce(region, '') as region, coalesce(department, case role when 'clerk' then 'window' when 'manager' then 'supervision' when 'headOfGovernment' then 'government' end) as department
  from person where id = $9),
moved as (
  update task set claimed_by = $9, claimed_at = case when $9::text is not null then $7::bigint end from found
  where task.case_no = found.case_no and task.id = found.id and found.allowed and found.claimed_by is distinct from $9
    and ($9::text is null or exists (select from receiver where receiver.department = found.department and receiver.role = found.role and starts_with(found.region, receiver.region)))
  returning task.id),
logged as (
  insert into allocation_log (at, action, case_no, task_id, "by", "from", "to", note)
  select $7, case when $9::text is null then 'release' else 'transfer' end, found.case_no, found.id, $3, found.claimed_by, $9, $10 from found, moved)
select receiver.id as receiver, receiver.name as receiver_name, coalesce(receiver.department = found.department and receiver.role = found.role and starts_with(found.region, receiver.region), false) as fits,
  found.id is not null as found, found.claimed_by, found.theirs, found.allowed, person.name, moved.id is not null as moved
from (select) one left join found on true left join receiver on true left join moved on true left join person on person.id = found.claimed_by`;
