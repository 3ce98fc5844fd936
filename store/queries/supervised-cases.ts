import { sql } from 'kysely';
import type { Database } from '../open-store.ts';
import { type BoardFilter, boardFilterOf } from './board-filter.ts';
import type { ListedCase } from './cases.ts';
import { type Page, type PageOptions, pageOf, pageSize, startOf } from './page.ts';

export interface SupervisedCase extends ListedCase {
  readonly applicantKind: 'person' | 'entity';
}

/** Cases of a region or the beginning of one, of a service, or with open work in a department; the latest received first. */
export async function supervisedCases(db: Database, { department, ...rest }: BoardFilter = {}, options: PageOptions = {}): Promise<Page<SupervisedCase>> {
  const [receivedAt, caseNo] = startOf(options, [Number.MAX_SAFE_INTEGER, '']);
  const { rows } = await sql<SupervisedCase>`
    select c.case_no as "caseNo", c.service, c.region, c."window", c.applicant_id as "applicantId", c.applicant_name as "applicantName", c.phase, c.colour,
      c.received_on as "receivedOn", c.received_at as "receivedAt", c.simulated, coalesce(c.state->'applicant'->>'kind', 'person') as "applicantKind"
    from (
      select case_no, received_at from case_record where (received_at, case_no) < (${receivedAt}, ${caseNo}) ${boardFilterOf(rest, { ofDepartment: false })}
        ${department === undefined ? sql`` : sql`and exists (select from task t where t.case_no = case_record.case_no and t.department = ${department})`}
      order by received_at desc, case_no desc limit ${sql.lit(pageSize(options) + 1)}) k
    join case_record c on c.case_no = k.case_no order by k.received_at desc, k.case_no desc`.execute(db);
  return pageOf(rows, options, (row) => [row.receivedAt, row.caseNo]);
}
