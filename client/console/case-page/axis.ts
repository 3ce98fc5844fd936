import { addDays, type PlainDate, toEpochDay } from '../../../workflows/case/plain-date.ts';
import type { CalendarDay } from '../../api/client/generated.ts';

/** One day on the axis: where it begins and how wide it is, in pixels. */
export interface AxisDay extends CalendarDay {
  readonly x: number;
  readonly width: number;
  readonly working: boolean;
}

/**
 * An axis on which working days are wide and rest days narrow, so that a length reads as working days: the law's measure.
 */
export interface Axis {
  readonly days: readonly AxisDay[];
  readonly width: number;
  /** 00:00 of a day. Before the axis: 0; after it: its width. */
  start(day: string): number;
  /** 24:00 of a day. */
  end(day: string): number;
  /** Noon, where something of that day is marked. */
  middle(day: string): number;
  has(day: string): boolean;
}

/** A rest day's share of a working day's width. */
const REST = 0.5;

/**
 * @param room pixels that may be filled; a working day never gets narrower than `narrowest` nor wider than `widest`
 */
export function axisOf(days: readonly CalendarDay[], room: number, { narrowest = 22, widest = 40 } = {}): Axis {
  const units = days.reduce((sum, day) => sum + (isWorking(day) ? 1 : REST), 0);
  const unit = Math.min(widest, Math.max(narrowest, room / Math.max(units, 1)));
  let x = 0;
  const placed = days.map((day): AxisDay => {
    const width = (isWorking(day) ? 1 : REST) * unit;
    const here = { ...day, x, width, working: isWorking(day) };
    x += width;
    return here;
  });
  const byDate = new Map(placed.map((day) => [day.date, day]));
  const first = placed[0]?.date ?? '';
  const at = (day: string, share: number) => {
    const here = byDate.get(day);
    return here ? here.x + here.width * share : day < first ? 0 : x;
  };
  return { days: placed, width: x, start: (day) => at(day, 0), end: (day) => at(day, 1), middle: (day) => at(day, 0.5), has: (day) => byDate.has(day) };
}

function isWorking({ kind }: Pick<CalendarDay, 'kind'>): boolean {
  return kind === 'workingDay' || kind === 'makeUpDay';
}

/** Until the decrees have come: Saturdays and Sundays. */
export function plainDays(from: string, to: string): CalendarDay[] {
  const days: CalendarDay[] = [];
  for (let day = from as PlainDate; day <= to; day = addDays(day, 1)) {
    // 1970-01-01 was a Thursday.
    days.push({ date: day, kind: (toEpochDay(day) + 4) % 7 === 0 || (toEpochDay(day) + 4) % 7 === 6 ? 'weekend' : 'workingDay', name: null, settled: true });
  }
  return days;
}
