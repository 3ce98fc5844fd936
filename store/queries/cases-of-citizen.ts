import { sql } from 'kysely';
import { spelled } from '../case-persons.ts';
import type { Database } from '../open-store.ts';
import { LISTED, type ListedCase } from './cases.ts';
import { type Page, type PageOptions, pageOf, pageSize, startOf } from './page.ts';

/** The cases in which a citizen is applicant, agent, further person or interested party, the latest received first. */
export async function casesOfCitizen(db: Database, idNumber: string, options: PageOptions = {}): Promise<Page<ListedCase>> {
  const [receivedAt, caseNo] = startOf(options, [Number.MAX_SAFE_INTEGER, '']);
  const { rows } = await sql<ListedCase>`
    select ${LISTED} from case_record
    where case_no in (select case_no from case_person where number = ${spelled(idNumber)}) and (received_at, case_no) < (${receivedAt}, ${caseNo})
    order by received_at desc, case_no desc limit ${sql.lit(pageSize(options) + 1)}`.execute(db);
  return pageOf(rows, options, (row) => [row.receivedAt, row.caseNo]);
}
