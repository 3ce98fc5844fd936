import { z } from 'zod';
import { BasisSchema } from './legal-basis.ts';
import { PeriodSchema } from './limit.ts';

/** 征求意见: a reviewer may ask another department of the service for its opinion. It never stops the decision's clock. */
export const ConsultationSchema = z.strictObject({
  limit: PeriodSchema.describe('How long the department that is asked has, in working days'),
  basis: BasisSchema.describe('Where that is laid down'),
  whenSilent: z.literal('proceed').default('proceed').describe('What silence means: no opinion was given by the deadline, and the asking department goes on'),
});
