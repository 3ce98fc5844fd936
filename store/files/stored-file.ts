import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database, Tx } from '../open-store.ts';
import type { Content } from './file-storage.ts';
import type { FileType } from './file-type.ts';
import type { ScanState } from './scanner.ts';

/** A file as the store knows it. */
export interface StoredFile extends Content {
  /** Not to be guessed. */
  readonly id: string;
  readonly type: FileType;
  readonly name: string;
  /** The person who signed in. */
  readonly uploadedBy: string;
  /** ms */
  readonly uploadedAt: number;
  readonly scan: ScanState;
  /** Null: no case refers to it yet. */
  readonly caseNo: string | null;
}

/**
 * Records a file whose bytes are about to be kept. From here on {@link lockContent}'s other holder, who clears away what nobody
 * refers to, leaves these bytes alone.
 * @param requireRoom throws where so much of this person's waits that no more is taken
 */
export async function recordFile(db: Database, file: Omit<StoredFile, 'id' | 'caseNo'>, requireRoom: (waiting: Waiting) => void = () => undefined): Promise<StoredFile> {
  const id = randomUUID();
  const { sha256, size, type, name, uploadedBy, uploadedAt, scan } = file;
  await db.transaction().execute(async (tx) => {
    // One of a person's uploads at a time is counted and recorded.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`uploads:${uploadedBy}`}, 0))`.execute(tx);
    requireRoom(await waitingOf(tx, uploadedBy));
    await lockContent(tx, sha256);
    await tx.insertInto('file').values({ id, sha256, size, type, name, uploaded_by: uploadedBy, uploaded_at: uploadedAt, used_at: uploadedAt, scan }).execute();
  });
  return { id, ...file, caseNo: null };
}

export async function findFile(db: Database, id: string): Promise<StoredFile | null> {
  return (await findFiles(db, [id]))[0] ?? null;
}

/** Those of the ids that there are, in no order. */
export async function findFiles(db: Database, ids: readonly string[]): Promise<StoredFile[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('file').selectAll().where('id', 'in', [...ids]).execute();
  return rows.map(({ uploaded_by: uploadedBy, uploaded_at: uploadedAt, used_at: _, case_no: caseNo, type, ...row }) => ({ ...row, type: type as FileType, uploadedBy, uploadedAt, caseNo }));
}

/** Takes back a record whose bytes could not be kept. */
export async function forgetFile(db: Database, id: string): Promise<void> {
  await db.deleteFrom('file').where('id', '=', id).where('case_no', 'is', null).execute();
}

/** Every file of this content is found infected, whenever it was uploaded: it is given out to nobody any more. */
export async function markInfected(db: Database, sha256: string): Promise<void> {
  await db.updateTable('file').set({ scan: 'infected' }).where('sha256', '=', sha256).execute();
}

export interface Waiting {
  readonly files: number;
  readonly bytes: number;
}

/** How much of somebody's uploads no case refers to yet. */
export async function waitingOf(db: Database, uploadedBy: string): Promise<Waiting> {
  return db.selectFrom('file').where('uploaded_by', '=', uploadedBy).where('case_no', 'is', null)
    .select(({ fn }) => [fn.countAll<number>().as('files'), sql<number>`coalesce(sum(size), 0)::float8`.as('bytes')]).executeTakeFirstOrThrow();
}

/** One at a time says whether some content is referred to. */
export async function lockContent(tx: Tx, sha256: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`file:${sha256}`}, 0))`.execute(tx);
}
