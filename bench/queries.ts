import { performance } from 'node:perf_hooks';
import { createFreshDatabase } from '../store/embedded/fresh-database.ts';
import { fillStore } from '../store/fill.ts';
import { type Database, openStore } from '../store/open-store.ts';
import { colours, listCases } from '../store/queries/cases.ts';
import { inbox, inboxCounts } from '../store/queries/inbox.ts';
import { nearing, overdue, pressingCounts } from '../store/queries/pressing-clocks.ts';
import { windowDesk } from '../store/queries/window.ts';
import type { Actor } from '../workflows/case/actor.ts';

export interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The most it may be; null: only told. */
  readonly budget: number | null;
  readonly ok: boolean;
}

const SMALL = 10_000;
const LARGE = 100_000;
const ROUNDS = 200;
const BUDGET_MS = 10;

const REVIEWER: Actor = { id: 'reviewer-fire-rescue-1', name: '承办人', role: 'reviewer', department: 'fire-rescue' };
const CLERK: Actor = { id: 'clerk-1', name: '窗口', role: 'clerk' };

/** Each is called with a number that differs from call to call, so that not every call reads the same rows. */
const QUERIES: Readonly<Record<string, (db: Database, round: number, second: string) => Promise<unknown>>> = {
  'inbox, mine': (db, round) => inbox(db, { ...REVIEWER, id: `reviewer-fire-rescue-${1 + (round % 20)}` }, { view: 'mine' }),
  'inbox, group': (db) => inbox(db, REVIEWER, { view: 'all' }),
  'inbox, unclaimed': (db) => inbox(db, REVIEWER, { view: 'unclaimed' }),
  'inbox, second page': (db, _, second) => inbox(db, REVIEWER, { view: 'all' }, { after: second }),
  'inbox, one region and service': (db, round) => inbox(db, REVIEWER, { region: round % 2 ? '371321' : '371302', service: 'child-born' }),
  'inbox, red': (db) => inbox(db, REVIEWER, { colour: 2 }),
  'inbox, in time': (db) => inbox(db, REVIEWER, { colour: 0 }),
  'inbox, nothing found': (db) => inbox(db, REVIEWER, { item: 'no-such-item' }),
  'inbox, counts': (db) => inboxCounts(db, REVIEWER),
  'window desk': (db) => windowDesk(db, CLERK),
  'nearing': (db) => nearing(db),
  'nearing, one department and region': (db) => nearing(db, { department: 'health', region: '371302' }),
  'overdue': (db) => overdue(db),
  'overdue, one service': (db) => overdue(db, { service: 'open-gym' }),
  'counts by department': (db) => pressingCounts(db),
  'counts by colour': (db) => colours(db),
  'cases, latest': (db) => listCases(db),
  'cases, one phase and region': (db) => listCases(db, { phase: 'examination', region: '371311' }),
  'cases, number prefix': (db) => listCases(db, { numberPrefix: '371302-202601' }),
};

/**
 * The lists of the inbox and of managers at ten thousand and at a hundred thousand open cases (six tasks each): p95 of each
 * within its budget, and how it grows.
 * @param url of any database of a PostgreSQL server where databases may be created; its owner's connection string
 */
export async function* benchQueries(url: string): AsyncGenerator<Measurement> {
  const database = await createFreshDatabase(url);
  const store = await openStore(database.url, { connections: 4 });
  try {
    await fillStore(store.db, { cases: SMALL });
    const small = await measure(store.db);
    await fillStore(store.db, { cases: LARGE - SMALL });
    const large = await measure(store.db);
    for (const [name, { p50, p95 }] of large) {
      yield { name: `${name}: p95 at ${LARGE} cases`, value: round(p95), unit: 'ms', budget: BUDGET_MS, ok: p95 <= BUDGET_MS };
      yield { name: `${name}: median at ${LARGE} ÷ at ${SMALL}`, value: round(p50 / small.get(name)!.p50), unit: '×', budget: null, ok: true };
    }
  } finally {
    await store.close();
    await database.drop();
  }
}

async function measure(db: Database): Promise<Map<string, { p50: number; p95: number }>> {
  const times = new Map(Object.keys(QUERIES).map((name) => [name, [] as number[]]));
  const second = (await inbox(db, REVIEWER, { view: 'all' })).next!;
  // Round by round, not query by query: whatever else the machine does meanwhile falls on all alike.
  for (let index = -10; index < ROUNDS; index += 1) {
    for (const [name, query] of Object.entries(QUERIES)) {
      const start = performance.now();
      await query(db, Math.abs(index), second);
      if (index >= 0) times.get(name)!.push(performance.now() - start);
    }
  }
  return new Map([...times].map(([name, taken]) => {
    const sorted = taken.toSorted((a, b) => a - b);
    return [name, { p50: sorted[Math.floor(sorted.length * 0.5)]!, p95: sorted[Math.floor(sorted.length * 0.95)]! }];
  }));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
