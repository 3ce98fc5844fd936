import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { dataFolder } from '../embedded/data-folder.ts';
import { localFolder } from './local-folder.ts';
import { s3Bucket } from './s3-bucket.ts';

/**
 * Where the bytes of files are, each under the SHA-256 (hex) of its content: the same content is there once, and what is
 * there never changes. Who may see it, and what it is called, is in the table `file`.
 */
export interface FileStorage {
  /**
   * Keeps what lies at `path`, whose hash and size are known. It is whole and durable when this returns; what is there
   * already stays as it is. The file at `path` may be moved away.
   */
  keep(path: string, content: Content): Promise<void>;
  /** The bytes, or a part of them; null when there is no such content. */
  open(sha256: string, part?: Part): Promise<Readable | null>;
  /** No error when it is gone already. */
  remove(sha256: string): Promise<void>;
}

export interface Content {
  /** hex */
  readonly sha256: string;
  /** bytes */
  readonly size: number;
}

/** First and last byte, both included. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/** An S3-compatible bucket where `FILES_S3_BUCKET` names one; else a folder on this machine. */
export function fileStorage(env: NodeJS.ProcessEnv = process.env): FileStorage {
  const bucket = env['FILES_S3_BUCKET'];
  if (!bucket) return localFolder(filesFolder());
  const endpoint = env['FILES_S3_ENDPOINT'];
  return s3Bucket({ bucket, ...(endpoint ? { endpoint } : {}) });
}

/** Beside the store's own folder, so that one back-up takes both. */
export function filesFolder(): string {
  return join(dataFolder(), 'files');
}
