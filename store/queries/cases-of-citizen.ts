import { sql } from 'kysely';
import { spelled } from '../case-persons.ts';
import type { Database } from '../open-store.ts';
import type { ListedCase } from './cases.ts';
import { type Page, type PageOptions, pageOf, pageSize, startOf } from './page.ts';

/** The cases in which a citizen is applicant, agent, further person or interested party, the latest received first. */
export async function casesOfCitizen(db: Database, idNumber: string, options: PageOptions = {}): Promise<Page<ListedCase>> {
  const [receivedAt, caseNo] = startOf(options, [Number.MAX_SAFE_INTEGER, '']);
  const { rows } = await sql<ListedCase>`
    select c.case_no as "caseNo", c.service, c.region, c."window", c.applicant_id as "applicantId", c.applicant_name as "applicantName", coalesce(c.state->'applicant'->>'kind', 'person') as "applicantKind", c.phase, c.colour,
      c.received_on as "receivedOn", c.received_at as "receivedAt", c.simulated
    from case_person p join case_record c on c.case_no = p.case_no
    where p.number = ${spelled(idNumber)} and (c.received_at, c.case_no) < (${receivedAt}, ${caseNo})
    order by c.received_at desc, c.case_no desc limit ${sql.lit(pageSize(options) + 1)}`.execute(db);
  return pageOf(rows, options, (row) => [row.receivedAt, row.caseNo]);
}
