import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cacheFolder, dataFolder } from '../store/embedded/data-folder.ts';
import { type FolderLock, tryLock } from '../store/embedded/folder-lock.ts';
import { freePort } from '../store/embedded/free-port.ts';
import { OperatorError, type Say, sayNothing } from '../store/embedded/operator-message.ts';
import { settled } from '../store/embedded/own-process.ts';
import { type DevServer, adopt, runningServer, spawnServer } from './dev-server.ts';
import { downloadedBySdk } from './sdk-download.ts';
import { findTemporal } from './temporal-binary.ts';
import { type TemporalConnectionOptions, prepareNamespace, temporalAnswers, temporalFromEnvironment } from './temporal-connection.ts';

export interface LocalTemporalOptions {
  /** Holds `temporal.db` and `log/`. Default: `.onething/`. */
  readonly folder?: string;
  /** Default `default`. */
  readonly namespace?: string;
  /** Exactly this port on 127.0.0.1. Default: 7233 if free, else a free one. */
  readonly port?: number;
  /** Temporal's own web UI: exactly this port, or false for none. Default: 8233 if free, else a free one. */
  readonly uiPort?: number | false;
  readonly say?: Say;
}

export interface Temporal {
  readonly connection: TemporalConnectionOptions;
  readonly namespace: string;
  readonly uiUrl: string | null;
  /** Null when it is not ours to run (`external`). */
  readonly pid: number | null;
  /** As for PostgreSQL (`Postgres.origin`); `external`: named in `TEMPORAL_ADDRESS`. */
  readonly origin: 'started' | 'adopted' | 'shared' | 'external';
  /** Resolves when the server is gone, whatever ended it; never for an external one. */
  readonly exited: Promise<void>;
  stop(): Promise<void>;
  /** At once, without waiting; it recovers at its next start. */
  endNow(): void;
}

/** How long a closed case stays in Temporal. The dev server's own default is a day. */
const retentionDays = 30;

/** The server in `TEMPORAL_ADDRESS` if that is set, else a local dev server; ready for cases either way. */
export async function startTemporal(options: LocalTemporalOptions = {}): Promise<Temporal> {
  const external = temporalFromEnvironment();
  if (!external) return startLocalTemporal(options);
  await prepareNamespace(external.connection, external.namespace);
  options.say?.({ zh: `Temporal:使用 TEMPORAL_ADDRESS 指定的 ${external.connection.address}。`, en: `Temporal: using ${external.connection.address}, named in TEMPORAL_ADDRESS.` });
  return { ...external, uiUrl: null, pid: null, origin: 'external', exited: new Promise(() => {}), stop: async () => {}, endNow: () => {} };
}

/**
 * Starts Temporal's dev server with its data on disk, or finds it running, and makes it ready for cases.
 * Any process involved may have been killed at any moment before.
 */
export async function startLocalTemporal(options: LocalTemporalOptions = {}): Promise<Temporal> {
  const { namespace = 'default', say = sayNothing } = options;
  const folder = resolve(options.folder ?? dataFolder());
  const dbFile = join(folder, 'temporal.db');
  await mkdir(folder, { recursive: true });
  for (const end = performance.now() + 60_000; performance.now() < end; await sleep(100)) {
    const lock = tryLock(join(folder, 'temporal.lock'));
    if (!lock) {
      const server = runningServer(dbFile);
      if (!server || !(await temporalAnswers(server.connection, server.mark))) continue;
      await prepareNamespace(server.connection, namespace, { retentionDays });
      return { ...described(server, namespace), origin: 'shared', stop: async () => {}, endNow: () => {} };
    }
    try {
      const orphan = await adopt(dbFile);
      if (orphan) say({ zh: `Temporal:接管上次未正常结束、仍在运行的进程 ${orphan.pid}。`, en: `Temporal: taking over process ${orphan.pid}, left running by a start that was killed.` });
      const server = orphan ?? (await start(folder, dbFile, namespace, options, say));
      await prepareNamespace(server.connection, namespace, { retentionDays });
      await writeFile(`${dbFile}.ready`, '');
      return owned(server, namespace, lock, orphan ? 'adopted' : 'started');
    } catch (error) {
      lock.release();
      throw error;
    }
  }
  throw new OperatorError('temporal.busy', {
    zh: `另一个进程正在使用 ${dbFile},但其 Temporal 没有应答。请结束该进程后再启动。`,
    en: `Another process uses ${dbFile}, but its Temporal does not answer. End that process, then start again.`,
  });
}

/** A dev server of its own in a temporary folder, on free ports, without UI, gone without a trace after `stop()`. For tests. */
export async function startEphemeral(options: Pick<LocalTemporalOptions, 'namespace' | 'say'> = {}): Promise<Temporal> {
  const folder = await mkdtemp(join(tmpdir(), 'onething-temporal-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const { namespace = 'default', say = sayNothing } = options;
    const server = await start(folder, join(folder, 'temporal.db'), namespace, { port: await freePort(), uiPort: false }, say);
    // Nothing in it is worth a clean stop, which takes a second.
    const end = async () => {
      server.endNow();
      await settled(server.exited);
      await remove();
    };
    process.once('exit', server.endNow);
    void server.exited.then(() => process.off('exit', server.endNow));
    await prepareNamespace(server.connection, namespace, { retentionDays }).catch((error: unknown) => end().then(() => Promise.reject(error)));
    return { ...described(server, namespace), origin: 'started', stop: end };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function start(folder: string, dbFile: string, namespace: string, options: LocalTemporalOptions, say: Say): Promise<DevServer> {
  const binary = (await findTemporal('cli', { say })) ?? (await downloadedBySdk(join(cacheFolder(), 'bin')));
  return spawnServer({
    binary,
    dbFile,
    namespace,
    port: options.port ?? (await freePort(7233)),
    uiPort: options.uiPort ?? (await freePort(8233)),
    fixedPort: options.port !== undefined,
    logFile: join(folder, 'log', 'temporal.log'),
  });
}

function described(server: DevServer, namespace: string): Omit<Temporal, 'origin' | 'stop'> {
  return { connection: server.connection, namespace, uiUrl: server.uiPort ? `http://127.0.0.1:${server.uiPort}` : null, pid: server.pid, exited: server.exited, endNow: server.endNow };
}

function owned(server: DevServer, namespace: string, lock: FolderLock, origin: Temporal['origin']): Temporal {
  const released = server.exited.then(() => lock.release());
  return {
    ...described(server, namespace),
    origin,
    exited: released,
    async stop() {
      await server.stop();
      await released;
    },
  };
}
