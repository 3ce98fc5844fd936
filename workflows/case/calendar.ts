import { type PlainDate, weekdayOf, yearOf } from './plain-date.ts';

/** A bilingual text. Chinese is the one with legal effect. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/**
 * One decree of the State Council's general office on which days are rest days and which weekend days are worked.
 * A later decree adds to or amends an earlier one, day by day.
 */
export interface Decree {
  /** Stable id, such as `cn-2026`. Publishing a decree with a known id replaces it. */
  readonly id: string;
  /** Document number as printed, such as 国办发明电〔2025〕7号; null when it is not known for certain. */
  readonly documentNumber: string | null;
  readonly publishedOn: PlainDate;
  /** Years for which this decree settles every day. A year no decree settles is *unpublished*: its dates are provisional. */
  readonly settlesYears: readonly number[];
  readonly days: readonly DecreeDay[];
}

export interface DecreeDay {
  readonly date: PlainDate;
  /** `rest`: nobody works, whatever the weekday. `work`: a make-up working day (调休上班). */
  readonly kind: 'rest' | 'work';
  readonly name: Text;
}

export type DayKind = 'workingDay' | 'weekend' | 'holiday' | 'makeUpDay';

/** What a day is, and by which decree (none for an ordinary weekday or weekend). */
export interface DayInfo {
  readonly kind: DayKind;
  readonly working: boolean;
  /** False in a year for which no decree has been published yet. */
  readonly settled: boolean;
  readonly decreeId: string | null;
  readonly name: Text | null;
}

/** Answers for every day whether it is a working day. */
export interface Calendar {
  readonly decrees: readonly Decree[];
  dayInfo(date: PlainDate): DayInfo;
  isWorkingDay(date: PlainDate): boolean;
  isSettled(date: PlainDate): boolean;
}

/** Builds a calendar from decrees, the later ones amending the earlier ones. Order: `publishedOn`, then position. */
export function calendarOf(decrees: readonly Decree[]): Calendar {
  const inOrder = [...decrees].sort((a, b) => (a.publishedOn < b.publishedOn ? -1 : a.publishedOn > b.publishedOn ? 1 : 0));
  const special = new Map<PlainDate, { day: DecreeDay; decreeId: string }>();
  const years = new Set<number>();
  for (const decree of inOrder) {
    for (const year of decree.settlesYears) years.add(year);
    for (const day of decree.days) special.set(day.date, { day, decreeId: decree.id });
  }
  const isWorkingDay = (date: PlainDate): boolean => {
    const set = special.get(date);
    return set ? set.day.kind === 'work' : weekdayOf(date) <= 5;
  };
  return {
    decrees: inOrder,
    isWorkingDay,
    isSettled: (date) => years.has(yearOf(date)),
    dayInfo(date) {
      const set = special.get(date);
      const working = isWorkingDay(date);
      return {
        kind: set ? (working ? 'makeUpDay' : 'holiday') : working ? 'workingDay' : 'weekend',
        working,
        settled: years.has(yearOf(date)),
        decreeId: set?.decreeId ?? null,
        name: set?.day.name ?? null,
      };
    },
  };
}

/** The decrees with `added` merged in: one with a known id is replaced, others are appended. */
export function withDecrees(decrees: readonly Decree[], added: readonly Decree[]): Decree[] {
  const ids = new Set(added.map((decree) => decree.id));
  return [...decrees.filter((decree) => !ids.has(decree.id)), ...added];
}
