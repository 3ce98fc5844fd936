/**
 * Prints what our calendar and three independent packages say of every day. Run in a process of its own, as `TZ` is
 * read once at start: `TZ=… node every-day.ts FOLDER FROM TO`.
 */
import chineseDays from 'chinese-days';
import { getFestival, isWorkday } from 'chinese-workday';
import { SolarDay } from 'tyme4ts';
import { calendarOf, type DayKind } from '../../../workflows/case/calendar.ts';
import { addDays, type PlainDate } from '../../../workflows/case/plain-date.ts';
import { loadDecrees } from '../load-calendar.ts';

export interface Opinions {
  readonly date: PlainDate;
  readonly ours: DayKind;
  readonly chineseDays: DayKind;
  readonly chineseWorkday: DayKind;
  readonly tyme4ts: DayKind;
}

const [folder = '', from = '', to = ''] = process.argv.slice(2);
const calendar = calendarOf(loadDecrees(folder));
const opinions: Opinions[] = [];
for (let date = from as PlainDate; date <= to; date = addDays(date, 1)) {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  opinions.push({
    date,
    ours: calendar.dayInfo(date).kind,
    chineseDays: byChineseDays(date),
    chineseWorkday: byChineseWorkday(date),
    tyme4ts: byTyme4ts(SolarDay.fromYmd(year, month, day)),
  });
}
process.stdout.write(JSON.stringify(opinions));

function byChineseDays(day: PlainDate): DayKind {
  const { work, name } = chineseDays.getDayDetail(day);
  // `Spring Festival,春节,3` for a day that a decree sets, `Saturday` for any other.
  return kindOf(work, name.includes(','));
}

function byChineseWorkday(day: PlainDate): DayKind {
  // Its isHoliday is true of ordinary weekends too: whether a decree sets the day shows in the name only.
  return kindOf(isWorkday(day), !['周末', '工作日'].includes(getFestival(day)));
}

function byTyme4ts(day: SolarDay): DayKind {
  const set = day.getLegalHoliday();
  return set ? kindOf(set.isWork(), true) : kindOf(![0, 6].includes(day.getWeek().getIndex()), false);
}

function kindOf(working: boolean, set: boolean): DayKind {
  if (set) return working ? 'makeUpDay' : 'holiday';
  return working ? 'workingDay' : 'weekend';
}
