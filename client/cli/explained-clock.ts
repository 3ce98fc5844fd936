import type { Calendar } from '../../workflows/case/calendar.ts';
import { type Clock, type DayCount, explain, read } from '../../workflows/case/clock.ts';
import { citation, lengthInChinese, lengthInEnglish, UNVERIFIED } from '../documents/wording.ts';
import { Mistake } from './mistake.ts';
import { printTable } from './output.ts';

/** @throws Mistake that names them all when there is none of that name, or no name was given */
export function clockNamed(clocks: readonly Clock[], id: string | undefined): Clock {
  const clock = clocks.find((one) => one.id === id);
  if (clock) return clock;
  const [zh, en] = id === undefined ? ['请指明时限。', 'Say which clock.'] : [`没有时限“${id}”。`, `There is no clock “${id}”.`];
  throw new Mistake(`${zh} ${en}\n可选 choose one of: ${clocks.map((one) => one.id).join(', ')}`);
}

/** Prints every day of a clock, whether it counted, why, and the day on which it ends. */
export function printExplained(clock: Clock, calendar: Calendar, warningThreshold: number): void {
  const reading = read(clock, calendar, warningThreshold);
  const { basis, length, unit } = clock.limit;
  console.log(`${clock.id}：第 0 日 day 0 = ${clock.dayZero}，${lengthInChinese(length, unit)} ${lengthInEnglish(length, unit)}${clock.extendedBy ? `，延长 extended by ${clock.extendedBy}` : ''}，${citation(basis)}${basis.verified ? '' : UNVERIFIED}`);
  printTable(explain(clock, calendar), [
    { title: '日期 date', value: (day) => day.date }, { title: '第几日 no.', value: (day) => day.number, right: true }, { title: '计算 count', value: (day) => COUNT[day.count] },
    { title: '说明 why', value: (day) => day.suspension ? `${day.suspension.because}${day.suspension.basis ? ` ${citation(day.suspension.basis)}` : ''}` : day.day.name?.zh ?? (day.day.settled ? '' : '节假日安排未公布 calendar not published') },
    { title: '依据 decree', value: (day) => day.day.decreeId },
  ]);
  console.log(reading.dueOn ? `截止 due: ${reading.dueOn} 24:00${reading.provisional ? '（暂定 provisional）' : ''}` : `停止计算中，剩余 stands still, ${reading.remainder} 日 left`);
}

const COUNT: Readonly<Record<DayCount, string>> = {
  dayZero: '不计（当日） day 0', counted: '计入 counted', weekend: '周末 weekend', holiday: '假日 holiday', suspended: '停止 suspended', movedTo: '顺延 moved on',
};
