import type { Text } from '../../workflows/case/calendar.ts';
import type { ItemStateName } from '../../workflows/case/item-machine.ts';
import type { ArgumentType } from '../../workflows/case/argument.ts';

/** A word for a clerk and for who reads no Chinese. */
export function both({ zh, en }: Text): string {
  return `${zh} ${en}`;
}

/** Where an item stands. */
export const STATES: Readonly<Record<ItemStateName, Text>> = {
  unexamined: { zh: '待审查', en: 'unexamined' }, complete: { zh: '齐全', en: 'complete' }, deficient: { zh: '需补正', en: 'deficient' },
  outOfScopeProposed: { zh: '拟不受理', en: 'out of scope, to confirm' }, awaitingCorrection: { zh: '待补正', en: 'awaiting correction' },
  rechecking: { zh: '复核中', en: 're-check' }, unsatisfiedProposed: { zh: '补正不合格，待确认', en: 'not satisfied, to confirm' },
  uncorrected: { zh: '逾期未补正', en: 'not corrected in time' }, nonAcceptanceProposed: { zh: '拟不予受理', en: 'non-acceptance, to confirm' },
  satisfied: { zh: '补正合格', en: 'satisfied' }, waiting: { zh: '待前置事项', en: 'waits for another item' }, preliminary: { zh: '下级初审中', en: 'with the lower authority' }, blocked: { zh: '前置事项未获准', en: 'other item not granted' },
  handling: { zh: '办理中', en: 'in handling' }, grantProposed: { zh: '拟准予', en: 'grant, to confirm' }, refusalProposed: { zh: '拟不予', en: 'refusal, to confirm' },
  outOfScope: { zh: '不受理', en: 'out of scope' }, notAccepted: { zh: '不予受理', en: 'not accepted' }, granted: { zh: '已准予', en: 'granted' },
  refused: { zh: '不予许可', en: 'refused' }, withdrawn: { zh: '已撤回', en: 'withdrawn' }, dropped: { zh: '不再需要', en: 'dropped' },
};

/** How a command's argument is written on the command line. */
export const WRITTEN: Readonly<Record<ArgumentType, string>> = {
  item: '事项 an item', items: '[food-licence, fire-check]', department: '部门 a department', codes: '[shopArea, floor-plan]', clock: '时限 a clock', text: '文字 text', count: '整数 a whole number', change: '变更序号 the number of a change',
  yesNo: 'true | false', date: '2026-03-02', answer: 'complete | deficient | outOfScope', ground: 'noLicenceNeeded | otherAuthority', way: 'pickUp | courier | electronic',
  defects: '[{target: {material: floor-plan}, problem: 问题, supply: 应补}]', fields: '{shopArea: 320}', value: '字段的值 the field’s value',
  materials: '[{material: floor-plan, form: paper, files: []}]', decrees: '节假日文件 decrees', plan: '见 onething migrate see onething migrate',
  parties: '[{id: neighbour-1, name: 王邻居}]', officers: '[{id: reviewer-fire-1, name: 赵磊, certificate: 执法证号}, …]',
  announcement: '{date: 2026-03-20, time: "09:30", place: 地点, chair: {id: legal-1, name: 主持人}, service: 送达方式}',
  minutes: '{attended: [姓名], evidence: 证据, statements: 陈述, signedBy: [姓名]}',
};
