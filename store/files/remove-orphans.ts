import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Database } from '../open-store.ts';
import { lockContent } from './stored-file.ts';
import type { FileDesk } from './take-file.ts';

const DAY_MS = 24 * 3_600_000;
/** At one time; the next are for the next time. */
const MOST = 500;

/**
 * Removes files that no case refers to, and nobody's draft, a day after they were uploaded or last named in a command; and what
 * a killed process left of uploads. Safe beside uploads of the same content, and in several processes.
 * @returns how many files were removed
 */
export async function removeOrphans(db: Database, { storage, arriving }: Pick<FileDesk, 'storage' | 'arriving'>, now: number = Date.now()): Promise<number> {
  const before = now - DAY_MS;
  await clearArriving(arriving, before);
  const { rows } = await sql<{ sha256: string }>`select distinct sha256 from (select sha256, id, uploaded_by from file where ${isOrphan(before)} order by used_at limit ${MOST}) as orphan`.execute(db);
  let removed = 0;
  for (const { sha256 } of rows) {
    removed += await db.transaction().execute(async (tx) => {
      await lockContent(tx, sha256);
      const { numAffectedRows } = await sql`delete from file where sha256 = ${sha256} and ${isOrphan(before)}`.execute(tx);
      const referred = await tx.selectFrom('file').select('id').where('sha256', '=', sha256).limit(1).executeTakeFirst();
      if (!referred) await storage.remove(sha256);
      return Number(numAffectedRows ?? 0);
    });
  }
  return removed;
}

/** Whoever fills in a form comes back to it after days, and finds what he had uploaded. */
function isOrphan(before: number) {
  return sql`case_no is null and used_at < ${before} and not exists (select from draft where draft.author = file.uploaded_by and strpos(draft.body::text, file.id) > 0)`;
}

async function clearArriving(folder: string, before: number): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Infinity }));
    if (mtimeMs < before) await rm(path, { force: true });
  }
}
