import { resolveBasis } from '../compiler/resolve-basis.ts';
import type { Check } from './check.ts';
import { isLawOrRegulation } from './comparing-limits.ts';

/** An intermediary's work is asked for only where a law, a regulation or the State Council says so. @see 优化营商环境条例 art. 43 */
export const intermediaryLawful: Check = ({ definition: { items, bases } }) =>
  items.flatMap(({ procedures }, index) => procedures.flatMap(({ id, intermediary }, position) => {
    if (!intermediary) return [];
    const basis = resolveBasis(bases, intermediary.basis);
    if (isLawOrRegulation(basis) || basis.kind === 'stateCouncilDecision') return [];
    return [{
      code: 'intermediary.basisTooLow', id, at: { path: ['items', index, 'procedures', position, 'intermediary', 'basis'] },
      zh: `中介服务“${id}”的依据《${basis.law}》不是法律、法规或者国务院决定。`, en: `The intermediary service “${id}” rests on ${basis.law}, which is no law, regulation or State Council decision.`,
      mend: { zh: '引用法律、法规、国务院决定；没有则删去（优化营商环境条例第四十三条）。', en: 'Cite a law, a regulation or a State Council decision; without one remove it (order 722 art. 43).' },
    }];
  }));
