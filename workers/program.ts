import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import pino from 'pino';
import { serveSystem } from '../client/api/serve-system.ts';
import { listen } from '../client/api/server.ts';
import { CaseClient } from '../client/case-client.ts';
import { consoleBundle } from '../client/console/build.ts';
import { loadDecrees } from '../definitions/calendar/load-calendar.ts';
import { checkDefinition } from '../definitions/check-definition.ts';
import { formatProblems } from '../definitions/format-problems.ts';
import { registerPlan } from '../store/apply-changes.ts';
import { currentDecrees, setCurrentCalendar } from '../store/current-calendar.ts';
import { freePort } from '../store/embedded/free-port.ts';
import { OperatorError } from '../store/embedded/operator-message.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { seedPeople } from '../store/people.ts';
import { setEmbedded } from '../store/registry/plan-in-force.ts';
import type { CasePlan } from '../workflows/case/case-plan.ts';
import { createCaseWorker } from './case-worker.ts';
import { TASK_QUEUE } from './task-queue.ts';
import { dataConverter, keyRing } from './payload-codec.ts';
import { quietLogs } from './quiet-logs.ts';
import { runSystem, type RunningWorker, type WorkerSurroundings } from './start.ts';

const CATALOGUE = join(import.meta.dirname, '..', 'definitions', 'catalogue');
/** How often commands that were left behind are looked for. */
const RECONCILE_EVERY_MS = 5_000;

/** `npm start`: the long-lived embedded system, until Ctrl-C. */
export async function runAsProgram({ simulation }: { simulation: boolean }): Promise<void> {
  quietLogs();
  // A worker that is started again after a failure is found where it was.
  const port = await consolePort(process.env['PORT']);
  await runSystem({ startWorker: (surroundings) => startWorker(surroundings, { simulation, port }) });
}

const USUAL_PORT = 8080;

/** The port that was asked for; else the usual one, or where that is taken another one. */
async function consolePort(asked: string | undefined): Promise<number> {
  if (asked === undefined || asked === '') return freePort(USUAL_PORT);
  if (/^\d{1,5}$/.test(asked) && Number(asked) <= 65_535) return Number(asked);
  throw new OperatorError('port.invalid', { zh: `PORT“${asked}”应为 0 至 65535 的整数。`, en: `PORT “${asked}” should be a number from 0 to 65535.` });
}

/** Everything of ours that runs beside the servers: the store's schema, the catalogue, the worker, the reconciler. */
async function startWorker({ folder, databaseUrl, temporal, say }: WorkerSurroundings, { simulation, port }: { simulation: boolean; port: number }): Promise<RunningWorker> {
  const open: { close(): Promise<void> }[] = [];
  const closeAll = async () => {
    for (const one of open.splice(0).reverse()) await one.close();
  };
  try {
    const store = await openStore(databaseUrl);
    open.push(store);
    const services = await furnish(store);
    const keys = await keyRing(join(folder, 'payload.key'));
    const connection = await NativeConnection.connect(temporal.connection);
    open.push(connection);
    const { namespace } = temporal;
    const worker = await createCaseWorker({ connection, namespace, store, keys, simulation });
    const client = new CaseClient({ temporal: new Client({ connection, namespace, dataConverter: dataConverter(keys) }), store, taskQueue: TASK_QUEUE });
    const server = await listen({ port, ...(process.env['HOST'] ? { host: process.env['HOST'] } : {}) });
    open.push(server);
    const bundle = await consoleBundle();
    const served = await serveSystem({
      client, databaseUrl, folder, server, console: bundle, temporalAnswers: () => connection.workflowService.getSystemInfo({}).then(() => true, () => false),
      log: pino({ base: null }, pino.destination({ dest: join(folder, 'log', 'api.log'), mkdir: true, sync: false })),
    });
    open.push(served);
    const stopping = new AbortController();
    const reconciler = reconcileForEver(client, stopping.signal);
    const exited = worker.run().finally(async () => {
      stopping.abort();
      await reconciler;
      await closeAll();
    });
    say({ zh: `已装载 ${services} 项服务。`, en: `${services} services are ready.` });
    return { addresses: { 'console 控制台': served.url }, exited, async stop() { worker.shutdown(); await exited; } };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

/** Puts into the store what it needs before the first case: the catalogue, people, the calendar. */
async function furnish(store: Store): Promise<number> {
  const plans = await catalogue();
  for (const plan of plans) {
    await registerPlan(store.db, plan);
    await setEmbedded(store.db, plan);
  }
  await seedPeople(store.db, plans);
  if ((await currentDecrees(store.db)).length === 0) await setCurrentCalendar(store.db, loadDecrees());
  return plans.length;
}

/** The definitions that come with the project, compiled. @throws with every problem of a definition that does not check */
async function catalogue(): Promise<CasePlan[]> {
  const files = (await readdir(CATALOGUE)).filter((name) => name.endsWith('.yaml')).sort();
  return Promise.all(files.map(async (name) => {
    const file = join(CATALOGUE, name);
    const { plan, problems } = checkDefinition(await readFile(file, 'utf8'), { file });
    if (!plan) throw new Error(formatProblems(problems));
    return plan;
  }));
}

async function reconcileForEver(client: CaseClient, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await client.reconcile();
    } catch (error) {
      // Temporal or the store is away; it comes back, and nothing was lost meanwhile.
      console.error('reconciler:', error instanceof Error ? error.message : error);
    }
    await pause(RECONCILE_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}

