import { join } from 'node:path';
import { Client } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import pino from 'pino';
import { serveSystem } from '../client/api/serve-system.ts';
import { listen } from '../client/api/server.ts';
import { CaseClient } from '../client/case-client.ts';
import { SAMPLE_CERTIFICATE_DESK } from '../client/certificates/sample/sample-certificate-store.ts';
import { consoleBundle } from '../client/console/build.ts';
import { makeSamples } from '../client/samples/make-samples.ts';
import { caseMoves } from '../store/access/case-moves.ts';
import type { Say } from '../store/embedded/operator-message.ts';
import { fileDesk } from '../store/files/take-file.ts';
import { openStore } from '../store/open-store.ts';
import { startBackground } from './background.ts';
import { createCaseWorker } from './case-worker.ts';
import { consolePort } from './console-port.ts';
import { furnish } from './furnish.ts';
import { TASK_QUEUE } from './task-queue.ts';
import { dataConverter, keyRing } from './payload-codec.ts';
import { quietLogs } from './quiet-logs.ts';
import { runSystem, type RunningWorker, type WorkerSurroundings } from './start.ts';

/** `npm start`: the long-lived embedded system, until Ctrl-C. */
export async function runAsProgram({ simulation }: { simulation: boolean }): Promise<void> {
  quietLogs();
  // A worker that is started again after a failure is found where it was.
  const port = await consolePort(process.env['PORT']);
  await runSystem({ startWorker: (surroundings) => startWorker(surroundings, { simulation, port }) });
}

/** Everything of ours that runs beside the servers: the store's schema, the catalogue, the worker, the API and the console. */
async function startWorker({ folder, databaseUrl, temporal, say }: WorkerSurroundings, { simulation, port }: { simulation: boolean; port: number }): Promise<RunningWorker> {
  const open: { close(): Promise<void> }[] = [];
  const closeAll = async () => {
    for (const one of open.splice(0).reverse()) await one.close();
  };
  try {
    const store = await openStore(databaseUrl);
    open.push(store);
    const services = await furnish(store, process.env);
    const keys = await keyRing(join(folder, 'payload.key'));
    const connection = await NativeConnection.connect(temporal.connection);
    open.push(connection);
    const { namespace } = temporal;
    const samples = wantsSamples(process.env);
    const worker = await createCaseWorker({ connection, namespace, store, keys, simulation: simulation || samples });
    const client = new CaseClient({ temporal: new Client({ connection, namespace, dataConverter: dataConverter(keys) }), store, taskQueue: TASK_QUEUE });
    const server = await listen({ port, ...(process.env['HOST'] ? { host: process.env['HOST'] } : {}) });
    open.push(server);
    const moves = await caseMoves(databaseUrl);
    open.push(moves);
    const [files, bundle] = [fileDesk(), consoleBundle()];
    bundle.catch((error: unknown) => say({ zh: `控制台页面未能构建，接口照常服务：${String(error)}`, en: `The console could not be built; the API serves without it: ${String(error)}` }));
    const log = pino({ base: null }, pino.destination({ dest: join(folder, 'log', 'api.log'), mkdir: true, sync: false }));
    const served = await serveSystem({ client, folder, server, moves, files, sampleCertificates: samples ? SAMPLE_CERTIFICATE_DESK : null, log, console: bundle, temporalAnswers: () => connection.workflowService.getSystemInfo({}).then(() => true, () => false) });
    open.push(served);
    const background = startBackground({ client, moves, files, publicUrl: served.url });
    const exited = worker.run().finally(async () => {
      await background.stop();
      await closeAll();
    });
    if (samples) await offerSamples(client, say);
    say({ zh: `已装载 ${services} 项服务。`, en: `${services} services are ready.` });
    return { addresses: { console: served.url, API: `${served.url}/reference` }, exited, async stop() { worker.shutdown(); await exited; } };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

/** Somebody who just tries it gets cases to look at; who brings servers of his own, or his own people, begins with none. `SAMPLES=yes|no` says otherwise, but for people of his own: those in the samples are not there. */
function wantsSamples({ SAMPLES: asked, OIDC_ISSUER: issuer, DATABASE_URL: database, TEMPORAL_ADDRESS: temporal }: NodeJS.ProcessEnv): boolean {
  return !issuer && (asked ? asked === 'yes' : !database && !temporal);
}

async function offerSamples(client: CaseClient, say: Say): Promise<void> {
  const made = await makeSamples(client);
  if (made > 0) say({ zh: `已生成 ${made} 件示例办件，标有“模拟”。不需要时设置 SAMPLES=no。`, en: `${made} sample cases were made, marked as simulated. SAMPLES=no makes none.` });
  say({ zh: '登录：打开控制台，在列表中任选一人（窗口、部门、监察、申请人……），无需密码。', en: 'Sign in: open the console and choose anybody listed (window, department, supervision, applicant …); no password.' });
}
