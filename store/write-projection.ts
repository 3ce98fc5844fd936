import { CompiledQuery } from 'kysely';
import type { Change } from '../workflows/case/case-change.ts';
import type { CaseState } from '../workflows/case/case-state.ts';
import type { Folded } from './fold-changes.ts';
import { personsNamed } from './case-persons.ts';
import { contentHash } from './hash-chain.ts';
import type { FiledNotification } from './notifications/notifications-of.ts';
import type { Database, Tx } from './open-store.ts';
import { prepared } from './prepared-statements.ts';
import type { WorkRows } from './work-rows.ts';

export interface Projection {
  readonly folded: Folded;
  readonly changes: readonly Change[];
  readonly rows: WorkRows;
  readonly calendarHash: string;
  /** What people are told of the changes. */
  readonly notifications: readonly FiledNotification[];
  /** Of changes up to this one people were told before, if this store remembers it or not: nothing is sent to them again. */
  readonly toldUpTo?: number;
  /** Last change stored, folded or not. */
  readonly seen: number;
}

/** Written only if the case still stands at this link and nothing waits to be folded; the command is settled with it. */
export interface Expected {
  readonly chain: string;
  readonly settles: string;
}

/**
 * Writes what a case has become: one statement, so one round trip for the record, its changes, papers, tasks and clocks.
 * Needs the case's lock, or an expectation.
 *
 * Tasks and clocks are compared with the rows that are there, not with what an earlier version of this program would have
 * written: a row that a new release derives differently is put right by the next change of its case.
 * @returns false when the case no longer stands where it was expected: then nothing at all was written
 */
export async function writeProjection(tx: Database | Tx, { folded, changes, rows, calendarHash, seen, notifications, toldUpTo = 0 }: Projection, expected?: Expected): Promise<boolean> {
  const { state, links, openedBy } = folded;
  const result = await tx.executeQuery(CompiledQuery.raw(WRITE, [
    state.caseNo,
    JSON.stringify(recordOf(state, rows, links.at(-1)!, calendarHash, seen)),
    JSON.stringify(state),
    JSON.stringify(changes.map((change, index) => ({ seq: change.seq, at: change.at, kind: change.kind, hash: links[index], change }))),
    JSON.stringify(changes.flatMap((change) => (change.kind === 'documentIssued' ? [documentRow(change.document)] : []))),
    JSON.stringify(rows.tasks.map((task) => ({ ...task, since: openedBy.get(task.id)?.at ?? null }))),
    JSON.stringify(rows.clocks),
    expected?.chain ?? null, expected?.settles ?? null, Date.now(), JSON.stringify(notifications), toldUpTo, JSON.stringify(personsNamed(state, changes)),
  ]));
  return (result.rows as { written: boolean }[])[0]!.written;
}

function recordOf(state: CaseState, rows: WorkRows, chain: string, calendarHash: string, seen: number): object {
  return {
    service: state.service, plan_hash: state.planHash, calendar_hash: calendarHash, region: state.region, window: state.window,
    applicant_id: state.applicant.id, applicant_name: state.applicant.name, phase: state.phase, colour: rows.colour,
    received_on: state.receivedOn, received_at: state.receivedAt, seq: state.seq, seen, chain, simulated: state.simulated, at: state.at,
  };
}

function documentRow(document: Extract<Change, { kind: 'documentIssued' }>['document']): object {
  return { number: document.number, kind: document.kind, item: document.item, issued_on: document.issuedOn, hash: contentHash(document), record: document };
}

/**
 * - A change that was kept without a link gets it now; one that has a link is never touched again.
 * - A task keeps whoever claimed it for as long as it is the same task: opened at the same time.
 * - `for update`-free: the case's row is locked, and claims touch none of the columns compared here.
 * - What another department is told is filed in its outbox once, and what people are told is too, whatever is written again.
 * - A draft becomes a case received on another day; of all others these columns stay as they are, and so do their indexes.
 * - With an expectation the statement takes the lock itself: whoever had it before has then moved the chain on.
 */
const WRITE = prepared('write-projection', `
with expected as (select from case_record where case_no = $1::text and chain = $8::text and seen = seq for update),
g as (
  select * from json_to_record($2::json) as g(
    service text, plan_hash text, calendar_hash text, region text, "window" text, applicant_id text, applicant_name text, phase text, colour smallint,
    received_on text, received_at bigint, seq integer, seen integer, chain text, simulated boolean, at bigint)
  where $8::text is null or exists (select from expected)),
settled as (update command set status = 'done', settled_at = $10::bigint where id = $9::text and exists (select from g)),
record as (
  insert into case_record (case_no, service, plan_hash, calendar_hash, region, "window", applicant_id, applicant_name, phase, colour,
    received_on, received_at, seq, seen, chain, simulated, state)
  select $1::text, service, plan_hash, calendar_hash, region, "window", applicant_id, applicant_name, phase, colour,
    received_on, received_at, seq, seen, chain, simulated, $3::json from g
  on conflict (case_no) do update set plan_hash = excluded.plan_hash, calendar_hash = excluded.calendar_hash, phase = excluded.phase, colour = excluded.colour,
    received_on = excluded.received_on, received_at = excluded.received_at, seq = excluded.seq, seen = excluded.seen, chain = excluded.chain, state = excluded.state),
change as (
  insert into case_change (case_no, seq, at, kind, change, hash)
  select $1::text, seq, at, kind, change, hash from json_to_recordset($4::json) as c(seq integer, at bigint, kind text, change json, hash text)
  where exists (select from g)
  on conflict (case_no, seq) do update set hash = excluded.hash, change = excluded.change where case_change.hash is null),
outbox as (
  insert into outbox (case_no, seq, kind, item, department, at, document)
  select $1::text, seq, kind, change->>'item', change->>'department', at, change->>'document'
  from json_to_recordset($4::json) as c(seq integer, at bigint, kind text, change json)
  where kind = 'supervisionPushed' and exists (select from g)
  on conflict do nothing),
told as (
  insert into notification (case_no, seq, event, recipient_kind, recipient, region, department, simulated, params, created_at, fanned_out_at)
  select $1::text, n.seq, event, recipient_kind, recipient, region, department, simulated, params, $10::bigint,
    case when simulated or n.seq <= $12::integer then $10::bigint end
  from json_to_recordset($11::json) as n(seq integer, event text, recipient_kind text, recipient text, department text, params json) cross join g
  on conflict do nothing),
person as (
  insert into case_person (number, case_no) select number, $1::text from json_array_elements_text($13::json) as p(number) where exists (select from g)
  on conflict do nothing),
paper as (
  insert into document (number, case_no, kind, item, issued_on, record, hash)
  select number, $1::text, kind, item, issued_on, record, hash
  from json_to_recordset($5::json) as d(number text, kind text, item text, issued_on text, record json, hash text)
  where exists (select from g)
  on conflict do nothing),
work as (
  select w.*, t.case_no is null as absent, coalesce(w.since, t.since, g.at) as opened_at, g.service, g.region,
    (t.kind, t.item, t.department, t.role, t.due_at, t.due_on, t.suspended, t.colour, t.since, t.applicant_name, t.received_at) is distinct from
    (w.kind, w.item, w.department, w.role, w.due_at, w.due_on, w.suspended, w.colour, coalesce(w.since, t.since), w.applicant_name, w.received_at) as differs
  from json_to_recordset($6::json) as w(id text, kind text, item text, department text, role text, since bigint, due_at bigint, due_on text,
    suspended boolean, colour smallint, applicant_name text, received_at bigint)
  cross join g left join task t on t.case_no = $1::text and t.id = w.id),
task_gone as (delete from task where case_no = $1::text and id not in (select id from work) and exists (select from g)),
task_put as (
  insert into task (case_no, id, kind, service, region, item, department, role, since, due_at, due_on, suspended, colour, applicant_name, received_at)
  select $1::text, id, kind, service, region, item, department, role, opened_at, due_at, due_on, suspended, colour, applicant_name, received_at from work where absent or differs
  on conflict (case_no, id) do update set kind = excluded.kind, item = excluded.item, department = excluded.department, role = excluded.role,
    since = excluded.since, due_at = excluded.due_at, due_on = excluded.due_on, suspended = excluded.suspended, colour = excluded.colour,
    applicant_name = excluded.applicant_name, received_at = excluded.received_at,
    claimed_by = case when task.since = excluded.since then task.claimed_by end, claimed_at = case when task.since = excluded.since then task.claimed_at end),
pressing as (
  select w.*, g.service, g.region,
    (t.kind, t.item, t.department, t.day_zero, t.due_on, t.due_at, t.suspended, t.provisional, t.colour, t.ran_out_at, t.stopped_at, t.reason) is distinct from
    (w.kind, w.item, w.department, w.day_zero, w.due_on, w.due_at, w.suspended, w.provisional, w.colour, w.ran_out_at, w.stopped_at, w.reason) as differs
  from json_to_recordset($7::json) as w(id text, kind text, item text, department text, day_zero text, due_on text, due_at bigint, suspended boolean,
    provisional boolean, colour smallint, ran_out_at bigint, stopped_at bigint, reason text)
  cross join g left join clock t on t.case_no = $1::text and t.id = w.id),
clock_gone as (delete from clock where case_no = $1::text and id not in (select id from pressing) and exists (select from g)),
clock_put as (insert into clock (case_no, id, kind, service, region, item, department, day_zero, due_on, due_at, suspended, provisional, colour, ran_out_at, stopped_at, reason)
select $1::text, id, kind, service, region, item, department, day_zero, due_on, due_at, suspended, provisional, colour, ran_out_at, stopped_at, reason
from pressing where differs
on conflict (case_no, id) do update set kind = excluded.kind, item = excluded.item, department = excluded.department, day_zero = excluded.day_zero,
  due_on = excluded.due_on, due_at = excluded.due_at, suspended = excluded.suspended, provisional = excluded.provisional, colour = excluded.colour,
  ran_out_at = excluded.ran_out_at, stopped_at = excluded.stopped_at, reason = excluded.reason)
select exists (select from g) as written`);
