import { z } from 'zod';
import { FieldCodeSchema } from './id.ts';
import { BasisSchema } from './legal-basis.ts';
import { PeriodSchema } from './limit.ts';

/** The renewal of a licence that the applicant holds. Undecided at its expiry, it is renewed. @see ALL art. 50 */
export const RenewalSchema = z.strictObject({
  expires: FieldCodeSchema.describe('The date field that says on which day the licence expires'),
  applyBefore: PeriodSchema.default('30 calendar days').describe('How long before the expiry it must be applied for'),
  basis: BasisSchema.optional().describe('Where another law sets its own time for applying; ALL art. 50 when left out'),
});
