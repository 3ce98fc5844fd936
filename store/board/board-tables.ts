/**
 * What the board counts: one narrow row a fact, so that figures of a hundred thousand cases are read from an index and not out of
 * the changes' JSON. Written by a trigger with the change itself, whoever writes it, and gone when the change goes: a store that is
 * rebuilt counts anew. `item` and `department` are empty where a fact is the whole case's.
 *
 * - `received`, `accepted`, `corrected` (the one notice), `closed`: of cases; `itemReceived`, `itemAccepted`, `itemCorrected`: of each item.
 * - `granted`, `refused`: decisions. `late`: a statutory, internal or promised limit of the item had run out; `started`: day 0 of its limits.
 * - `urged`, `urgeAnswered`, `complained`, `complaintSettled`, `rated` (with `level`), `rectified`; `ref` is the urge's or complaint's number.
 *
 * `day` and `started` count civil days in Asia/Shanghai since 1970-01-01.
 */
export const BOARD_TABLES = [
  `create table board_fact (
     case_no text not null, seq integer not null, item text not null, kind text not null, at bigint not null, day integer not null,
     service text not null, region text not null, department text not null, person text, late boolean, started integer, level smallint, ref text,
     primary key (case_no, seq, item))`,
  `create index board_fact_kind on board_fact (kind, day) include (department, service, region, item, person, late, started, level)`,
  `create index board_fact_settled on board_fact (kind, at, case_no, seq) where kind in ('complaintSettled', 'rectified')`,
  `create index clock_ran_out on clock (ran_out_at) include (department, service, region, kind, item) where ran_out_at is not null`,
  `create index task_extension on task (due_at, case_no, id) include (department, role, service, region) where kind = 'approveExtension'`,
  `create function board_facts_of(number text, nth integer, happened bigint, what text, c json) returns void language plpgsql as $$
   declare
     of_case record;
     today integer := (happened + 28800000) / 86400000;
     about text := coalesce(c->>'item', '');
     of_department text;
     since date;
     is_late boolean;
   begin
     select r.service, r.region, s.items, s.clocks, s.urges into of_case
     from case_record r left join lateral json_to_record(r.state) as s(items json, clocks json, urges json) on true where r.case_no = number;
     if not found then return; end if;
     -- Whoever answers, it is the urged department's answer; what is no item's is urged of the window.
     if what in ('urged', 'urgeAnswered') then
       select coalesce(u->>'item', ''), coalesce(u->>'department', 'window') into about, of_department from json_array_elements(of_case.urges) u where u->>'id' = c->>'urge';
     elsif about <> '' then of_department := coalesce(of_case.items->about->>'department', ''); end if;
     if what in ('caseReceived', 'caseAccepted', 'noticeIssued') then
       insert into board_fact (case_no, seq, item, kind, at, day, service, region, department)
       values (number, nth, '', case what when 'caseReceived' then 'received' when 'caseAccepted' then 'accepted' else 'corrected' end, happened, today, of_case.service, of_case.region, '');
       insert into board_fact (case_no, seq, item, kind, at, day, service, region, department)
       select number, nth, one->>'item', case what when 'caseReceived' then 'itemReceived' when 'caseAccepted' then 'itemAccepted' else 'itemCorrected' end, happened, today, of_case.service, of_case.region,
         coalesce(one->>'department', of_case.items->(one->>'item')->>'department', '')
       from json_array_elements(c->'items') one where what <> 'noticeIssued' or one->>'to' = 'awaitingCorrection';
     elsif what in ('itemGranted', 'itemRefused') then
       since := (of_case.items->about->>'startedOn')::date;
       is_late := coalesce(of_case.clocks->('statutory:' || about)->>'ranOutAt', of_case.clocks->('internal:' || about)->>'ranOutAt', of_case.clocks->('promised:' || about)->>'ranOutAt') is not null;
       insert into board_fact (case_no, seq, item, kind, at, day, service, region, department, person, late, started)
       values (number, nth, about, case what when 'itemGranted' then 'granted' else 'refused' end, happened, today, of_case.service, of_case.region, of_department,
         coalesce(c->'reviewer'->>'id', c->'approver'->>'id'), is_late, since - date '1970-01-01');
     else
       insert into board_fact (case_no, seq, item, kind, at, day, service, region, department, level, ref)
       values (number, nth, coalesce(about, ''),
         case what when 'phaseEntered' then 'closed' when 'complaintResolved' then 'complaintSettled' when 'caseRated' then 'rated' when 'ratingRectified' then 'rectified' else what end,
         happened, today, of_case.service, of_case.region, coalesce(of_department, ''), (c->>'level')::smallint, coalesce(c->>'urge', c->>'complaint'));
     end if;
   end $$`,
  `create function keep_board_facts() returns trigger language plpgsql as $$
   begin perform board_facts_of(new.case_no, new.seq, new.at, new.kind, new.change); return null; end $$`,
  `create function drop_board_facts() returns trigger language plpgsql as $$
   begin delete from board_fact where case_no = old.case_no and seq = old.seq; return null; end $$`,
  // A change that came too early has no hash yet, and its case no state: it counts when it is folded.
  `create trigger board_counts_new after insert on case_change for each row when (new.hash is not null and ${counted('new')}) execute function keep_board_facts()`,
  `create trigger board_counts_folded after update of hash on case_change for each row when (old.hash is null and new.hash is not null and ${counted('new')}) execute function keep_board_facts()`,
  `create trigger board_forgets after delete on case_change for each row when (old.hash is not null and ${counted('old')}) execute function drop_board_facts()`,
  `create trigger board_forgets_unfolded after update of hash on case_change for each row when (old.hash is not null and new.hash is null and ${counted('old')}) execute function drop_board_facts()`,
  // What happened before there was a board.
  `select board_facts_of(case_no, seq, at, kind, change) from case_change as new where hash is not null and ${counted('new')} order by case_no, seq`,
];

/** Changes that are counted. A report about what got stuck (`complaintResolved` with a next answer due) does not settle it. */
function counted(row: string): string {
  return `(${row}.kind in ('caseReceived', 'caseAccepted', 'noticeIssued', 'itemGranted', 'itemRefused', 'urged', 'urgeAnswered', 'complained', 'caseRated', 'ratingRectified')
    or (${row}.kind = 'phaseEntered' and ${row}.change->>'phase' = 'closed') or (${row}.kind = 'complaintResolved' and ${row}.change->'clock' is null))`;
}
