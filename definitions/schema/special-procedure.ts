import { z } from 'zod';
import type { ProcedureKind } from '../../workflows/case/case-plan.ts';
import { IdSchema } from './id.ts';
import { BasisSchema } from './legal-basis.ts';
import { TextSchema } from './text.ts';

const PROCEDURE_KINDS = [
  'hearing', 'tender', 'auction', 'inspection', 'testing', 'quarantine', 'appraisal', 'expertReview', 'siteVisit', 'publicNotice',
] as const satisfies readonly ProcedureKind[];

/** 听证、招标、拍卖、检验、检测、检疫、鉴定、专家评审: a closed list, whose time does not count. @see ALL art. 45 */
export const ART_45 = PROCEDURE_KINDS.slice(0, 8) as readonly ProcedureKind[];

/** 中介服务: a third party does it. Only what a law, a regulation or the State Council provides for. @see 优化营商环境条例 art. 43 */
const IntermediarySchema = z.strictObject({
  basis: BasisSchema.describe('The law, regulation or State Council decision that provides for it'),
  paidBy: z.enum(['authority', 'applicant']).describe('Who pays: the authority for the technical service that it needs itself'),
});

export const SpecialProcedureSchema = z.strictObject({
  id: IdSchema.describe('Name of the procedure within the item'),
  kind: z.enum(PROCEDURE_KINDS).describe('The eight of ALL art. 45, or siteVisit 现场勘验, publicNotice 公示'),
  name: TextSchema.describe('What it is called'),
  basis: BasisSchema.describe('The law that requires it'),
  stopsClock: z.union([z.literal(false), BasisSchema]).optional()
    .describe('The law that stops the clock meanwhile, or false: the time counts. Left out: ALL art. 45 for its eight where the item is a licence, otherwise false'),
  intermediary: IntermediarySchema.optional().describe('A third party does it, who is named and whose time is measured'),
});
export type SpecialProcedure = z.infer<typeof SpecialProcedureSchema>;
