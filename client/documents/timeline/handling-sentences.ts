import { dateInChinese } from '../wording.ts';
import { clockName, itemName, itemNames } from './names.ts';
import type { Sentences } from './sentence.ts';

/** Between acceptance and decision. */
export const HANDLING_SENTENCES: Sentences<
  | 'itemStarted' | 'itemBlocked' | 'procedureStarted' | 'procedureRenewed' | 'procedureEnded' | 'jointSuspended' | 'jointResumed'
  | 'extensionRequested' | 'extensionApproved' | 'extensionRejected' | 'extensionLapsed'
> = {
  itemStarted: ({ item, dayZero, waited, siteCheckWaived: spared }, plan) => ({
    zh: `开始办理“${itemName(plan, item).zh}”，期限自${dateInChinese(dayZero)}起算${waited ? `（此前依${waited.law}${waited.article ?? ''}不得开始）` : ''}${spared ? `；依${spared.law}${spared.article ?? ''}免予现场核查` : ''}`,
    en: `“${itemName(plan, item).en}” starts; its limits run from ${dayZero}${waited ? ` (not before that day under ${waited.law} ${waited.article ?? ''})` : ''}${spared ? `; spared the on-site check under ${spared.law} ${spared.article ?? ''}` : ''}`,
  }),
  itemBlocked: ({ item, blockedBy }, plan) => ({
    zh: `“${itemName(plan, item).zh}”因前置事项${itemNames(plan, blockedBy).zh}未获准予而不能办理，转承办部门处理`,
    en: `“${itemName(plan, item).en}” is blocked: ${itemNames(plan, blockedBy).en} was not granted. Its department decides what follows`,
  }),
  procedureStarted: ({ item, name, conductedBy, days, stopsClock, intermediary }, plan) => ({
    zh: `“${itemName(plan, item).zh}”开始${name.zh}，由${intermediary ? '中介机构' : ''}${conductedBy}承担，需${days}个工作日，${stopsClock ? '期间停止计算期限' : '时间计入期限'}`,
    en: `“${itemName(plan, item).en}”: ${name.en} begins, by ${intermediary ? 'the intermediary ' : ''}${conductedBy}, ${days} working days; ${stopsClock ? 'the clock stands still' : 'its time counts'}`,
  }),
  procedureRenewed: ({ item, procedure, days }, plan) => ({
    zh: `“${itemName(plan, item).zh}”的${procedureName(plan, item, procedure).zh}重新告知，需${days}个工作日`,
    en: `“${itemName(plan, item).en}”: a new time of ${days} working days is told for ${procedureName(plan, item, procedure).en}`,
  }),
  procedureEnded: ({ item, procedure, result }, plan) => ({
    zh: `“${itemName(plan, item).zh}”的${procedureName(plan, item, procedure).zh}结束${result === '' ? '' : `：${result}`}`,
    en: `“${itemName(plan, item).en}”: ${procedureName(plan, item, procedure).en} ended${result === '' ? '' : `: ${result}`}`,
  }),
  jointSuspended: ({ because }, plan) => ({
    zh: `联合办理期限停止计算（${itemNames(plan, because).zh}正在进行特别程序）`, en: `The joint clock stands still (special procedure in ${itemNames(plan, because).en})`,
  }),
  jointResumed: () => ({ zh: '联合办理期限继续计算', en: 'The joint clock goes on' }),
  extensionRequested: ({ clock, days, reason }, plan) => ({
    zh: `申请将${clockName(plan, clock).zh}延长${days}个工作日：${reason}`, en: `An extension of the ${clockName(plan, clock).en} by ${days} working days is asked: ${reason}`,
  }),
  extensionApproved: ({ clock, days }, plan) => ({
    zh: `批准将${clockName(plan, clock).zh}延长${days}个工作日`, en: `The ${clockName(plan, clock).en} is extended by ${days} working days`,
  }),
  extensionRejected: ({ clock, reason }, plan) => ({
    zh: `不批准延长${clockName(plan, clock).zh}：${reason}`, en: `The extension of the ${clockName(plan, clock).en} is refused: ${reason}`,
  }),
  extensionLapsed: ({ clock }, plan) => ({
    zh: `${clockName(plan, clock).zh}届满，未批准的延期申请失效`, en: `The ${clockName(plan, clock).en} ran out; the pending request for extension lapses`,
  }),
};

function procedureName(plan: Parameters<typeof itemName>[0], item: string, id: string) {
  return plan.items.find((one) => one.id === item)?.procedures.find((one) => one.id === id)?.name ?? { zh: id, en: id };
}
