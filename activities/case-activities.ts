import { applyChanges, applyExport } from '../store/apply-changes.ts';
import { writeArchive } from '../store/archive.ts';
import type { Store } from '../store/open-store.ts';
import type { CaseActivities } from '../workflows/case-protocol.ts';

/** What a case asks of the world on its own account, bound to a store. */
export function caseActivities({ db }: Store): CaseActivities {
  return {
    async project({ caseNo, changes }) {
      await db.transaction().execute((tx) => applyChanges(tx, caseNo, changes));
    },
    async archive(exported) {
      return db.transaction().execute(async (tx) => {
        await applyExport(tx, exported);
        return writeArchive(tx, exported);
      });
    },
  };
}
