import { CompiledQuery, sql } from 'kysely';
import { type Calendar, calendarOf, type Decree, withDecrees } from '../workflows/case/calendar.ts';
import type { CasePlan } from '../workflows/case/case-plan.ts';
import type { Change } from '../workflows/case/case-change.ts';
import type { CaseState } from '../workflows/case/case-state.ts';
import type { CaseExport } from '../workflows/case-protocol.ts';
import { settleCommand } from './command-log.ts';
import { foldChanges } from './fold-changes.ts';
import { CHAIN_START, contentHash } from './hash-chain.ts';
import { notificationsOf } from './notifications/notifications-of.ts';
import type { Database, Tx } from './open-store.ts';
import { prepared } from './prepared-statements.ts';
import { remember, remembered } from './remembered-cases.ts';
import { workRows } from './work-rows.ts';
import { writeProjection } from './write-projection.ts';

/**
 * Applies changes that Temporal has committed, in order of `seq`, one writer a case at a time. They may come in any
 * order, in any batches, any number of times, from any number of processes: the end is the same.
 *
 * - What is folded already is left out.
 * - What comes before its predecessors, or before the case itself is known, is kept without a link in the chain; it is
 *   folded, and gets its link, as soon as nothing before it is missing.
 * @returns the last change folded into the case, or null when the case itself is not known yet
 */
export async function applyChanges(tx: Tx, caseNo: string, changes: readonly Change[]): Promise<number | null> {
  const known = await lockCase(tx, caseNo);
  if (!known) {
    await keep(tx, caseNo, changes);
    return null;
  }
  return advance(tx, known, changes);
}

/**
 * Settles a command with the changes that it led to. When nobody else has written the case since it was last written from
 * here, as for most commands, that is one statement and one round trip; otherwise a transaction.
 */
export async function settleWithChanges(db: Database, commandId: string, caseNo: string, changes: readonly Change[]): Promise<void> {
  const known = remembered(caseNo);
  if (known && changes[0]?.seq === known.state.seq + 1 && !changes.some((change) => change.kind === 'calendarPublished' || change.kind === 'caseMigrated')) {
    const { plan, calendar, calendarHash, chain, state } = known;
    const folded = foldChanges(state, changes, chain);
    const projection = { folded, changes, rows: workRows(plan, calendar, folded.state), calendarHash, seen: folded.state.seq, notifications: notificationsOf(plan, calendar, changes, folded) };
    if (await writeProjection(db, projection, { chain, settles: commandId })) return remember({ ...known, chain: folded.links.at(-1)!, state: folded.state });
  }
  await db.transaction().execute(async (tx) => {
    await applyChanges(tx, caseNo, changes);
    await settleCommand(tx, commandId, null);
  });
}

/**
 * Makes a case known from everything there is about it, or brings a known one up to date.
 * @param toldUpTo a change up to which people were told before, though the store has lost it
 */
export async function applyExport(tx: Tx, exported: CaseExport, { toldUpTo }: { readonly toldUpTo?: number } = {}): Promise<void> {
  const { caseNo, plan, changes } = exported;
  const known = await lockCase(tx, caseNo);
  if (known) return void (await advance(tx, known, changes));
  await registerPlan(tx, plan);
  const { decrees, hash } = await decreesAtReceipt(tx, exported);
  await begin(tx, { caseNo, plan, calendar: calendarOf(decrees), calendarHash: hash, changes, ...(toldUpTo === undefined ? {} : { toldUpTo }) });
}

/** A case as it begins: its plan and the calendar of its receipt are in the store already. */
export interface Opening {
  readonly caseNo: string;
  readonly plan: CasePlan;
  readonly calendar: Calendar;
  readonly calendarHash: string;
  readonly changes: readonly Change[];
  readonly toldUpTo?: number;
}

/** Makes a case known from its receipt, or brings a known one up to date. */
export async function applyOpening(tx: Tx, opening: Opening): Promise<void> {
  await lockNumber(tx, opening.caseNo);
  const known = await findAndLock(tx, opening.caseNo);
  await (known ? advance(tx, known, opening.changes) : begin(tx, opening));
}

async function begin(tx: Tx, { caseNo, plan, calendar, calendarHash, changes, toldUpTo }: Opening): Promise<void> {
  const kept = await keptAfter(tx, caseNo, 0);
  const { ready, seen } = inOrder(0, [...kept, ...changes]);
  await fold(tx, { plan, calendar, calendarHash, before: null, ready, chain: CHAIN_START, seen, ...(toldUpTo === undefined ? {} : { toldUpTo }) });
}

interface KnownCase {
  readonly case_no: string;
  readonly plan_hash: string;
  readonly calendar_hash: string;
  readonly seq: number;
  readonly seen: number;
  readonly chain: string;
}

/**
 * From here to the end of the transaction nobody else writes this case. A case that is not known has no row to lock: then
 * its number is locked, and the row looked for again, since somebody may have been writing it until now.
 */
async function lockCase(tx: Tx, caseNo: string): Promise<KnownCase | null> {
  const known = await findAndLock(tx, caseNo);
  if (known) return known;
  await lockNumber(tx, caseNo);
  return findAndLock(tx, caseNo);
}

async function findAndLock(tx: Tx, caseNo: string): Promise<KnownCase | null> {
  const { rows } = await tx.executeQuery(CompiledQuery.raw(LOCK, [caseNo]));
  return (rows[0] as KnownCase | undefined) ?? null;
}

/** Locks a case that may have no row. Whoever wants both locks takes this one first. */
export async function lockNumber(tx: Tx, caseNo: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${caseNo}, 0))`.execute(tx);
}

const LOCK = prepared('lock-case', 'select case_no, plan_hash, calendar_hash, seq, seen, chain from case_record where case_no = $1 for update');

async function advance(tx: Tx, known: KnownCase, changes: readonly Change[]): Promise<number> {
  const caseNo = known.case_no;
  if (changes.every((change) => change.seq <= known.seq)) return known.seq;
  const kept = known.seen > known.seq ? await keptAfter(tx, caseNo, known.seq) : [];
  const { ready, early, seen } = inOrder(known.seq, [...kept, ...changes]);
  await keep(tx, caseNo, early);
  if (ready.length === 0) {
    if (seen > known.seen) await tx.updateTable('case_record').set({ seen }).where('case_no', '=', caseNo).execute();
    return known.seq;
  }
  await fold(tx, {
    plan: await planOf(tx, known.plan_hash), calendar: await calendarAt(tx, known.calendar_hash), calendarHash: known.calendar_hash,
    before: await stateOf(tx, known), ready, chain: known.chain, seen: Math.max(seen, known.seen),
  });
  return ready.at(-1)!.seq;
}

async function stateOf(tx: Tx, { case_no: caseNo, chain }: KnownCase): Promise<CaseState> {
  const known = remembered(caseNo);
  if (known?.chain === chain) return known.state;
  const { state } = await tx.selectFrom('case_record').select('state').where('case_no', '=', caseNo).executeTakeFirstOrThrow();
  return state as CaseState;
}

/** Sorts changes into those that follow on without a gap and those that came too early. */
function inOrder(after: number, changes: readonly Change[]): { ready: Change[]; early: Change[]; seen: number } {
  const bySeq = new Map(changes.filter((change) => change.seq > after).map((change) => [change.seq, change]));
  const sorted = [...bySeq.values()].sort((a, b) => a.seq - b.seq);
  const gap = sorted.findIndex((change, index) => change.seq !== after + index + 1);
  return { ready: gap < 0 ? sorted : sorted.slice(0, gap), early: gap < 0 ? [] : sorted.slice(gap), seen: sorted.at(-1)?.seq ?? after };
}

interface Folding {
  readonly plan: CasePlan;
  readonly calendar: Calendar;
  readonly calendarHash: string;
  readonly before: CaseState | null;
  readonly ready: readonly Change[];
  readonly chain: string;
  readonly seen: number;
  readonly toldUpTo?: number;
}

async function fold(tx: Tx, { plan: planBefore, calendar: before, calendarHash: hashBefore, before: stateBefore, ready, chain, seen, toldUpTo }: Folding): Promise<void> {
  const folded = foldChanges(stateBefore, ready, chain);
  const published = ready.flatMap((change) => (change.kind === 'calendarPublished' ? [change.decrees] : []));
  const decrees = published.reduce<readonly Decree[]>(withDecrees, before.decrees);
  const calendar = published.length > 0 ? calendarOf(decrees) : before;
  const calendarHash = published.length > 0 ? await registerCalendar(tx, decrees) : hashBefore;
  const plan = folded.state.planHash === planBefore.hash ? planBefore : await planOf(tx, folded.state.planHash);
  remember({ plan, calendar, calendarHash, chain: folded.links.at(-1)!, state: folded.state });
  await writeProjection(tx, {
    folded, changes: ready, rows: workRows(plan, calendar, folded.state), calendarHash, seen: Math.max(seen, folded.state.seq),
    notifications: notificationsOf(plan, calendar, ready, folded), ...(toldUpTo === undefined ? {} : { toldUpTo }),
  });
}

/** The decrees that the case began with. An export has those of its end: the fold adds what was published on the way. */
async function decreesAtReceipt(tx: Tx, { changes, decrees }: Pick<CaseExport, 'changes' | 'decrees'>): Promise<{ decrees: readonly Decree[]; hash: string }> {
  const published = new Set(changes.flatMap((change) => (change.kind === 'calendarPublished' ? change.decrees.map((decree) => decree.id) : [])));
  const atReceipt = published.size === 0 ? decrees : decrees.filter((decree) => !published.has(decree.id));
  return { decrees: atReceipt, hash: await registerCalendar(tx, atReceipt) };
}

async function keep(tx: Tx, caseNo: string, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  await tx.insertInto('case_change')
    .values(changes.map((change) => ({ case_no: caseNo, seq: change.seq, at: change.at, kind: change.kind, change: JSON.stringify(change), hash: null })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function keptAfter(tx: Tx, caseNo: string, seq: number): Promise<Change[]> {
  const rows = await tx.selectFrom('case_change').select('change').where('case_no', '=', caseNo).where('seq', '>', seq).where('hash', 'is', null).orderBy('seq').execute();
  return rows.map((row) => row.change as Change);
}

const plans = new Map<string, CasePlan>();
const calendars = new Map<string, Calendar>();

/** A plan by its hash. Content-addressed, so it is kept for the life of the process. */
export async function planOf(db: Database | Tx, hash: string): Promise<CasePlan> {
  const known = plans.get(hash);
  if (known) return known;
  const { plan } = await db.selectFrom('plan').select('plan').where('hash', '=', hash).executeTakeFirstOrThrow();
  plans.set(hash, plan as CasePlan);
  return plan as CasePlan;
}

/** A calendar by its decrees' hash. */
export async function calendarAt(db: Database | Tx, hash: string): Promise<Calendar> {
  const known = calendars.get(hash);
  if (known) return known;
  const { decrees } = await db.selectFrom('calendar').select('decrees').where('hash', '=', hash).executeTakeFirstOrThrow();
  const calendar = calendarOf(decrees as readonly Decree[]);
  calendars.set(hash, calendar);
  return calendar;
}

export async function registerPlan(db: Database | Tx, plan: CasePlan): Promise<void> {
  await db.insertInto('plan')
    .values({ hash: plan.hash, service: plan.service.code, version: plan.service.version, plan: JSON.stringify(plan), registered_at: Date.now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function registerCalendar(db: Database | Tx, decrees: readonly Decree[]): Promise<string> {
  const hash = contentHash(calendarOf(decrees).decrees);
  const known = await db.selectFrom('calendar').select('hash').where('hash', '=', hash).executeTakeFirst();
  if (!known) {
    await db.insertInto('calendar').values({ hash, decrees: JSON.stringify(decrees), in_force_since: null }).onConflict((conflict) => conflict.doNothing()).execute();
  }
  return hash;
}
