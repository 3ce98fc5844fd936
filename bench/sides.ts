import { Client } from '@temporalio/client';
import { NativeConnection, type Worker } from '@temporalio/worker';
import pg from 'pg';
import { CaseClient } from '../client/case-client.ts';
import { loadDecrees } from '../definitions/calendar/load-calendar.ts';
import { setCurrentCalendar } from '../store/current-calendar.ts';
import { createCaseWorker } from '../workers/case-worker.ts';
import { dataConverter } from '../workers/payload-codec.ts';
import { quietLogs } from '../workers/quiet-logs.ts';
import { TASK_QUEUE } from '../workers/task-queue.ts';
import { PermitClient } from './baseline/permit-client.ts';
import { createPermitWorker, PERMIT_QUEUE } from './baseline/permit-worker.ts';
import { person, plainCommands, plainPlan, plainReceipt } from './plain-case.ts';
import { KEYS, type Servers, withStore } from './servers.ts';

/** Client and worker of one side, both in this process, on a connection they share. */
export interface Side {
  /** Receives a plain case and leaves it alone. */
  receive(): Promise<string>;
  /** Receives one and takes it through its thirteen commands. */
  oneCase(): Promise<void>;
}

export async function withOurSide<T>({ postgres, temporal: { connection: address, namespace } }: Servers, work: (ours: Side) => Promise<T>): Promise<T> {
  quietLogs();
  return withStore(postgres, async (store) => {
    await setCurrentCalendar(store.db, loadDecrees());
    return withConnection(address, async (connection) => {
      const worker = await createCaseWorker({ connection, namespace, store, keys: KEYS });
      const temporal = new Client({ connection, namespace, dataConverter: dataConverter(KEYS) });
      return whileRunning(worker, () => work(ours(new CaseClient({ temporal, store, taskQueue: TASK_QUEUE }))));
    });
  });
}

export async function withBaseline<T>({ postgres, temporal: { connection: address, namespace } }: Servers, work: (baseline: Side) => Promise<T>): Promise<T> {
  quietLogs();
  // Our own store makes the same tables; what is written into them is the baseline's.
  return withStore(postgres, (_, url) => withConnection(address, async (connection) => {
    const pool = new pg.Pool({ connectionString: url, max: 10 });
    try {
      const worker = await createPermitWorker({ connection, namespace, keys: KEYS });
      const temporal = new Client({ connection, namespace, dataConverter: dataConverter(KEYS) });
      return await whileRunning(worker, () => work(baseline(new PermitClient(temporal, pool, PERMIT_QUEUE))));
    } finally {
      await pool.end();
    }
  }));
}

async function withConnection<T>(address: Servers['temporal']['connection'], work: (connection: NativeConnection) => Promise<T>): Promise<T> {
  const connection = await NativeConnection.connect(address);
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}

async function whileRunning<T>(worker: Worker, work: () => Promise<T>): Promise<T> {
  const running = worker.run();
  try {
    return await work();
  } finally {
    worker.shutdown();
    await running;
  }
}

function ours(client: CaseClient): Side {
  const plan = plainPlan();
  const receive = async () => (await client.receive({ plan, ...plainReceipt() })).caseNo;
  return {
    receive,
    async oneCase() {
      const caseNo = await receive();
      for (const command of plainCommands(plan)) {
        const outcome = await client.command(caseNo, command);
        if (!outcome.ok) throw new Error(`${command.do}: ${outcome.rejection.code}`);
      }
    },
  };
}

function baseline(client: PermitClient): Side {
  const items = plainPlan().items.map(({ id, department }) => ({ id, department }));
  const receive = () => {
    const { region, window, by, applicant, form, materials } = plainReceipt();
    return client.receive({ region, window, by, applicant, form: form as Record<string, string | number>, materials, items });
  };
  return {
    receive,
    async oneCase() {
      const caseNo = await receive();
      for (const { id, department } of items) await client.command(caseNo, { do: 'examine', by: person('reviewer', department), item: id, answer: 'complete' });
      for (const { id, department } of items) await client.command(caseNo, { do: 'decide', by: person('reviewer', department), item: id, opinion: '材料齐全，符合法定条件，准予登记。' });
      await client.command(caseNo, { do: 'deliver', by: person('clerk'), way: 'pickUp', recipient: '李明' });
    },
  };
}
