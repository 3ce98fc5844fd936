import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from './free-port.ts';
import { lastWords, openLog } from './log-file.ts';
import { OperatorError } from './operator-message.ts';
import { commandLineOf, endProcess, goneFor, isAlive, settled } from './own-process.ts';
import type { PostgresAccount } from './postgres-account.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { owner } from './postgres-cluster.ts';

/** A running postmaster on our data folder. */
export interface Server {
  readonly pid: number;
  readonly port: number;
  readonly exited: Promise<void>;
  urlOf(database: string, password: string): string;
  answers(password: string): Promise<boolean>;
  stop(): Promise<void>;
  /** At once, without waiting; it recovers at its next start. */
  endNow(): void;
}

export interface SpawnOptions {
  readonly dataDir: string;
  readonly binaries: PostgresBinaries;
  readonly account: PostgresAccount;
  readonly durable: boolean;
  readonly password: string;
  readonly logFile: string;
  readonly port: number;
  /** Whether another port would not do. */
  readonly fixedPort: boolean;
}

/** The server running on this data folder, whoever started it; null when there is none. */
export async function runningServer(dataDir: string): Promise<Server | null> {
  const lines = (await readFile(join(dataDir, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 && port > 0 && isPostmaster(pid, dataDir) ? serverOf(dataDir, pid, port) : null;
}

/** Takes over a server that outlived its starter, once it answers; ends it when it does not. Null: nothing is running now. */
export async function adopt(dataDir: string, password: string): Promise<Server | null> {
  const server = await runningServer(dataDir);
  if (!server) {
    await removeMisleadingPidFile(dataDir);
    return null;
  }
  for (const end = performance.now() + 10_000; performance.now() < end && isAlive(server.pid); await sleep(100)) {
    if (await server.answers(password)) return server;
  }
  await endProcess(server.pid, { signal: 'SIGQUIT', ms: 5_000 });
  return null;
}

/** Starts a server and waits until it answers. */
export async function spawnServer(options: SpawnOptions): Promise<Server> {
  const { dataDir, account, binaries, password, logFile } = options;
  let port = options.port;
  for (const end = performance.now() + 60_000; ; ) {
    const log = await openLog(logFile);
    const [command = binaries.postgres, ...first] = [...account.prefix, binaries.postgres];
    // Detached: Ctrl-C at the terminal goes to us alone, and we stop things in the right order.
    const child = spawn(command, [...first, ...argumentsFor(dataDir, port, options.durable)], { ...account.identity, cwd: '/', detached: true, stdio: ['ignore', log.fd, log.fd], env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' } });
    const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()));
    let gone = false;
    void exited.then(() => (gone = true));
    child.unref();
    await log.close();
    const server = child.pid === undefined ? null : serverOf(dataDir, child.pid, port, exited);
    while (server && !gone && performance.now() < end) {
      if (await server.answers(password)) return server;
      await sleep(20);
    }
    await server?.stop();
    const said = await lastWords(logFile, log.start);
    const portTaken = /could not bind|could not create any TCP/i.test(said);
    // After a kill -9 of the postmaster its children need a moment to notice; until then the data folder is not free.
    const oldChildren = /pre-existing shared memory block|lock file "postmaster.pid" already exists/i.test(said);
    if (performance.now() < end && ((portTaken && !options.fixedPort) || oldChildren)) {
      if (portTaken) port = await freePort();
      await sleep(100);
      continue;
    }
    throw new OperatorError('postgres.startFailed', {
      zh: `PostgreSQL 未能启动${portTaken ? `:端口 ${port} 已被占用` : ''}。详情见 ${logFile}:${said}`,
      en: `PostgreSQL did not start${portTaken ? `: port ${port} is taken` : ''}. See ${logFile}: ${said}`,
    });
  }
}

/** Creates the database if it is absent; returns its connection string. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<string> {
  await query(adminUrl, `CREATE DATABASE ${pg.escapeIdentifier(name)}`).catch((error: unknown) => {
    const { code } = error as { code?: string };
    // It exists, or somebody is creating it at this moment.
    if (code !== '42P04' && code !== '23505') throw error;
  });
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Fails with advice when a database named by the operator cannot be used. */
export async function checkDatabase(url: string): Promise<void> {
  await query(url, 'SELECT 1').catch((error: unknown) => {
    const reason = (error as Error).message || String(error);
    throw new OperatorError(
      'postgres.databaseUrl',
      {
        zh: `无法连接 DATABASE_URL 指定的数据库(${reason})。请检查地址、账户和数据库名;如要使用内置数据库,请取消设置 DATABASE_URL。`,
        en: `The database named in DATABASE_URL cannot be reached (${reason}). Check address, account and database name; to use the embedded one, unset DATABASE_URL.`,
      },
      error,
    );
  });
}

function argumentsFor(dataDir: string, port: number, durable: boolean): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Rows and statements may hold personal data; the log must not.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off' }),
  };
  return ['-D', dataDir, '-p', String(port), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

function serverOf(dataDir: string, pid: number, port: number, exited = goneFor(pid).then(() => {})): Server {
  const urlOf = (database: string, password: string) => `postgres://${owner}:${password}@127.0.0.1:${port}/${database}`;
  return {
    pid,
    port,
    exited,
    urlOf,
    async answers(password) {
      // Somebody else's server may listen on this port: ask it whose data it serves.
      const rows = await query(urlOf('postgres', password), `SELECT current_setting('data_directory') AS dir`).catch(() => []);
      return rows[0]?.['dir'] === dataDir;
    },
    async stop() {
      // SIGINT: fast shutdown, open transactions are rolled back. SIGQUIT: at once, to be recovered from the log at the next start.
      if (isPostmaster(pid, dataDir)) await endProcess(pid, { signal: 'SIGINT', ms: 20_000 }, { signal: 'SIGQUIT', ms: 5_000 });
      await settled(exited);
    },
    endNow() {
      if (isPostmaster(pid, dataDir)) process.kill(pid, 'SIGQUIT');
    },
  };
}

function isPostmaster(pid: number, dataDir: string): boolean {
  return commandLineOf(pid)?.includes(`postgres -D ${dataDir} -p `) ?? false;
}

/**
 * PostgreSQL itself copes with a pid file whose process is gone. It refuses to start when that pid now belongs to
 * something else under the same account, which is common after a reboot or in containers.
 */
async function removeMisleadingPidFile(dataDir: string): Promise<void> {
  const path = join(dataDir, 'postmaster.pid');
  const pid = Number.parseInt(await readFile(path, 'utf8').catch(() => ''), 10);
  if (pid > 0 && isAlive(pid) && !isPostmaster(pid, dataDir)) await rm(path, { force: true });
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000, query_timeout: 30_000 });
  // A server that goes away while connected must not bring this process down.
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}
