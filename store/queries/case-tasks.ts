import { sql } from 'kysely';
import type { Database } from '../open-store.ts';
import type { Colour } from '../schema.ts';

/** Who had a task when, and what he wrote to the next. */
export interface TaskStep {
  /** ms */
  readonly at: number;
  readonly action: string;
  readonly byName: string;
  /** Whose it is since; null: its group's. */
  readonly toName: string | null;
  readonly note: string | null;
}

/** A piece of work on a case that is to be done now. */
export interface CaseTask {
  readonly id: string;
  readonly kind: string;
  readonly item: string | null;
  readonly department: string;
  readonly role: string;
  readonly dueOn: string | null;
  readonly suspended: boolean;
  readonly colour: Colour;
  readonly claimedBy: string | null;
  readonly claimedByName: string | null;
  /** In order of time. */
  readonly steps: readonly TaskStep[];
}

/** What a case wants done now, who has it, and how it came to him. */
export async function tasksOfCase(db: Database, caseNo: string): Promise<CaseTask[]> {
  const [{ rows: tasks }, { rows: steps }] = await Promise.all([
    sql<Omit<CaseTask, 'steps'>>`
      select t.id, t.kind, t.item, t.department, t.role, t.due_on as "dueOn", t.suspended, t.colour, t.claimed_by as "claimedBy", p.name as "claimedByName"
      from task t left join person p on p.id = t.claimed_by where t.case_no = ${caseNo} order by t.due_at, t.id`.execute(db),
    sql<TaskStep & { task: string }>`
      select l.task_id as task, l.at, l.action, coalesce(b.name, l.by) as "byName", coalesce(r.name, l.to) as "toName", l.note
      from allocation_log l left join person b on b.id = l.by left join person r on r.id = l.to where l.case_no = ${caseNo} order by l.id`.execute(db),
  ]);
  const byTask = Map.groupBy(steps, ({ task }) => task);
  return tasks.map((one) => ({ ...one, steps: (byTask.get(one.id) ?? []).map(({ task: _, ...step }) => step) }));
}
