import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../store/embedded/free-port.ts';
import { postgresAccount } from '../store/embedded/postgres-account.ts';
import { owner } from '../store/embedded/postgres-cluster.ts';
import { ensureDatabase, spawnServer } from '../store/embedded/postgres-server.ts';

const PACKAGES = '/usr/lib/postgresql';
const run = promisify(execFile);

export interface DebianPostgres {
  /** Its major version. */
  readonly version: string;
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * The PostgreSQL of Debian's packages, as a centre runs it: every commit waits for the disk. In a folder of its own, gone
 * afterwards. Null where the packages are not installed (`apt-get install postgresql`).
 */
export async function startDebianPostgres(): Promise<DebianPostgres | null> {
  const version = installed();
  if (version === null) return null;
  const binaries = { postgres: join(PACKAGES, version, 'bin', 'postgres'), initdb: join(PACKAGES, version, 'bin', 'initdb') };
  const folder = await mkdtemp(join(tmpdir(), 'onething-debian-pg-'));
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  try {
    const dataDir = join(folder, 'data');
    const account = postgresAccount(binaries.postgres, dataDir);
    const password = randomBytes(24).toString('base64url');
    const passwordFile = join(folder, 'password');
    await writeFile(passwordFile, password, { mode: 0o600 });
    account.own(folder);
    account.own(passwordFile);
    const [command = binaries.initdb, ...first] = [...account.prefix, binaries.initdb];
    await run(command, [...first, `--pgdata=${dataDir}`, `--username=${owner}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C.UTF-8'], { ...account.identity, cwd: '/' });
    const server = await spawnServer({ dataDir, binaries, account, durable: true, password, logFile: join(folder, 'postgres.log'), port: await freePort(), fixedPort: false });
    process.once('exit', server.endNow);
    return {
      version, url: await ensureDatabase(server.urlOf('postgres', password), 'onething'),
      async stop() {
        process.off('exit', server.endNow);
        await server.stop();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** The newest. */
function installed(): string | null {
  const versions = existsSync(PACKAGES) ? readdirSync(PACKAGES).filter((version) => existsSync(join(PACKAGES, version, 'bin', 'postgres'))) : [];
  return versions.sort((a, b) => Number(b) - Number(a))[0] ?? null;
}
