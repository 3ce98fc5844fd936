import type { Finding } from '../problem.ts';
import { inWorkingDays, periodOf } from '../schema/limit.ts';
import type { Check } from './check.ts';
import { describeLimit, isLonger } from './comparing-limits.ts';

/** The applicant does not wait for advice longer than the State Council's and the provinces' plans allow: one working day, two if specially complex. */
export const preReviewLawful: Check = ({ definition: { preReview } }) => {
  if (preReview === undefined) return [];
  const { limit, complexLimit } = preReview;
  return [
    ...overCap('limit', limit, 1),
    ...(complexLimit === undefined ? [] : [...overCap('complexLimit', complexLimit, 2), ...notLonger(limit, complexLimit)]),
  ];
};

function overCap(key: 'limit' | 'complexLimit', text: string, most: number): Finding[] {
  const period = periodOf(text);
  if (inWorkingDays(period) <= most) return [];
  return [{
    code: 'preReview.overCap', id: key, at: { path: ['preReview', key] },
    zh: `预审时限${describeLimit(period).zh}超过${most}个工作日。`, en: `The pre-review limit, ${describeLimit(period).en}, is over ${most} working day${most === 1 ? '' : 's'}.`,
    mend: { zh: `不超过${most}个工作日。`, en: `Keep to ${most} working day${most === 1 ? '' : 's'}.` },
  }];
}

function notLonger(limit: string, complexLimit: string): Finding[] {
  if (isLonger(periodOf(complexLimit), periodOf(limit))) return [];
  return [{
    code: 'preReview.complexNotLonger', id: 'complexLimit', at: { path: ['preReview', 'complexLimit'] },
    zh: '特别复杂的预审时限没有长于一般时限。', en: 'The limit for complex drafts is not longer than the ordinary one.',
    mend: { zh: '写更长的时限，或删去。', en: 'Give a longer one, or remove it.' },
  }];
}
