/**
 * Files by id; their bytes are in the file storage, by hash. A file belongs to a case as soon as the case's changes refer to it,
 * whichever way these come into the store: a trigger sees to it, in the same transaction.
 */
export const FILE_TABLES = [
  `create table file (
     id text primary key, sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'), size bigint not null check (size > 0), type text not null, name text not null,
     uploaded_by text not null, uploaded_at bigint not null, used_at bigint not null, scan text not null check (scan in ('notScanned', 'clean', 'infected')), case_no text)`,
  `create index file_content on file (sha256)`,
  `create index file_waiting on file (used_at) where case_no is null`,
  `create index file_waiting_of on file (uploaded_by) include (size) where case_no is null`,
  `create function bind_files() returns trigger language plpgsql as $$ begin
     update file set case_no = new.case_no
     from json_array_elements(new.change->'materials') as supplied, json_array_elements(supplied->'files') as used
     where file.id = used->>'id' and file.sha256 = used->>'sha256' and file.case_no is null;
     return null;
   end $$`,
  `create trigger files_bound after insert on case_change for each row when (json_typeof(new.change->'materials') = 'array') execute function bind_files()`,
];

/** The files of an agent's power of attorney are the case's as those of its materials are. */
export const AGENT_FILES = `create or replace function bind_files() returns trigger language plpgsql as $$ begin
     update file set case_no = new.case_no
     from (
       select used from json_array_elements(new.change->'materials') as supplied, json_array_elements(supplied->'files') as used
       union all select used from json_array_elements(new.change->'agent'->'powerOfAttorneyFiles') as used
     ) as named
     where file.id = used->>'id' and file.sha256 = used->>'sha256' and file.case_no is null;
     return null;
   end $$`;
