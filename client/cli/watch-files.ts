import { watch } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';

/** Editors write a file in several steps: one look after the last of them. */
const SETTLED_MS = 80;

/**
 * Looks now, and again whenever one of the files was saved, until Ctrl-C. Watches their folders: many editors do not write
 * into a file but put a new one in its place.
 */
export function watchFiles(files: readonly string[], look: () => void): void {
  const names = Map.groupBy(files.map((file) => resolve(file)), dirname);
  let soon: NodeJS.Timeout | undefined;
  for (const [folder, inIt] of names) {
    const watched = new Set(inIt.map((file) => basename(file)));
    watch(folder, (_, name) => {
      if (name === null || !watched.has(name)) return;
      clearTimeout(soon);
      soon = setTimeout(look, SETTLED_MS);
    });
  }
  // After the watching has begun: what is saved while it looks is looked at again.
  look();
}
