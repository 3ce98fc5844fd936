import type { Text } from '../workflows/case/calendar.ts';
import { filledText } from '../workflows/case/filled-text.ts';

/** What the store refuses on its own account: who somebody is, and who works on what. */
const STORE_ERRORS = {
  'person.unknown': { zh: '没有人员“{person}”。用 onething people 查看。', en: 'There is no person “{person}”. See onething people.' },
  'person.onlyReads': { zh: '“{person}”是审计人员，只能查看，不能办理。请换一个人员。', en: '“{person}” is an auditor, who reads and does nothing else. Name another person.' },
  'cursor.invalid': { zh: '翻页位置无效，请从第一页重新开始。', en: 'The place to continue from is not valid; begin again with the first page.' },
  'task.unknown': { zh: '没有任务“{task}”，可能已办结。', en: 'There is no task “{task}”; it may be done already.' },
  'task.claimedByOther': { zh: '该任务已由“{who}”认领，请先转办。', en: 'The task is claimed by “{who}”; have it transferred first.' },
  'task.notYours': { zh: '该任务不属于“{person}”的部门或职责。', en: 'The task is not for “{person}”: another department or role.' },
  'task.notClaimed': { zh: '该任务尚未认领，无需释放。', en: 'Nobody has claimed the task; there is nothing to release.' },
  'transfer.notTheirs': { zh: '“{person}”的部门或职责与该任务不符，不能转办给他。', en: '“{person}” has another department or role; the task cannot be transferred there.' },
  'delegation.unknown': { zh: '没有委托“{delegation}”，可能已终止。', en: 'There is no delegation “{delegation}”; it may have ended already.' },
  'delegation.otherPost': { zh: '“{person}”与委托人的部门或职责不同，不能代办。', en: '“{person}” has another department or role than the delegator and cannot stand in.' },
  'version.unknown': { zh: '服务“{service}”没有版本“{version}”。用 onething registry {service} 查看。', en: 'Service “{service}” has no version “{version}”. See onething registry {service}.' },
  'version.validFromPast': { zh: '生效日 {validFrom} 已过，今天是 {today}。版本不能追溯生效，请改用今天或以后的日期重新发布。', en: 'Its first day, {validFrom}, is over: today is {today}. No version is valid for the past; publish it with today or a later day.' },
  'version.dayTaken': { zh: '服务“{service}”的版本“{version}”已定于 {validFrom} 生效。请另择一日，或先撤回该版本。', en: 'Version “{version}” of “{service}” is to be valid from {validFrom} already. Choose another day, or withdraw that version first.' },
  'version.published': { zh: '版本“{version}”已批准，不能再改。内容有变请换一个版本号。', en: 'Version “{version}” is approved and never changes. Give what you changed another version number.' },
  'version.withdrawn': { zh: '版本“{version}”已撤回。请换一个版本号重新发布。', en: 'Version “{version}” is withdrawn. Publish under another version number.' },
  'version.notProved': { zh: '版本“{version}”尚未通过验证，不能批准。由起草人再次执行 onething publish。', en: 'Version “{version}” is not proved and cannot be approved. Whoever drafted it runs onething publish again.' },
  'version.otherEngine': { zh: '版本“{version}”是用另一版引擎验证的，不能据以批准。由起草人再次执行 onething publish。', en: 'Version “{version}” was proved with another engine version. Whoever drafted it runs onething publish again.' },
  'version.samePerson': { zh: '“{person}”起草了版本“{version}”，须由另一人批准。', en: '“{person}” drafted version “{version}”; another person must approve it.' },
  'version.alreadyApproved': { zh: '版本“{version}”已由“{who}”批准，无需再次批准。', en: 'Version “{version}” was approved by “{who}” already.' },
  'version.changed': { zh: '版本“{version}”刚被改动，与您看到的不同。请重新查看后再批准。', en: 'Version “{version}” has just been changed and is not what you were shown. Look at it again.' },
  'version.inForce': { zh: '版本“{version}”自 {validFrom} 起已生效，不能撤回。请发布新版本取代它。', en: 'Version “{version}” is in force since {validFrom} and cannot be withdrawn. Publish a new version to replace it.' },
  'delegation.period': { zh: '委托的结束日期不能早于开始日期。', en: 'A delegation cannot end before it starts.' },
  'keep.period': { zh: '{variable}=“{given}”无效：须为不少于 {least} 的天数，或 forever（永久保存）。', en: '{variable}=“{given}” is not valid: a number of days, at least {least}, or forever.' },
} as const satisfies Record<string, Text>;

export type StoreErrorCode = keyof typeof STORE_ERRORS;

/** An error with a code and a sentence in both languages. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  readonly text: Text;

  constructor(code: StoreErrorCode, params: Readonly<Record<string, string>> = {}, cause?: unknown) {
    const text = filledText(STORE_ERRORS[code], params);
    super(`${text.zh} ${text.en}`, cause === undefined ? {} : { cause });
    this.name = 'StoreError';
    this.code = code;
    this.text = text;
  }
}
