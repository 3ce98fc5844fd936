import { CompiledQuery, sql } from 'kysely';
import type { Actor } from '../workflows/case/actor.ts';
import type { Rejection } from '../workflows/case/rejection.ts';
import type { Database, Tx } from './open-store.ts';
import { prepared } from './prepared-statements.ts';

/** A command as it was given: written before it is sent, settled when Temporal has answered. */
export interface LoggedCommand {
  readonly id: string;
  readonly caseNo: string;
  readonly name: string;
  readonly actor: Actor;
  readonly body: object;
  readonly sentAt: number;
}

/** What the log knows of a command that is given again. */
export interface KnownCommand {
  readonly status: 'sent' | 'done' | 'refused';
  readonly rejection: Rejection | null;
  readonly caseNo: string;
  readonly body: object;
}

const SEND = prepared('send-command', `
insert into command (id, case_no, name, actor, body, status, sent_at)
select $1::text, $2::text, $3::text, $4::json, $5::json, 'sent', $6::bigint
where $7::boolean or exists (select from case_record where case_no = $2::text)
on conflict do nothing returning id`);

/**
 * Writes a command as *sent*. With an id that is already known it writes nothing and returns what is known of it: a double
 * click or a retry is the same command. Unless it opens a case, a command needs one.
 */
export async function logSent(db: Database, command: LoggedCommand, { opensCase = false } = {}): Promise<KnownCommand | 'caseUnknown' | null> {
  const { id, caseNo, name, actor, body, sentAt } = command;
  const { rows: [sent] } = await db.executeQuery(CompiledQuery.raw(SEND, [id, caseNo, name, JSON.stringify(actor), JSON.stringify(body), sentAt, opensCase]));
  if (sent) return null;
  const known = await db.selectFrom('command').select(['status', 'rejection', 'case_no', 'body']).where('id', '=', id).executeTakeFirst();
  return known === undefined ? 'caseUnknown' : { status: known.status, rejection: known.rejection as Rejection | null, caseNo: known.case_no, body: known.body };
}

/** The case that a command was sent to or begins; null: there is no such command yet. */
export async function caseOfCommand(db: Database, id: string): Promise<string | null> {
  return (await db.selectFrom('command').select('case_no').where('id', '=', id).executeTakeFirst())?.case_no ?? null;
}

/** Gives a receipt that is still *sent* another case number. */
export async function renumber(db: Database, id: string, caseNo: string, body: object): Promise<void> {
  await db.updateTable('command').set({ case_no: caseNo, body: JSON.stringify(body) }).where('id', '=', id).where('status', '=', 'sent').execute();
}

/** Settles a command. Rejections are settled too: that is the audit of refused attempts. */
export async function settleCommand(tx: Database | Tx, id: string, rejection: Rejection | null): Promise<void> {
  await tx.executeQuery(CompiledQuery.raw(SETTLE, [id, rejection ? 'refused' : 'done', Date.now(), rejection ? JSON.stringify(rejection) : null]));
}

const SETTLE = prepared('settle-command', 'update command set status = $2, settled_at = $3, rejection = $4::json where id = $1');

/** Commands still *sent*: their sender was killed, or Temporal did not answer. Oldest first. */
export async function unsettled(db: Database, olderThan: number, limit = 100): Promise<LoggedCommand[]> {
  const rows = await db.selectFrom('command').selectAll().where('status', '=', 'sent').where('sent_at', '<=', olderThan)
    .orderBy('sent_at').limit(limit).execute();
  return rows.map((row) => ({ id: row.id, caseNo: row.case_no, name: row.name, actor: row.actor as Actor, body: row.body, sentAt: row.sent_at }));
}

/** The next case number of a region and day: `371302-20260210-0001`. */
export async function nextCaseNumber(db: Database, region: string, on: string): Promise<string> {
  const prefix = `${region}-${on.replaceAll('-', '')}`;
  const { rows } = await sql<{ last: number }>`
    insert into case_number (prefix, last) values (${prefix}, 1)
    on conflict (prefix) do update set last = case_number.last + 1 returning last`.execute(db);
  return `${prefix}-${String(rows[0]!.last).padStart(4, '0')}`;
}
