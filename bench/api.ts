import { fillBoardHistory } from './board-history.ts';
import { benchConsole } from './console.ts';
import { startDebianPostgres } from './debian-postgres.ts';
import { type Figure, told } from './figure.ts';
import { consoleBundle } from '../client/console/build.ts';
import { RECEIPT } from '../client/api/test-support/restaurant.ts';
import { fillStore } from '../store/fill.ts';
import { findPerson } from '../store/people.ts';
import { loads, workCounts } from '../store/queries/board.ts';
import { colours } from '../store/queries/cases.ts';
import { inbox, inboxCounts } from '../store/queries/inbox.ts';
import { type Caller, type ServingSystem, startServingSystem } from '../test/support/serving-system.ts';

const ROUNDS = 100;
const AT_ONCE = 8;
const REQUESTS = 400;
const CASES = 16;
/** Who reads, and whose item he opens: of a department that the filled cases ask, too. */
const REVIEWER = 'reviewer-health-1';
const ITEMS = [['business-licence-check', 'reviewer-market-regulation-1'], ['food-licence', 'reviewer-market-regulation-1'], ['staff-health', REVIEWER]] as const;

/** What is asked over HTTP, and what of it the store is asked. */
interface Reading { readonly name: string; readonly http: () => Promise<unknown>; readonly bare: () => Promise<unknown> }

/**
 * On Debian's PostgreSQL where it is installed, as a centre runs it; else on the one from npm. The API and the console over the whole system with so many open cases: each reading over HTTP beside its bare queries, each
 * command over HTTP beside the case client's, turn by turn, so that what the machine does besides meets both. Client and server
 * are this one process: the figures are too high rather than too low.
 * @param cases open ones in PostgreSQL, and as many decided ones behind the board
 */
export async function* benchApi({ cases }: { readonly cases: number }): AsyncGenerator<Figure> {
  const [pages, debian] = [await consoleBundle(), await startDebianPostgres()];
  yield told('api: PostgreSQL of Debian’s packages, major version; 0: not installed, the one from npm', '', Number(debian?.version ?? 0));
  const system = await startServingSystem({ console: pages, limits: { perMinute: 1_000_000 }, ...(debian ? { database: debian.url } : {}) });
  try {
    await fillStore(system.store.db, { cases });
    await fillBoardHistory(system.store.db, { cases });
    for (const reading of await readings(system)) yield* measured(reading, cases);
    yield* commands(system);
    yield* benchConsole(system, pages, REVIEWER);
  } finally {
    await system.end();
    await debian?.stop();
  }
}

async function readings(system: ServingSystem): Promise<Reading[]> {
  const { db } = system.store;
  const [reviewer, manager, actor] = [await system.as(REVIEWER), await system.as('manager-1'), await findPerson(db, REVIEWER)];
  return [
    { name: 'inbox', http: () => answered(reviewer, '/inbox?view=all'), bare: () => inbox(db, actor, { view: 'all' }) },
    { name: 'inbox counts', http: () => answered(reviewer, '/inbox/counts'), bare: () => inboxCounts(db, actor) },
    // The rates of ninety days are counted once for all who look; what is counted at every look is asked here as well.
    { name: 'board', http: () => answered(manager, '/board'), bare: () => Promise.all([colours(db), workCounts(db), loads(db, 'department'), loads(db, 'service'), loads(db, 'region')]) },
  ];
}

async function answered(caller: Caller, path: string): Promise<void> {
  const { status } = await caller.get(path);
  if (status !== 200) throw new Error(`GET ${path}: ${status}`);
}

async function* measured({ name, http, bare }: Reading, cases: number): AsyncGenerator<Figure> {
  const [overHttp, queried] = await inTurn(ROUNDS, http, bare);
  yield told(`api, ${name}: p95 over HTTP at ${cases} open cases`, 'ms', p95(overHttp));
  yield told(`api, ${name}: p95 of its bare queries`, 'ms', p95(queried));
  yield told(`api, ${name}: median over HTTP ÷ of its bare queries`, '×', median(overHttp) / median(queried));
  const begin = performance.now();
  let left = REQUESTS;
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    while (left-- > 0) await http();
  }));
  yield told(`api, ${name}: requests a second, ${AT_ONCE} at once`, '1/s', REQUESTS / ((performance.now() - begin) / 1_000));
}

/** Receipts and examinations: every second case over HTTP, the others by the case client. */
async function* commands(system: ServingSystem): AsyncGenerator<Figure> {
  const clerk = await system.as('clerk-1');
  const examiners = new Map(await Promise.all(ITEMS.map(async ([item, id]) => [item, { caller: await system.as(id), as: await findPerson(system.store.db, id) }] as const)));
  const received: string[] = [];
  for (let index = 0; index < CASES; index += 1) {
    const { status, body } = await clerk.post<{ caseNo: string }>('/cases', RECEIPT);
    if (status !== 201) throw new Error(`POST /cases: ${status}`);
    received.push(body.caseNo);
  }
  const [overHttp, direct]: [number[], number[]] = [[], []];
  for (const [index, caseNo] of received.entries()) {
    for (const [item, { caller, as }] of examiners) {
      const given = { item, answer: 'complete' };
      const begin = performance.now();
      const ok = index % 2 === 0 ? (await caller.command(caseNo, 'examine', given)).status === 200 : (await system.client.command(caseNo, { do: 'examine', as, with: given } as never)).ok;
      (index % 2 === 0 ? overHttp : direct).push(performance.now() - begin);
      if (!ok) throw new Error(`examine ${item} of ${caseNo} was refused`);
    }
  }
  yield told('api, commands: p95 over HTTP', 'ms', p95(overHttp));
  yield told('api, commands: p95 of the case client', 'ms', p95(direct));
  yield told('api, commands: median over HTTP ÷ of the case client', '×', median(overHttp) / median(direct));
  yield told('api, commands: one after another over HTTP', '1/s', 1_000 / (overHttp.reduce((sum, one) => sum + one, 0) / overHttp.length));
}

async function inTurn(rounds: number, ...each: readonly (() => Promise<unknown>)[]): Promise<[number[], number[]]> {
  const times: [number[], number[]] = [[], []];
  for (let round = -rounds / 10; round < rounds; round += 1) {
    for (const [index, ask] of each.entries()) {
      const begin = performance.now();
      await ask();
      if (round >= 0) times[index]!.push(performance.now() - begin);
    }
  }
  return times;
}

function median(times: readonly number[]): number {
  return quantile(times, 0.5);
}

function p95(times: readonly number[]): number {
  return quantile(times, 0.95);
}

function quantile(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * share)]!;
}
