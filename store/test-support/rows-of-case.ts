import { type Database } from '../open-store.ts';

/** Everything the store has about a case, without who works on it. */
export async function rowsOfCase(db: Database, caseNo: string): Promise<object> {
  const [record, changes, tasks, clocks, documents] = await Promise.all([
    db.selectFrom('case_record').selectAll().where('case_no', '=', caseNo).execute(),
    db.selectFrom('case_change').selectAll().where('case_no', '=', caseNo).orderBy('seq').execute(),
    db.selectFrom('task').selectAll().where('case_no', '=', caseNo).orderBy('id').execute(),
    db.selectFrom('clock').selectAll().where('case_no', '=', caseNo).orderBy('id').execute(),
    db.selectFrom('document').selectAll().where('case_no', '=', caseNo).orderBy('number').execute(),
  ]);
  return { record, changes, tasks, clocks, documents };
}
