import { randomBytes } from 'node:crypto';
import { Client } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { CaseClient } from '../../client/case-client.ts';
import { fileCatalogue } from '../../client/scenario/file-catalogue.ts';
import { loadDecrees } from '../../definitions/calendar/load-calendar.ts';
import { setCurrentCalendar } from '../../store/current-calendar.ts';
import { openStore, type Store } from '../../store/open-store.ts';
import { openTestStore } from '../../store/test-support/test-store.ts';
import { createCaseWorker } from '../../workers/case-worker.ts';
import { startEphemeral } from '../../workers/local-temporal.ts';
import { dataConverter } from '../../workers/payload-codec.ts';
import { quietLogs } from '../../workers/quiet-logs.ts';
import { TASK_QUEUE } from '../../workers/task-queue.ts';
import type { CasePlan } from '../../workflows/case/case-plan.ts';

/** The system as `npm start` runs it, in this process: a dev server, a worker without moved clocks, a store. */
export interface LiveSystem {
  readonly client: CaseClient;
  readonly temporal: Client;
  readonly store: Store;
  readonly databaseUrl: string;
  readonly plan: CasePlan;
  end(): Promise<void>;
}

export interface LiveOptions {
  /** Also cases whose clock is moved. */
  readonly simulation?: boolean;
  /** An empty database that is there; default: a PostgreSQL of its own. */
  readonly database?: string;
}

export async function startLiveSystem(service = 'open-restaurant', { simulation = false, database }: LiveOptions = {}): Promise<LiveSystem> {
  quietLogs();
  // Of its own: a server that several tests share ends with the first of them.
  const { store, url: databaseUrl, end } = await (database === undefined ? openTestStore() : openedAt(database));
  const server = await startEphemeral();
  const { namespace } = server;
  const connection = await NativeConnection.connect(server.connection);
  const keys = { current: 'test', keys: { test: randomBytes(32) } };
  const worker = await createCaseWorker({ connection, namespace, store, keys, simulation });
  const running = worker.run();
  await setCurrentCalendar(store.db, loadDecrees());
  const temporal = new Client({ connection, namespace, dataConverter: dataConverter(keys) });
  return {
    temporal, store, databaseUrl, plan: await fileCatalogue({ service }), client: new CaseClient({ temporal, store, taskQueue: TASK_QUEUE }),
    async end() {
      worker.shutdown();
      await running;
      await connection.close();
      await server.stop();
      await end();
    },
  };
}

async function openedAt(url: string): Promise<Awaited<ReturnType<typeof openTestStore>>> {
  const store = await openStore(url);
  return { store, url, end: () => store.close() };
}
