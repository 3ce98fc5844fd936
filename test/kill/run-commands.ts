/**
 * The client of the kill test, a process of its own: gives every command of the run in order, each under its own id, and
 * tries again whenever something does not answer. Killed and started again it begins from the top: what was done before
 * must not be done twice. Prints one line a command.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { Connection, Client } from '@temporalio/client';
import { CaseClient, type Outcome } from '../../client/case-client.ts';
import { ClientError } from '../../client/client-error.ts';
import { fileCatalogue } from '../../client/scenario/file-catalogue.ts';
import { join } from 'node:path';
import { dataFolder } from '../../store/embedded/data-folder.ts';
import { openStore } from '../../store/open-store.ts';
import { dataConverter, keyRing } from '../../workers/payload-codec.ts';
import { untilRunning } from './until-running.ts';
import { TASK_QUEUE } from '../../workers/task-queue.ts';
import { CASES, LINES, RECEIPT } from './commands.ts';

const plan = await fileCatalogue({ service: 'open-restaurant' });

/** Connects anew for every attempt that follows a failure: servers may have moved. */
async function connect() {
  const parts = await untilRunning(dataFolder());
  const connection = await Connection.connect(parts.temporal.connection);
  const store = await openStore(parts.postgres.url, { connections: 2 });
  const temporal = new Client({ connection, namespace: parts.temporal.namespace, dataConverter: dataConverter(await keyRing(join(dataFolder(), 'payload.key'))) });
  return { client: new CaseClient({ temporal, store, taskQueue: TASK_QUEUE, patience: 3_000 }), connection, store };
}

let session: Awaited<ReturnType<typeof connect>> | null = null;

async function untilAnswered(what: string, give: (client: CaseClient) => Promise<Outcome>): Promise<Outcome> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      session ??= await connect();
      return await give(session.client);
    } catch (error) {
      if (attempt > 100) throw error;
      console.error(`${what}: ${error instanceof ClientError ? error.code : error instanceof Error ? error.message : error}`);
      await session?.store.close().catch(() => undefined);
      await session?.connection.close().catch(() => undefined);
      session = null;
      await pause(200);
    }
  }
}

const numbers: string[] = [];
for (let n = 0; n < CASES; n += 1) {
  const { caseNo } = await untilAnswered(`receive ${n}`, (client) => client.receive({ ...RECEIPT, plan, commandId: `receive-${n}`, commandsPerRun: 12 } as never));
  numbers.push(caseNo);
}
console.log(`cases ${JSON.stringify(numbers)}`);
for (const { case: n, command } of LINES) {
  const outcome = await untilAnswered(command.id, (client) => client.command(numbers[n]!, command));
  console.log(`done ${command.id} ${outcome.ok ? 'ok' : outcome.rejection.code}`);
}
console.log('finished');
process.exit(0);
