import type { LegalBasis } from '../../workflows/case/case-plan.ts';
import { type Bases, type BasisInput, basisOf } from '../schema/legal-basis.ts';

const article = (text: string): LegalBasis => ({ law: '行政许可法', article: text, kind: 'law', verified: true });

/** What goes without saying: the articles of the licensing law behind the defaults of a definition. */
export const LICENSING_LAW = {
  joint: article('第四十二条第二款'),
  decision: article('第四十二条第一款'),
  examination: article('第三十二条第一款第四项'),
  delivery: article('第四十四条'),
  procedures: article('第四十五条'),
  renewal: article('第五十条'),
  preliminary: article('第四十三条'),
  hearing: article('第四十七条'),
} as const;

/** Deferred acceptance is provided for locally; which paper says so belongs into the definition. */
export const DEFERRAL: LegalBasis = { law: '容缺受理规定', article: null, kind: 'localDecision', verified: false };

/** How long a draft is kept is settled locally; which paper says so belongs into the definition. */
export const DRAFT_KEPT: LegalBasis = { law: '网上申请管理规定', article: null, kind: 'localDecision', verified: false };

/** A name that no basis has. Only in definitions with that very problem, which are never compiled. */
const UNKNOWN: LegalBasis = { law: '?', article: null, kind: 'law', verified: false };

export function resolveBasis(bases: Bases, input: BasisInput): LegalBasis {
  const { law, article, kind, verified } = basisOf(bases, input) ?? UNKNOWN;
  return { law, article, kind, verified };
}
