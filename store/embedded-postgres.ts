import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { dataFolder } from './embedded/data-folder.ts';
import { type FolderLock, tryLock } from './embedded/folder-lock.ts';
import { freePort } from './embedded/free-port.ts';
import { OperatorError, type Say, sayNothing } from './embedded/operator-message.ts';
import { postgresAccount } from './embedded/postgres-account.ts';
import { postgresBinaries } from './embedded/postgres-binaries.ts';
import { prepareCluster, readSettings, saveSettings } from './embedded/postgres-cluster.ts';
import { type Server, adopt, checkDatabase, ensureDatabase, runningServer, spawnServer } from './embedded/postgres-server.ts';

export interface PostgresOptions {
  /** Holds `pg/` (data), `postgres.json` (password and port, mode 0600) and `log/`. Default: `.onething/`. */
  readonly folder?: string;
  /** Exactly this port on 127.0.0.1. Default: the one it had last if free, else a free one. */
  readonly port?: number;
  /** False gives up safety against power cuts for speed; for tests only. Default true. */
  readonly durable?: boolean;
  readonly say?: Say;
}

export interface Postgres {
  /** Connection string of the database `onething`. Holds the password: never log it. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /**
   * - `started`: by this call.
   * - `adopted`: it outlived its starter (`kill -9`) and now belongs to this one.
   * - `shared`: another living process runs it; `stop()` leaves it alone.
   */
  readonly origin: 'started' | 'adopted' | 'shared';
  /** Resolves when the server is gone, whatever ended it. */
  readonly exited: Promise<void>;
  stop(): Promise<void>;
  /** At once, without waiting; it recovers at its next start. */
  endNow(): void;
}

/** A `Postgres`, or a server of one's own that is not ours to run. */
export type Database = Postgres | (Omit<Postgres, 'port' | 'pid' | 'origin'> & { readonly port: null; readonly pid: null; readonly origin: 'external' });

/**
 * Starts the PostgreSQL that comes from npm, or finds it running, and makes sure the database `onething` is there.
 * Any process involved may have been killed at any moment before.
 */
export async function startPostgres(options: PostgresOptions = {}): Promise<Postgres> {
  const { durable = true, say = sayNothing } = options;
  const folder = resolve(options.folder ?? dataFolder());
  const dataDir = join(folder, 'pg');
  const binaries = await postgresBinaries();
  for (const end = performance.now() + 60_000; performance.now() < end; await sleep(100)) {
    // Held for as long as the server is ours: whoever cannot get it has a living owner to share with.
    const lock = tryLock(join(folder, 'pg.lock'));
    if (!lock) {
      const server = await runningServer(dataDir);
      const settings = await readSettings(folder);
      if (!server || !settings || !(await server.answers(settings.password))) continue;
      return { ...(await described(server, settings.password)), origin: 'shared', stop: async () => {} };
    }
    try {
      const account = postgresAccount(binaries.postgres, dataDir);
      const settings = await prepareCluster(folder, binaries, account, { durable, say });
      const orphan = await adopt(dataDir, settings.password);
      if (orphan) say({ zh: `PostgreSQL:接管上次未正常结束、仍在运行的进程 ${orphan.pid}。`, en: `PostgreSQL: taking over process ${orphan.pid}, left running by a start that was killed.` });
      const server =
        orphan ??
        (await spawnServer({
          dataDir,
          binaries,
          account,
          durable,
          password: settings.password,
          logFile: join(folder, 'log', 'postgres.log'),
          port: options.port ?? (await freePort(settings.port)),
          fixedPort: options.port !== undefined,
        }));
      if (server.port !== settings.port) await saveSettings(folder, { ...settings, port: server.port });
      return owned(await described(server, settings.password), server, lock, orphan ? 'adopted' : 'started');
    } catch (error) {
      lock.release();
      throw error;
    }
  }
  throw new OperatorError('postgres.busy', {
    zh: `另一个进程正在使用 ${dataDir},但其数据库没有应答。请结束该进程后再启动。`,
    en: `Another process uses ${dataDir}, but its database does not answer. End that process, then start again.`,
  });
}

/** The database in `DATABASE_URL` if that is set, else the embedded one. */
export async function startDatabase(options: PostgresOptions = {}): Promise<Database> {
  const url = process.env['DATABASE_URL'];
  if (!url) return startPostgres(options);
  await checkDatabase(url);
  options.say?.({ zh: `数据库:使用 DATABASE_URL 指定的 ${new URL(url).host}。`, en: `Database: using ${new URL(url).host}, named in DATABASE_URL.` });
  return { url, port: null, pid: null, origin: 'external', exited: new Promise(() => {}), stop: async () => {}, endNow: () => {} };
}

/** A server of its own in a temporary folder, fast instead of safe, gone without a trace after `stop()`. For tests. */
export async function startTemporaryPostgres(): Promise<Postgres> {
  const folder = await mkdtemp(join(tmpdir(), 'onething-pg-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  const postgres = await startPostgres({ folder, durable: false }).catch(async (error: unknown) => {
    await remove();
    throw error;
  });
  process.once('exit', postgres.endNow);
  void postgres.exited.then(() => process.off('exit', postgres.endNow));
  return { ...postgres, stop: () => postgres.stop().finally(remove) };
}

async function described(server: Server, password: string): Promise<Omit<Postgres, 'origin' | 'stop'>> {
  return { url: await ensureDatabase(server.urlOf('postgres', password), 'onething'), port: server.port, pid: server.pid, exited: server.exited, endNow: server.endNow };
}

function owned(described: Omit<Postgres, 'origin' | 'stop'>, server: Server, lock: FolderLock, origin: Postgres['origin']): Postgres {
  const released = server.exited.then(() => lock.release());
  return {
    ...described,
    origin,
    exited: released,
    async stop() {
      await server.stop();
      await released;
    },
  };
}
