import type { DeliveryWay } from '../../../workflows/case/case-state.ts';
import type { Text } from '../../../workflows/case/calendar.ts';
import { titleOf } from '../document-title.ts';
import { dateInChinese } from '../wording.ts';
import { itemName, itemNames, PHASES } from './names.ts';
import type { Sentences } from './sentence.ts';

/** Decisions, withdrawal, and the one exit. */
export const DECISION_SENTENCES: Sentences<
  | 'decisionProposed' | 'proposalReturned' | 'itemGranted' | 'itemRefused' | 'itemWithdrawn' | 'caseWithdrawn' | 'caseAssembled' | 'handOverAlone'
  | 'itemsHandedOver' | 'itemsServed' | 'documentIssued' | 'phaseEntered'
> = {
  decisionProposed: ({ item, proposal }, plan) => ({
    zh: `“${itemName(plan, item).zh}”提出${proposal.outcome === 'grant' ? '准予' : '不予办理'}意见，待审批：${proposal.opinion}`,
    en: `“${itemName(plan, item).en}”: ${proposal.outcome === 'grant' ? 'grant' : 'refusal'} proposed: ${proposal.opinion}`,
  }),
  proposalReturned: ({ item, reason }, plan) => ({
    zh: `“${itemName(plan, item).zh}”的意见退回承办人：${reason}`, en: `“${itemName(plan, item).en}”: the proposal is returned to the reviewer: ${reason}`,
  }),
  itemGranted: ({ item, byRule, opinion, deemed }, plan) => deemed
    ? { zh: `“${itemName(plan, item).zh}”至有效期届满未作出决定，视为准予延续（${deemed.basis.law}${deemed.basis.article ?? ''}）`, en: `“${itemName(plan, item).en}”: undecided when the licence expired, deemed renewed (${deemed.basis.law} ${deemed.basis.article ?? ''})` }
    : byRule
    ? { zh: `准予“${itemName(plan, item).zh}”（系统按规则即时办结）`, en: `“${itemName(plan, item).en}” granted (at once, by rule)` }
    : { zh: `准予“${itemName(plan, item).zh}”：${opinion}`, en: `“${itemName(plan, item).en}” granted: ${opinion}` },
  itemRefused: ({ item, opinion }, plan) => ({
    zh: `不予办理“${itemName(plan, item).zh}”：${opinion}`, en: `“${itemName(plan, item).en}” refused: ${opinion}`,
  }),
  itemWithdrawn: ({ item, reason, inHisName }, plan) => ({
    zh: `${inHisName ? '以申请人名义撤回' : '撤回'}“${itemName(plan, item).zh}”${reason ? `：${reason}` : ''}`,
    en: `“${itemName(plan, item).en}” withdrawn${inHisName ? ' in the applicant’s name' : ''}${reason ? `: ${reason}` : ''}`,
  }),
  caseWithdrawn: ({ reason }) => ({
    zh: `撤回全部未决定的事项${reason ? `：${reason}` : ''}`, en: `Every undecided item withdrawn${reason ? `: ${reason}` : ''}`,
  }),
  caseAssembled: () => ({ zh: '全部事项办结，汇总为一份结果', en: 'Every item is settled; one packet names the results' }),
  handOverAlone: ({ item }, plan) => ({
    zh: `“${itemName(plan, item).zh}”的送达时间已过半，其他事项未办结，可先行出件`, en: `“${itemName(plan, item).en}” may be handed over on its own: half of its delivery time is used`,
  }),
  itemsHandedOver: ({ items, way, recipient, relation, tracking }, plan) => ({
    zh: `${WAYS[way].zh}${itemNames(plan, items).zh}的结果，${way === 'courier' ? '收件人' : '领取人'}${recipient}${relation ? `（申请人的${relation}）` : ''}${tracking ? `，邮件号码${tracking}` : ''}`,
    en: `Results of ${itemNames(plan, items).en} handed over (${WAYS[way].en}) to ${recipient}${relation ? `, ${relation}` : ''}${tracking ? `, ${tracking}` : ''}`,
  }),
  itemsServed: ({ items, servedOn, recipient }, plan) => ({
    zh: `${itemNames(plan, items).zh}的结果已于${dateInChinese(servedOn)}送达（${recipient}）`, en: `Results of ${itemNames(plan, items).en} were served on ${servedOn} (${recipient})`,
  }),
  documentIssued: ({ document }) => {
    const title = titleOf(document);
    return { zh: `出具${document.number}号《${title.zh}》`, en: `${title.en} ${document.number} issued` };
  },
  phaseEntered: ({ phase }) => {
    if (phase === 'closed') return { zh: '办件办结，进入评价期', en: 'The case is closed; the rating window is open' };
    if (phase === 'archived') return { zh: '办件归档', en: 'The case is archived' };
    return { zh: `进入${PHASES[phase].zh}阶段`, en: `Phase: ${PHASES[phase].en.toLowerCase()}` };
  },
};

const WAYS: Readonly<Record<DeliveryWay, Text>> = {
  pickUp: { zh: '窗口出件：', en: 'pick-up' }, courier: { zh: '邮寄出件：', en: 'courier' }, electronic: { zh: '电子送达：', en: 'electronic' },
};
