import { DefaultLogger, Runtime } from '@temporalio/worker';

let done = false;

/** Temporal's own logs from warnings upwards, once a process: a story or a table is not interrupted by worker chatter. */
export function quietLogs(): void {
  if (done) return;
  done = true;
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    // Who starts a worker stops it, in his order; the SDK's own signal handlers would come first.
    shutdownSignals: [],
    telemetryOptions: { logging: { filter: 'ERROR', forward: {} } },
  });
}
