import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { freePort } from '../store/embedded/free-port.ts';
import { isAlive } from '../store/embedded/own-process.ts';
import { type Temporal, startEphemeral, startLocalTemporal, startTemporal } from './local-temporal.ts';

let folder: string;
let started: Temporal[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onething-test-'));
});
afterEach(async () => {
  for (const temporal of started) temporal.endNow();
  started = [];
  await rm(folder, { recursive: true, force: true });
});

async function start(options: { port?: number; namespace?: string } = {}): Promise<Temporal> {
  const temporal = await startLocalTemporal({ folder, namespace: 'onething', uiPort: false, port: await freePort(), ...options });
  started.push(temporal);
  return temporal;
}

describe('local Temporal', () => {
  it('keeps cases, retention and search attributes through a kill -9', async () => {
    const first = await start();
    await withClient(first, (client) =>
      client.workflow.start('open-restaurant', { taskQueue: 'nobody', workflowId: 'CASE-1', searchAttributes: { CaseService: ['open-restaurant'], Region: ['330100'] } }),
    );
    process.kill(first.pid!, 'SIGKILL');
    await first.exited;
    const second = await start({ port: Number(first.connection.address.split(':')[1]) });
    expect(second).toMatchObject({ origin: 'started', connection: first.connection });
    await withClient(second, async (client) => {
      const description = await client.workflow.getHandle('CASE-1').describe();
      expect(description.status.name).toBe('RUNNING');
      expect(description.searchAttributes['Region']).toEqual(['330100']);
      const { config } = await client.workflowService.describeNamespace({ namespace: 'onething' });
      expect(Number(config?.workflowExecutionRetentionTtl?.seconds)).toBe(30 * 86_400);
    });
  });

  it('serves two who start it at the same moment with one server', async () => {
    const both = await Promise.all([start(), start()]);
    expect(both.map((temporal) => temporal.origin).sort()).toEqual(['shared', 'started']);
    expect(both[0].pid).toBe(both[1].pid);
  });

  it('does not take another folder’s server on the same port for its own', async () => {
    const first = await start();
    const port = Number(first.connection.address.split(':')[1]);
    const elsewhere = await mkdtemp(join(tmpdir(), 'onething-test-'));
    try {
      await expect(startLocalTemporal({ folder: elsewhere, uiPort: false, port })).rejects.toMatchObject({ code: 'temporal.startFailed' });
    } finally {
      await rm(elsewhere, { recursive: true, force: true });
    }
  });

  it('is taken over when its starter was killed, and given a namespace it lacks', async () => {
    const script = `import { startLocalTemporal } from './workers/local-temporal.ts';
      const { pid } = await startLocalTemporal({ folder: ${JSON.stringify(folder)}, uiPort: false, port: ${await freePort()} }); console.log(pid); setInterval(() => {}, 1000)`;
    const starter = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    const pid = Number(((await once(starter.stdout, 'data')) as [Buffer])[0].toString());
    starter.kill('SIGKILL');
    await once(starter, 'exit');
    expect(isAlive(pid)).toBe(true);
    const temporal = await start({ namespace: 'city' });
    expect(temporal).toMatchObject({ origin: 'adopted', pid, namespace: 'city' });
    await temporal.stop();
    expect(isAlive(pid)).toBe(false);
  });

  it('starts afresh when its very first start was killed in the middle of making its tables', async () => {
    await writeFile(join(folder, 'temporal.db'), '');
    expect((await start()).origin).toBe('started');
  });
});

describe('a Temporal of one’s own', () => {
  afterEach(() => {
    delete process.env['TEMPORAL_ADDRESS'];
    delete process.env['TEMPORAL_NAMESPACE'];
  });

  it('is used when TEMPORAL_ADDRESS names it; one that is not there is refused with advice', async () => {
    const own = await startEphemeral({ namespace: 'city' });
    try {
      process.env['TEMPORAL_ADDRESS'] = own.connection.address;
      process.env['TEMPORAL_NAMESPACE'] = 'city';
      expect(await startTemporal({ folder })).toMatchObject({ origin: 'external', connection: own.connection, namespace: 'city', pid: null });
      process.env['TEMPORAL_NAMESPACE'] = 'unknown';
      await expect(startTemporal({ folder })).rejects.toMatchObject({ code: 'temporal.namespaceNotReady' });
    } finally {
      await own.stop();
    }
    await expect(startTemporal({ folder })).rejects.toMatchObject({ code: 'temporal.namespaceNotReady' });
  });
});

async function withClient<T>(temporal: Temporal, work: (client: Client) => Promise<T>): Promise<T> {
  const connection = await Connection.connect(temporal.connection);
  try {
    return await work(new Client({ connection, namespace: temporal.namespace }));
  } finally {
    await connection.close();
  }
}
