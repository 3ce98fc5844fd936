import { sql } from 'kysely';
import type { Phase } from '../../workflows/case/case-machine.ts';
import type { Database } from '../open-store.ts';
import type { Colour } from '../schema.ts';
import { type BoardFilter, inRegion } from './board-filter.ts';
import { type Page, type PageOptions, pageOf, pageSize, startOf } from './page.ts';

/** A running case and its chance to be late, as the last forecast found. */
export interface LateChance {
  readonly caseNo: string;
  readonly service: string;
  readonly applicantName: string;
  readonly phase: Phase;
  readonly colour: Colour;
  /** 0 to 1. */
  readonly chance: number;
  /** When the forecast was made. ms */
  readonly at: number;
  readonly seed: number;
  readonly runs: number;
}

/** From this chance on a case is rather late than not. */
const LIKELY = 0.5;
const MILLION = 1_000_000;

/** The likeliest to be late first; cases that were closed since the forecast are left out. */
export async function lateChances(db: Database, options: PageOptions = {}): Promise<Page<LateChance>> {
  const [below, caseNo] = startOf(options, [2 * MILLION, '']);
  const { rows } = await sql<LateChance>`
    select l.case_no as "caseNo", c.service, c.applicant_name as "applicantName", c.phase, c.colour, l.chance, l.at, l.seed, l.runs
    from late_chance l join case_record c on c.case_no = l.case_no and c.phase not in ('closed', 'archived')
    where l.chance <= ${below / MILLION + 1e-9} and (round(l.chance * ${MILLION}) < ${below} or l.case_no > ${caseNo})
    order by l.chance desc, l.case_no limit ${sql.lit(pageSize(options) + 1)}`.execute(db);
  return pageOf(rows, options, (row) => [Math.round(row.chance * MILLION), row.caseNo]);
}

export interface LikelyLate {
  readonly phase: Phase;
  readonly cases: number;
}

/** How many running cases in each phase will rather be late than not, and when that was forecast; null without a forecast. */
export async function likelyLate(db: Database, { service, region, within }: Pick<BoardFilter, 'service' | 'region' | 'within'> = {}): Promise<{ readonly at: number; readonly phases: readonly LikelyLate[] } | null> {
  const made = await db.selectFrom('late_chance').select('at').limit(1).executeTakeFirst();
  if (!made) return null;
  const { rows } = await sql<LikelyLate>`
    select c.phase, count(*)::bigint as cases from late_chance l join case_record c on c.case_no = l.case_no
    where l.chance >= ${LIKELY} and c.phase not in ('closed', 'archived')
      ${service === undefined ? sql`` : sql`and c.service = ${service}`} ${inRegion(region, 'c.region')} ${inRegion(within, 'c.region')} group by c.phase order by c.phase`.execute(db);
  return { at: made.at, phases: rows };
}
