/**
 * Who signed in, whose cases are whose, what he read or was refused, and what he is filling in; and a word to whoever listens that a case has moved on.
 * The access log is only added to: a trigger refuses every other change, as for the acts on definitions, but for what the pruning removes after years.
 */
export const ACCESS_TABLES = [
  `alter table person add column id_number text`,
  `create table session (
     token_hash text primary key, person json not null, csrf text not null, created_at bigint not null, expires_at bigint not null)`,
  `create index session_expires on session (expires_at)`,
  `create table access_log (
     id bigserial primary key, at bigint not null, person text not null, role text not null, action text not null, case_no text,
     outcome text not null check (outcome in ('read', 'refused')), code text, request_id text not null)`,
  `create index access_case on access_log (case_no, id)`,
  `create index access_person on access_log (person, id)`,
  `create function access_log_stays() returns trigger language plpgsql as $$ begin raise exception 'the access log is only added to'; end $$`,
  `create trigger access_log_stays before update or delete on access_log for each row execute function access_log_stays()`,
  `create table draft (
     id text not null, author text not null, service text not null, body json not null, saved_at bigint not null, primary key (author, id))`,
  `create table case_person (number text not null, case_no text not null, primary key (number, case_no))`,
  `insert into case_person (number, case_no)
   select upper(state->'applicant'->>'idNumber'), case_no from case_record union select upper(state->'agent'->>'idNumber'), case_no from case_record where state->'agent'->>'idNumber' is not null
   union select upper(consent->>'person'), case_no from case_record, json_array_elements(coalesce(state->'consents', '[]')) consent`,
  `create table idempotency (id text primary key, request text not null, at bigint not null)`,
  // Told when the transaction commits, equal ones once: a hint to read again, and nothing but the number in it.
  `create function tell_case_moved() returns trigger language plpgsql as $$ begin perform pg_notify('onething_case', new.case_no); return null; end $$`,
  `create trigger case_moved after insert or update of seq on case_record for each row execute function tell_case_moved()`,
  `create function tell_allocated() returns trigger language plpgsql as $$ begin if new.case_no is not null then perform pg_notify('onething_case', new.case_no); end if; return null; end $$`,
  `create trigger allocation_moved after insert on allocation_log for each row execute function tell_allocated()`,
];
