import { z } from 'zod';
import { BasisSchema } from './legal-basis.ts';
import { LimitSchema, PeriodSchema } from './limit.ts';

/** 网上预审: the window's team looks at a draft before its receipt. Left out, a service is applied for at a window only. */
export const PreReviewSchema = z.strictObject({
  limit: PeriodSchema.default('1 working day').describe('How long the window may look at a draft; silence is as good as ready'),
  complexLimit: PeriodSchema.optional().describe('The same for a draft that the window marks as specially complex; left out: none is'),
  draftKept: LimitSchema.describe('How long an answered draft is kept for what is missing, or for a consent; then it is closed, without legal effect'),
  basis: BasisSchema.describe('The document that sets these limits'),
});
