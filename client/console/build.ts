import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder } from '../../store/embedded/data-folder.ts';

const PROJECT = join(import.meta.dirname, '..', '..');
/** What the built files are made of: the console, what it may import of ours, and the libraries. */
const SOURCES = ['client/console', 'client/api/client', 'workflows/case'];

/**
 * The console as files to serve, built once per content: starting with it then costs reading its sources' hash.
 * vite runs in a process of its own, so that neither its memory nor its NODE_ENV stays in the caller.
 * @returns the folder; everything in its `assets/` has its content's hash in its name and may be cached for ever
 */
export async function consoleBundle({ folder = join(cacheFolder(), 'console') } = {}): Promise<string> {
  const path = join(folder, await sourceHash());
  if (existsSync(path)) return path;
  await mkdir(folder, { recursive: true });
  const fresh = await mkdtemp(`${path}.`);
  await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'vite-build.ts'), fresh], { cwd: PROJECT, env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1', FORCE_COLOR: '0' } })
    .catch(async (error: { stderr?: string }) => {
      await rm(fresh, { recursive: true });
      throw new Error(`The console could not be built.\n${error.stderr ?? ''}`);
    });
  // Somebody who built the same meanwhile was as good.
  await rename(fresh, path).catch((error: unknown) => (existsSync(path) ? rm(fresh, { recursive: true }) : Promise.reject(error)));
  return path;
}

async function sourceHash(): Promise<string> {
  const hash = createHash('sha256').update(await readFile(join(PROJECT, 'package-lock.json')));
  for (const source of SOURCES.filter((one) => existsSync(join(PROJECT, one)))) {
    const entries = await readdir(join(PROJECT, source), { recursive: true, withFileTypes: true });
    const files = entries.filter((one) => one.isFile() && !/\.test\.tsx?$/.test(one.name)).map((one) => join(one.parentPath, one.name)).sort();
    for (const file of files) hash.update(file.slice(PROJECT.length)).update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 16);
}
