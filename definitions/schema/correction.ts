import { z } from 'zod';
import { BasisSchema } from './legal-basis.ts';
import { PeriodSchema } from './limit.ts';

/** How long the applicant has to answer the correction notice, and what happens then. @see ALL art. 32(4) */
export const CorrectionSchema = z.strictObject({
  limit: PeriodSchema.describe('How long the applicant has'),
  basis: BasisSchema.describe('Where that is laid down'),
  whenOver: z.enum(['nonAcceptance', 'lapse']).default('nonAcceptance').describe('What becomes of an item whose defects were not all answered in time'),
  lapseBasis: BasisSchema.optional().describe('The law, regulation or rule that lets it lapse'),
});
