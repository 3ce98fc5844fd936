import { type NativeConnection, Worker } from '@temporalio/worker';
import { Client } from '@temporalio/client';
import { calendarActivities } from '../activities/calendar-activities.ts';
import { CaseClient } from '../client/case-client.ts';
import { caseActivities } from '../activities/case-activities.ts';
import type { Store } from '../store/open-store.ts';
import { dataConverter, type KeyRing } from './payload-codec.ts';
import { TASK_QUEUE } from './task-queue.ts';
import { workflowBundle } from './workflow-bundle.ts';



export interface CaseWorkerOptions {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly store: Store;
  readonly keys: KeyRing;
  /** Also cases whose clock is moved: for stories and demonstrations. Default false. */
  readonly simulation?: boolean;
}

/** A worker that serves every service's cases and their activities. */
export async function createCaseWorker(options: CaseWorkerOptions): Promise<Worker> {
  const { connection, namespace, store, keys } = options;
  const temporal = new Client({ connection, namespace, dataConverter: dataConverter(keys) });
  const client = new CaseClient({ temporal, store, taskQueue: TASK_QUEUE });
  return Worker.create({
    connection,
    namespace,
    taskQueue: TASK_QUEUE,
    workflowBundle: { codePath: await workflowBundle({ simulation: options.simulation ?? false }) },
    activities: { ...caseActivities(store), ...calendarActivities(client) },
    dataConverter: dataConverter(keys),
    maxCachedWorkflows: 2_000,
    // How long a case waits for a worker that was killed before another may have it. The default of 10 s is a long time at a window.
    stickyQueueScheduleToStartTimeout: '2 seconds',
    shutdownGraceTime: '5 seconds',
  });
}
