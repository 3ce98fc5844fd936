import { CompiledQuery } from 'kysely';
import type { Actor, PersonId } from '../workflows/case/actor.ts';
import type { PlainDate } from '../workflows/case/plain-date.ts';
import type { Database } from './open-store.ts';
import { StoreError } from './store-error.ts';

/** During an absence somebody of the same post sees and does what the absent one had claimed. Both days are included. */
export interface Delegation {
  readonly id: number;
  readonly from: PersonId;
  readonly to: PersonId;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  readonly reason: string;
  /** When it was ended before its time; ms. */
  readonly endedAt: number | null;
}

/**
 * Has somebody stand in. He must be of the same department and role: the case would refuse whatever he did otherwise.
 * @throws StoreError `delegation.period`, `person.unknown`, `delegation.otherPost`
 */
export async function delegate(
  db: Database, by: Actor, { to, startsOn, endsOn, reason }: Pick<Delegation, 'to' | 'startsOn' | 'endsOn' | 'reason'>, at: number = Date.now(),
): Promise<Delegation> {
  if (endsOn < startsOn) throw new StoreError('delegation.period');
  const { rows: [row] } = await db.executeQuery<{ receiver: string | null; name: string | null; id: number | null }>(
    CompiledQuery.raw(DELEGATE, [by.id, by.role, by.department ?? null, to, startsOn, endsOn, reason, at]),
  );
  if (row!.receiver === null) throw new StoreError('person.unknown', { person: to });
  if (row!.id === null) throw new StoreError('delegation.otherPost', { person: row!.name! });
  return { id: row!.id, from: by.id, to, startsOn, endsOn, reason, endedAt: null };
}

/** Ends a delegation before its time: the delegator, or a manager. @throws StoreError `delegation.unknown` */
export async function endDelegation(db: Database, by: Actor, id: number, at: number = Date.now()): Promise<void> {
  const { rows } = await db.executeQuery(CompiledQuery.raw(END, [id, by.id, by.role, at]));
  if (rows.length === 0) throw new StoreError('delegation.unknown', { delegation: String(id) });
}

/** Whom a person stands in for on a day. Not handed on: who stands in for a stand-in does not reach further. */
export async function standsInFor(db: Database, person: PersonId, today: PlainDate): Promise<PersonId[]> {
  const rows = await db.selectFrom('delegation').select('from').distinct()
    .where('to', '=', person).where('ended_at', 'is', null).where('starts_on', '<=', today).where('ends_on', '>=', today).execute();
  return rows.map((row) => row.from);
}

/** What a person delegated, the latest first. */
export async function delegationsOf(db: Database, person: PersonId): Promise<Delegation[]> {
  const rows = await db.selectFrom('delegation').selectAll().where('from', '=', person).orderBy('id', 'desc').limit(200).execute();
  return rows.map((row) => ({
    id: row.id, from: row.from, to: row.to, startsOn: row.starts_on as PlainDate, endsOn: row.ends_on as PlainDate, reason: row.reason, endedAt: row.ended_at,
  }));
}

const DELEGATE = `
with receiver as (select id, name, id <> $1 and role = $2 and department is not distinct from $3 as fits from person where id = $4),
given as (
  insert into delegation ("from", "to", starts_on, ends_on, reason, created_at)
  select $1, id, $5, $6, $7, $8 from receiver where fits returning id),
logged as (
  insert into allocation_log (at, action, delegation, "by", "from", "to", note) select $8, 'delegate', id, $1, $1, $4, $7 from given)
select receiver.id as receiver, receiver.name, given.id from (select) one left join receiver on true left join given on true`;

const END = `
with ended as (
  update delegation set ended_at = $4 where id = $1 and ended_at is null and ("from" = $2 or $3 = 'manager') returning *),
logged as (
  insert into allocation_log (at, action, delegation, "by", "from", "to") select $4, 'endDelegation', id, $2, "from", "to" from ended)
select id from ended`;
