import type { Text } from '../../workflows/case/calendar.ts';
import type { LegalBasis, Limit } from '../../workflows/case/case-plan.ts';
import { describeLimit, isLonger } from '../check/comparing-limits.ts';
import { type Difference, difference, same } from './difference.ts';

/** For the applicant a longer time to wait is heavier; a longer time of his own is lighter. */
export type Whose = 'authority' | 'applicant';

export function limitDifferences(name: Text, about: string, before: Limit | undefined, after: Limit | undefined, whose: Whose = 'authority'): Difference[] {
  if (!before && !after) return [];
  const heavier = whose === 'authority' ? 'heavier' : 'lighter';
  const lighter = whose === 'authority' ? 'lighter' : 'heavier';
  if (!before) return [difference(lighter, 'limit.added', about, `${name.zh}：新设，${describeLimit(after!).zh}，依据${cited(after!.basis).zh}`, `${name.en}: new, ${describeLimit(after!).en}, under ${cited(after!.basis).en}`)];
  if (!after) return [difference(heavier, 'limit.removed', about, `${name.zh}：取消（原${describeLimit(before).zh}）`, `${name.en}: removed (was ${describeLimit(before).en})`)];
  const [from, to] = [describeLimit(before), describeLimit(after)];
  const result: Difference[] = [];
  if (before.length !== after.length || before.unit !== after.unit) {
    const longer = isLonger(after, before);
    result.push(difference(longer ? heavier : lighter, longer ? 'limit.longer' : 'limit.shorter', about,
      `${name.zh}：由${from.zh}${longer ? '延长' : '缩短'}为${to.zh}，依据${cited(after.basis).zh}`, `${name.en}: ${longer ? 'longer' : 'shorter'}, from ${from.en} to ${to.en}, under ${cited(after.basis).en}`));
  }
  if (!same(before.basis, after.basis)) {
    result.push(difference('other', 'limit.basis', about, `${name.zh}的依据：由${cited(before.basis).zh}改为${cited(after.basis).zh}`, `Basis of the ${name.en}: from ${cited(before.basis).en} to ${cited(after.basis).en}`));
  }
  return result;
}

export function cited({ law, article, verified }: LegalBasis): Text {
  return { zh: `《${law}》${article ?? ''}${verified ? '' : '（待核）'}`, en: `${law}${article ? ` ${article}` : ''}${verified ? '' : ' (not verified)'}` };
}
