import { type RawBuilder, sql } from 'kysely';
import type { Phase } from '../../workflows/case/case-machine.ts';
import type { Database } from '../open-store.ts';
import type { Colour } from '../schema.ts';
import { inRegion } from './board-filter.ts';
import { beginningWith, type Search, waysToFind } from './name-search.ts';
import { type Page, type PageOptions, pageOf, pageSize, startOf } from './page.ts';

export interface ListedCase {
  readonly caseNo: string;
  readonly service: string;
  readonly region: string;
  readonly window: string;
  readonly applicantId: string;
  readonly applicantName: string;
  readonly applicantKind: 'person' | 'entity';
  readonly phase: Phase;
  readonly colour: Colour;
  readonly receivedOn: string;
  /** ms */
  readonly receivedAt: number;
  readonly simulated: boolean;
}

export interface CaseFilter {
  readonly phase?: Phase;
  readonly service?: string;
  /** Six digits, or the beginning of them. */
  readonly region?: string;
  /** Region that whoever asks is responsible for: it bounds what he sees, whatever he asks for. */
  readonly within?: string;
  readonly colour?: Colour;
  /** With open work there. */
  readonly department?: string;
  readonly applicantId?: string;
  /** The whole name. */
  readonly applicantName?: string;
  /** How the case number begins. With it the list is in order of the number; else the latest received comes first. */
  readonly numberPrefix?: string;
  /** The beginning of the number or of the applicant's name; in the order of the receipt. */
  readonly search?: Search;
}

/** By the receipt, the latest first unless the oldest are asked for; with a number's beginning in order of the number. */
export async function listCases(db: Database, filter: CaseFilter = {}, options: PageOptions & { readonly oldestFirst?: boolean } = {}): Promise<Page<ListedCase>> {
  return filter.numberPrefix === undefined ? byReceipt(db, filter, options) : byNumber(db, filter, filter.numberPrefix, options);
}

/** How many cases there are in each phase, by colour; without the archived ones unless they are asked for. */
export async function colours(db: Database, { phase, service, region, within }: Pick<CaseFilter, 'phase' | 'service' | 'region' | 'within'> = {}): Promise<ColourCount[]> {
  const { rows } = await sql<ColourCount>`
    select phase, colour, sum(n)::bigint as cases from case_count
    where ${phase === undefined ? sql`phase <> 'archived'` : sql`true`} ${wanted({ ...(phase && { phase }), ...(service && { service }), ...(region && { region }), ...(within && { within }) })}
    group by phase, colour having sum(n) > 0 order by phase, colour`.execute(db);
  return rows;
}

export interface ColourCount {
  readonly phase: Phase;
  readonly colour: Colour;
  readonly cases: number;
}

/** What a list shows of a case, from `case_record`. */
export const LISTED = sql.raw(`case_no as "caseNo", service, region, "window", applicant_id as "applicantId", applicant_name as "applicantName", coalesce(state->'applicant'->>'kind', 'person') as "applicantKind", phase, colour,
  received_on as "receivedOn", received_at as "receivedAt", simulated`);

async function byReceipt(db: Database, filter: CaseFilter, { oldestFirst = false, ...options }: PageOptions & { readonly oldestFirst?: boolean }): Promise<Page<ListedCase>> {
  const [receivedAt, caseNo] = startOf(options, [oldestFirst ? 0 : Number.MAX_SAFE_INTEGER, '']);
  const [beyond, order] = oldestFirst ? [sql.raw('>'), sql.raw('received_at, case_no')] : [sql.raw('<'), sql.raw('received_at desc, case_no desc')];
  const limit = sql.lit(pageSize(options) + 1);
  const matching = (way: RawBuilder<unknown>) => sql`select received_at, case_no from case_record where (received_at, case_no) ${beyond} (${receivedAt}, ${caseNo}) ${wanted(filter)} and ${way}`;
  // What is searched for is found in its own index first: led by the order, PostgreSQL now and then reads every case there is.
  const ways = waysToFind(filter.search, OF_CASES).map((way) => (filter.search === undefined
    ? sql`(${matching(way)} order by ${order} limit ${limit})`
    : sql`(with matching as materialized (${matching(way)}) select received_at, case_no from matching order by ${order} limit ${limit})`));
  const { rows } = await sql<ListedCase>`
    select ${LISTED} from case_record where case_no in (select case_no from (${sql.join(ways, sql` union `)}) found order by ${order} limit ${limit})
    order by ${order}`.execute(db);
  return pageOf(rows, options, (row) => [row.receivedAt, row.caseNo]);
}

async function byNumber(db: Database, filter: CaseFilter, prefix: string, options: PageOptions): Promise<Page<ListedCase>> {
  const [after] = startOf(options, ['']);
  // `~<~` compares by bytes whatever the database's collation: the order of the index that finds prefixes.
  const { rows } = await sql<ListedCase>`
    select ${LISTED} from case_record
    where case_no like ${beginningWith(prefix)} and case_no ~>~ ${after} ${wanted(filter)}
    order by case_no using ~<~ limit ${sql.lit(pageSize(options) + 1)}`.execute(db);
  return pageOf(rows, options, (row) => [row.caseNo]);
}

const OF_CASES = {
  caseNo: sql.ref('case_record.case_no'), applicantName: sql.ref('case_record.applicant_name'), isEntity: sql`case_record.state->'applicant'->>'kind' = 'entity'`,
};

function wanted({ phase, service, region, within, department, colour, applicantId, applicantName }: CaseFilter): RawBuilder<unknown> {
  return sql.join([
    phase === undefined ? sql`` : sql`and phase = ${phase}`,
    service === undefined ? sql`` : sql`and service = ${service}`,
    inRegion(region),
    inRegion(within),
    department === undefined ? sql`` : sql`and exists (select from task t where t.case_no = case_record.case_no and t.department = ${department})`,
    colour === undefined ? sql`` : sql`and colour = ${sql.lit(colour)}${colour > 0 ? sql` and colour > 0` : sql``}`,
    applicantId === undefined ? sql`` : sql`and applicant_id = ${applicantId}`,
    applicantName === undefined ? sql`` : sql`and applicant_name = ${applicantName}`,
  ], sql` `);
}
