import { TestWorkflowEnvironment, type TimeSkippingTestWorkflowEnvironmentOptions } from '@temporalio/testing';
import type { Say } from '../store/embedded/operator-message.ts';
import { registerSearchAttributes } from './search-attributes.ts';
import { findTemporal } from './temporal-binary.ts';

/**
 * Starts Temporal's time-skipping server on a free port, ready for cases: while nothing but timers is left to wait for,
 * 45 days take milliseconds. It forgets everything at `teardown()`, which the caller owes it.
 *
 * It cannot list workflows, has no worker versioning, and does not skip while a client awaits an Update.
 */
export async function startTimeSkipping(
  options: Pick<TimeSkippingTestWorkflowEnvironmentOptions, 'client' | 'plugins'> & { folder?: string; say?: Say } = {},
): Promise<TestWorkflowEnvironment> {
  const { folder, say, ...environmentOptions } = options;
  const path = await findTemporal('timeSkippingServer', { ...(folder ? { folder } : {}), ...(say ? { say } : {}) });
  const environment = await TestWorkflowEnvironment.createTimeSkipping({
    ...environmentOptions,
    server: { executable: path ? { type: 'existing-path', path } : { type: 'cached-download' } },
  });
  try {
    await registerSearchAttributes(environment.connection.operatorService, environment.namespace ?? 'default');
    return environment;
  } catch (error) {
    await environment.teardown();
    throw error;
  }
}
