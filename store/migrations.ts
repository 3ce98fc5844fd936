import { type Kysely, type Migration, type MigrationProvider, sql } from 'kysely';
import { ACCESS_TABLES } from './access/access-tables.ts';
import { BOARD_TABLES } from './board/board-tables.ts';
import { AGENT_FILES, FILE_TABLES } from './files/file-tables.ts';
import { CHOICE_OF_MESSAGES, NOTIFICATION_TABLES } from './notifications/notification-tables.ts';
import { PRUNING_TABLES } from './pruning/pruning-tables.ts';
import { REGISTRY_TABLES } from './registry/registry-tables.ts';
import { SEARCH_TABLES } from './search-tables.ts';
import { WORK_COUNTS } from './work-counts.ts';

/** Migrations run in the order of their names, each once, under a lock. Never edit one that was released. */
export const MIGRATIONS: MigrationProvider = {
  getMigrations: async () => ({
    '001-the-case': THE_CASE, '002-the-registry': THE_REGISTRY, '003-late-chance': LATE_CHANCE, '004-outbox': OUTBOX, '005-intermediaries': INTERMEDIARIES,
    '006-access': ACCESS, '007-files': FILES, '008-notifications': NOTIFICATIONS, '009-board': BOARD, '010-agent-files': AGENTS, '011-search': SEARCH,
    '012-choice-of-messages': CHOICE, '013-pruning': PRUNING,
  }),
};

const THE_CASE: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const THE_REGISTRY: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of REGISTRY_TABLES) await sql.raw(statement).execute(db);
  },
};

const OUTBOX: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of OUTBOX_STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const INTERMEDIARIES: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw(`create index change_intermediary on case_change (at, case_no, seq) where kind = 'procedureStarted' and change->'intermediary' is not null`).execute(db);
  },
};

const ACCESS: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of ACCESS_TABLES) await sql.raw(statement).execute(db);
  },
};

const FILES: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of FILE_TABLES) await sql.raw(statement).execute(db);
  },
};

const NOTIFICATIONS: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of NOTIFICATION_TABLES) await sql.raw(statement).execute(db);
  },
};

const AGENTS: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw(AGENT_FILES).execute(db);
  },
};

const BOARD: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of BOARD_TABLES) await sql.raw(statement).execute(db);
  },
};

const SEARCH: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of SEARCH_TABLES) await sql.raw(statement).execute(db);
  },
};

const CHOICE: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of CHOICE_OF_MESSAGES) await sql.raw(statement).execute(db);
  },
};

const PRUNING: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of PRUNING_TABLES) await sql.raw(statement).execute(db);
  },
};

/** What departments are told: fetched by their own systems, in the order in which it was filed. */
const OUTBOX_STATEMENTS = [
  `create table outbox (
     id bigserial primary key, case_no text not null, seq integer not null, kind text not null, item text not null, department text not null,
     at bigint not null, document text not null, taken_at bigint, taken_by text, unique (case_no, seq))`,
  `create index outbox_waiting on outbox (department, id) where taken_at is null`,
];

/**
 * `due_at` is never null: what stands still or has no date sorts last with the largest bigint, so that keyset paging over
 * (due_at, case_no, id) needs no special case.
 *
 * Facts are kept as `json`, not `jsonb`: nobody searches inside them, and a state comes back with its items in the
 * definition's order, as the workflow has them.
 *
 * The list indexes carry the columns that lists are filtered by, so a page is found in the index alone and only its own
 * rows are read from the table. No index holds a column that every command changes, so that most commands touch none of a
 * case's indexes. What presses (yellow, red) is few: its indexes are partial and cheap.
 */
const STATEMENTS = [
  `create table plan (hash text primary key, service text not null, version text not null, plan json not null, registered_at bigint not null)`,
  `create index plan_service on plan (service, registered_at desc)`,
  `create table calendar (hash text primary key, decrees json not null, in_force_since bigint)`,
  `create table person (id text primary key, name text not null, role text not null, department text, region text)`,
  `create index person_post on person (department, role, id)`,
  `create table case_number (prefix text primary key, last integer not null)`,
  `create table command (
     id text primary key, case_no text not null, name text not null, actor json not null, body json not null,
     status text not null check (status in ('sent', 'done', 'refused')), sent_at bigint not null, settled_at bigint, rejection json)`,
  `create index command_case on command (case_no, sent_at)`,
  `create index command_sent on command (sent_at) where status = 'sent'`,
  `create index command_refused on command (sent_at, id) where status = 'refused'`,
  `create index command_refused_case on command (case_no, sent_at, id) where status = 'refused'`,
  `create table case_record (
     case_no text primary key, service text not null, plan_hash text not null, calendar_hash text not null, region text not null,
     "window" text not null, applicant_id text not null, applicant_name text not null, phase text not null, colour smallint not null,
     received_on text not null, received_at bigint not null, seq integer not null, seen integer not null, chain text not null,
     has_gap boolean not null generated always as (seen > seq) stored,
     state json not null, simulated boolean not null, archived_hash text) with (fillfactor = 80)`,
  `create index case_list on case_record (received_at, case_no) include (phase, service, region, colour)`,
  `create index case_phase on case_record (phase, received_at, case_no) include (service, region, colour)`,
  `create index case_region on case_record (region, received_at, case_no) include (phase, service, colour)`,
  `create index case_service on case_record (service, received_at, case_no) include (phase, region, colour)`,
  `create index case_pressing on case_record (colour, received_at, case_no) include (phase, service, region) where colour > 0`,
  `create index case_number_prefix on case_record (case_no text_pattern_ops)`,
  `create index case_calendar on case_record (calendar_hash, case_no) where phase <> 'archived'`,
  `create index case_applicant on case_record (applicant_id, received_at, case_no)`,
  `create index case_applicant_name on case_record (applicant_name, received_at, case_no)`,
  `create index case_gap on case_record (case_no) where has_gap`,
  `create table case_change (
     case_no text not null, seq integer not null, at bigint not null, kind text not null, change json not null, hash text,
     primary key (case_no, seq))`,
  `create table task (
     case_no text not null, id text not null, kind text not null, service text not null, region text not null, item text,
     department text not null, role text not null, since bigint not null, due_at bigint not null, due_on text, suspended boolean not null,
     colour smallint not null, claimed_by text, claimed_at bigint, primary key (case_no, id))`,
  `create index task_inbox on task (department, role, due_at, case_no, id) include (service, region, item, kind, colour, claimed_by)`,
  `create index task_unclaimed on task (department, role, due_at, case_no, id) include (service, region, item, kind, colour) where claimed_by is null`,
  `create index task_region on task (department, role, region, due_at, case_no, id) include (service, item, kind, colour, claimed_by)`,
  `create index task_service on task (department, role, service, due_at, case_no, id) include (region, item, kind, colour, claimed_by)`,
  `create index task_item on task (department, role, item, due_at, case_no, id) include (service, region, kind, colour, claimed_by)`,
  `create index task_kind on task (department, role, kind, due_at, case_no, id) include (service, region, item, colour, claimed_by)`,
  `create index task_colour on task (department, role, colour, due_at, case_no, id) include (service, region, item, kind, claimed_by)`,
  `create index task_mine on task (claimed_by, due_at, case_no, id) include (service, region, item, kind, colour) where claimed_by is not null`,
  `create table allocation_log (
     id bigserial primary key, at bigint not null, action text not null, case_no text, task_id text, delegation bigint,
     "by" text not null, "from" text, "to" text, note text)`,
  `create index allocation_task on allocation_log (case_no, task_id, id)`,
  `create table delegation (
     id bigserial primary key, "from" text not null, "to" text not null, starts_on text not null, ends_on text not null,
     reason text not null, created_at bigint not null, ended_at bigint)`,
  `create index delegation_to on delegation ("to") where ended_at is null`,
  `create index delegation_from on delegation ("from", id)`,
  `create table clock (
     case_no text not null, id text not null, kind text not null, service text not null, region text not null, item text,
     department text not null, day_zero text not null, due_on text, due_at bigint not null, suspended boolean not null,
     provisional boolean not null, colour smallint not null, ran_out_at bigint, stopped_at bigint, reason text,
     primary key (case_no, id))`,
  `create index clock_pressing on clock (colour, due_at, case_no, id) include (department, service, region, kind) where colour > 0 and stopped_at is null`,
  `create index clock_pressing_department on clock (department, colour, due_at, case_no, id) include (service, region, kind) where colour > 0 and stopped_at is null`,
  `create index clock_pressing_region on clock (region, colour, due_at, case_no, id) include (department, service, kind) where colour > 0 and stopped_at is null`,
  `create index clock_pressing_service on clock (service, colour, due_at, case_no, id) include (department, region, kind) where colour > 0 and stopped_at is null`,
  `create table document (
     number text primary key, case_no text not null, kind text not null, item text, issued_on text not null, record json not null, hash text not null)`,
  `create index document_case on document (case_no, number)`,
  `create table archive (case_no text primary key, archived_at bigint not null, hash text not null, record json not null)`,
  ...WORK_COUNTS,
];

/** What `onething forecast` found, one row a running case, for the managers' board. */
const LATE_CHANCE: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of [
      `create table late_chance (case_no text primary key, chance double precision not null check (chance between 0 and 1), at bigint not null, seed bigint not null, runs integer not null)`,
      `create index late_chance_likely on late_chance (chance desc, case_no)`,
    ]) await sql.raw(statement).execute(db);
  },
};
