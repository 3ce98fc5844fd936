import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../open-store.ts';
import type { Colour } from '../schema.ts';
import { inRegion } from './board-filter.ts';
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

/** Tasks that an index has in order of due time: `where` says which, for each row of `each` (called `who`) if there is one. */
export interface TaskSet {
  readonly where: RawBuilder<unknown>;
  readonly each?: RawBuilder<unknown>;
}

/** Tasks of a set, the first due first. */
export async function listTasks(db: Database, { where, each }: TaskSet, filter: TaskFilter, options: PageOptions): Promise<Page<ListedTask>> {
  const [dueAt, caseNo, id] = startOf(options, [0, '', '']);
  const limit = sql.lit(pageSize(options) + 1);
  // The page is found in the index alone. Several persons' tasks are paged each by themselves, then merged.
  const keys = sql`select due_at, case_no, id from task where ${where} and (due_at, case_no, id) > (${dueAt}, ${caseNo}, ${id}) ${filterOf(filter)}
    order by due_at, case_no, id limit ${limit}`;
  const merged = each ? sql`select found.* from ${each} cross join lateral (${keys}) found order by due_at, case_no, id limit ${limit}` : keys;
  const { rows } = await sql<ListedTask & { dueAt: number }>`
    select t.case_no as "caseNo", t.id, t.kind, t.service, t.region, t.item, t.department, t.role, c.applicant_name as "applicantName", coalesce(c.state->'applicant'->>'kind', 'person') as "applicantKind",
      c.received_on as "receivedOn", t.since, t.due_on as "dueOn", t.due_at as "dueAt", t.suspended, t.colour, t.claimed_by as "claimedBy", p.name as "claimedByName"
    from (${merged}) k
    join task t on t.case_no = k.case_no and t.id = k.id
    join case_record c on c.case_no = t.case_no left join person p on p.id = t.claimed_by
    order by k.due_at, k.case_no, k.id`.execute(db);
  const page = pageOf(rows, options, (row) => [row.dueAt, row.caseNo, row.id]);
  return { ...page, rows: page.rows.map(({ dueAt: _, ...row }) => row) };
}

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

