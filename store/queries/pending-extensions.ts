import { sql } from 'kysely';
import type { Extension } from '../../workflows/case/case-state.ts';
import type { Database } from '../open-store.ts';
import type { Colour } from '../schema.ts';
import { type BoardFilter, boardFilterOf } from './board-filter.ts';
import { type Page, type PageOptions, pageOf, pageSize, startOf } from './page.ts';

/** An extension that was asked for and waits for a head's word. It lapses when the limit runs out. */
export interface PendingExtension {
  readonly caseNo: string;
  readonly clock: string;
  readonly service: string;
  readonly region: string;
  readonly item: string | null;
  /** Whose head decides; `government` for the joint limit. */
  readonly department: string;
  /** The limit's last day as it stands. */
  readonly dueOn: string | null;
  readonly colour: Colour;
  readonly extension: Extension;
}

/** What heads have to decide, the first to lapse first. */
export async function pendingExtensions(db: Database, filter: BoardFilter & { readonly role?: string } = {}, options: PageOptions = {}): Promise<Page<PendingExtension>> {
  const [dueAt, caseNo, id] = startOf(options, [0, '', '']);
  const { role, ...rest } = filter;
  const { rows } = await sql<PendingExtension & { id: string; dueAt: number }>`
    select k.case_no as "caseNo", k.id, substr(k.id, length('approveExtension:') + 1) as clock, k.service, k.region, k.item, k.department, k.due_on as "dueOn", k.due_at as "dueAt", k.colour,
      c.state->'extensions'->substr(k.id, length('approveExtension:') + 1) as extension
    from (
      select * from task where kind = 'approveExtension' and role in ('headOfAuthority', 'headOfGovernment') ${role === undefined ? sql`` : sql`and role = ${role}`}
        and (due_at, case_no, id) > (${dueAt}, ${caseNo}, ${id}) ${boardFilterOf(rest)} order by due_at, case_no, id limit ${sql.lit(pageSize(options) + 1)}) k
    join case_record c on c.case_no = k.case_no order by k.due_at, k.case_no, k.id`.execute(db);
  const page = pageOf(rows, options, (row) => [row.dueAt, row.caseNo, row.id]);
  return { next: page.next, rows: page.rows.map(({ id: _, dueAt: _due, ...row }) => row) };
}
