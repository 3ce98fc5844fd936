import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../open-store.ts';
import type { Colour } from '../schema.ts';
import { inRegion } from './board-filter.ts';
import { type Search, waysToFind } from './name-search.ts';
import { StoreError } from '../store-error.ts';
import { type Page, type PageOptions, pageOf, pageSize, startOf } from './page.ts';

/** A piece of work, as a list shows it. */
export interface ListedTask {
  readonly caseNo: string;
  readonly id: string;
  readonly kind: string;
  readonly service: string;
  readonly region: string;
  readonly item: string | null;
  readonly department: string;
  readonly role: string;
  readonly applicantName: string;
  readonly applicantKind: 'person' | 'entity';
  readonly receivedOn: string;
  /** ms */
  readonly since: number;
  /** Last day; null while the clock stands still or when there is none. */
  readonly dueOn: string | null;
  readonly suspended: boolean;
  readonly colour: Colour;
  readonly claimedBy: string | null;
  readonly claimedByName: string | null;
}

export interface TaskFilter {
  readonly service?: string;
  /** Six digits, or the beginning of them. */
  readonly region?: string;
  /** Region that whoever asks works for: it bounds what he sees, whatever he asks for. */
  readonly within?: string;
  readonly item?: string;
  readonly kind?: string;
  readonly colour?: Colour;
}

/** `due`: the first due first, what has no date last; by the receipt of the case: the `latest` or the `oldest` first. */
export type TaskSort = 'due' | 'latest' | 'oldest';

/** Tasks that an index has in order of due time: `where` says which, for each row of `each` (called `who`) if there is one. */
export interface TaskSet {
  readonly where: RawBuilder<unknown>;
  readonly each?: RawBuilder<unknown>;
}

/** Which of a set are shown, and in which order. */
export interface TaskChoice extends TaskFilter {
  readonly search?: Search;
  readonly sort?: TaskSort;
}

/** Tasks of a set, the first due first unless another order is asked for. */
export async function listTasks(db: Database, { where, each }: TaskSet, { search, sort = 'due', ...filter }: TaskChoice, options: PageOptions): Promise<Page<ListedTask>> {
  const at = sql.ref(sort === 'due' ? 'due_at' : 'received_at');
  const [beyond, down] = sort === 'latest' ? [sql.raw('<'), sql.raw('desc')] : [sql.raw('>'), sql.raw('asc')];
  const order = sql`at ${down}, case_no ${down}, id ${down}`;
  const [from, caseNo, id] = startIn(sort, options);
  const limit = sql.lit(pageSize(options) + 1);
  // The page is found in an index. Several persons' tasks are paged each by themselves, then merged; so is what is found in several ways.
  const ways = waysToFind(search, OF_TASKS).map((way) => sql`(select ${at} as at, case_no, id from task
    where ${where} and (${at}, case_no, id) ${beyond} (${from}, ${caseNo}, ${id}) ${filterOf(filter)} and ${way}
    order by ${at} ${down}, case_no ${down}, id ${down} limit ${limit})`);
  const keys = ways.length === 1 ? ways[0]! : sql`${sql.join(ways, sql` union `)} order by ${order} limit ${limit}`;
  const merged = each ? sql`select found.* from ${each} cross join lateral (${keys}) found order by ${order} limit ${limit}` : keys;
  const { rows } = await sql<ListedTask & { at: number }>`
    select t.case_no as "caseNo", t.id, t.kind, t.service, t.region, t.item, t.department, t.role, c.applicant_name as "applicantName", coalesce(c.state->'applicant'->>'kind', 'person') as "applicantKind",
      c.received_on as "receivedOn", t.since, t.due_on as "dueOn", k.at, t.suspended, t.colour, t.claimed_by as "claimedBy", p.name as "claimedByName"
    from (${merged}) k
    join task t on t.case_no = k.case_no and t.id = k.id
    join case_record c on c.case_no = t.case_no left join person p on p.id = t.claimed_by
    order by k.at ${down}, k.case_no ${down}, k.id ${down}`.execute(db);
  const page = pageOf(rows, options, (row) => [row.at, row.caseNo, row.id, sort]);
  return { ...page, rows: page.rows.map(({ at: _, ...row }) => row) };
}

/** A page goes on in the order in which it began. @throws StoreError `cursor.invalid` */
function startIn(sort: TaskSort, options: PageOptions): readonly [at: number, caseNo: string, id: string] {
  const [at, caseNo, id, of] = startOf(options, [sort === 'latest' ? Number.MAX_SAFE_INTEGER : 0, '', '', sort]);
  if (of !== sort) throw new StoreError('cursor.invalid');
  return [at, caseNo, id];
}

export const OF_TASKS = {
  caseNo: sql.ref('task.case_no'), applicantName: sql.ref('task.applicant_name'),
  // Looked up case by case: as a join it would read every case there is.
  isEntity: sql`(select c.state->'applicant'->>'kind' = 'entity' from case_record c where c.case_no = task.case_no)`,
};

/** `and …` for each part of a filter that is given. */
export function filterOf({ service, region, within, item, kind, colour }: TaskFilter): RawBuilder<unknown> {
  return sql.join([
    service === undefined ? sql`` : sql`and service = ${service}`,
    inRegion(region),
    inRegion(within),
    item === undefined ? sql`` : sql`and item = ${item}`,
    kind === undefined ? sql`` : sql`and kind = ${kind}`,
    colour === undefined ? sql`` : sql`and colour = ${colour}`,
  ], sql` `);
}

