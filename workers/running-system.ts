import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { dataFolder } from '../store/embedded/data-folder.ts';
import { writeDurably } from '../store/embedded/durable-file.ts';
import { type FolderLock, tryLock } from '../store/embedded/folder-lock.ts';
import { OperatorError } from '../store/embedded/operator-message.ts';
import { endProcess, isAlive } from '../store/embedded/own-process.ts';
import { checkDatabase, runningServer as runningPostgres } from '../store/embedded/postgres-server.ts';
import { markOf, runningServer as runningDevServer } from './dev-server.ts';
import { type TemporalConnectionOptions, temporalAnswers } from './temporal-connection.ts';

/** What `npm start` writes to `.onething/system.json`. It holds the database's password, so the file has mode 0600. */
export interface SystemRecord {
  /** Of the `npm start` process. */
  readonly pid: number;
  /** ISO instant, UTC. */
  readonly startedAt: string;
  /** Null until all is up. */
  readonly parts: {
    readonly postgres: { readonly url: string; readonly pid: number | null };
    readonly temporal: { readonly connection: TemporalConnectionOptions; readonly namespace: string; readonly uiUrl: string | null; readonly pid: number | null };
    /** Names and addresses of what the worker serves, such as `{console: 'http://127.0.0.1:8080'}`. */
    readonly addresses: Readonly<Record<string, string>>;
  } | null;
}

export type SystemParts = NonNullable<SystemRecord['parts']>;

export type RunningSystem =
  | { readonly state: 'none' }
  | { readonly state: 'starting'; readonly pid: number }
  | { readonly state: 'running'; readonly pid: number; readonly parts: SystemParts }
  /** It is there, but these parts of it do not answer; it may be restarting them. */
  | { readonly state: 'notAnswering'; readonly pid: number; readonly parts: SystemParts; readonly silent: readonly ('postgres' | 'temporal')[] };

/** Looks for a running `npm start` of this folder and asks its parts whether they answer. */
export async function findRunningSystem(folder = dataFolder()): Promise<RunningSystem> {
  // The lock, not the file, tells whether it lives: a killed process leaves the file behind.
  const lock = tryLock(lockFile(folder));
  if (lock) {
    lock.release();
    return { state: 'none' };
  }
  const record = await readRecord(folder);
  if (!record?.parts) return { state: 'starting', pid: record?.pid ?? 0 };
  const { pid, parts } = record;
  const [database, temporal] = await Promise.all([
    checkDatabase(parts.postgres.url).then(() => true, () => false),
    temporalAnswers(parts.temporal.connection, parts.temporal.pid === null ? null : markOf(join(folder, 'temporal.db'))),
  ]);
  if (database && temporal) return { state: 'running', pid, parts };
  return { state: 'notAnswering', pid, parts, silent: [...(database ? [] : (['postgres'] as const)), ...(temporal ? [] : (['temporal'] as const))] };
}

/** For commands that need the system: its parts, or an error that says what to do. Waits out a start or a restart. */
export async function requireRunningSystem(folder = dataFolder(), withinMs = 15_000): Promise<SystemParts> {
  for (const end = performance.now() + withinMs; ; await sleep(200)) {
    const found = await findRunningSystem(folder);
    if (found.state === 'running') return found.parts;
    if (found.state === 'none') {
      throw new OperatorError('system.notRunning', { zh: '系统没有在运行。请先在项目文件夹中运行 npm start。', en: 'The system is not running. Run npm start in the project folder first.' });
    }
    if (performance.now() < end) continue;
    throw new OperatorError('system.notAnswering', {
      zh: `系统(进程 ${found.pid})没有应答。请查看运行 npm start 的窗口和 ${join(folder, 'log')} 中的日志。`,
      en: `The system (process ${found.pid}) does not answer. Look at the window where npm start runs, and at the logs in ${join(folder, 'log')}.`,
    });
  }
}

/** Claims this folder for one `npm start` until its process ends; says who has it already. */
export async function claimSystem(folder: string): Promise<FolderLock> {
  // `findRunningSystem` holds the lock for an instant too.
  for (const end = performance.now() + 1_000; performance.now() < end; await sleep(50)) {
    const lock = tryLock(lockFile(folder));
    if (lock) return lock;
  }
  const record = await readRecord(folder);
  const addresses = Object.values(record?.parts?.addresses ?? {}).join('  ');
  throw new OperatorError('system.alreadyRunning', {
    zh: `系统已在此文件夹运行:进程 ${record?.pid ?? '?'},启动于 ${record?.startedAt ?? '?'}。${addresses}\n请直接使用;如要重新启动,先在那个窗口按 Ctrl-C,或执行 kill ${record?.pid ?? '<pid>'}。`,
    en: `The system already runs in this folder: process ${record?.pid ?? '?'}, started ${record?.startedAt ?? '?'}. ${addresses}\n  Use it as it is; to restart, first press Ctrl-C in its window, or run kill ${record?.pid ?? '<pid>'}.`,
  });
}

export function recordSystem(folder: string, record: SystemRecord): Promise<void> {
  return writeDurably(recordFile(folder), `${JSON.stringify(record, null, 2)}\n`);
}

export function forgetSystem(folder: string): Promise<void> {
  return rm(recordFile(folder), { force: true });
}

/** Stops the system of this folder, or whatever a crash left of it; returns whether there was anything. */
export async function stopRunningSystem(folder = dataFolder()): Promise<boolean> {
  const found = await findRunningSystem(folder);
  if (found.state !== 'none') {
    if (found.pid > 0 && isAlive(found.pid)) await endProcess(found.pid, { signal: 'SIGTERM', ms: 60_000 });
  }
  const orphans = [runningDevServer(join(folder, 'temporal.db')), await runningPostgres(join(folder, 'pg'))].filter((server) => server !== null);
  for (const orphan of orphans) await orphan.stop();
  await forgetSystem(folder);
  return found.state !== 'none' || orphans.length > 0;
}

const lockFile = (folder: string) => join(folder, 'system.lock');
const recordFile = (folder: string) => join(folder, 'system.json');

async function readRecord(folder: string): Promise<SystemRecord | null> {
  const text = await readFile(recordFile(folder), 'utf8').catch(() => null);
  return text === null ? null : (JSON.parse(text) as SystemRecord);
}
