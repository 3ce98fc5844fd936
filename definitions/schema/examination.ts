import { z } from 'zod';
import { BasisSchema } from './legal-basis.ts';
import { PeriodSchema } from './limit.ts';

/** An item's own rule for the examination of what was received. @see ALL art. 32(4) */
export const ExaminationSchema = z.union([
  z.strictObject({
    limit: PeriodSchema.describe('How long the department has'),
    basis: BasisSchema.describe('The law that sets it'),
  }),
  z.strictObject({ onTheSpot: BasisSchema.describe('The law that wants it examined at receipt; silence means complete') }),
]);
