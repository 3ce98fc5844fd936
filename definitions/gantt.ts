import type { Schedule } from './compiler/critical-path.ts';
import { jointLimit } from './compiler/resolve-limits.ts';
import { promisedSchedule, statutorySchedule } from './compiler/schedules.ts';
import { inWorkingDays, periodOf } from './schema/limit.ts';
import type { ServiceDefinition } from './schema/service.ts';
import { textOf } from './schema/text.ts';
import { padToWidth, widthOf } from './text-width.ts';

const WIDEST = 60;

/**
 * The service as a table for a terminal: a lane an item, working days after acceptance from left to right, `█` on the
 * longest path and `▒` elsewhere; first by the promised limits, then, in joint handling, by the statutory ones.
 */
export function ganttOf(definition: ServiceDefinition): string {
  const promised = Math.floor(inWorkingDays(periodOf(definition.promise.limit)));
  const joint = jointLimit(definition);
  return [
    chart(definition, promisedSchedule(definition), promised, '承诺时限 / promised'),
    ...(joint ? [chart(definition, statutorySchedule(definition), Math.floor(inWorkingDays(joint)), '法定时限 / statutory')] : []),
  ].join('\n\n');
}

function chart({ items }: ServiceDefinition, schedule: Schedule, limit: number, title: string): string {
  const names = new Map(items.map(({ id, name }) => [id, `${textOf(name).zh} ${id}`]));
  const left = Math.max(...[...names.values()].map(widthOf));
  const days = Math.max(schedule.length, limit, 1);
  const column = (day: number): number => (days <= WIDEST ? day : Math.round((day * WIDEST) / days));
  const lanes = [...schedule.spans].map(([id, { from, to }]) => {
    const bar = (schedule.critical.includes(id) ? '█' : '▒').repeat(Math.max(to > from ? 1 : 0, column(to) - column(from)));
    const lane = padToWidth(' '.repeat(column(from)) + bar, column(days));
    return `${padToWidth(names.get(id) ?? id, left)} │${lane}│ ${String(to - from).padStart(3)}${schedule.critical.includes(id) ? ' *' : ''}`;
  });
  return [
    `${padToWidth(title, left)} │${axis(days, column)}│ ≤ ${limit}`,
    ...lanes,
    `* ${schedule.critical.join(' -> ')}: ${schedule.length} / ${limit}`,
  ].join('\n');
}

/** Every tick's number stands where its day ends; those that would touch are left out. */
function axis(days: number, column: (day: number) => number): string {
  let line = '';
  const step = days <= 30 ? 5 : 10;
  for (let day = step; day <= days; day += step) {
    const at = column(day) - String(day).length;
    if (at > line.length || line === '') line = line.padEnd(Math.max(at, 0)) + day;
  }
  return line.padEnd(column(days)).slice(0, column(days));
}
