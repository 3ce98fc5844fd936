import { z } from 'zod';

/** What one item's refusal means for the others. Separable: nothing, unless the applicant chose otherwise in writing. */
export const OutcomePolicySchema = z.strictObject({
  allOrNothingAllowed: z.boolean().default(false).describe('The applicant may choose in writing, at intake, that all items stand or fall together'),
});
