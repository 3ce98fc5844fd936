import type { Calendar } from '../../workflows/case/calendar.ts';
import { addDays, type PlainDate, weekdayOf } from '../../workflows/case/plain-date.ts';
import type { CaseOutcome } from './outcome.ts';
import { meanOfAll, type Share, shareOf } from './statistics.ts';
import type { Run } from './world.ts';

/** The rest days of one Spring Festival. */
export interface Festival {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** Cases received in one week, by its Monday. */
export interface FestivalWeek {
  readonly monday: PlainDate;
  /** Working days in it. */
  readonly workingDays: number;
  readonly cases: number;
  readonly late: Share;
  /** Calendar days from receipt to closing, on average. */
  readonly days: number;
}

/** Weeks that are looked at before and after it. */
const WEEKS_BEFORE = 4;
const WEEKS_AFTER = 4;
/** There is one in every thirteen months. */
const FARTHEST_DAYS = 400;

/** The first Spring Festival that begins on a day or later; null when the calendar knows none. */
export function nextSpringFestival(calendar: Calendar, date: PlainDate): Festival | null {
  const isFestival = (day: PlainDate) => {
    const { kind, name } = calendar.dayInfo(day);
    return kind === 'holiday' && name?.zh.startsWith('春节') === true;
  };
  for (let day = date, days = 0; days < FARTHEST_DAYS; day = addDays(day, 1), days += 1) {
    if (!isFestival(day)) continue;
    let to = day;
    while (isFestival(addDays(to, 1))) to = addDays(to, 1);
    return { from: day, to };
  }
  return null;
}

/** The whole weeks around it. */
export function weeksAround({ from, to }: Festival): { readonly from: PlainDate; readonly to: PlainDate } {
  return { from: addDays(mondayOf(from), -7 * WEEKS_BEFORE), to: addDays(mondayOf(to), 7 * WEEKS_AFTER + 6) };
}

export function byWeek(calendar: Calendar, runs: readonly Run[], period: { readonly from: PlainDate; readonly to: PlainDate }): readonly FestivalWeek[] {
  const weeks: FestivalWeek[] = [];
  for (let monday = mondayOf(period.from); monday <= period.to; monday = addDays(monday, 7)) {
    const inWeek = ({ receivedOn }: CaseOutcome) => receivedOn >= monday && receivedOn < addDays(monday, 7);
    const cases = runs.map((run) => run.cases.filter(inWeek));
    weeks.push({
      monday, workingDays: [0, 1, 2, 3, 4, 5, 6].filter((day) => calendar.isWorkingDay(addDays(monday, day))).length,
      cases: cases.flat().length, late: shareOf(cases.map((some) => ({ hits: some.filter((one) => one.late).length, of: some.length }))),
      days: meanOfAll(cases.flat().map((one) => one.days)),
    });
  }
  return weeks;
}

function mondayOf(date: PlainDate): PlainDate {
  return addDays(date, 1 - weekdayOf(date));
}
