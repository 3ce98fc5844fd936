import { z } from 'zod';
import type { LegalBasis, LegalKind } from '../../workflows/case/case-plan.ts';
import { IdSchema } from './id.ts';

const LegalKindSchema = z.enum([
  'law',
  'administrativeRegulation',
  'localRegulation',
  'stateCouncilDecision',
  'rule',
  'normativeDocument',
  'localDecision',
] as const satisfies readonly LegalKind[]);

/** A document that something rests on, written out. */
const LegalBasisSchema = z.strictObject({
  law: z.string().min(1).max(100).describe('Short Chinese name of the law or document, such as 行政许可法'),
  article: z.string().min(1).max(60).nullable().default(null).describe('Article as printed, such as 第四十二条第二款; nothing when the whole document is meant'),
  kind: LegalKindSchema.describe('法律 law, 行政法规 administrativeRegulation, 地方性法规 localRegulation, 国务院决定 stateCouncilDecision, 规章 rule, 规范性文件 normativeDocument, 本级政府决定 localDecision'),
  verified: z.boolean().default(false).describe('True only after somebody compared it with the published text'),
});

const REFERENCE = /^([a-z][a-z0-9-]*)(?:\s+([^?\s][^?]*?))?\s*(\?)?$/;

/**
 * What something rests on: a basis of the `bases` map (`food-law`), one article of it (`food-law 第三十五条`),
 * the same not yet compared with the published text (`food-law 第三十五条 ?`), or a basis written out.
 */
export const BasisSchema = z.union([
  z.string().max(120).regex(REFERENCE, { error: '依据名称，可加条款，如 food-law 第三十五条 / the name of a basis, with or without an article, such as food-law 第三十五条' }),
  LegalBasisSchema,
]);
export type BasisInput = z.infer<typeof BasisSchema>;

export const BasesSchema = z.record(IdSchema, LegalBasisSchema);
export type Bases = Readonly<Record<string, LegalBasis>>;

/** The name of the basis that a reference points at; null when the basis is written out in place. */
export function referredBasis(input: BasisInput): string | null {
  return typeof input === 'string' ? (REFERENCE.exec(input)?.[1] ?? input) : null;
}

/** The basis meant by a reference, or null when no basis has that name. */
export function basisOf(bases: Bases, input: BasisInput): LegalBasis | null {
  if (typeof input !== 'string') return input;
  const [, name = '', article, doubtful] = REFERENCE.exec(input) ?? [];
  const base = Object.hasOwn(bases, name) ? bases[name] : undefined;
  if (!base) return null;
  return { law: base.law, article: article ?? base.article, kind: base.kind, verified: base.verified && !doubtful };
}
