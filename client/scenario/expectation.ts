import { explain, isOpen, isRunning, isSuspended, read } from '../../workflows/case/clock.ts';
import { localTime } from '../../workflows/case/plain-date.ts';
import type { Change } from '../../workflows/case/case-change.ts';
import type { CaseView } from '../case-client.ts';
import type { Expectation } from './scenario.ts';

export interface Difference {
  readonly path: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

export interface Seen extends CaseView {
  readonly changes: readonly Change[];
  readonly tasks: readonly string[];
}

/** The first thing that is not as expected; null when all is. */
export function firstDifference(expected: Expectation, seen: Seen): Difference | null {
  for (const [aspect, value] of Object.entries(expected)) {
    const actual = LOOK[aspect as keyof Expectation](seen, value as never);
    if (typeof value === 'object' && !Array.isArray(value) && aspect !== 'notice') {
      for (const [key, one] of Object.entries(value as Record<string, unknown>)) {
        const is = (actual as Record<string, unknown>)[key];
        if (!same(one, is)) return { path: `${aspect}.${key}`, expected: one, actual: is ?? null };
      }
    } else if (!same(value, actual)) {
      return { path: aspect, expected: value, actual: actual ?? null };
    }
  }
  return null;
}

const LOOK: { readonly [K in keyof Required<Expectation>]: (seen: Seen, expected: NonNullable<Expectation[K]>) => unknown } = {
  phase: ({ state }) => state.phase,
  acceptedOn: ({ state }) => state.acceptance?.issuedOn,
  effectiveOn: ({ state }) => state.acceptance?.effectiveOn,
  ground: ({ state }) => state.acceptance?.ground,
  items: ({ state }) => mapValues(state.items, (item) => item.state),
  absent: ({ state }) => state.notApplicable,
  deadlines: (seen, expected) => mapValues(expected, (_, id) => deadlineOf(seen, id)),
  remainders: ({ state, plan, calendar }, expected) =>
    mapValues(expected, (_, id) => (state.clocks[id] ? read(state.clocks[id], calendar, plan.warningThreshold).remainder : null)),
  provisional: ({ state, plan, calendar }) =>
    ids(Object.values(state.clocks).filter((clock) => isRunning(clock) && read(clock, calendar, plan.warningThreshold).provisional)),
  warned: ({ state }) => ids(Object.values(state.clocks).filter((clock) => isOpen(clock) && clock.warned && clock.ranOutAt === null)),
  overdue: ({ state }) => ids(Object.values(state.clocks).filter((clock) => clock.ranOutAt !== null)),
  documents: ({ state }, expected) => mapValues(expected, (_, kind) => state.documents.filter((document) => document.kind === kind).length),
  notice: ({ state }) => Object.fromEntries((state.notice?.lines ?? []).map((line) => [line.id, line.remarks.map((remark) => remark.item).sort()])),
  outcome: ({ state }) => mapValues(state.items, (item) => (['granted', 'refused', 'withdrawn', 'notAccepted', 'outOfScope', 'dropped'].includes(item.state) ? item.state : 'undecided')),
  happened: ({ changes }, expected) => mapValues(expected, (want, kind) => {
    const found = changes.filter((change) => change.kind === kind);
    return typeof want === 'number' ? found.length : found.length > 0 ? localTime(found.at(-1)!.at) : null;
  }),
  papers: ({ changes }, expected) => mapValues(expected, (want, kind) => {
    const papers = changes.flatMap((change) => (change.kind === 'documentIssued' && change.document.kind === kind ? [change.document] : []));
    return restricted(papers.at(-1), want);
  }),
  explained: (seen, expected) => mapValues(expected, (want, id) => mapValues(want, (_, date) => countOf(seen, id, date))),
  tasks: ({ tasks }) => [...tasks].sort(),
};

function countOf({ state, calendar }: Seen, id: string, date: string): string | null {
  const clock = state.clocks[id];
  if (!clock) return null;
  const line = explain(clock, calendar).find((one) => one.date === date);
  return line?.count === 'counted' && line.day.kind === 'makeUpDay' ? 'makeUpDay' : line?.count ?? 'after';
}

/** What is there of what is asked for: of a record its named keys, of a list the lines that are as wanted. */
function restricted(actual: unknown, want: unknown): unknown {
  if (Array.isArray(want) && Array.isArray(actual)) {
    const found = want.map((one) => actual.map((line) => restricted(line, one)).find((line) => same(one, line)));
    return found.includes(undefined) ? actual : found;
  }
  if (isRecord(want) && isRecord(actual)) return mapValues(want, (one, key) => restricted(actual[key], one));
  return actual ?? null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function deadlineOf({ state, plan, calendar }: Seen, id: string): string {
  const clock = state.clocks[id];
  if (!clock) return 'none';
  if (!isOpen(clock)) return 'stopped';
  if (isSuspended(clock)) return 'suspended';
  return read(clock, calendar, plan.warningThreshold).dueOn!;
}

function same(expected: unknown, actual: unknown): boolean {
  return JSON.stringify(normal(expected)) === JSON.stringify(normal(actual ?? null));
}

/** Lists are compared as sets, maps by key. 24:00 is the next day's 00:00. */
function normal(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(normal).sort();
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, normal(one)]));
  }
  return value;
}

function ids(clocks: readonly { id: string }[]): string[] {
  return clocks.map((clock) => clock.id).sort();
}

function mapValues<V, R>(record: Readonly<Record<string, V>>, look: (value: V, key: string) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, look(value, key)]));
}
