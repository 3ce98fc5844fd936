import type { LegalBasis } from '../../workflows/case/case-plan.ts';
import { LICENSING_LAW, resolveBasis } from '../compiler/resolve-basis.ts';
import { limitOf } from '../compiler/resolve-limits.ts';
import type { Finding, Path } from '../problem.ts';
import { inWorkingDays, periodOf } from '../schema/limit.ts';
import type { Check } from './check.ts';
import { describeLimit, isLawOrRegulation } from './comparing-limits.ts';

/** The examination is over in five days, delivery in ten, and nothing lapses without a word of law. @see ALL art. 32(4), art. 44 */
export const intakeLawful: Check = ({ definition }) => {
  const { correction, bases, items } = definition;
  const licences = items.some(({ nature }) => nature === 'licence');
  const examination = limitOf(definition, definition.examination, LICENSING_LAW.examination);
  const delivery = limitOf(definition, definition.delivery, LICENSING_LAW.delivery);
  return [
    ...(licences ? [...overCap('examination', definition.code, ['examination'], examination, 5), ...overCap('delivery', definition.code, ['delivery'], delivery, 10)] : []),
    ...items.flatMap(({ id, nature, examination: own }, index) =>
      nature === 'licence' && own && 'limit' in own
        ? overCap('examination', id, ['items', index, 'examination', 'limit'], { ...periodOf(own.limit), basis: resolveBasis(bases, own.basis) }, 5)
        : []),
    ...lapse(correction.whenOver !== 'lapse' ? null : correction.lapseBasis === undefined ? undefined : resolveBasis(bases, correction.lapseBasis)),
  ];
};

function overCap(subject: 'examination' | 'delivery', id: string, path: Path, limit: Parameters<typeof describeLimit>[0] & { basis: LegalBasis }, most: number): Finding[] {
  if (inWorkingDays(limit) <= most) return [];
  // The licensing law leaves no room for a longer examination; delivery likewise.
  const [zh, en, article] = subject === 'examination' ? ['收件审查', 'examination', '第三十二条、art. 32(4)'] : ['送达', 'delivery', '第四十四条、art. 44'];
  return [{
    code: `${subject}.overCap`, id, at: { path },
    zh: `${zh}时限${describeLimit(limit).zh}超过${most}个工作日。`, en: `The ${en} limit, ${describeLimit(limit).en}, is over ${most} working days.`,
    mend: { zh: `不超过${most}个工作日（行政许可法${article.split('、')[0]}）。`, en: `Keep to ${most} working days (ALL ${article.split('、')[1]}).` },
  }];
}

function lapse(basis: LegalBasis | null | undefined): Finding[] {
  if (basis === null || (basis && (isLawOrRegulation(basis) || basis.kind === 'rule'))) return [];
  return [{
    code: 'correction.lapseWithoutLaw', id: 'lapse', at: { path: ['correction', basis ? 'lapseBasis' : 'whenOver'] },
    zh: '逾期未补正即失效，须有法律、法规或规章依据。', en: 'That a case lapses when it is not corrected in time needs a law, regulation or rule.',
    mend: { zh: '写明 lapseBasis；没有依据则用 nonAcceptance（行政许可法第三十二条只规定受理、不予受理）。', en: 'Name it in lapseBasis; without one use nonAcceptance (ALL art. 32 knows only acceptance and non-acceptance).' },
  }];
}
