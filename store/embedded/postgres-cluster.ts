import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writeDurably } from './durable-file.ts';
import { OperatorError, type Say } from './operator-message.ts';
import type { PostgresAccount } from './postgres-account.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';

/** The role that owns everything in an embedded PostgreSQL. */
export const owner = 'onething';

export interface ClusterSettings {
  readonly password: string;
  /** The port it had last; kept so that it comes back where others look for it. */
  readonly port?: number | undefined;
}

/**
 * Makes the data folder if there is none yet (under a second) and returns its settings. A `kill -9` at any moment leaves either nothing
 * or a complete cluster with its password: the password is on disk first, the folder gets its name last.
 */
export async function prepareCluster(
  folder: string,
  binaries: PostgresBinaries,
  account: PostgresAccount,
  options: { durable: boolean; say: Say },
): Promise<ClusterSettings> {
  const dataDir = join(folder, 'pg');
  const settings = await readSettings(folder);
  const dataMajor = await readFile(join(dataDir, 'PG_VERSION'), 'utf8').then((text) => text.trim(), () => null);
  if (dataMajor !== null) {
    await checkMajor(dataMajor, binaries, account);
    if (settings) return settings;
    throw new OperatorError('postgres.passwordLost', {
      zh: `数据在 ${dataDir},但密码文件 ${settingsFile(folder)} 不见了。请从备份恢复该文件;如果不需要旧数据,把 ${dataDir} 移走即可重新开始。`,
      en: `The data is in ${dataDir}, but its password file ${settingsFile(folder)} is gone. Restore that file from a backup; or, if the old data is not needed, move ${dataDir} away to start afresh.`,
    });
  }
  const fresh = settings ?? { password: randomBytes(24).toString('base64url') };
  if (!settings) await saveSettings(folder, fresh);
  options.say({ zh: '首次启动:正在初始化数据库……', en: 'First start: initialising the database...' });
  await initialise(folder, dataDir, fresh.password, binaries, account, options.durable);
  return fresh;
}

export function saveSettings(folder: string, settings: ClusterSettings): Promise<void> {
  return writeDurably(settingsFile(folder), `${JSON.stringify(settings)}\n`);
}

export async function readSettings(folder: string): Promise<ClusterSettings | null> {
  const text = await readFile(settingsFile(folder), 'utf8').catch(() => null);
  return text === null ? null : (JSON.parse(text) as ClusterSettings);
}

const run = promisify(execFile);
const settingsFile = (folder: string) => join(folder, 'postgres.json');

async function initialise(folder: string, dataDir: string, password: string, binaries: PostgresBinaries, account: PostgresAccount, durable: boolean): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    // An initdb whose starter was killed may still be writing there for a moment.
    if (name.startsWith('pg-new-')) await rm(join(folder, name), { recursive: true, force: true, maxRetries: 30, retryDelay: 100 });
  }
  const work = await mkdtemp(join(folder, 'pg-new-'));
  try {
    const passwordFile = join(work, 'password');
    await writeFile(passwordFile, password, { mode: 0o600 });
    account.own(work);
    account.own(passwordFile);
    const [command = binaries.initdb, ...first] = [...account.prefix, binaries.initdb];
    await run(
      command,
      [
        ...first,
        `--pgdata=${join(work, 'data')}`,
        `--username=${owner}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        // PostgreSQL's own collation: indexes stay valid whatever the operating system's locales become.
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        ...(durable ? [] : ['--no-sync']),
      ],
      { ...account.identity, cwd: work },
    );
    await rename(join(work, 'data'), dataDir);
  } catch (error) {
    throw new OperatorError(
      'postgres.initFailed',
      {
        zh: `无法初始化数据库:${detailOf(error)}。请检查磁盘空间和 ${folder} 的权限,然后重新启动。`,
        en: `The database could not be initialised: ${detailOf(error)}. Check disk space and the permissions of ${folder}, then start again.`,
      },
      error,
    );
  } finally {
    await rm(work, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

async function checkMajor(dataMajor: string, binaries: PostgresBinaries, account: PostgresAccount): Promise<void> {
  const [command = binaries.postgres, ...first] = [...account.prefix, binaries.postgres];
  const { stdout } = await run(command, [...first, '--version'], { ...account.identity, cwd: '/' });
  const major = /(\d+)/.exec(stdout)?.[1];
  if (major === dataMajor) return;
  throw new OperatorError('postgres.otherVersion', {
    zh: `数据是 PostgreSQL ${dataMajor} 的,而本项目带的是 ${major}。请用原来的版本导出(pg_dump)后再导入,或用 DATABASE_URL 指定一个 ${dataMajor} 版的服务器。`,
    en: `The data belongs to PostgreSQL ${dataMajor}, and this project brings ${major}. Export with the old version (pg_dump) and import again, or name a server of version ${dataMajor} in DATABASE_URL.`,
  });
}

function detailOf(error: unknown): string {
  const text = (error as { stderr?: string }).stderr || String(error);
  return text.trim().split('\n').slice(0, 2).join(' ');
}
