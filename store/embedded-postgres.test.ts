import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createFreshDatabase } from './embedded/fresh-database.ts';
import { isAlive } from './embedded/own-process.ts';
import { type Postgres, startDatabase, startPostgres, startTemporaryPostgres } from './embedded-postgres.ts';

let folder: string;
let started: Postgres[] = [];
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'onething-test-'))));
afterEach(async () => {
  for (const postgres of started) await postgres.stop();
  started = [];
  await rm(folder, { recursive: true, force: true });
});

async function start(options: { port?: number } = {}): Promise<Postgres> {
  const postgres = await startPostgres({ folder, durable: false, ...options });
  started.push(postgres);
  return postgres;
}

describe('embedded PostgreSQL', () => {
  it('keeps committed rows through a kill -9, on the same port', async () => {
    const first = await start();
    await query(first.url, 'CREATE TABLE receipt (number text PRIMARY KEY)');
    await query(first.url, `INSERT INTO receipt VALUES ('RC-2026-000001')`);
    process.kill(first.pid, 'SIGKILL');
    await first.exited;
    const second = await start({ port: first.port });
    expect(second).toMatchObject({ origin: 'started', url: first.url, port: first.port });
    expect(await query(second.url, 'SELECT number FROM receipt')).toEqual([{ number: 'RC-2026-000001' }]);
  });

  it('serves two who start it at the same moment with one server', async () => {
    const both = await Promise.all([start(), start()]);
    expect(both.map((postgres) => postgres.origin).sort()).toEqual(['shared', 'started']);
    expect(both[0].pid).toBe(both[1].pid);
    // The one who shares does not take it away from the other.
    await both.find((postgres) => postgres.origin === 'shared')?.stop();
    expect(isAlive(both[0].pid)).toBe(true);
  });

  it('is taken over when its starter was killed', async () => {
    const starter = startInAnotherProcess();
    const pid = Number(((await once(starter.stdout!, 'data')) as [Buffer])[0].toString());
    await kill(starter);
    expect(isAlive(pid)).toBe(true);
    const postgres = await start();
    expect(postgres).toMatchObject({ origin: 'adopted', pid });
    await postgres.stop();
    expect(isAlive(pid)).toBe(false);
  });

  it.each([150, 350, 600])('starts after its very first start was killed after %i ms', async (ms) => {
    const starter = startInAnotherProcess();
    await sleep(ms);
    await kill(starter);
    const postgres = await start();
    expect(await query(postgres.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('starts when the pid file of a crash names a process that is something else by now', async () => {
    const first = await start();
    process.kill(first.pid, 'SIGKILL');
    await first.exited;
    await writeFile(join(folder, 'pg', 'postmaster.pid'), `${process.pid}\n${join(folder, 'pg')}\n1\n${first.port}\n\n127.0.0.1\n`);
    expect((await start()).origin).toBe('started');
  });

  it('moves to another port when its own is taken, unless that very port is asked for', async () => {
    const first = await start();
    await first.stop();
    const occupant = createServer().listen(first.port, '127.0.0.1');
    await once(occupant, 'listening');
    try {
      await expect(start({ port: first.port })).rejects.toMatchObject({ code: 'postgres.startFailed' });
      const second = await start();
      expect(second.port).not.toBe(first.port);
    } finally {
      occupant.close();
    }
  });

  it('keeps its password from other accounts, and says what to do when it is lost', async () => {
    const postgres = await start();
    const file = join(folder, 'postgres.json');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await postgres.stop();
    await rm(file);
    await expect(start()).rejects.toMatchObject({ code: 'postgres.passwordLost' });
  });
});

describe('in a running server', () => {
  const before = process.env['DATABASE_URL'];
  let postgres: Postgres;
  beforeAll(async () => void (postgres = await startTemporaryPostgres()));
  afterAll(async () => {
    if (before === undefined) delete process.env['DATABASE_URL'];
    else process.env['DATABASE_URL'] = before;
    await postgres.stop();
  });

  it('a database of one’s own is used when DATABASE_URL names it, and an unreachable one is refused with advice', async () => {
    process.env['DATABASE_URL'] = postgres.url;
    expect(await startDatabase()).toMatchObject({ origin: 'external', url: postgres.url, pid: null });
    process.env['DATABASE_URL'] = 'postgres://nobody@127.0.0.1:1/none';
    await expect(startDatabase()).rejects.toMatchObject({ code: 'postgres.databaseUrl' });
  });

  it('a fresh database is a copy of its template, one for each test', async () => {
    const template = await createFreshDatabase(postgres.url, { name: 'migrated' });
    await query(template.url, 'CREATE TABLE migration AS SELECT 1 AS number');
    const [one, two] = [await createFreshDatabase(postgres.url, { template: 'migrated' }), await createFreshDatabase(postgres.url, { template: 'migrated' })];
    await query(one.url, 'INSERT INTO migration VALUES (2)');
    expect(await query(two.url, 'SELECT number FROM migration')).toEqual([{ number: 1 }]);
    await one.drop();
  });
});

function startInAnotherProcess(): ChildProcess {
  const script = `import { startPostgres } from './store/embedded-postgres.ts';
    const { pid } = await startPostgres({ folder: ${JSON.stringify(folder)}, durable: false }); console.log(pid); setInterval(() => {}, 1000)`;
  return spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'ignore'] });
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
