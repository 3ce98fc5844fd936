import { sql } from 'kysely';
import type { Complaint, Rating } from '../../workflows/case/case-state.ts';
import type { Database } from '../open-store.ts';
import type { Colour } from '../schema.ts';
import { SUPERVISION } from '../work-rows.ts';
import { type BoardFilter, boardFilterOf } from './board-filter.ts';
import { type Page, type PageOptions, pageOf, pageSize, startOf } from './page.ts';
import { type ListedTask, listTasks } from './task-list.ts';

interface OnDesk {
  readonly caseNo: string;
  readonly service: string;
  readonly region: string;
  readonly applicantName: string;
  readonly applicantKind: 'person' | 'entity';
  /** The last day of the answer that is due next; null when nothing is due any more. */
  readonly dueOn: string | null;
  readonly colour: Colour;
  /** Who of the desk has taken it up. */
  readonly owner: { readonly id: string; readonly name: string | null } | null;
  /** ms; null while it is open. */
  readonly settledAt: number | null;
}

/** A complaint, or something that got stuck, as the desk sees it. */
export interface DeskComplaint extends OnDesk {
  readonly complaint: Complaint;
  /** Whose item it is about; null: the whole case. */
  readonly department: string | null;
}

/** A bad rating and what was done about it. */
export interface DeskRating extends OnDesk {
  readonly rating: Rating;
}

/** What is settled is listed with the latest first, what is open with the first due first. */
export type DeskState = 'open' | 'settled';

/** Complaints of the desk. A matter that got stuck is open until its end, however often it was answered. */
export async function complaintsOnDesk(db: Database, state: DeskState, filter: BoardFilter = {}, options: PageOptions = {}): Promise<Page<DeskComplaint>> {
  const page = await (state === 'open' ? open(db, 'resolveComplaint', filter, options) : settled(db, 'complaintSettled', filter, options));
  const states = await statesOf(db, page.rows);
  return {
    next: page.next,
    rows: page.rows.flatMap(({ ref, ...row }) => {
      const known = states.get(row.caseNo);
      const complaint = known?.complaints?.find(({ id }) => id === ref);
      return known && complaint ? [{ ...row, complaint, applicantName: known.applicantName, applicantKind: known.applicantKind, department: complaint.item === null ? null : known.departments[complaint.item] ?? null }] : [];
    }),
  };
}

/** Bad ratings of the desk. */
export async function ratingsOnDesk(db: Database, state: DeskState, filter: BoardFilter = {}, options: PageOptions = {}): Promise<Page<DeskRating>> {
  const page = await (state === 'open' ? open(db, 'rectifyRating', filter, options) : settled(db, 'rectified', filter, options));
  const states = await statesOf(db, page.rows);
  return {
    next: page.next,
    rows: page.rows.flatMap(({ ref: _, ...row }) => {
      const known = states.get(row.caseNo);
      return known?.rating ? [{ ...row, rating: known.rating, applicantName: known.applicantName, applicantKind: known.applicantKind }] : [];
    }),
  };
}

type Found = Omit<OnDesk, 'applicantName' | 'applicantKind'> & { readonly ref: string | null };

async function open(db: Database, kind: 'resolveComplaint' | 'rectifyRating', filter: BoardFilter, options: PageOptions): Promise<Page<Found>> {
  const desk = sql`department = ${SUPERVISION} and role = 'manager' ${boardFilterOf(filter, { ofDepartment: false })}`;
  const page: Page<ListedTask> = await listTasks(db, { where: desk }, { kind }, options);
  return {
    next: page.next,
    rows: page.rows.map(({ caseNo, id, service, region, dueOn, colour, claimedBy, claimedByName }) => ({
      caseNo, service, region, dueOn, colour, settledAt: null, ref: id.split(':')[1] ?? null, owner: claimedBy === null ? null : { id: claimedBy, name: claimedByName },
    })),
  };
}

async function settled(db: Database, kind: 'complaintSettled' | 'rectified', filter: BoardFilter, options: PageOptions): Promise<Page<Found>> {
  const [at, caseNo, seq] = startOf(options, [Number.MAX_SAFE_INTEGER, '', 0]);
  const { rows } = await sql<Found & { seq: number }>`
    select case_no as "caseNo", seq, service, region, null as "dueOn", 0 as colour, null as owner, at as "settledAt", ref
    from board_fact where kind = ${sql.lit(kind)} and (at, case_no, seq) < (${at}, ${caseNo}, ${seq}) ${boardFilterOf(filter, { ofDepartment: false })}
    order by at desc, case_no desc, seq desc limit ${sql.lit(pageSize(options) + 1)}`.execute(db);
  const page = pageOf(rows, options, (row) => [row.settledAt!, row.caseNo, row.seq]);
  return { next: page.next, rows: page.rows.map(({ seq: _seq, ...row }) => row) };
}

interface DeskCase {
  readonly applicantName: string;
  readonly applicantKind: 'person' | 'entity';
  readonly complaints: readonly Complaint[] | null;
  readonly rating: Rating | null;
  readonly departments: Readonly<Record<string, string>>;
}

/** Only what the desk needs of these cases leaves the database. */
async function statesOf(db: Database, rows: readonly Found[]): Promise<Map<string, DeskCase>> {
  const numbers = [...new Set(rows.map(({ caseNo }) => caseNo))];
  if (numbers.length === 0) return new Map();
  const found = await sql<DeskCase & { caseNo: string }>`
    select case_no as "caseNo", applicant_name as "applicantName", coalesce(state->'applicant'->>'kind', 'person') as "applicantKind", state->'complaints' as complaints, state->'rating' as rating,
      (select json_object_agg(key, value->>'department') from json_each(state->'items')) as departments
    from case_record where case_no = any(${numbers})`.execute(db);
  return new Map(found.rows.map(({ caseNo, ...known }) => [caseNo, { ...known, departments: known.departments ?? {} }]));
}
