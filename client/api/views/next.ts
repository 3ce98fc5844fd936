import type { Text } from '../../../workflows/case/calendar.ts';
import { isOpen, read } from '../../../workflows/case/clock.ts';
import type { CaseView } from '../../case-client.ts';

/** What comes next in a case and until when, for who waits for it. */
export function nextOf({ plan, calendar, state }: CaseView): Text {
  const due = (kind: string) => {
    const clock = Object.values(state.clocks).find((one) => one.kind === kind && isOpen(one));
    return clock ? read(clock, calendar, plan.warningThreshold).dueOn : null;
  };
  const until = (on: string | null, zh: string, en: string): Text => (on === null ? { zh: `${zh}。`, en: `${en}.` } : { zh: `${zh}，截止 ${on}。`, en: `${en}, by ${on}.` });
  switch (state.phase) {
    case 'preReview':
      if (state.preReview?.answer?.outcome === 'ready' || state.preReview?.answer?.outcome === 'unanswered') return until(due('draftKept'), '等待须同意的人表示同意', 'Waits for the consent of whoever has to consent');
      return state.preReview?.answer ? until(due('draftKept'), '预审已答复，请补充后再次提交', 'The pre-review is answered; add what is missing and submit again') : until(due('preReview'), '窗口正在预审', 'The window is looking at the draft');
    case 'examination':
      return until(due('examination'), '各部门正在审查材料是否齐全', 'The departments examine whether everything is there');
    case 'correction':
      return until(due('correction'), '请按一次性补正告知书补正', 'Please answer the correction notice');
    case 'recheck':
      return until(due('recheck'), '各部门正在复核补正内容', 'The departments re-check what was corrected');
    case 'handling':
      return until(due('joint') ?? lastOf(['statutory', 'promised']), '各部门正在并联办理', 'The departments are deciding, at the same time');
    case 'delivery':
      return until(due('delivery'), '已决定，等待领取或送达', 'Decided; to be picked up or delivered');
    case 'closed':
      return until(due('ratingWindow'), '已办结，欢迎评价', 'Closed; you are invited to rate it');
    case 'archived':
      return { zh: '已归档。', en: 'Archived.' };
    default:
      return state.phase satisfies never;
  }

  function lastOf(kinds: readonly string[]): string | null {
    const dates = Object.values(state.clocks).filter((one) => kinds.includes(one.kind) && isOpen(one)).flatMap((one) => read(one, calendar, plan.warningThreshold).dueOn ?? []);
    return dates.sort().at(-1) ?? null;
  }
}
