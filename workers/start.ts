import { resolve } from 'node:path';
import { type Database, startDatabase, startPostgres } from '../store/embedded-postgres.ts';
import { dataFolder } from '../store/embedded/data-folder.ts';
import { OperatorError, type Say, sayOnTerminal } from '../store/embedded/operator-message.ts';
import { settled } from '../store/embedded/own-process.ts';
import { type Temporal, startLocalTemporal, startTemporal } from './local-temporal.ts';
import { type SystemParts, claimSystem, forgetSystem, recordSystem } from './running-system.ts';
import { type Part, type Supervised, supervise } from './supervise.ts';
import type { TemporalConnectionOptions } from './temporal-connection.ts';

/** What the worker process is given. */
export interface WorkerSurroundings {
  readonly folder: string;
  readonly databaseUrl: string;
  readonly temporal: { readonly connection: TemporalConnectionOptions; readonly namespace: string };
  readonly say: Say;
}

/** The worker and everything else that runs in our own process. */
export interface RunningWorker extends Part {
  /** Names and addresses of what it serves, such as `{console: 'http://127.0.0.1:8080'}`. */
  readonly addresses?: Readonly<Record<string, string>>;
}

export interface StartOptions {
  readonly startWorker: (surroundings: WorkerSurroundings) => Promise<RunningWorker>;
  /** Default: `.onething/`. */
  readonly folder?: string;
  readonly say?: Say;
}

export interface System {
  parts(): SystemParts;
  /** Worker first, then Temporal, then PostgreSQL: nobody loses what it still writes to. */
  stop(): Promise<void>;
  /** For the impatient: ends the servers without waiting. Both recover at their next start. */
  abandon(): void;
}

/**
 * Starts everything: PostgreSQL, Temporal, the worker; restarts what dies, on the same port and data. Finds and takes
 * over what an earlier, killed run left running.
 */
export async function startSystem(options: StartOptions): Promise<System> {
  const { startWorker, say = sayOnTerminal } = options;
  const folder = resolve(options.folder ?? dataFolder());
  const lock = await claimSystem(folder);
  const startedAt = new Date().toISOString();
  const running: { worker?: Supervised<RunningWorker>; temporal?: Supervised<Temporal>; database?: Supervised<Database> } = {};
  const parts = (): SystemParts | null => {
    const [worker, temporal, database] = [running.worker?.current(), running.temporal?.current(), running.database?.current()];
    if (!worker || !temporal || !database) return null;
    const { connection, namespace, uiUrl, pid } = temporal;
    return { postgres: { url: database.url, pid: database.pid }, temporal: { connection, namespace, uiUrl, pid }, addresses: worker.addresses ?? {} };
  };
  const record = () => recordSystem(folder, { pid: process.pid, startedAt, parts: parts() });
  const stop = async () => {
    for (const part of [running.worker, running.temporal, running.database]) if (part) await inTime(part.stop(), 60_000);
    await forgetSystem(folder);
    lock.release();
  };
  try {
    await recordSystem(folder, { pid: process.pid, startedAt, parts: null });
    const servers = [
      supervise<Database>({ zh: 'PostgreSQL ', en: 'PostgreSQL' }, (died) => (died?.port ? startPostgres({ folder, say, port: died.port }) : startDatabase({ folder, say })), { say, restarted: record }).then(
        (database) => (running.database = database),
      ),
      supervise<Temporal>({ zh: 'Temporal ', en: 'Temporal' }, (died) => restartTemporal(died, folder, say), { say, restarted: record }).then((temporal) => (running.temporal = temporal)),
    ] as const;
    // Even if one fails: the other, still coming up, can be stopped only once it is there.
    await Promise.allSettled(servers);
    const [database, temporal] = await Promise.all(servers);
    running.worker = await supervise<RunningWorker>(
      { zh: '工作进程', en: 'The worker' },
      () => {
        const { connection, namespace } = temporal.current();
        return startWorker({ folder, databaseUrl: database.current().url, temporal: { connection, namespace }, say });
      },
      { say, restarted: record },
    );
    await record();
    return {
      parts: () => parts() as SystemParts,
      stop,
      abandon() {
        temporal.current().endNow();
        database.current().endNow();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** `npm start`: runs the system until Ctrl-C, SIGTERM or the closing of the terminal. */
export async function runSystem(options: StartOptions): Promise<void> {
  const { say = sayOnTerminal } = options;
  const asked = askedToStop();
  try {
    let system: System | null = null;
    void asked.again.then(() => {
      system?.abandon();
      process.exit(1);
    });
    system = await startSystem(options);
    const { temporal, addresses } = system.parts();
    const lines = [...Object.entries(addresses), ...(temporal.uiUrl ? [['Temporal', temporal.uiUrl]] : [])].map(([name, url]) => `\n  ${name}: ${url}`);
    say({ zh: `系统已启动(进程 ${process.pid})。按 Ctrl-C 停止。`, en: `The system runs (process ${process.pid}). Press Ctrl-C to stop.${lines.join('')}` });
    await settled(asked.once);
    say({ zh: '正在停止……(再按一次 Ctrl-C 立即结束)', en: 'Stopping... (press Ctrl-C again to end at once)' });
    await system.stop();
    say({ zh: '已停止。数据已保存,再次 npm start 即可继续。', en: 'Stopped. The data is saved; npm start goes on from here.' });
    process.exit(0);
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    console.error(`${error.message}\n[${error.code}]`);
    process.exit(1);
  }
}

/** `once`: the first signal; `again`: one at least a second later, since npm passes on a Ctrl-C that the terminal has sent us already. */
function askedToStop(): { once: Promise<void>; again: Promise<void> } {
  let first = 0;
  const [once, again] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      first ||= performance.now();
      once.resolve();
      if (performance.now() - first > 1_000) again.resolve();
    });
  }
  return { once: once.promise, again: again.promise };
}

function restartTemporal(died: Temporal | null, folder: string, say: Say): Promise<Temporal> {
  if (!died) return startTemporal({ folder, say });
  const portOf = (url: string) => Number(new URL(url).port);
  return startLocalTemporal({ folder, say, namespace: died.namespace, port: portOf(`tcp://${died.connection.address}`), uiPort: died.uiUrl ? portOf(died.uiUrl) : false });
}

async function inTime(work: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([work, new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)))]).finally(() => clearTimeout(timer));
}
