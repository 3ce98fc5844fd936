import { z } from 'zod';
import { ConditionSchema } from './condition.ts';
import { FieldCodeSchema, IdSchema } from './id.ts';
import { BasisSchema } from './legal-basis.ts';
import { TextSchema } from './text.ts';

/** The consent of further persons, each by his own identity: without it there is no receipt, online or at the window. */
export const ConsentSchema = z.strictObject({
  id: IdSchema.describe('Name of the consent in this definition'),
  who: TextSchema.describe('Who they are'),
  to: TextSchema.describe('To what they consent'),
  persons: z.array(z.strictObject({
    identity: FieldCodeSchema.describe('Field with the identity number or unified credit code'),
    name: FieldCodeSchema.optional().describe('Field with the name'),
  })).min(1).max(50).describe('Fields of the form that name them; one that is not filled in names nobody'),
  items: z.array(IdSchema).max(100).default([]).describe('Items that need the consent; left out: every item'),
  condition: ConditionSchema.optional().describe('Asked for only when this holds (CEL)'),
  basis: BasisSchema.describe('The law that asks for it'),
});
export type ConsentInput = z.infer<typeof ConsentSchema>;
