import type { Text } from '../../../workflows/case/calendar.ts';
import { itemName } from './names.ts';
import type { Sentences } from './sentence.ts';

/** After-checks, rating, complaints, and how each was followed to its end. */
export const AFTERCARE_SENTENCES: Sentences<'afterCheckRecorded' | 'caseRated' | 'ratingRectified' | 'ratingWindowOver' | 'complained' | 'complaintResolved'> = {
  afterCheckRecorded: ({ item, passed, findings, measures }, plan) => ({
    zh: `“${itemName(plan, item).zh}”事后核查：${passed ? '符合承诺' : '不符合承诺'}，${findings}${measures ? `；后续措施：${measures}` : ''}`,
    en: `“${itemName(plan, item).en}” checked after the grant: ${passed ? 'as promised' : 'not as promised'}, ${findings}${measures ? `; what follows: ${measures}` : ''}`,
  }),
  caseRated: ({ level, text, clock }) => ({
    zh: `评价：${LEVELS[level]!.zh}（${level}级）${text ? `，“${text}”` : ''}${clock ? '；差评，须整改并回访' : ''}`,
    en: `Rated ${level} of 5, ${LEVELS[level]!.en}${text ? `: “${text}”` : ''}${clock ? '; a bad rating, to be rectified and followed up' : ''}`,
  }),
  ratingRectified: ({ measures, followUp }) => ({ zh: `差评已整改：${measures}；回访：${followUp}`, en: `Bad rating rectified: ${measures}; follow-up: ${followUp}` }),
  ratingWindowOver: () => ({ zh: '评价期届满；尚有未了结的事，暂不归档', en: 'The time for rating is over; something is still to be done, so the case is not archived yet' }),
  complained: ({ complaint, item, text, unresolved }, plan) => ({
    zh: `第${complaint}件${unresolved ? '反映办不成事' : '投诉'}${item === null ? '' : `（${itemName(plan, item).zh}）`}：${text}`,
    en: `${unresolved ? `Matter ${complaint}, reported as stuck` : `Complaint ${complaint}`}${item === null ? '' : ` about “${itemName(plan, item).en}”`}: ${text}`,
  }),
  complaintResolved: ({ complaint, answer, followUp, clock }) => (clock
    ? { zh: `第${complaint}件反映办不成事已答复，继续跟踪：${answer}`, en: `Matter ${complaint} answered, and followed further: ${answer}` }
    : { zh: `第${complaint}件办结：${answer}${followUp ? `；回访：${followUp}` : ''}`, en: `Complaint ${complaint} resolved: ${answer}${followUp ? `; follow-up: ${followUp}` : ''}` }),
};

const LEVELS: Readonly<Record<number, Text>> = {
  1: { zh: '非常不满意', en: 'very dissatisfied' }, 2: { zh: '不满意', en: 'dissatisfied' }, 3: { zh: '基本满意', en: 'fairly satisfied' },
  4: { zh: '满意', en: 'satisfied' }, 5: { zh: '非常满意', en: 'very satisfied' },
};
