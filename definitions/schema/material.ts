import { z } from 'zod';
import { MaterialCommitmentSchema } from './commitment.ts';
import { ConditionSchema } from './condition.ts';
import { FieldCodeSchema, IdSchema } from './id.ts';
import { LimitSchema } from './limit.ts';
import { BasisSchema } from './legal-basis.ts';
import { TextSchema } from './text.ts';

/** One of the one set of materials, asked once for all the items that need it. @see ALL art. 31 */
export const MaterialSchema = z.strictObject({
  code: IdSchema.describe('Canonical code: the same material has the same code in every item'),
  name: TextSchema.describe('Its name'),
  source: z.enum(['applicant', 'certificateStore', 'dataSharing', 'upstreamResult']).describe('Where it comes from'),
  repeat: FieldCodeSchema.optional().describe('One for each of so many, as this field counts them: CODE#1, CODE#2, …'),
  availableFrom: z.enum(['certificateStore', 'dataSharing']).optional().describe('The store or a shared database has it: then the applicant may not be asked (order 716 art. 7)'),
  resultOf: IdSchema.optional().describe('With source upstreamResult: the item whose result it is'),
});

/** An item's need of a material: its code, or the code with a condition or a basis. */
export const MaterialNeedSchema = z.union([
  IdSchema,
  z.strictObject({
    code: IdSchema.describe('Code of the material'),
    when: ConditionSchema.optional().describe('Needed only when this holds (CEL)'),
    basis: BasisSchema.optional().describe('The law that lets the authority ask for it'),
    deferrable: LimitSchema.optional().describe('容缺受理: may be promised at receipt and brought within this time; until then the item is not granted'),
    commitment: MaterialCommitmentSchema.optional().describe('告知承诺: may be promised in writing instead of brought; checked after the grant'),
  }),
]);
export type MaterialNeedInput = z.infer<typeof MaterialNeedSchema>;
