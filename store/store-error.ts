import type { Text } from '../workflows/case/calendar.ts';

/** What the store refuses on its own account: who somebody is, and who works on what. */
const STORE_ERRORS = {
  'person.unknown': { zh: '没有人员“{person}”。用 onething people 查看。', en: 'There is no person “{person}”. See onething people.' },
  'cursor.invalid': { zh: '翻页位置无效，请从第一页重新开始。', en: 'The place to continue from is not valid; begin again with the first page.' },
  'task.unknown': { zh: '没有任务“{task}”，可能已办结。', en: 'There is no task “{task}”; it may be done already.' },
  'task.claimedByOther': { zh: '该任务已由“{who}”认领，请先转办。', en: 'The task is claimed by “{who}”; have it transferred first.' },
  'task.notYours': { zh: '该任务不属于“{person}”的部门或职责。', en: 'The task is not for “{person}”: another department or role.' },
  'task.notClaimed': { zh: '该任务尚未认领，无需释放。', en: 'Nobody has claimed the task; there is nothing to release.' },
  'transfer.notTheirs': { zh: '“{person}”的部门或职责与该任务不符，不能转办给他。', en: '“{person}” has another department or role; the task cannot be transferred there.' },
  'delegation.unknown': { zh: '没有委托“{delegation}”，可能已终止。', en: 'There is no delegation “{delegation}”; it may have ended already.' },
  'delegation.otherPost': { zh: '“{person}”与委托人的部门或职责不同，不能代办。', en: '“{person}” has another department or role than the delegator and cannot stand in.' },
  'delegation.period': { zh: '委托的结束日期不能早于开始日期。', en: 'A delegation cannot end before it starts.' },
} as const satisfies Record<string, Text>;

export type StoreErrorCode = keyof typeof STORE_ERRORS;

/** An error with a code and a sentence in both languages. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  readonly text: Text;

  constructor(code: StoreErrorCode, params: Readonly<Record<string, string>> = {}, cause?: unknown) {
    const text = storeErrorText(code, params);
    super(`${text.zh} ${text.en}`, cause === undefined ? {} : { cause });
    this.name = 'StoreError';
    this.code = code;
    this.text = text;
  }
}

function storeErrorText(code: StoreErrorCode, params: Readonly<Record<string, string>>): Text {
  const fill = (sentence: string) => sentence.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '—');
  return { zh: fill(STORE_ERRORS[code].zh), en: fill(STORE_ERRORS[code].en) };
}
