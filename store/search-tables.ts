/**
 * Work is found by the beginning of its case's number and of its applicant's name, and listed by the receipt: what that needs of
 * the case stands in the task, so that a page is still found in the tasks' indexes alone. Neither changes once a case is received.
 *
 * `text_pattern_ops`: beginnings are found whatever the database's collation. Names are compared without regard to case, for
 * companies that write themselves in Latin letters.
 */
export const SEARCH_TABLES = [
  `alter table task add column applicant_name text, add column received_at bigint`,
  `update task set applicant_name = c.applicant_name, received_at = c.received_at from case_record c where c.case_no = task.case_no`,
  `alter table task alter column applicant_name set not null, alter column received_at set not null`,
  `create index task_number on task (department, role, case_no text_pattern_ops)`,
  `create index task_applicant on task (department, role, lower(applicant_name) text_pattern_ops)`,
  `create index task_receipt on task (department, role, received_at, case_no, id) include (service, region, item, kind, colour, claimed_by)`,
  `create index case_applicant_begins on case_record (lower(applicant_name) text_pattern_ops)`,
];
