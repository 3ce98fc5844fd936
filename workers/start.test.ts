import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sayNothing } from '../store/embedded/operator-message.ts';
import { isAlive } from '../store/embedded/own-process.ts';
import { type RunningSystem, type SystemParts, findRunningSystem, requireRunningSystem, stopRunningSystem } from './running-system.ts';
import { type System, startSystem } from './start.ts';

let folder: string;
let child: ChildProcess | null = null;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onething-test-'));
});
afterEach(async () => {
  if (child && child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  child = null;
  await stopRunningSystem(folder);
  await rm(folder, { recursive: true, force: true });
});

describe('npm start', () => {
  it('brings everything up, is found, and stops the worker first', async () => {
    const order: string[] = [];
    const system = await startWithWorker(order);
    const found = await findRunningSystem(folder);
    expect(found).toMatchObject({ state: 'running', pid: process.pid, parts: { addresses: { console: 'http://127.0.0.1:1' } } });
    expect((await stat(join(folder, 'system.json'))).mode & 0o777).toBe(0o600);
    const pids = pidsOf(system.parts());
    expect(pids.every(isAlive)).toBe(true);
    await expect(startWithWorker([])).rejects.toMatchObject({ code: 'system.alreadyRunning', message: expect.stringContaining(String(process.pid)) });
    await system.stop();
    expect(order).toEqual(['worker started', 'worker stops while PostgreSQL and Temporal run']);
    expect(pids.some(isAlive)).toBe(false);
    await expect(requireRunningSystem(folder)).rejects.toMatchObject({ code: 'system.notRunning' });
  });

  it('restarts PostgreSQL and Temporal after a kill -9, where they were', async () => {
    const system = await startWithWorker([]);
    const before = system.parts();
    for (const pid of pidsOf(before)) process.kill(pid, 'SIGKILL');
    const after = await until((found) => (found.state === 'running' && pidsOf(found.parts).every((pid) => !pidsOf(before).includes(pid)) ? found.parts : null));
    expect(after.postgres.url).toBe(before.postgres.url);
    expect(after.temporal.connection).toEqual(before.temporal.connection);
    await system.stop();
  });

  it('goes on after its own kill -9 with the servers that outlived it', async () => {
    const killed = await startAnother();
    const pids = pidsOf(killed);
    child?.kill('SIGKILL');
    await once(child!, 'exit');
    expect(await findRunningSystem(folder)).toEqual({ state: 'none' });
    const system = await startWithWorker([]);
    expect(pidsOf(system.parts())).toEqual(pids);
    await system.stop();
    expect(pids.some(isAlive)).toBe(false);
  });

  it('stops cleanly on SIGTERM, leaving nothing behind', async () => {
    const pids = pidsOf(await startAnother());
    child?.kill('SIGTERM');
    const [code] = (await once(child!, 'exit')) as [number];
    expect(code).toBe(0);
    expect(pids.some(isAlive)).toBe(false);
    expect(await stopRunningSystem(folder)).toBe(false);
  });
});

function startWithWorker(order: string[]): Promise<System> {
  return startSystem({
    folder,
    say: sayNothing,
    async startWorker({ databaseUrl, temporal }) {
      order.push('worker started');
      const { promise: exited, resolve } = Promise.withResolvers<void>();
      return {
        exited,
        addresses: { console: 'http://127.0.0.1:1' },
        async stop() {
          const { state } = await findRunningSystem(folder);
          order.push(state === 'running' ? 'worker stops while PostgreSQL and Temporal run' : `worker stops: ${state} ${databaseUrl} ${temporal.namespace}`);
          resolve();
        },
      };
    },
  });
}

async function startAnother(): Promise<SystemParts> {
  const script = `import { runSystem } from './workers/start.ts';
    await runSystem({ folder: ${JSON.stringify(folder)}, startWorker: async () => { const { promise: exited, resolve: stop } = Promise.withResolvers(); return { exited, stop: async () => stop() }; } })`;
  child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'ignore', 'inherit'] });
  return until((found) => (found.state === 'running' ? found.parts : null));
}

async function until<T>(wanted: (found: RunningSystem) => T | null): Promise<T> {
  for (const end = performance.now() + 20_000; ; await sleep(50)) {
    const found = await findRunningSystem(folder);
    const value = wanted(found);
    if (value !== null) return value;
    if (performance.now() > end) throw new Error(`still ${JSON.stringify(found)}`);
  }
}

function pidsOf(parts: SystemParts): number[] {
  return [parts.postgres.pid, parts.temporal.pid].filter((pid) => pid !== null);
}
