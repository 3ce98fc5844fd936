import { openLines } from '../../../workflows/case/correction-notice.ts';
import { dueAt, isRunning, isSuspended, read } from '../../../workflows/case/clock.ts';
import { EXAMINED, FINAL, LEFT, RECHECKED, UNCORRECTED } from '../../../workflows/case/item-machine.ts';
import { dateOf } from '../../../workflows/case/plain-date.ts';
import { startDate } from '../../../workflows/case/start-date.ts';
import type { Transition } from '../situation.ts';
import { offence, type Property } from './property.ts';

export const join: Property = {
  id: 'join', article: '优化营商环境条例 第三十六条；行政许可法 第二十六条 ALL art. 26',
  says: { zh: '撤回、不予、沉默之后，汇合从不悬空', en: 'the join never hangs after withdrawal, refusal or silence' },
  broken: (transition) => {
    const { phase, items: byId } = transition.result.state;
    const hangs = HANGS[phase]?.(transition);
    if (hangs) return offence(hangs.zh, hangs.en, { expect: { phase: hangs.should } });
    if (phase !== 'handling') return null;
    for (const item of Object.values(byId)) {
      const predecessors = transition.plan.items.find((one) => one.id === item.id)!.dependsOn.flatMap((id) => byId[id] ?? []);
      const awaitsDate = item.state === 'waiting' && isAwaited(transition, item.id);
      if (item.state === 'waiting' && !awaitsDate && predecessors.every((one) => FINAL.includes(one.state))) {
        return offence(`“${item.id}”等待的都已办结，却仍在等待`, `${item.id} still waits, though all it waits for is settled`, { expect: { items: { [item.id]: 'handling' } } });
      }
    }
    return null;
  },
};

interface Hangs {
  readonly zh: string;
  readonly en: string;
  readonly should: string;
}

const HANGS: { readonly [P in Transition['result']['state']['phase']]?: (transition: Transition) => Hangs | null } = {
  preReview: (transition) => {
    const { preReview, consents = [] } = transition.result.state;
    if (isOver(transition, 'preReview')) return hangs('预审期限已过，申请仍未收件', 'the pre-review is over and the draft is not received', 'examination');
    if (isOver(transition, 'draftKept')) return hangs('保留期已过，申请仍未关闭', 'the draft was kept long enough and is not closed', 'closed');
    const done = (preReview?.answer?.outcome === 'ready' || preReview?.answer?.outcome === 'unanswered') && consents.every((one) => one.said?.agrees);
    return done ? hangs('预审齐备、同意到齐，申请仍未收件', 'the draft is ready, every consent is there, and it is not received', 'examination') : null;
  },
  examination: (transition) => {
    const items = itemsOf(transition);
    if (isOver(transition, 'examination')) return hangs('审查期限已过，办件仍未受理', 'the examination is over and the case is not accepted', 'handling');
    if (items.every((one) => LEFT.includes(one.state))) return hangs('所有事项都已离开，办件仍未结束', 'all items have left and the case is not closed', 'closed');
    const answered = items.every((one) => EXAMINED.includes(one.state)) && !items.some((one) => one.state === 'deficient');
    return answered ? hangs('各部门都答复齐全，办件仍未受理', 'every department found its own complete and the case is not accepted', 'handling') : null;
  },
  correction: (transition) => {
    if (isOver(transition, 'correction')) return hangs('补正期限已过，办件仍在等待补正', 'the correction is over and the case still waits for it', 'recheck');
    return openLines(transition.result.state).length === 0 ? hangs('补正内容都已答复，仍在等待补正', 'everything is answered and the case still waits for corrections', 'recheck') : null;
  },
  recheck: (transition) => {
    const items = itemsOf(transition);
    if (items.every((one) => LEFT.includes(one.state))) return hangs('所有事项都已离开，办件仍未结束', 'all items have left and the case is not closed', 'closed');
    const some = (states: readonly string[]) => items.some((one) => states.includes(one.state));
    const over = isOver(transition, 'recheck') || transition.result.state.clocks['recheck']?.ranOutAt != null;
    if (isOver(transition, 'recheck') && some(RECHECKED)) return hangs('复核期限已过，仍在等待复核', 'the re-check is over and the case still waits for it', 'handling');
    const done = !some(RECHECKED) && some(['satisfied']) && (over || !some(UNCORRECTED));
    return done ? hangs('复核都已答复，办件仍未受理', 'every re-check is answered and the case is not accepted', 'handling') : null;
  },
  handling: (transition) =>
    itemsOf(transition).every((one) => FINAL.includes(one.state)) ? hangs('所有事项都已办结，结果仍未归并', 'every item is settled and the results are not assembled', 'delivery') : null,
  delivery: (transition) =>
    itemsOf(transition).every((one) => one.state !== 'granted' || one.delivery?.servedOn) ? hangs('结果都已送达，办件仍未结束', 'everything is served and the case is not closed', 'closed') : null,
};

const hangs = (zh: string, en: string, should: string): Hangs => ({ zh, en, should });

function itemsOf({ result }: Transition) {
  return Object.values(result.state.items);
}

/** It waits for a day that has not come. */
function isAwaited({ plan, at, result: { state, calendar } }: Transition, id: string): boolean {
  const date = startDate(plan.items.find((one) => one.id === id)!, state.form, calendar);
  return date !== null && date > dateOf(at);
}

function isOver({ plan, at, result }: Transition, id: string): boolean {
  const clock = result.state.clocks[id];
  if (!clock || !isRunning(clock) || isSuspended(clock)) return false;
  const reading = read(clock, result.calendar, plan.warningThreshold);
  return !reading.provisional && dueAt(clock, reading)! <= at;
}
