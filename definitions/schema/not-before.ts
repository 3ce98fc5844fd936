import { z } from 'zod';
import { FieldCodeSchema } from './id.ts';
import { BasisSchema } from './legal-basis.ts';
import { PeriodSchema } from './limit.ts';

/** A date on the form before which the item does not start, such as the end of a public notice. */
export const NotBeforeSchema = z.strictObject({
  field: FieldCodeSchema.describe('The date field it goes by'),
  plus: PeriodSchema.optional().describe('So long after that date; on that date when left out'),
  basis: BasisSchema.describe('The law that lets it wait'),
});
