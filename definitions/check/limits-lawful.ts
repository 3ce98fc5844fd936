import type { Limit } from '../../workflows/case/case-plan.ts';
import { isOnItsOwn, itemLimits } from '../compiler/resolve-limits.ts';
import type { Finding, Path } from '../problem.ts';
import { inWorkingDays } from '../schema/limit.ts';
import type { Check } from './check.ts';
import { describeLimit, isLawOrRegulation, isLonger } from './comparing-limits.ts';

/**
 * What the law says of an item's own limits: 20 working days for a licence, another number only by a law or
 * regulation, a rule may only shorten; in joint handling an own statutory limit only by another law or regulation.
 * @see ALL art. 42
 */
export const limitsLawful: Check = ({ definition }) =>
  definition.items.flatMap((item, index) => {
    const { statutory, internal, promised } = itemLimits(definition, item);
    const path: Path = ['items', index, 'limits'];
    const findings: Finding[] = [];
    const written = item.limits.statutory !== undefined;
    const joint = definition.handling.mode !== 'separate';
    if (!statutory && !internal && !promised) findings.push(missing(item.id, path, joint));
    if (statutory && written && item.nature === 'licence') {
      const lawful = isLawOrRegulation(statutory.basis);
      const at: Path = [...path, 'statutory', 'limit'];
      if (!lawful && inWorkingDays(statutory) > 20) findings.push(ruleCannotLengthen(item.id, at, statutory));
      if (lawful && restatesLicensingLaw(statutory) && inWorkingDays(statutory) > 20) findings.push(overCap(item.id, at, statutory));
      if (joint && !isOnItsOwn(definition, item) && (!lawful || restatesLicensingLaw(statutory))) findings.push(notItsOwn(item.id, [...path, 'statutory'], statutory));
    }
    if (statutory && internal && isLonger(internal, statutory)) findings.push(tooLong('internal', item.id, [...path, 'internal'], internal, statutory));
    if (statutory && promised && isLonger(promised, statutory)) findings.push(tooLong('promised', item.id, [...path, 'promised'], promised, statutory));
    if (!statutory && internal && promised && isLonger(promised, internal)) findings.push(tooLong('promised', item.id, [...path, 'promised'], promised, internal));
    return findings;
  });

function restatesLicensingLaw({ basis }: Limit): boolean {
  return basis.law.replace(/^中华人民共和国/, '') === '行政许可法';
}

function missing(id: string, path: Path, joint: boolean): Finding {
  return {
    code: 'limit.missing', id, at: { path },
    zh: `事项“${id}”没有任何时限。`, en: `The item “${id}” has no limit at all.`,
    mend: joint
      ? { zh: '写明 limits.internal（部门在联办中的时限）或 limits.promised（行政许可法第四十二条第二款）。', en: 'Give limits.internal, its part of the joint limit, or limits.promised (ALL art. 42 para 2).' }
      : { zh: '写明 limits.statutory 及其依据，或 limits.promised；行政许可法第四十二条的20日只及于许可（优化营商环境条例第三十六条）。', en: 'Give limits.statutory with its basis, or limits.promised; only a licence has the 20 days of ALL art. 42 by itself (order 722 art. 36).' },
  };
}

function ruleCannotLengthen(id: string, path: Path, limit: Limit): Finding {
  return {
    code: 'limit.ruleCannotLengthen', id, at: { path },
    zh: `事项“${id}”的法定时限${describeLimit(limit).zh}长于20个工作日，但“${limit.basis.law}”不是法律、法规。`,
    en: `The statutory limit of “${id}”, ${describeLimit(limit).en}, is longer than 20 working days, but ${limit.basis.law} is neither a law nor a regulation.`,
    mend: { zh: '引用另行规定时限的法律、法规，或不超过20个工作日（行政许可法第四十二条）。', en: 'Cite the law or regulation that sets it, or keep to 20 working days (ALL art. 42).' },
  };
}

function overCap(id: string, path: Path, limit: Limit): Finding {
  return {
    code: 'limit.overCap', id, at: { path },
    zh: `事项“${id}”的法定时限${describeLimit(limit).zh}超过所引行政许可法规定的20个工作日。`, en: `The statutory limit of “${id}”, ${describeLimit(limit).en}, is over the 20 working days of the licensing law it cites.`,
    mend: { zh: '不超过20个工作日，或引用另行规定的法律、法规（行政许可法第四十二条第一款）。', en: 'Keep to 20 working days, or cite the other law or regulation that sets it (ALL art. 42 para 1).' },
  };
}

function notItsOwn(id: string, path: Path, limit: Limit): Finding {
  return {
    code: 'limit.jointHasNoOther', id, at: { path },
    zh: `联办中，事项“${id}”的法定时限即联办时限；“${limit.basis.law}”不能另设。`, en: `In joint handling the joint limit is the statutory one; ${limit.basis.law} cannot set another for “${id}”.`,
    mend: { zh: '改写为 limits.internal；或引用另设时限的其他法律、法规；垂直管理部门请写 vertical: true（行政许可法第二十六条第二款、第四十二条第二款）。', en: 'Make it limits.internal; or cite another law or regulation that sets it; for a vertical authority say vertical: true (ALL art. 26 para 2, art. 42 para 2).' },
  };
}

function tooLong(kind: 'internal' | 'promised', id: string, path: Path, limit: Limit, bound: Limit): Finding {
  const word = kind === 'internal' ? '部门时限' : '承诺时限';
  return {
    code: `limit.${kind}TooLong`, id, at: { path },
    zh: `事项“${id}”的${word}${describeLimit(limit).zh}长于${describeLimit(bound).zh}。`, en: `The ${kind} limit of “${id}”, ${describeLimit(limit).en}, is longer than ${describeLimit(bound).en}.`,
    mend: { zh: `不超过${describeLimit(bound).zh}：只能压缩，不能延长（优化营商环境条例第三十六条）。`, en: `At most ${describeLimit(bound).en}: it may be shortened, not lengthened (order 722 art. 36).` },
  };
}
