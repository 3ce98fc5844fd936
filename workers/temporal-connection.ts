import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Connection, isGrpcServiceError } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { OperatorError } from '../store/embedded/operator-message.ts';
import { registerSearchAttributes, searchAttributes } from './search-attributes.ts';

/** Where a Temporal server is and how to get in; may be handed to `Connection.connect` and `NativeConnection.connect` as it is. */
export interface TemporalConnectionOptions {
  readonly address: string;
  readonly tls?: boolean;
  readonly apiKey?: string;
}

/** The server named in the environment: `TEMPORAL_ADDRESS`, with `TEMPORAL_NAMESPACE` (default `default`), `TEMPORAL_API_KEY` (implies TLS) and `TEMPORAL_TLS=true`. */
export function temporalFromEnvironment(): { connection: TemporalConnectionOptions; namespace: string } | null {
  const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace, TEMPORAL_API_KEY: apiKey, TEMPORAL_TLS: tls } = process.env;
  if (!address) return null;
  return { connection: { address, ...(apiKey ? { apiKey } : {}), ...(apiKey || tls === 'true' ? { tls: true } : {}) }, namespace: namespace || 'default' };
}

/**
 * Whether a Temporal server really answers there, not only listens.
 * @param mark a namespace that this very server has and no other: somebody else's may have taken the port
 */
export async function temporalAnswers(connection: TemporalConnectionOptions, mark: string | null): Promise<boolean> {
  if (!(await accepts(connection.address))) return false;
  if (mark !== null) return withConnection(connection, (open) => open.workflowService.describeNamespace({ namespace: mark })).then(() => true, () => false);
  return withConnection(connection, (open) => open.workflowService.describeNamespace({ namespace: 'temporal-system' })).then(
    () => true,
    // Somebody else's server may hide its system namespace; that is an answer too.
    (error: unknown) => isGrpcServiceError(error) && (error.code === notFound || error.code === permissionDenied),
  );
}

/**
 * Makes a namespace fit for cases: the search attributes are registered and really searchable. On a server of our own,
 * also makes the namespace if need be, and keeps closed cases for `retentionDays`.
 */
export async function prepareNamespace(connection: TemporalConnectionOptions, namespace: string, own?: { retentionDays: number }): Promise<void> {
  try {
    await withConnection(connection, async (open) => {
      if (own) await keep(open, namespace, own.retentionDays);
      if (await searchable(open, namespace)) return;
      await open.workflowService.describeNamespace({ namespace });
      await registerSearchAttributes(open.operatorService, namespace);
      // The server's parts learn of new attributes one after another.
      for (const end = performance.now() + 30_000; !(await searchable(open, namespace)); await sleep(200)) {
        if (performance.now() > end) throw new Error('the search attributes do not appear');
      }
    });
  } catch (error) {
    throw new OperatorError(
      'temporal.namespaceNotReady',
      {
        zh: `无法使用 Temporal ${connection.address} 的命名空间 ${namespace}(${reasonOf(error)})。请确认地址无误、命名空间已建立,并已登记 Keyword 类型的搜索属性 ${searchAttributes.join('、')}。`,
        en: `Namespace ${namespace} of Temporal at ${connection.address} cannot be used (${reasonOf(error)}). Check the address, that the namespace exists, and that the Keyword search attributes ${searchAttributes.join(', ')} are registered.`,
      },
      error,
    );
  }
}

async function withConnection<T>(options: TemporalConnectionOptions, work: (open: Connection) => Promise<T>): Promise<T> {
  const open = await Connection.connect({ ...options, connectTimeout: '5s' });
  try {
    return await open.withDeadline(Date.now() + 60_000, () => work(open));
  } finally {
    await open.close();
  }
}

async function searchable(open: Connection, namespace: string): Promise<boolean> {
  const all = searchAttributes.map((name) => `${name} = 'x'`).join(' AND ');
  try {
    await open.workflowService.listWorkflowExecutions({ namespace, query: all, pageSize: 1 });
    return true;
  } catch (error) {
    // A namespace made a moment ago is not known everywhere yet.
    if (isGrpcServiceError(error) && (error.code === invalidArgument || error.code === notFound)) return false;
    throw error;
  }
}

async function keep(open: Connection, namespace: string, days: number): Promise<void> {
  const period = msToTs(days * 86_400_000);
  for (;;) {
    try {
      await open.workflowService.updateNamespace({ namespace, config: { workflowExecutionRetentionTtl: period } });
      return;
    } catch (error) {
      if (!isGrpcServiceError(error) || error.code !== notFound) throw error;
    }
    // A server that has just begun to answer may still be making the namespace itself.
    await open.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: period }).catch((error: unknown) => {
      if (!isGrpcServiceError(error) || error.code !== alreadyExists) throw error;
    });
  }
}

/** gRPC status codes. */
const [invalidArgument, notFound, alreadyExists, permissionDenied] = [3, 5, 6, 7];

/** gRPC's own first retry comes after a second; a plain socket tells at once whether anybody listens. */
function accepts(address: string): Promise<boolean> {
  const { hostname, port } = new URL(`tcp://${address}`);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port || 7233), timeout: 3_000 });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true)).once('error', () => end(false)).once('timeout', () => end(false));
  });
}

function reasonOf(error: unknown): string {
  return isGrpcServiceError(error) ? error.details : ((error as Error | undefined)?.message ?? String(error));
}
