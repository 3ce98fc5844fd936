import { spawn } from 'node:child_process';
import { rename, stat } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, isFree } from '../store/embedded/free-port.ts';
import { lastWords, openLog } from '../store/embedded/log-file.ts';
import { OperatorError } from '../store/embedded/operator-message.ts';
import { commandLineOf, endProcess, findProcesses, goneFor, isAlive, settled } from '../store/embedded/own-process.ts';
import { searchAttributes } from './search-attributes.ts';
import { type TemporalConnectionOptions, temporalAnswers } from './temporal-connection.ts';

/** A running Temporal dev server on our database file. */
export interface DevServer {
  readonly pid: number;
  readonly connection: TemporalConnectionOptions;
  /** The namespace by which this server is told from any other on the same port. */
  readonly mark: string;
  readonly uiPort: number | false;
  readonly exited: Promise<void>;
  stop(): Promise<void>;
  /** At once, without waiting; it recovers at its next start. */
  endNow(): void;
}

export interface SpawnOptions {
  readonly binary: string;
  readonly dbFile: string;
  readonly namespace: string;
  readonly port: number;
  readonly uiPort: number | false;
  /** Whether another port would not do. */
  readonly fixedPort: boolean;
  readonly logFile: string;
}

/** The dev server running on this database file, whoever started it; null when there is none. */
export function runningServer(dbFile: string): DevServer | null {
  // Its command line tells all: no record of a start is needed, which a kill could have prevented.
  const pattern = ourCommandLine(dbFile);
  for (const { pid, commandLine } of findProcesses(pattern)) {
    const [, port, uiPort] = pattern.exec(commandLine) ?? [];
    return devServer(dbFile, pid, Number(port), uiPort ? Number(uiPort) : false);
  }
  return null;
}

/** Takes over a server that outlived its starter, once it answers; ends it when it does not. Null: nothing is running now. */
export async function adopt(dbFile: string): Promise<DevServer | null> {
  const server = runningServer(dbFile);
  if (!server) return null;
  for (const end = performance.now() + 10_000; performance.now() < end && isAlive(server.pid); await sleep(100)) {
    if (await temporalAnswers(server.connection, server.mark)) return server;
  }
  await server.stop();
  return null;
}

/** Starts a dev server and waits until it answers. */
export async function spawnServer(options: SpawnOptions): Promise<DevServer> {
  let { port, uiPort } = options;
  for (const end = performance.now() + 60_000; ; ) {
    await setAsideUnfinished(options.dbFile);
    const log = await openLog(options.logFile);
    // Detached: Ctrl-C at the terminal goes to us alone, and we stop things in the right order.
    const child = spawn(options.binary, argumentsFor({ ...options, port, uiPort }), { detached: true, stdio: ['ignore', log.fd, log.fd] });
    let gone = false;
    const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()));
    void exited.then(() => (gone = true));
    child.unref();
    await log.close();
    const server = child.pid === undefined ? null : devServer(options.dbFile, child.pid, port, uiPort, exited);
    while (server && !gone && performance.now() < end) {
      if ((await temporalAnswers(server.connection, server.mark)) && !gone) return server;
      await sleep(30);
    }
    await server?.stop();
    const said = await lastWords(options.logFile, log.start);
    // Its log does not always say so: two that start at once may both have found the port free, and one of them panics.
    const [taken, uiTaken] = [!(await isFree(port)), uiPort !== false && !(await isFree(uiPort))];
    const portTaken = taken || uiTaken || /address already in use|can't set \S+ port/i.test(said);
    if (portTaken && !options.fixedPort && performance.now() < end) {
      if (taken) port = await freePort();
      if (uiTaken) uiPort = await freePort();
      continue;
    }
    throw new OperatorError('temporal.startFailed', {
      zh: `Temporal 未能启动${portTaken ? `:端口 ${port} 或 ${uiPort} 已被占用` : ''}。详情见 ${options.logFile}:${said}`,
      en: `Temporal did not start${portTaken ? `: port ${port} or ${uiPort} is taken` : ''}. See ${options.logFile}: ${said}`,
    });
  }
}

/**
 * The dev server makes its tables only when there is no file yet: killed in the middle of its very first start it could
 * never start again. Before the file is marked ready nothing of value can be in it.
 */
async function setAsideUnfinished(dbFile: string): Promise<void> {
  const exists = (path: string) => stat(path).then(() => true, () => false);
  if (!(await exists(dbFile)) || (await exists(`${dbFile}.ready`))) return;
  for (const suffix of ['', '-wal', '-shm']) {
    await rename(dbFile + suffix, `${dbFile}.unfinished${suffix}`).catch(() => {});
  }
}

/** `runningServer` recognises our server by the order of the first ones. */
function argumentsFor({ dbFile, port, uiPort, namespace }: Pick<SpawnOptions, 'dbFile' | 'port' | 'uiPort' | 'namespace'>): string[] {
  return [
    'server',
    'start-dev',
    '--db-filename',
    dbFile,
    '--ip',
    '127.0.0.1',
    '--port',
    String(port),
    ...(uiPort === false ? ['--headless'] : ['--ui-port', String(uiPort), '--ui-disable-news-fetch']),
    '--namespace',
    namespace,
    '--namespace',
    markOf(dbFile),
    '--log-level',
    'warn',
    ...searchAttributes.flatMap((name) => ['--search-attribute', `${name}=Keyword`]),
  ];
}

/** An empty namespace named after the server's file. Two systems that start at once may choose the same port; only one gets it. */
export function markOf(dbFile: string): string {
  return `file-${createHash('sha256').update(resolve(dbFile)).digest('hex').slice(0, 16)}`;
}

function ourCommandLine(dbFile: string): RegExp {
  const escaped = dbFile.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  // The program's own path may hold blanks.
  return new RegExp(`^[^\\0]*temporal\\S* server start-dev --db-filename ${escaped} --ip 127\\.0\\.0\\.1 --port (\\d+) --(?:headless|ui-port (\\d+))`);
}

function devServer(dbFile: string, pid: number, port: number, uiPort: number | false, exited = goneFor(pid).then(() => {})): DevServer {
  // Long after its death the pid may belong to somebody else.
  const isOurs = () => ourCommandLine(dbFile).test(commandLineOf(pid) ?? '');
  return {
    pid,
    connection: { address: `127.0.0.1:${port}` },
    mark: markOf(dbFile),
    uiPort,
    exited,
    async stop() {
      if (isOurs()) await endProcess(pid, { signal: 'SIGTERM', ms: 10_000 });
      await settled(exited);
    },
    endNow() {
      if (isOurs()) process.kill(pid, 'SIGKILL');
    },
  };
}
