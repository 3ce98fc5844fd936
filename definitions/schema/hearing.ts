import { z } from 'zod';
import type { HearingHeld } from '../../workflows/case/case-plan.ts';
import { FieldCodeSchema } from './id.ts';
import { BasisSchema } from './legal-basis.ts';
import { TextSchema } from './text.ts';

/** Others than the applicant whose major interests a decision touches. @see ALL art. 36, 47 */
export const InterestedPartiesSchema = z.strictObject({
  who: TextSchema.describe('Who they are, such as the neighbours whose light the building takes'),
  fields: z.array(FieldCodeSchema).min(1).max(20).optional().describe('Fields of the form that name them: whoever is named there must be told'),
  basis: BasisSchema.describe('Why they are concerned'),
});
export type InterestedPartiesInput = z.infer<typeof InterestedPartiesSchema>;

/** Whether and why a hearing is held. @see ALL art. 46, 47 */
export const HearingSchema = z.strictObject({
  held: z.enum(['onRequest', 'required'] as const satisfies readonly HearingHeld[])
    .describe('onRequest: applicant and interested parties are told that they may ask for it; required: the authority announces and holds it anyway'),
  basis: BasisSchema.describe('The law that gives the right or imposes the duty'),
});
export type HearingInput = z.infer<typeof HearingSchema>;
