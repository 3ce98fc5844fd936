import { setTimeout as pause } from 'node:timers/promises';
import { Client } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { createCaseWorker } from '../../workers/case-worker.ts';
import { TASK_QUEUE } from '../../workers/task-queue.ts';
import { dataConverter, type KeyRing } from '../../workers/payload-codec.ts';
import { quietLogs } from '../../workers/quiet-logs.ts';
import { startTimeSkipping } from '../../workers/time-skipping.ts';
import type { Store } from '../../store/open-store.ts';
import { setCurrentCalendar } from '../../store/current-calendar.ts';
import type { Decree } from '../../workflows/case/calendar.ts';
import type { Instant } from '../../workflows/case/plain-date.ts';
import { tick } from '../../workflows/case/step.ts';
import { CaseClient } from '../case-client.ts';

/**
 * Real servers for one story: Temporal's time-skipping server and a worker of its own, and a store. One server must not serve
 * several stories: a case that is left behind would wake up in somebody else's, and one that is terminated while the server
 * counts its activity as a reason not to skip leaves time standing still for whoever comes next.
 */
export interface Stage {
  readonly client: CaseClient;
  readonly temporal: Client;
  readonly store: Store;
  /** Every decree published so far. */
  readonly decrees: readonly Decree[];
  now(): Promise<number>;
  /** Lets time pass to an instant of the server's own clock. */
  sleepUntil(serverTime: number): Promise<void>;
  /** Waits until the store has everything that was due by an instant of the case's clock. */
  settled(caseNo: string, at: Instant): Promise<void>;
}

interface OwnStage extends Stage {
  end(): Promise<void>;
}

/** Generous: what is due is being worked on, so only a defect comes near it. */
const PATIENCE_MS = 20_000;

async function openStage(options: { store: Store; keys: KeyRing; decrees: readonly Decree[] }): Promise<OwnStage> {
  quietLogs();
  await setCurrentCalendar(options.store.db, options.decrees);
  const { store, keys } = options;
  const environment: TestWorkflowEnvironment = await startTimeSkipping();
  const namespace = environment.namespace ?? 'default';
  const worker = await createCaseWorker({ connection: environment.nativeConnection, namespace, store, keys, simulation: true });
  const running = worker.run();
  const temporal = new Client({ connection: environment.connection, namespace, dataConverter: dataConverter(keys) });
  const stage: OwnStage = {
    temporal, store, decrees: options.decrees,
    client: new CaseClient({ temporal, store, taskQueue: TASK_QUEUE }),
    now: () => environment.currentTimeMs(),
    async sleepUntil(serverTime) {
      const rest = serverTime - (await environment.currentTimeMs());
      if (rest > 0) await environment.sleep(rest);
    },
    async settled(caseNo, at) {
      for (const end = performance.now() + PATIENCE_MS; ; await pause(10)) {
        const { plan, calendar, state } = await stage.client.view(caseNo);
        const archived = state.phase === 'archived';
        if (!archived && tick(plan, calendar, state, at).changes.length === 0) return;
        if (archived && (await isArchived(store, caseNo))) return;
        if (performance.now() > end) throw new Error(`${caseNo}: the store did not catch up with what was due`);
      }
    },
    async end() {
      worker.shutdown();
      await running;
      await environment.teardown();
    },
  };
  return stage;
}

/** Opens a stage, has a story played on it, and takes it down again. */
export async function onStage<T>(options: { store: Store; keys: KeyRing; decrees: readonly Decree[] }, work: (stage: Stage) => Promise<T>): Promise<T> {
  const stage = await openStage(options);
  try {
    return await work(stage);
  } finally {
    await stage.end();
  }
}

async function isArchived({ db }: Store, caseNo: string): Promise<boolean> {
  const row = await db.selectFrom('case_record').select('archived_hash').where('case_no', '=', caseNo).executeTakeFirst();
  return row?.archived_hash != null;
}
