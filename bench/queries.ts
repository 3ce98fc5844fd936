import { performance } from 'node:perf_hooks';
import { fillBoardHistory, HISTORY_ENDS } from './board-history.ts';
import { createFreshDatabase } from '../store/embedded/fresh-database.ts';
import { fillStore } from '../store/fill.ts';
import { type Database, openStore } from '../store/open-store.ts';
import { lastDays } from '../store/queries/board-filter.ts';
import { itemLoads, loads, personLoads, workCounts } from '../store/queries/board.ts';
import { bottlenecks } from '../store/queries/bottlenecks.ts';
import { colours, listCases } from '../store/queries/cases.ts';
import { inbox, inboxCounts } from '../store/queries/inbox.ts';
import { monthlyReport, monthOf } from '../store/queries/monthly-report.ts';
import { onTime } from '../store/queries/on-time.ts';
import { pendingExtensions } from '../store/queries/pending-extensions.ts';
import { nearing, overdue, pressingCounts } from '../store/queries/pressing-clocks.ts';
import { complaintsOnDesk } from '../store/queries/supervision-desk.ts';
import { trend } from '../store/queries/trend.ts';
import { windowDesk } from '../store/queries/window.ts';
import type { Actor } from '../workflows/case/actor.ts';
import type { PlainDate } from '../workflows/case/plain-date.ts';

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
  'inbox, the latest received': (db) => inbox(db, REVIEWER, { sort: 'latest' }),
  'inbox, search for a number': (db, round) => inbox(db, REVIEWER, { search: { text: `371302-202601${String(1 + (round % 9)).padStart(2, '0')}`, names: 'all' } }),
  'inbox, search for an applicant': (db, round) => inbox(db, REVIEWER, { search: { text: `申请人${100 + round}`, names: 'all' }, sort: 'oldest' }),
  'inbox, search for an item': (db) => inbox(db, REVIEWER, { search: { text: '体育', names: 'all', items: [{ service: null, item: 'open-gym-2' }] } }),
  'inbox, counts of a search': (db, round) => inboxCounts(db, REVIEWER, { search: { text: `申请人${100 + round}`, names: 'all' } }),
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
  'cases, search for an applicant': (db, round) => listCases(db, { search: { text: `申请人${100 + round}`, names: 'all' } }),
  'board, loads by department': (db) => loads(db, 'department'),
  'board, loads by item, one region': (db) => itemLoads(db, { region: '371302' }),
  'board, phases and kinds of work, the beginning of a region': (db) => Promise.all([colours(db, { within: '3713' }), workCounts(db, { within: '3713' })]),
  'board, extensions to decide': (db) => pendingExtensions(db),
  'board, overdue in the beginning of a region': (db) => overdue(db, { within: '37131' }),
  'unresolved, open': (db) => complaintsOnDesk(db, 'open'),
};

const AT = HISTORY_ENDS - 1;
const QUARTER = lastDays(90, AT);
/** What counts the decisions of many days: read once a minute by whoever looks at a board. */
const FIGURES: Readonly<Record<string, (db: Database) => Promise<unknown>>> = {
  'board, on time in 90 days by department, service and region': (db) => onTime(db, 'each', QUARTER),
  'board, on time in 90 days by person, one department': (db) => onTime(db, 'person', QUARTER, { department: 'health' }),
  'board, on time in 90 days by item, one region': (db) => onTime(db, 'item', QUARTER, { region: '371302' }),
  'board, claimed work by person': (db) => personLoads(db),
  'board, trend of 30 days': (db) => trend(db, lastDays(30, AT)),
  'board, bottlenecks of 90 days': (db) => bottlenecks(db, QUARTER, {}, AT),
  'report of a month': (db) => monthlyReport(db, monthOf('2026-02-01' as PlainDate), {}, AT),
};
const FIGURES_BUDGET_MS = 400;

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
    const small = await measure(store.db, QUERIES, ROUNDS);
    await fillStore(store.db, { cases: LARGE - SMALL });
    const large = await measure(store.db, QUERIES, ROUNDS);
    for (const [name, { p50, p95 }] of large) {
      yield { name: `${name}: p95 at ${LARGE} cases`, value: round(p95), unit: 'ms', budget: BUDGET_MS, ok: p95 <= BUDGET_MS };
      yield { name: `${name}: median at ${LARGE} ÷ at ${SMALL}`, value: round(p50 / small.get(name)!.p50), unit: '×', budget: null, ok: true };
    }
    await fillBoardHistory(store.db, { cases: LARGE });
    for (const [name, { p95 }] of await measure(store.db, FIGURES, ROUNDS / 10)) {
      yield { name: `${name}: p95 at ${LARGE} decided cases`, value: round(p95), unit: 'ms', budget: FIGURES_BUDGET_MS, ok: p95 <= FIGURES_BUDGET_MS };
    }
  } finally {
    await store.close();
    await database.drop();
  }
}

async function measure(db: Database, queries: typeof QUERIES, rounds: number): Promise<Map<string, { p50: number; p95: number }>> {
  const times = new Map(Object.keys(queries).map((name) => [name, [] as number[]]));
  const second = (await inbox(db, REVIEWER, { view: 'all' })).next!;
  // Round by round, not query by query: whatever else the machine does meanwhile falls on all alike.
  for (let index = -rounds / 20; index < rounds; index += 1) {
    for (const [name, query] of Object.entries(queries)) {
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
