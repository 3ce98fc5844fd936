import { sql } from 'kysely';
import { addDays, addMonths, type PlainDate } from '../../workflows/case/plain-date.ts';
import type { Database } from '../open-store.ts';
import { type BoardFilter, boardFilterOf, during, type Period, ranOutDuring } from './board-filter.ts';
import { daysTaken, decidedIn } from './bottlenecks.ts';

/** What happened in a month: of cases, or of one department's items. */
export interface MonthFigures {
  readonly received: number;
  readonly accepted: number;
  /** Sent back once for correction. */
  readonly corrected: number;
  readonly granted: number;
  readonly refused: number;
  /** Of the decisions: after a limit of the item had run out. */
  readonly late: number;
  readonly medianDays: number | null;
  readonly urged: number;
  readonly urgesAnswered: number;
  /** Limits that ran out, and for how many of them the reason was stated. */
  readonly overdue: number;
  readonly overdueWithReason: number;
}

export interface MonthlyReport {
  readonly period: Period;
  readonly cases: Pick<MonthFigures, 'received' | 'accepted' | 'corrected'> & { readonly closed: number };
  /** Of all departments; `received`, `accepted` and `corrected` count items. */
  readonly total: MonthFigures;
  readonly departments: readonly (MonthFigures & { readonly department: string })[];
  /** How many ratings of each level, 1 the worst to 5. */
  readonly ratings: readonly number[];
  readonly rectified: number;
  readonly complained: number;
  readonly complaintsSettled: number;
}

/** A month by its first day. */
export function monthOf(first: PlainDate): Period {
  return { from: first, to: addDays(addMonths(first, 1), -1) };
}

/** The performance report of a month. */
export async function monthlyReport(db: Database, period: Period, filter: BoardFilter = {}, at: number = Date.now()): Promise<MonthlyReport> {
  const [facts, ranOut, decided, ratings] = await Promise.all([
    sql<{ department: string; kind: string; n: number; late: number }>`
      select department, kind, count(*) as n, count(*) filter (where late) as late from board_fact
      where kind = any(${KINDS}) ${during(period)} ${boardFilterOf(filter)} group by 1, 2`.execute(db),
    sql<{ department: string; n: number; reasoned: number }>`
      select department, count(*) as n, count(reason) as reasoned from clock
      where ${ranOutDuring(period)} ${boardFilterOf(filter)} group by 1`.execute(db),
    decidedIn(db, period, filter, at),
    sql<{ level: number; n: number }>`select level, count(*) as n from board_fact where kind = 'rated' ${during(period)} ${boardFilterOf(filter)} group by 1`.execute(db),
  ]);
  const count = (kind: string, department?: string, of: 'n' | 'late' = 'n') =>
    facts.rows.reduce((total, row) => (row.kind === kind && (department === undefined || row.department === department) ? total + row[of] : total), 0);
  const figures = (department?: string): MonthFigures => {
    const over = ranOut.rows.filter((row) => department === undefined || row.department === department);
    return {
      received: count('itemReceived', department), accepted: count('itemAccepted', department), corrected: count('itemCorrected', department),
      granted: count('granted', department), refused: count('refused', department), late: count('granted', department, 'late') + count('refused', department, 'late'),
      medianDays: daysTaken(department === undefined ? decided : decided.filter((one) => one.department === department)).medianDays,
      urged: count('urged', department), urgesAnswered: count('urgeAnswered', department),
      overdue: over.reduce((total, { n }) => total + n, 0), overdueWithReason: over.reduce((total, { reasoned }) => total + reasoned, 0),
    };
  };
  // Facts of the whole case have no department.
  const departments = [...new Set([...facts.rows, ...ranOut.rows].map((row) => row.department))].filter((one) => one !== '').sort();
  return {
    period,
    cases: { received: count('received'), accepted: count('accepted'), corrected: count('corrected'), closed: count('closed') },
    total: figures(),
    departments: departments.map((department) => ({ department, ...figures(department) })).filter(({ department: _, ...rest }) => Object.values(rest).some((value) => value !== null && value > 0)),
    ratings: [1, 2, 3, 4, 5].map((level) => ratings.rows.find((row) => row.level === level)?.n ?? 0),
    rectified: count('rectified'), complained: count('complained'), complaintsSettled: count('complaintSettled'),
  };
}

const KINDS = ['received', 'accepted', 'corrected', 'closed', 'itemReceived', 'itemAccepted', 'itemCorrected', 'granted', 'refused', 'urged', 'urgeAnswered', 'complained', 'complaintSettled', 'rectified'];
