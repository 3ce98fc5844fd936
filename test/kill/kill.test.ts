import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { CaseClient } from '../../client/case-client.ts';
import { openStore } from '../../store/open-store.ts';
import { verifyStore } from '../../store/verify.ts';
import { dataConverter, keyRing } from '../../workers/payload-codec.ts';
import { untilRunning } from './until-running.ts';
import { TASK_QUEUE } from '../../workers/task-queue.ts';
import type { Change } from '../../workflows/case/case-change.ts';
import type { CaseState } from '../../workflows/case/case-state.ts';
import { LINES } from './commands.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** What a run left behind, without what differs between any two runs: case numbers and the time of day. */
interface Result {
  readonly outcomes: readonly string[];
  readonly timelines: readonly string[];
  readonly items: readonly string[];
  readonly audited: readonly string[];
}

describe('killed with -9 at any moment', () => {
  it('loses no command, applies none twice, and ends where an undisturbed run ends', async () => {
    const undisturbed = await run([]);
    expect(undisturbed.outcomes).toHaveLength(LINES.length);
    // Which part dies after how many settled commands; what it is doing at that moment differs from run to run.
    const moments = shuffledMoments(Number(process.env['KILL_SEED'] ?? 20_261_122));
    const disturbed = await run(moments);
    expect(disturbed).toEqual(undisturbed);
  }, 300_000);
});

type Part = 'worker' | 'postgres' | 'temporal' | 'client';
interface Moment { readonly after: number; readonly part: Part }

function shuffledMoments(seed: number): Moment[] {
  let state = seed;
  const random = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  const parts: Part[] = ['client', 'worker', 'postgres', 'temporal', 'client', 'worker', 'postgres', 'temporal'];
  const moments = parts.map((part) => ({ after: Math.floor(random() * (LINES.length - 5)), part })).sort((a, b) => a.after - b.after);
  console.log(`KILL_SEED=${seed}: ${moments.map(({ part, after }) => `${part}@${after}`).join(' ')}`);
  return moments;
}

async function run(moments: readonly Moment[]): Promise<Result> {
  const home = await mkdtemp(join(tmpdir(), 'onething-kill-'));
  const env = { ...process.env, ONETHING_HOME: home, SAMPLES: 'no', PORT: '0' };
  process.env['ONETHING_HOME'] = home;
  let system = start('workers/main.ts', env, 'ignore');
  const outcomes = new Map<string, string>();
  let numbers: string[] = [];
  const left = [...moments];
  try {
    for (let finished = false; !finished; ) {
      await untilRunning(home);
      const client = start('test/kill/run-commands.ts', env, 'pipe');
      const ended = new Promise<void>((resolve) => client.on('exit', () => resolve()));
      let text = '';
      let said = '';
      client.stderr!.on('data', (chunk: Buffer) => { said = (said + chunk.toString()).slice(-4_000); });
      client.stdout!.on('data', (chunk: Buffer) => {
        text += chunk.toString();
        for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n')) {
          const line = text.slice(0, at);
          text = text.slice(at + 1);
          const [word, id = '', code = ''] = line.split(' ');
          if (word === 'cases') numbers = JSON.parse(line.slice(6));
          if (word === 'done') outcomes.set(id, code);
          if (word === 'finished') finished = true;
        }
      });
      while (!finished && client.exitCode === null && client.signalCode === null) {
        const next = left[0];
        if (next && outcomes.size >= next.after) {
          left.shift();
          if (next.part === 'client') client.kill('SIGKILL');
          else if (next.part === 'worker') {
            system.kill('SIGKILL');
            await gone(system);
            system = start('workers/main.ts', env, 'ignore');
          } else {
            const parts = await untilRunning(home);
            process.kill(parts[next.part].pid!, 'SIGKILL');
          }
        }
        await Promise.race([ended, pause(5)]);
      }
      await ended;
      if (!finished && client.exitCode !== null && client.exitCode !== 0) throw new Error(`the client ended with ${client.exitCode}:\n${said}`);
    }
    return await inspect(home, numbers, outcomes);
  } finally {
    system.kill('SIGTERM');
    await gone(system);
    await rm(home, { recursive: true, force: true });
  }
}

/** Reads what the store shows and compares it with what the history says; then forgets what no two runs share. */
async function inspect(home: string, numbers: readonly string[], outcomes: ReadonlyMap<string, string>): Promise<Result> {
  const parts = await untilRunning(home);
  const store = await openStore(parts.postgres.url, { connections: 2 });
  const connection = await Connection.connect(parts.temporal.connection);
  const temporal = new Client({ connection, namespace: parts.temporal.namespace, dataConverter: dataConverter(await keyRing(join(home, 'payload.key'))) });
  const client = new CaseClient({ temporal, store, taskQueue: TASK_QUEUE });
  try {
    await client.reconcile({ olderThan: 0 });
    expect(await verifyStore(store.db)).toEqual([]);
    const timelines: string[] = [];
    const items: string[] = [];
    for (const caseNo of numbers) {
      const exported = await client.export(caseNo);
      const rows = await store.db.selectFrom('case_change').select('change').where('case_no', '=', caseNo).orderBy('seq').execute();
      expect(rows.map((row) => row.change)).toEqual(JSON.parse(JSON.stringify(exported.changes)));
      timelines.push(exported.changes.map(essence).join('\n'));
      items.push(itemsOf(exported.state));
    }
    const commands = await store.db.selectFrom('command').select(['id', 'status']).orderBy('id').execute();
    return { outcomes: LINES.map(({ command }) => `${command.id} ${outcomes.get(command.id)}`), timelines, items, audited: commands.map((row) => `${row.id} ${row.status}`) };
  } finally {
    await connection.close();
    await store.close();
  }
}

function essence(change: Change): string {
  return `${change.seq} ${change.kind} ${change.by.id} ${change.commandId ?? ''} ${'item' in change ? change.item : ''}`;
}

function itemsOf(state: CaseState): string {
  return `${state.phase}: ${Object.values(state.items).map((item) => `${item.id}=${item.state}`).sort().join(' ')}`;
}

function start(file: string, env: NodeJS.ProcessEnv, output: 'pipe' | 'ignore'): ChildProcess {
  return spawn(process.execPath, [join(ROOT, file)], { env, stdio: ['ignore', output, output] });
}

async function gone(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await new Promise<void>((resolve) => child.once('exit', () => resolve()));
}
