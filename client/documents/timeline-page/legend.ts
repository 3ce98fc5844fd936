import type { Text } from '../../../workflows/case/calendar.ts';
import type { ItemStateName } from '../../../workflows/case/item-machine.ts';
import { both, html, type Html } from './html.ts';
import type { Activity } from './stretches.ts';

export const ACTIVITIES: Readonly<Record<Activity, Text>> = {
  examination: { zh: '审查', en: 'Examination' }, ready: { zh: '审查完毕，等待', en: 'Examined, waiting' }, correction: { zh: '申请人补正', en: 'Correction by the applicant' },
  recheck: { zh: '复核', en: 'Re-check' }, waiting: { zh: '等待前置事项', en: 'Waits for another item' }, handling: { zh: '办理', en: 'Handling' },
  preliminary: { zh: '下级初审', en: 'Preliminary examination' },
  approval: { zh: '待审批', en: 'Awaiting approval' }, blocked: { zh: '前置事项未获准予', en: 'Blocked' }, delivery: { zh: '待出件、送达', en: 'Until served' },
};

/** How an item stands, for its chip and its mark on the chart. */
export interface Outcome extends Text {
  readonly tone: 'good' | 'bad' | 'quiet' | 'open';
  readonly symbol: 'granted' | 'refused' | 'left' | null;
}

export function outcomeOf(state: ItemStateName): Outcome {
  return OUTCOMES[state];
}

const open = (zh: string, en: string): Outcome => ({ zh, en, tone: 'open', symbol: null });

const OUTCOMES: Readonly<Record<ItemStateName, Outcome>> = {
  unexamined: open('待审查', 'to be examined'), complete: open('材料齐全', 'complete'), deficient: open('需补正', 'deficient'), outOfScopeProposed: open('拟不受理', 'out of scope?'),
  awaitingCorrection: open('待补正', 'to be corrected'), rechecking: open('待复核', 'to be re-checked'), unsatisfiedProposed: open('拟不予受理', 'not satisfied?'),
  uncorrected: open('未补正', 'not corrected'), nonAcceptanceProposed: open('拟不予受理', 'non-acceptance?'), satisfied: open('符合要求', 'satisfied'),
  waiting: open('待前置事项', 'waiting'), preliminary: open('下级初审', 'with the lower authority'), blocked: open('前置未准', 'blocked'), handling: open('办理中', 'handling'), grantProposed: open('拟准予，待审批', 'grant proposed'),
  refusalProposed: open('拟不予，待审批', 'refusal proposed'),
  granted: { zh: '准予', en: 'granted', tone: 'good', symbol: 'granted' }, refused: { zh: '不予', en: 'refused', tone: 'bad', symbol: 'refused' },
  outOfScope: { zh: '不受理', en: 'out of scope', tone: 'quiet', symbol: 'left' }, notAccepted: { zh: '不予受理', en: 'not accepted', tone: 'bad', symbol: 'refused' },
  withdrawn: { zh: '已撤回', en: 'withdrawn', tone: 'quiet', symbol: 'left' }, dropped: { zh: '不再需要', en: 'dropped', tone: 'quiet', symbol: 'left' },
};

export function legend(): Html {
  const shown: readonly Activity[] = ['examination', 'ready', 'correction', 'recheck', 'waiting', 'handling', 'approval', 'delivery'];
  const more: readonly (Text & { readonly key: string })[] = [
    { key: 'standing', zh: '停止计算期限', en: 'Clock stands still' }, { key: 'overdue', zh: '超期', en: 'Overdue' },
    { key: 'weekend', zh: '周末', en: 'Weekend' }, { key: 'holiday', zh: '节假日', en: 'Holiday' },
  ];
  return html`<ul class="legend">${shown.map((key) => html`<li><span class="key ${key}"></span>${both(ACTIVITIES[key])}</li>`)}${
    more.map(({ key, ...text }) => html`<li><span class="key ${key}"></span>${both(text)}</li>`)}</ul>`;
}

/** The shapes that the chart uses, drawn once. */
export const SHAPES = html`<svg width="0" height="0" style="position:absolute" aria-hidden="true"><defs>
<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#fff" fill-opacity=".72"/><rect width="2" height="6" fill="#5b6470"/></pattern>
<g id="flag"><path d="M0 0h7l-2 3 2 3H0z"/></g>
<g id="granted"><circle r="8"/><path d="M-3.6 .2l2.6 2.8 4.6-5.4" fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></g>
<g id="refused"><circle r="8"/><path d="M-3 -3l6 6M3 -3l-6 6" stroke="#fff" stroke-width="2" stroke-linecap="round"/></g>
<g id="left"><circle r="8"/><path d="M-3.6 0h7.2" stroke="#fff" stroke-width="2" stroke-linecap="round"/></g>
<g id="served"><rect x="-4" y="-4" width="8" height="8" rx="1.5" fill="#fff" stroke="#3f6b4f" stroke-width="1.6"/></g>
</defs></svg>`;
