import { type Calendar, calendarOf, type Decree, type DecreeDay, type Text } from '../../workflows/case/calendar.ts';
import { addDays, type PlainDate, weekdayOf, yearOf } from '../../workflows/case/plain-date.ts';
import { FESTIVAL_DAYS } from './festival-days.ts';

/**
 * The published calendar, and for each year of the range that is not published yet the statutory holidays without any
 * make-up day, which nobody can know before the State Council's decree. Without it nothing would ever be overdue there. Known from 2024 to 2093.
 * @see 全国年节及纪念日放假办法 (2024) art. 2
 */
export function assumedCalendar(decrees: readonly Decree[], from: PlainDate, to: PlainDate): { readonly calendar: Calendar; readonly assumedYears: readonly number[] } {
  const published = new Set(decrees.flatMap((decree) => decree.settlesYears));
  const years = Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, index) => yearOf(from) + index).filter((year) => !published.has(year) && Object.hasOwn(FESTIVAL_DAYS, year));
  return { calendar: calendarOf([...years.map(assumed), ...decrees]), assumedYears: years };
}

/** Older than every real decree, so that a day that one of those sets in advance stays as it is set. */
const LONG_AGO = '1900-01-01' as PlainDate;

const NAMES = {
  newYear: { zh: '元旦', en: 'New Year’s Day' }, spring: { zh: '春节', en: 'Spring Festival' }, qingming: { zh: '清明节', en: 'Qingming Festival' },
  labour: { zh: '劳动节', en: 'Labour Day' }, dragonBoat: { zh: '端午节', en: 'Dragon Boat Festival' }, midAutumn: { zh: '中秋节', en: 'Mid-Autumn Festival' },
  national: { zh: '国庆节', en: 'National Day' },
} as const satisfies Record<string, Text>;

function assumed(year: number): Decree {
  const on = (month: number, day: number) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as PlainDate;
  // Lunar new year, 清明, the fifth day of the fifth and the fifteenth of the eighth lunar month. Node's own Chinese calendar is a day off in 2027.
  const [spring, qingming, dragonBoat, midAutumn] = FESTIVAL_DAYS[year]!.map((day) => `${year}-${day}` as PlainDate);
  const days: readonly (readonly [Text, PlainDate, number])[] = [
    [NAMES.newYear, on(1, 1), 1], [NAMES.spring, addDays(spring!, -1), 4], [NAMES.qingming, qingming!, 1], [NAMES.labour, on(5, 1), 2],
    [NAMES.dragonBoat, dragonBoat!, 1], [NAMES.midAutumn, midAutumn!, 1], [NAMES.national, on(10, 1), 3],
  ];
  const rest = new Map<PlainDate, DecreeDay>();
  const add = (date: PlainDate, name: Text) => rest.set(date, { date, kind: 'rest', name });
  const owed: (readonly [Text, PlainDate])[] = [];
  for (const [name, first, length] of days) {
    for (let index = 0; index < length; index += 1) {
      const date = addDays(first, index);
      if (rest.has(date) || weekdayOf(date) > 5) owed.push([name, addDays(first, length)]);
      if (!rest.has(date)) add(date, name);
    }
  }
  for (const [name, after] of owed) add(nextWorkingDay(after, rest), name);
  return { id: `assumed-${year}`, documentNumber: null, publishedOn: LONG_AGO, settlesYears: [year], days: [...rest.values()] };
}

/** A holiday that falls on a Saturday or Sunday, or on another one, is made up for on a working day. @see 全国年节及纪念日放假办法 (2024) art. 6 */
function nextWorkingDay(from: PlainDate, rest: ReadonlyMap<PlainDate, DecreeDay>): PlainDate {
  let date = from;
  while (weekdayOf(date) > 5 || rest.has(date)) date = addDays(date, 1);
  return date;
}
