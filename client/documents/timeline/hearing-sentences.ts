import type { HearingFact } from '../../../workflows/case/hearing-change.ts';
import { dateInChinese } from '../wording.ts';
import { itemName } from './names.ts';
import type { Sentences } from './sentence.ts';

/** Hearings and on-site checks. */
export const HEARING_SENTENCES: Sentences<HearingFact['kind']> = {
  hearingRightTold: ({ item, parties, nobodyBecause, service }, plan) => {
    const names = parties.map(({ name }) => name);
    return {
      zh: `告知“${itemName(plan, item).zh}”陈述、申辩和要求听证的权利${names.length > 0 ? `，利害关系人：${names.join('、')}` : ''}${nobodyBecause === null ? '' : `，无利害关系人（${nobodyBecause}）`}；送达：${service}`,
      en: `The right to a hearing on “${itemName(plan, item).en}” is told${names.length > 0 ? `, also to ${names.join(', ')}` : ''}${nobodyBecause === null ? '' : `; nobody else is concerned: ${nobodyBecause}`}; served: ${service}`,
    };
  },
  hearingRequested: ({ item, statement }, plan) => ({
    zh: `要求就“${itemName(plan, item).zh}”举行听证，办理期限停止计算${statement === null ? '' : `。陈述：${statement}`}`,
    en: `A hearing on “${itemName(plan, item).en}” is asked for; the decision clocks stand still${statement === null ? '' : `. Statement: ${statement}`}`,
  }),
  hearingWaived: ({ item, statement }, plan) => ({
    zh: `放弃就“${itemName(plan, item).zh}”举行听证${statement === null ? '' : `。陈述：${statement}`}`, en: `The hearing on “${itemName(plan, item).en}” is waived${statement === null ? '' : `. Statement: ${statement}`}`,
  }),
  hearingRightLapsed: ({ item }, plan) => ({
    zh: `“${itemName(plan, item).zh}”的听证申请期届满，无人要求听证`, en: `Nobody asked for a hearing on “${itemName(plan, item).en}” in time`,
  }),
  hearingAnnounced: ({ item, date, time, place, chair, closedBecause }, plan) => ({
    zh: `公告“${itemName(plan, item).zh}”的听证：${dateInChinese(date)} ${time}，${place}，主持人${chair.name}${closedBecause === null ? '' : `，不公开（${closedBecause}）`}`,
    en: `The hearing on “${itemName(plan, item).en}” is announced: ${date} ${time}, ${place}, chaired by ${chair.name}${closedBecause === null ? '' : `, not public (${closedBecause})`}`,
  }),
  hearingHeld: ({ item, signedBy }, plan) => ({
    zh: `“${itemName(plan, item).zh}”的听证笔录已${signedBy.length === 0 ? '' : `由${signedBy.join('、')}`}签字，办理期限继续计算`, en: `The minutes of the hearing on “${itemName(plan, item).en}” are signed${signedBy.length === 0 ? '' : ` by ${signedBy.join(', ')}`}; the clocks go on`,
  }),
  siteChecked: ({ item, on, officers, findings }, plan) => ({
    zh: `${officers.map(({ name }) => name).join('、')}于${dateInChinese(on)}对“${itemName(plan, item).zh}”进行现场核查${findings === '' ? '' : `：${findings}`}`,
    en: `The site for “${itemName(plan, item).en}” was checked on ${on}${officers.length === 0 ? '' : ` by ${officers.map(({ name }) => name).join(' and ')}`}${findings === '' ? '' : `: ${findings}`}`,
  }),
};
