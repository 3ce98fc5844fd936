import type { SuppliedMaterial } from '../../workflows/case/handed-in.ts';
import type { SignedIn } from '../access/signed-in.ts';
import type { Database } from '../open-store.ts';
import { FileError } from './file-error.ts';
import { findFiles, type StoredFile } from './stored-file.ts';

type Named = SuppliedMaterial['files'][number];

/**
 * Checks every file that a receipt or a command is about to refer to: it was uploaded here, is what it is said to be, by who
 * refers to it, for this case or none yet, and nobody found it infected. They are not cleared away for another day: by then
 * they belong to the case, or the command was refused.
 * @param caseNo null: of a case that has no number yet
 * @throws FileError `file.unknown`, `file.notYours`, `file.ofOtherCase`, `file.differs`, `file.infected`
 */
export async function requireFiles(
  db: Database, signedIn: Pick<SignedIn, 'id'>, materials: readonly Pick<SuppliedMaterial, 'files'>[], { caseNo, now = Date.now() }: { readonly caseNo: string | null; readonly now?: number },
): Promise<void> {
  const named = materials.flatMap(({ files }) => files);
  if (named.length === 0) return;
  const ids = [...new Set(named.map(({ id }) => id))];
  const kept = new Map((await findFiles(db, ids)).map((file) => [file.id, file]));
  for (const one of named) check(one, kept.get(one.id), signedIn.id, caseNo);
  const touched = await db.updateTable('file').set({ used_at: now }).where('id', 'in', ids).returning('id').execute();
  const gone = ids.find((id) => !touched.some((one) => one.id === id));
  if (gone !== undefined) throw new FileError('file.unknown', { file: gone });
}

function check(named: Named, file: StoredFile | undefined, person: string, caseNo: string | null): void {
  const params = { file: named.id };
  if (!file) throw new FileError('file.unknown', params);
  const isOfThisCase = file.caseNo !== null && file.caseNo === caseNo;
  if (!isOfThisCase && file.uploadedBy !== person) throw new FileError('file.notYours', params);
  if (!isOfThisCase && file.caseNo !== null) throw new FileError('file.ofOtherCase', params);
  for (const what of ['sha256', 'size', 'type'] as const) {
    if (named[what] !== file[what]) throw new FileError('file.differs', { ...params, what });
  }
  if (file.scan === 'infected') throw new FileError('file.infected');
}
