import { fileURLToPath } from 'node:url';
import { resolve } from 'node:path';

/** Where everything lives that the system keeps on this machine: `ONETHING_HOME`, else `.onething/` in the project, whatever the current directory is. */
export function dataFolder(): string {
  const chosen = process.env['ONETHING_HOME'];
  return chosen ? resolve(chosen) : fileURLToPath(new URL('../../.onething', import.meta.url));
}

/** What any copy of the system can use again: Temporal's binary, the workflow bundle. Always in the project. */
export function cacheFolder(): string {
  return fileURLToPath(new URL('../../.onething/cache', import.meta.url));
}
