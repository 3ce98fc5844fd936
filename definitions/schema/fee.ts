import { z } from 'zod';
import { BasisSchema } from './legal-basis.ts';
import { TextSchema } from './text.ts';

/** What an item costs. For a licence only a law or administrative regulation may set a fee. @see ALL art. 58 */
export const FeeSchema = z.strictObject({
  name: TextSchema.describe('What is paid for'),
  amount: z.union([z.number().min(0).max(1e9), TextSchema]).describe('In yuan, or how it is reckoned, in words'),
  basis: BasisSchema.describe('The law that sets the fee'),
});
