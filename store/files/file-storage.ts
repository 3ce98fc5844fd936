import type { Readable } from 'node:stream';

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
