import { sql } from 'kysely';
import type { Actor } from '../../workflows/case/actor.ts';
import { dateOf, type Instant, type PlainDate } from '../../workflows/case/plain-date.ts';
import type { Database } from '../open-store.ts';
import { postOf } from '../people.ts';
import type { Colour } from '../schema.ts';
import type { Page, PageOptions } from './page.ts';
import { filterOf, type ListedTask, listTasks, type TaskFilter, type TaskSet } from './task-list.ts';

/**
 * - `mine`: what I have claimed, and what those have claimed for whom I stand in today.
 * - `unclaimed`: what my department and role has to do and nobody has claimed.
 * - `all`: everything of my department and role.
 */
export type InboxView = 'mine' | 'unclaimed' | 'all';

export interface InboxFilter extends TaskFilter {
  readonly view?: InboxView;
  /** The day by which delegations hold. Default: today. */
  readonly today?: PlainDate;
}

/** A person's work, the first due first; what has no date comes last. */
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

/** How much work there is, by colour and kind. The same filters as the list; its view does not matter. */
export async function inboxCounts(db: Database, person: Actor, filter: InboxFilter = {}): Promise<InboxCounts> {
  const post = postOf(person);
  const wanted = filterOf(filter);
  const [counted, mine] = await Promise.all([
    post
      ? sql<{ kind: string; colour: Colour; claimed: boolean; n: number }>`
          select kind, colour, claimed, sum(n)::bigint as n from task_count
          where department = ${post.department} and role = ${post.role} ${wanted} group by kind, colour, claimed having sum(n) > 0`.execute(db)
      : { rows: [] },
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
async function countMine(db: Database, { each, where }: TaskSet, filter: TaskFilter): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${each!}, task where ${where} ${filterOf(filter)}`.execute(db);
  return rows[0]!.n;
}
