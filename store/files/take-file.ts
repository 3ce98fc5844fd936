import { createReadStream } from 'node:fs';
import { join, resolve } from 'node:path';
import { dataFolder } from '../embedded/data-folder.ts';
import { OperatorError } from '../embedded/operator-message.ts';
import type { Database } from '../open-store.ts';
import { clamd } from './clamd.ts';
import { FileError } from './file-error.ts';
import { fileName } from './file-name.ts';
import type { FileStorage } from './file-storage.ts';
import { typeOfFile } from './file-type.ts';
import { localFolder } from './local-folder.ts';
import { receiveUpload, type Upload } from './receive-upload.ts';
import { s3Bucket } from './s3-bucket.ts';
import type { Scanner, ScanState } from './scanner.ts';
import { forgetFile, markInfected, recordFile, type StoredFile, type Waiting, waitingOf } from './stored-file.ts';

/** What files are taken in with. */
export interface FileDesk {
  readonly storage: FileStorage;
  readonly scanner: Scanner | null;
  /** Where uploads lie until they are checked; on the same disk as a local storage. */
  readonly arriving: string;
  /** Of one file. */
  readonly maxBytes: number;
}

const MAX_BYTES = 50 * 2 ** 20;

/** What one person may have uploaded without any case referring to it: so much lies in no tray at a window. */
const MOST_WAITING = { files: 500, bytes: 2 * 2 ** 30 };

/**
 * As the environment sets it up. `FILES_MAX_BYTES`, 50 MB; `FILES_FOLDER`, by default beside the store's own, so that one
 * back-up takes both; `FILES_S3_BUCKET` and `FILES_S3_ENDPOINT` for a bucket instead; `CLAMD_ADDRESS` for a scanner, without which
 * files are kept unseen, and say so.
 * @throws OperatorError `files.limit`, `files.scanner`
 */
export function fileDesk(env: NodeJS.ProcessEnv = process.env): FileDesk {
  const maxBytes = Number(env['FILES_MAX_BYTES'] ?? MAX_BYTES);
  if (!Number.isSafeInteger(maxBytes) || maxBytes <= 0) throw new OperatorError('files.limit', {
    zh: `FILES_MAX_BYTES 应为字节数，例如 52428800，而不是“${env['FILES_MAX_BYTES']}”。`, en: `FILES_MAX_BYTES is a number of bytes such as 52428800, not “${env['FILES_MAX_BYTES']}”.`,
  });
  const folder = env['FILES_FOLDER'] ? resolve(env['FILES_FOLDER']) : join(dataFolder(), 'files');
  const { FILES_S3_BUCKET: bucket, FILES_S3_ENDPOINT: endpoint, CLAMD_ADDRESS: scanner } = env;
  return {
    storage: bucket ? s3Bucket({ bucket, ...(endpoint ? { endpoint } : {}) }) : localFolder(folder), scanner: scanner ? clamd(scanner) : null,
    arriving: join(folder, 'arriving'), maxBytes,
  };
}

export interface Handed {
  /** As the sender calls it. */
  readonly name: string;
  /** The id of who signed in. */
  readonly by: string;
  /** ms */
  readonly now: number;
}

/**
 * Takes in a file: received, recognised by its content, scanned, recorded, kept, in this order; refused at any step, nothing of
 * it stays.
 * @throws FileError
 */
export async function takeFile(db: Database, desk: FileDesk, bytes: AsyncIterable<Uint8Array>, handed: Handed): Promise<StoredFile> {
  // Before anything is received; and again when it is recorded, since many may arrive at once.
  requireRoom(await waitingOf(db, handed.by));
  const upload = await receiveUpload(bytes, { folder: desk.arriving, maxBytes: desk.maxBytes });
  try {
    return await checkAndKeep(db, desk, upload, handed);
  } finally {
    await upload.discard();
  }
}

function requireRoom({ files, bytes }: Waiting): void {
  if (files >= MOST_WAITING.files || bytes >= MOST_WAITING.bytes) throw new FileError('file.tooManyWaiting');
}

async function checkAndKeep(db: Database, { storage, scanner }: FileDesk, { path, sha256, size }: Upload, { name, by, now }: Handed): Promise<StoredFile> {
  const type = await typeOfFile(path);
  const scan = await scanned(db, scanner, path, sha256);
  const file = await recordFile(db, { sha256, size, type, name: fileName(name, type), uploadedBy: by, uploadedAt: now, scan }, requireRoom);
  try {
    await storage.keep(path, { sha256, size });
  } catch (error) {
    await forgetFile(db, file.id);
    throw error;
  }
  return file;
}

async function scanned(db: Database, scanner: Scanner | null, path: string, sha256: string): Promise<ScanState> {
  if (!scanner) return 'notScanned';
  const found = await scanner.scan(createReadStream(path));
  if (found === null) return 'clean';
  await markInfected(db, sha256);
  throw new FileError('file.infected', {}, new Error(found));
}
