/**
 * The registry of published definitions. What must hold whoever writes, also past the program, is a constraint or a trigger:
 * the second person, one version a day, what is approved stays as it is, and the log of acts is only ever added to.
 *
 * The embedded catalogue is not in the registry: `embedded_definition` says which plan a service has until a version of it is
 * published.
 */
export const REGISTRY_TABLES: readonly string[] = [
  `create table embedded_definition (service text primary key, plan_hash text not null references plan (hash))`,
  // The catalogue that was loaded until now: the plan of each service that came last.
  `insert into embedded_definition (service, plan_hash) select distinct on (service) service, hash from plan order by service, registered_at desc`,
  `create table definition_version (
     service text not null, version text not null, source text not null, plan json not null, plan_hash text not null, engine_version integer not null,
     valid_from text not null, status text not null, follows text, diff json not null, proof json,
     drafted_by text not null, drafted_at bigint not null, proved_at bigint, approved_by text, approved_at bigint, withdrawn_by text, withdrawn_at bigint,
     primary key (service, version),
     constraint definition_version_status check (status in ('draft', 'proved', 'approved', 'withdrawn')),
     constraint definition_version_day check (valid_from ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
     constraint definition_version_second_person check (approved_by <> drafted_by),
     constraint definition_version_proved check (status not in ('proved', 'approved') or (proof is not null and proved_at is not null)),
     constraint definition_version_approved check (status <> 'approved' or (approved_by is not null and approved_at is not null)))`,
  `create unique index definition_version_one_a_day on definition_version (service, valid_from) where status <> 'withdrawn'`,
  `create table definition_log (
     id bigserial primary key, at bigint not null, service text not null, version text not null,
     action text not null check (action in ('draft', 'prove', 'disprove', 'approve', 'withdraw')),
     "by" text not null, plan_hash text not null, valid_from text not null, note text)`,
  `create index definition_log_version on definition_log (service, version, id)`,
  `create function keep_definition_version() returns trigger language plpgsql as $$
   begin
     if tg_op = 'DELETE' then
       raise exception 'a version of a definition is never deleted';
     end if;
     if old.status = 'withdrawn' then
       raise exception 'a withdrawn version of a definition never changes';
     end if;
     if old.status = 'approved' and (new.status <> 'withdrawn'
       or (old.service, old.version, old.source, old.plan::text, old.plan_hash, old.engine_version, old.valid_from, old.follows, old.diff::text, old.proof::text, old.drafted_by, old.drafted_at, old.proved_at, old.approved_by, old.approved_at)
         is distinct from (new.service, new.version, new.source, new.plan::text, new.plan_hash, new.engine_version, new.valid_from, new.follows, new.diff::text, new.proof::text, new.drafted_by, new.drafted_at, new.proved_at, new.approved_by, new.approved_at)) then
       raise exception 'an approved version of a definition never changes';
     end if;
     if new.status = 'approved' and exists (select from definition_log where service = new.service and version = new.version and action = 'draft' and "by" = new.approved_by) then
       raise exception 'whoever drafted a version of a definition does not approve it';
     end if;
     return new;
   end $$`,
  `create trigger definition_version_kept before update or delete on definition_version for each row execute function keep_definition_version()`,
  `create function keep_definition_log() returns trigger language plpgsql as $$
   begin
     raise exception 'the log of acts is only added to';
   end $$`,
  `create trigger definition_log_kept before update or delete or truncate on definition_log for each statement execute function keep_definition_log()`,
];
