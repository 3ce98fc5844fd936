import type { Schedule } from '../compiler/critical-path.ts';
import { cyclesAmong } from '../compiler/dependency-order.ts';
import { jointLimit } from '../compiler/resolve-limits.ts';
import { promisedSchedule, statutorySchedule } from '../compiler/schedules.ts';
import type { Finding, Path } from '../problem.ts';
import { inWorkingDays, periodOf } from '../schema/limit.ts';
import type { Check } from './check.ts';

/** One item after the other, the limits of the longest path fit into what was promised and what the law allows. @see ALL art. 42 para 2 */
export const pathsFit: Check = ({ definition }) => {
  if (cyclesAmong(definition.items).length > 0) return [];
  const promised = periodOf(definition.promise.limit);
  const joint = jointLimit(definition);
  return [
    ...tooLong('promise', promisedSchedule(definition), Math.floor(inWorkingDays(promised)), ['promise', 'limit'], ['承诺时限', '优化营商环境条例第三十六条'], ['the promised limit of the case', 'order 722 art. 36']),
    ...(joint ? tooLong('joint', statutorySchedule(definition), Math.floor(inWorkingDays(joint)), definition.joint ? ['joint', 'limit'] : ['handling', 'mode'], ['联办时限', '行政许可法第四十二条第二款'], ['the joint limit', 'ALL art. 42 para 2']) : []),
  ];
};

function tooLong(subject: string, schedule: Schedule, most: number, path: Path, [zh, lawZh]: readonly [string, string], [en, law]: readonly [string, string]): Finding[] {
  if (schedule.length <= most) return [];
  const way = schedule.critical.map((id) => `${id} (${daysOf(schedule, id)})`).join(' -> ');
  return [{
    code: `${subject}.pathTooLong`, id: schedule.critical.at(-1) ?? '', at: { path },
    zh: `最长路径 ${way} 共${schedule.length}个工作日，超过${zh}${most}个工作日。`, en: `The longest path, ${way}, takes ${schedule.length} working days: more than ${en}, ${most}.`,
    mend: { zh: `缩短路径上某事项的时限，减少先后关系，或延长总时限（${lawZh}）。`, en: `Shorten a limit on the path, drop a dependency, or lengthen the whole (${law}).` },
  }];
}

function daysOf({ spans }: Schedule, id: string): number {
  const span = spans.get(id);
  return span ? span.to - span.from : 0;
}
