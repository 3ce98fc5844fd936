import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger, type NativeConnection, Worker } from '@temporalio/worker';
import { dataConverter, type KeyRing } from '../../workers/payload-codec.ts';

export const PERMIT_QUEUE = 'permit';

/** With the options of our own worker. */
export async function createPermitWorker({ connection, namespace, keys }: { connection: NativeConnection; namespace: string; keys: KeyRing }): Promise<Worker> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: join(import.meta.dirname, 'workflow.ts'), webpackConfigHook: (config) => ({ ...config, mode: 'production' }), logger: new DefaultLogger('WARN'),
  });
  return Worker.create({
    connection, namespace, taskQueue: PERMIT_QUEUE, workflowBundle: { code }, dataConverter: dataConverter(keys), maxCachedWorkflows: 2_000, shutdownGraceTime: '5 seconds',
  });
}
