import type { Readable } from 'node:stream';

/** Looks for what must not get in. Another scanner is put in by giving another one of these. */
export interface Scanner {
  /**
   * @returns what was found; null when nothing was
   * @throws FileError `file.scannerSilent`, `file.scannerLimit`: then the file is refused, as long as nobody has looked at it
   */
  scan(bytes: Readable): Promise<string | null>;
}

/** What is known of a file. `infected`: it was found later, when its content was uploaded once more. */
export type ScanState = 'notScanned' | 'clean' | 'infected';
