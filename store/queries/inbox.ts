import { sql } from 'kysely';
import type { Actor } from '../../workflows/case/actor.ts';
import { dateOf, type Instant, type PlainDate } from '../../workflows/case/plain-date.ts';
import type { Database } from '../open-store.ts';
import { postOf } from '../people.ts';
import type { Colour } from '../schema.ts';
import type { Page, PageOptions } from './page.ts';
import { inAnyWay } from './name-search.ts';
import { filterOf, type ListedTask, listTasks, OF_TASKS, type TaskChoice, type TaskSet } from './task-list.ts';

/**
 * - `mine`: what I have claimed, and what those have claimed for whom I stand in today.
 * - `unclaimed`: what my department and role has to do and nobody has claimed.
 * - `all`: everything of my department and role.
 */
export type InboxView = 'mine' | 'unclaimed' | 'all';

export interface InboxFilter extends TaskChoice {
  readonly view?: InboxView;
  /** The day by which delegations hold. Default: today. */
  readonly today?: PlainDate;
}

/** A person's work, the first due first unless another order is asked for. */
export async function inbox(db: Database, person: Actor, filter: InboxFilter = {}, page: PageOptions = {}): Promise<Page<ListedTask>> {
  const set = setOf(person, filter);
  return set ? listTasks(db, set, filter, page) : { rows: [], next: null };
}

export interface InboxCounts {
  readonly mine: number;
  readonly unclaimed: number;
  readonly all: number;
  /** Of `all`: in time, yellow, red. */
  readonly byColour: readonly [number, number, number];
  /** Of `all`. */
  readonly byKind: Readonly<Record<string, number>>;
}

/** How much work there is, by colour and kind. The same filters and search as the list; its view does not matter. */
export async function inboxCounts(db: Database, person: Actor, filter: InboxFilter = {}): Promise<InboxCounts> {
  const post = postOf(person);
  const [counted, mine] = await Promise.all([
    post ? countGroup(db, post, filter) : { rows: [] },
    countMine(db, setOf(person, { ...filter, view: 'mine' })!, filter),
  ]);
  const sum = (matches: (row: (typeof counted.rows)[number]) => boolean) => counted.rows.reduce((total, row) => (matches(row) ? total + row.n : total), 0);
  const kinds = [...new Set(counted.rows.map((row) => row.kind))].sort();
  return {
    mine, all: sum(() => true), unclaimed: sum((row) => !row.claimed),
    byColour: [sum((row) => row.colour === 0), sum((row) => row.colour === 1), sum((row) => row.colour === 2)],
    byKind: Object.fromEntries(kinds.map((kind) => [kind, sum((row) => row.kind === kind)])),
  };
}

/** Which things a post has work on: what they are called is looked up by who asks. */
export async function itemsInInbox(db: Database, person: Actor): Promise<readonly { readonly service: string; readonly item: string }[]> {
  const post = postOf(person);
  if (!post) return [];
  const { rows } = await sql<{ service: string; item: string }>`
    select service, item from task_count where department = ${post.department} and role = ${post.role} and item <> '' group by service, item having sum(n) > 0`.execute(db);
  return rows;
}

/** Counts are kept of all that filters ask for; what is searched for is counted where it stands. */
function countGroup(db: Database, { department, role }: NonNullable<ReturnType<typeof postOf>>, { search, ...filter }: InboxFilter) {
  const group = sql`department = ${department} and role = ${role} ${filterOf(filter)}`;
  return sql<{ kind: string; colour: Colour; claimed: boolean; n: number }>`${search === undefined
    ? sql`select kind, colour, claimed, sum(n)::bigint as n from task_count where ${group} group by kind, colour, claimed having sum(n) > 0`
    : sql`select kind, colour, claimed_by is not null as claimed, count(*) as n from task where ${group} and ${inAnyWay(search, OF_TASKS)} group by 1, 2, 3`}`.execute(db);
}

function setOf(person: Actor, { view = 'all', today = dateOf(Date.now() as Instant) }: InboxFilter): TaskSet | null {
  if (view === 'mine') {
    const each = sql`(select ${person.id} as id union select "from" from delegation
      where "to" = ${person.id} and ended_at is null and starts_on <= ${today} and ends_on >= ${today}) who`;
    return { each, where: sql`claimed_by = who.id` };
  }
  const post = postOf(person);
  if (!post) return null;
  const group = sql`department = ${post.department} and role = ${post.role}`;
  return { where: view === 'unclaimed' ? sql`${group} and claimed_by is null` : group };
}

/** What people have claimed is little, so it is counted where it stands. */
async function countMine(db: Database, { each, where }: TaskSet, { search, ...filter }: InboxFilter): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${each!}, task where ${where} ${filterOf(filter)} and ${inAnyWay(search, OF_TASKS)}`.execute(db);
  return rows[0]!.n;
}
