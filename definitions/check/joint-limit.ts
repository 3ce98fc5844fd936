import { jointLimit } from '../compiler/resolve-limits.ts';
import type { Finding } from '../problem.ts';
import { inWorkingDays } from '../schema/limit.ts';
import type { Check } from './check.ts';
import { describeLimit, isLawOrRegulation } from './comparing-limits.ts';

/** Not over 45 working days unless a law or regulation says so, and only where there is a joint mode. @see ALL art. 42 para 2 */
export const jointLimitLawful: Check = ({ definition, incomplete }): Finding[] => {
  const joint = jointLimit(definition);
  if (!joint) return definition.joint && !incomplete ? [withoutMode()] : [];
  const length = inWorkingDays(joint);
  if (length <= 45 || (isLawOrRegulation(joint.basis) && joint.basis.law !== '行政许可法')) return [];
  return [{
    code: 'joint.overCap', id: definition.code, at: { path: ['joint', 'limit'] },
    zh: `联办时限${describeLimit(joint).zh}超过45个工作日。`, en: `The joint limit, ${describeLimit(joint).en}, is over 45 working days.`,
    mend: { zh: '不超过45个工作日，或引用另行规定的法律、法规（行政许可法第四十二条第二款）。', en: 'Keep to 45 working days, or cite the law or regulation that sets another (ALL art. 42 para 2).' },
  }];
};

function withoutMode(): Finding {
  return {
    code: 'joint.withoutMode', id: 'joint', at: { path: ['joint'], on: 'key' },
    zh: '分别办理没有联办时限。', en: 'Separate handling has no joint limit.',
    mend: { zh: '删去 joint，或写明办理方式及决定（行政许可法第二十六条第二款）。', en: 'Remove joint, or name the mode and the decision behind it (ALL art. 26 para 2).' },
  };
}
